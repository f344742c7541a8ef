import { dealSaying } from '#domain/deals/words/deal-refusal'
import { lookAtTask as look, withLookOf, type TaskLook } from '#domain/deals/lateness'
import { modelInWords } from '#domain/rules/model-in-words'
import { peopleFor, responsibleFor } from '#domain/people/responsible'
import { askedOf, climbOf } from '#domain/deals/seating'
import { dateIn } from '#domain/time/zone'
import type { RulesVersion } from '#ports/rules'
import type { DealCard } from '#schemas/deal'
import type { Alert, DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { taskDetail } from './change-task'
import { commit, notBefore } from '#usecases/deals/commit'
import type { DueOutcome, DueScene } from './due-scene'
import { noteOf } from '#usecases/deals/note-of'

type Step = Extract<TaskLook, { readonly kind: 'step' }>
type Case = {
  readonly scene: DueScene
  readonly deal: DealCard
  readonly rules: Pick<RulesVersion, 'version' | 'model'>
}

/** What time brings about for a task whose look has come, by the rules of the version that gave it its date. */
export async function lookAtTask(scene: DueScene, deal: DealCard, task: Task): Promise<DueOutcome> {
  const rules = await ladderRules(scene.ports, deal, task)
  const climb = climbOf(task, rules.model, task.responsible, scene.people)
  const found = look(task, deal, climb, scene.at)
  switch (found.kind) {
    case 'nothing':
      return found
    case 'next':
      return { kind: 'quiet', thing: { kind: 'task', task: { ...found.task, rev: task.rev + 1 } } }
    case 'overdue':
      return noted({ scene, deal, rules }, task, found.task, {
        name: 'task.overdue',
        what: whatOf(task, 0),
        alert: { reason: 'overdue', since: found.since, notify: [] },
      })
    case 'step':
      if (found.step.send !== undefined)
        await (
          await import('./order-by-step')
        ).orderByStep(scene, found.step, {
          what: `${task.id}#${whatOf(task, found.no)}`,
          by: deal.owner,
          deal: deal.id,
        })
      return climbed({ scene, deal, rules }, task, found)
  }
}

/** The rules whose ladder a task climbs: those that gave it its date, or those that brought another ladder to its visit. */
async function ladderRules(
  { rules }: DueScene['ports'],
  { visit }: DealCard,
  { dueWhy, escalate }: Task,
): Promise<Case['rules']> {
  const brought = (visit.amended ?? []).filter(({ keys }) => keys.includes(`escalations.${escalate}`))
  const [version, newest] = await Promise.all([
    rules.version(Math.max(dueWhy.configVersion, ...brought.map((one) => one.rules))),
    rules.current(),
  ])
  return { version: version.version, model: modelInWords(version.model, newest) }
}

type Words = { readonly name: 'task.overdue' | 'task.escalated'; readonly what: string; readonly alert: Alert }

function noted(one: Case, was: Task, becomes: Task, words: Words): DueOutcome {
  const task = { ...becomes, rev: was.rev + 1 }
  const event = eventFor(one, was, words)
  return {
    kind: 'note',
    thing: { kind: 'task', task },
    note: { event, dealVersion: one.deal.version, task: { task, wasRev: was.rev } },
  }
}

function eventFor({ scene, deal, rules }: Case, task: Task, { name, what, alert }: Words): DomainEvent {
  const detail = { ...taskDetail(task, {}), alert }
  return noteOf(deal, scene.command, { name, what, at: scene.at, configVersion: rules.version, detail })
}

function climbed(one: Case, task: Task, found: Step): DueOutcome {
  const { scene, deal, rules } = one
  const { step, no, since } = found
  const on = dateIn(rules.model.calendar.timezone, scene.at)
  const org = scene.people
  const taker =
    step.giveTo === undefined
      ? undefined
      : responsibleFor(step.giveTo, { owner: deal.owner, seed: task.id, on, org }).employee
  const giveTo = taker === undefined || taker === task.responsible ? {} : { giveTo: taker }
  const words: Words = {
    name: 'task.escalated',
    what: whatOf(task, no),
    alert: {
      reason: 'late_task',
      ladder: task.escalate,
      step: no,
      line: step.origin.line,
      since,
      notify: [...peopleFor(step.notify, { owner: deal.owner, on, org })],
      ...giveTo,
    },
  }
  if (giveTo.giveTo === undefined) return noted(one, task, found.task, words)
  return given(one, task, found.task, { ...words, to: giveTo.giveTo })
}

/** Whoever the ladder names has the task from now on; the note and the handing over are one. */
function given(one: Case, was: Task, becomes: Task, words: Words & { readonly to: string }): DueOutcome {
  const { scene, rules } = one
  const { standsInFor: _standsInFor, ...own } = becomes
  const climb = climbOf(was, rules.model, words.to, scene.people)
  const task = withLookOf({ ...own, ...askedOf(was), responsible: words.to, role: '', rev: was.rev + 1 }, climb)
  const name = scene.people.employees[words.to]?.name ?? words.to
  const reason = dealSaying('late_handed_on', { name })
  return {
    kind: 'give',
    thing: { kind: 'task', task },
    give: (deal) => {
      const event = eventFor({ ...one, deal }, was, words)
      return commit(
        scene.ports,
        { ...scene.command, causationId: event.id },
        {
          was: deal,
          next: deal,
          name: 'task.reassigned',
          detail: taskDetail(task, { was: { responsible: was.responsible }, reason }),
          at: notBefore(scene.at, deal),
          tasks: [{ task, wasRev: was.rev }],
          notes: [event],
        },
      )
    },
  }
}

/** The miss is step 0, so that what is noted at one moment stands in order. */
function whatOf({ id, dealId, dueAt }: Task, no: number): string {
  const suffix = id.slice(`task_${dealId.slice('deal_'.length)}-`.length)
  return `late~${suffix}~${dueAt ?? ''}~${no}`
}
