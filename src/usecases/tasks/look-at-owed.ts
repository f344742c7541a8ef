import { lookAtTask as look, withLookOf } from '#domain/deals/lateness'
import { askedOf, climbOf } from '#domain/deals/seating'
import { noticeId } from '#domain/people/notice-id'
import { peopleFor, responsibleFor } from '#domain/people/responsible'
import { dateIn } from '#domain/time/zone'
import type { RulesVersion } from '#ports/rules'
import type { LadderStep } from '#schemas/model'
import type { Notice } from '#schemas/notice'
import type { Task } from '#schemas/task'
import { tell } from '#usecases/people/tell'
import type { DueOutcome, DueScene } from './due-scene'

/** A task that no deal has is asked until it is done: no visit ends it. */
const lasting = { id: '', status: 'open', visit: { no: 1, enteredAt: '', configVersion: 1 } } as const

/**
 * What time brings about for a task of another subject than a deal, such as a call back that is owed: the same misses and the
 * same ladders, by the newest rules. People are told before the step is noted: who is told twice has it once.
 */
export async function lookAtOwed(scene: DueScene, task: Task): Promise<DueOutcome> {
  const { ports, people, at } = scene
  const rules = await ports.rules.current()
  const climb = climbOf(task, rules.model, task.responsible, people)
  const found = look(task, lasting, climb, at)
  if (found.kind === 'nothing') return found
  if (found.kind === 'overdue') await tellDeal(scene, task, found.since)
  if (found.kind !== 'step') return quiet(task, found.task)
  const { step, no, since } = found
  const taker = takerOf(scene, rules, task, step)
  const on = dateIn(rules.model.calendar.timezone, at)
  const owner = task.responsible
  if (step.send !== undefined)
    await (
      await import('./order-by-step')
    ).orderByStep(scene, step, {
      what: `${task.id}#${task.dueAt ?? ''}#${no}`,
      by: owner,
      ...(task.dealId === '' ? {} : { deal: task.dealId }),
      ...(task.subject?.kind === 'talk' ? { talk: task.subject.id } : {}),
    })
  for (const employee of peopleFor(step.notify, { owner, on, org: people }))
    await tell(ports, employee, noticeOf('task_escalated', task, { since, no, at, line: step.origin.line }), {
      urgent: step.urgent === true,
      ...onceOf('task_escalated', task, no),
    })
  if (taker === undefined) return quiet(task, found.task)
  const notice = noticeOf('task_given', task, { since, no, at, line: step.origin.line })
  await tell(ports, taker, notice, onceOf('task_given', task, no))
  const { standsInFor: _standsInFor, ...own } = found.task
  const given = { ...own, ...askedOf(task), responsible: taker, role: '' }
  return quiet(task, withLookOf(given, climbOf(task, rules.model, taker, people)))
}

/** A client who was not called back in time happens to their deal, where a rule of the file waits for that. */
async function tellDeal({ ports }: DueScene, { id, dealId, owes }: Task, since: string): Promise<void> {
  if (owes?.kind !== 'call_back' || dealId === '') return
  const { raiseOnDeal } = await import('#usecases/attached/raise-on-deal')
  await raiseOnDeal(ports, { deal: dealId, event: 'call_back_late', by: id, at: since, integration: '' })
}

function quiet(was: Task, becomes: Task): DueOutcome {
  return { kind: 'quiet', thing: { kind: 'task', task: { ...becomes, rev: was.rev + 1 } } }
}

function takerOf({ people, at }: DueScene, { model }: RulesVersion, task: Task, { giveTo }: LadderStep) {
  if (giveTo === undefined) return undefined
  const on = dateIn(model.calendar.timezone, at)
  const { employee } = responsibleFor(giveTo, { owner: task.responsible, seed: task.id, on, org: people })
  return employee === task.responsible ? undefined : employee
}

type Step = { readonly since: string; readonly no: number; readonly at: string; readonly line: number }

function noticeOf(kind: 'task_escalated' | 'task_given', task: Task, { since, no, at, line }: Step): Notice {
  return {
    id: noticeId(at, `${task.id}#${kind}#${task.dueAt ?? ''}#${no}`),
    kind,
    at,
    task: { id: task.id, do: task.do, dueAt: task.dueAt, ...statementOf(task) },
    ...triesOf(task, at),
    since,
    rule: task.escalate,
    line,
  }
}

/** A statement may bring hundreds of payments: that they wait is told once a step, by the first of them. */
function onceOf(kind: string, { owes, dueAt }: Task, no: number): { readonly once?: string } {
  if (owes?.kind !== 'match') return {}
  return { once: `${kind}#${owes.because}#${dueAt?.slice(0, 'YYYY-MM-DD'.length) ?? ''}#${no}` }
}

function statementOf({ owes }: Task): { readonly statement?: string } {
  return owes?.kind === 'match' ? { statement: owes.because } : {}
}

/** How often a client was called in vain, where that is why its ladder is climbed and its date is still to come. */
function triesOf({ dueAt, owes }: Task, at: string): Pick<Notice, 'count'> {
  return owes?.triesOverAt === undefined || dueAt === null || dueAt < at ? {} : { count: owes.attempts }
}
