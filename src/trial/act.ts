import { peopleRefusal } from '#domain/people/words/people-refusal'
import { addDuration } from '#domain/time/calendar'
import { Refusal } from '#domain/kernel/refusal'
import { taskIdOf } from '#domain/kernel/task-id'
import { dateIn } from '#domain/time/zone'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { changeOwner } from '#usecases/deals/change-owner'
import { checkItem } from '#usecases/tasks/check-item'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { completeTask } from '#usecases/tasks/complete-task'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { recordReply } from '#usecases/deals/record-reply'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { updateDeal } from '#usecases/deals/update-deal'
import { sayOfClients, withoutFacts } from './client-facts'
import { peopleNamed } from './company'
import { fillIn, passOn, ring, write } from './trial-channels'
import { performOnPapers, type PaperAction } from './papers'
import { taskNamed, type TrialScene } from './trial-scene'
import type { TrialAction, TrialStep } from './test-file'

type At = { readonly scene: TrialScene; readonly deal: Deal; readonly tasks: readonly Task[]; readonly by?: string }

/**
 * Does what a step says, by the very commands that people use, and everything that follows from it. Answers the refusal
 * when the rules say no.
 */
export async function act(scene: TrialScene, step: Pick<TrialStep, 'action' | 'by'>): Promise<Refusal | undefined> {
  const { world, dealId } = scene
  const [deal, tasks] = await Promise.all([world.ports.deals.find(dealId), world.ports.deals.tasksOf(dealId)])
  if (deal === undefined) throw new Error('The deal that is tried is gone.')
  let refusal: Refusal | undefined
  try {
    const { action, facts } = withoutFacts(step.action)
    const known = await sayOfClients(scene, deal, facts)
    await perform({ scene, deal: known, tasks, ...(step.by === undefined ? {} : { by: step.by }) }, action)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refusal = error
  }
  await passOn(scene, world.now())
  return refusal
}

async function perform(at: At, action: TrialAction): Promise<unknown> {
  const { scene, deal } = at
  const { world, model } = scene
  switch (action.kind) {
    case 'look':
      return undefined
    case 'wait':
      return passOn(scene, addDuration(model.calendar, world.now(), action.duration))
    case 'at':
      return passForward(scene, action.instant)
    case 'event': {
      // Events come from outside: nobody of the company posts them.
      const command = at.by === undefined ? await world.as() : await commandOf(at)
      return postEvent(world.ports, command, deal.id, { event: action.event, fields: { ...action.fields } })
    }
    case 'call':
    case 'call_back':
      return ring(scene, deal, action)
    case 'message':
      return write(scene, deal, action)
    case 'form':
      return fillIn(scene, deal, action)
    case 'done':
      return complete(at, action)
    case 'check':
    case 'undone':
      return changeTask(at, action)
    case 'make':
    case 'issue':
    case 'send':
    case 'sign':
    case 'pay':
      return performOnPapers({ ports: world.ports, command: await commandOf(at), dealId: deal.id, model }, action)
    default:
      return performOnDeal(at, action)
  }
}

type OnDeal = Exclude<
  TrialAction,
  {
    kind:
      | PaperAction['kind']
      | 'look'
      | 'wait'
      | 'at'
      | 'event'
      | 'done'
      | 'check'
      | 'undone'
      | 'call'
      | 'call_back'
      | 'message'
      | 'form'
  }
>

async function performOnDeal(at: At, action: OnDeal): Promise<unknown> {
  const { deal, scene } = at
  const { ports } = scene.world
  const command = await commandOf(at)
  switch (action.kind) {
    case 'set':
      if (Object.keys(action.fields).length === 0) return undefined
      return updateDeal(ports, command, deal.id, { fields: { ...action.fields } })
    case 'move': {
      const { to, reason, override } = action
      return moveDeal(ports, command, deal.id, {
        toStage: to,
        fields: { ...action.fields },
        complete: action.done.map((name) => taskIdIn(at, name)),
        ...(reason === undefined ? {} : { reason }),
        ...(override === undefined ? {} : { override: { reason: override } }),
      })
    }
    case 'lose':
      return loseDeal(ports, command, deal.id, { reason: action.reason })
    case 'cancel':
      return cancelDeal(ports, command, deal.id, { reason: action.reason })
    case 'reopen': {
      const { reason, stage } = action
      return reopenDeal(ports, command, deal.id, { reason, ...(stage === undefined ? {} : { toStage: stage }) })
    }
    case 'reply':
      return recordReply(ports, command, deal.id, { channel: action.channel })
    case 'give': {
      const [owner = action.to] = await named(at, action.to)
      const { reason } = action
      return changeOwner(ports, command, deal.id, { owner, ...(reason === undefined ? {} : { reason }) })
    }
  }
}

function passForward(scene: TrialScene, instant: string): Promise<void> {
  const { world, model } = scene
  if (instant >= world.now()) return passOn(scene, instant)
  const zone = model.calendar.timezone
  throw new Error(`Time goes on only: it is ${dateIn(zone, world.now())} already, later than ${dateIn(zone, instant)}.`)
}

/** Each task is done by whoever has it, one after another, so that what waits for the first is there for the second. */
async function complete(at: At, { tasks, fields }: Extract<TrialAction, { kind: 'done' }>): Promise<void> {
  const { world, dealId } = at.scene
  for (const [no, name] of tasks.entries()) {
    const now = { ...at, tasks: await world.ports.deals.tasksOf(dealId) }
    const task = taskNamed(name, at.deal, now.tasks)
    const command = await commandOf(now, task?.responsible)
    await completeTask(world.ports, command, taskIdIn(now, name), no === 0 ? { fields: { ...fields } } : {})
    await world.settle()
  }
}

async function changeTask(at: At, action: Extract<TrialAction, { kind: 'check' | 'undone' }>): Promise<unknown> {
  const { ports } = at.scene.world
  const task = taskNamed(action.task, at.deal, at.tasks)
  const command = await commandOf(at, task?.responsible)
  const id = taskIdIn(at, action.task)
  if (action.kind === 'undone') return reopenTask(ports, command, id, { reason: action.reason })
  const no = task?.checklist.findIndex(({ text }) => text === action.item) ?? -1
  const item = no >= 0 ? no : Math.max(0, Number(action.item) - 1 || 0)
  return checkItem(ports, command, id, { item, done: true })
}

/** The id of the task that is meant; of one that nobody has opened yet, the id it will have. */
function taskIdIn({ deal, tasks }: At, name: string): string {
  return taskNamed(name, deal, tasks)?.id ?? taskIdOf(deal.id, deal.visit.no, name)
}

async function commandOf(at: At, usual: string = at.deal.owner): Promise<Command> {
  if (at.by === undefined) return asAnybody(await at.scene.world.as(usual))
  const [person] = await named(at, at.by)
  if (person !== undefined) return at.scene.world.as(person)
  throw peopleRefusal('employee_unknown.nobody_in_role', { role: at.by })
}

/** Where a test does not say who acts, it tries the rules and not the rights: whoever it takes does it. */
function asAnybody(command: Command): Command {
  return { ...command, caller: { ...command.caller, asAnybody: true } }
}

async function named({ scene, deal }: At, name: string): Promise<readonly string[]> {
  const { world, model } = scene
  const people = await world.ports.people.load()
  return peopleNamed(name, deal.owner, dateIn(model.calendar.timezone, world.now()), people)
}
