import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { placeOfRule, traceOf } from '#automation/domain/automation'
import { routeOf } from '#domain/deals/moving'
import { plainText } from '#domain/rules/task-text'
import { minorOfWritten } from '#domain/formula/formula'
import { Refusal } from '#domain/kernel/refusal'
import { MoveRefusal } from '#domain/deals/gate-refusal'
import { automationSaying } from '#automation/words/automation-refusal'
import type { Saying } from '#schemas/saying'
import { whyOf } from './why-of'
import { seatTasks } from '#domain/deals/seating'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { AutomationRun } from '#schemas/event'
import type { AutomationAction, FieldValue, Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { addRuleTask, type Place } from '#usecases/tasks/add-rule-task'
import { commandOf, idOf, type AutomaticRun } from '#usecases/deals/automatic-run'
import { completeTask } from '#usecases/tasks/complete-task'
import { openFile, type DealFile } from '#usecases/deals/deal-file'
import { moveDeal } from '#usecases/deals/move-deal'
import { orderMessage } from '#usecases/attached/order-message'
import { updateDeal } from '#usecases/deals/update-deal'

export type ActionNeeds = Pick<
  Ports,
  'clock' | 'talks' | 'deals' | 'people' | 'rules' | 'settings' | 'gateFacts' | 'knownClients'
>

/** What became of an action, and the stay the deal is in for the actions after it. */
export type Taken = { readonly step: AutomationRun['actions'][number]; readonly place: Place }

type Ask<K extends AutomationAction['kind']> = {
  readonly action: Extract<AutomationAction, { kind: K }>
  readonly no: number
  readonly place: Place
}

/**
 * Does one action of a run as a person would, by the same commands and through the same gates. Done once whenever it is
 * tried again; what is refused is told with everything that was missing. Conflicts with people are decided anew.
 */
export async function takeAction(
  ports: ActionNeeds,
  run: AutomaticRun,
  ask: Ask<AutomationAction['kind']>,
): Promise<Taken> {
  const { kind } = ask.action
  const before = await doneBefore(ports, run, ask)
  if (before !== undefined) return { step: { kind, done: true }, place: before }
  return whileOthersWrite<Taken>(`The deal ${run.state.id} was changed`, async () => {
    try {
      return await act(ports, run, ask)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'version_conflict' || error.code === 'precondition_failed') return again
      return {
        step: { kind, done: false, why: error.message, ...saidOf(error), ...missingOf(error) },
        place: ask.place,
      }
    }
  })
}

/** Where the deal was after the action, when an earlier attempt did it: its answer says so, or later the timeline. */
export async function doneBefore(
  { deals }: Pick<Ports, 'deals'>,
  run: AutomaticRun,
  { action, no, place }: Ask<AutomationAction['kind']>,
): Promise<Place | undefined> {
  // What is ordered twice under one name is written once.
  if (action.kind === 'notify' || action.kind === 'send') return undefined
  const meant = action.kind === 'set' ? { ...action, fields: inMinor(action.fields, run) } : action
  const trace = traceOf(meant, run.caused)
  if (trace !== undefined) return action.kind === 'move_to' ? trace.detail.deal : place
  const answer = await deals.answerOf(commandOf(run, no).once.key)
  if (answer === undefined) return undefined
  return action.kind === 'move_to' ? placeOf(answer.body as Deal) : place
}

async function act(
  ports: ActionNeeds,
  run: AutomaticRun,
  { action, no, place }: Ask<AutomationAction['kind']>,
): Promise<Taken> {
  const { kind } = action
  const taken = (saying: Saying | undefined): Taken => ({
    step: { kind, done: true, ...(saying === undefined ? {} : whyOf(saying)) },
    place,
  })
  switch (action.kind) {
    case 'move_to':
      return move(ports, run, { action, no, place })
    case 'complete_task':
      return taken(await complete(ports, run, { action, no, place }))
    case 'set':
      await updateDeal(ports, commandOf(run, no), run.state.id, { fields: inMinor(action.fields, run) })
      return taken(undefined)
    case 'add_task':
      return taken(await addRuleTask(ports, run, { template: action.template, no, place }))
    case 'send': {
      const { template, to } = action
      const { id: deal, owner } = run.state
      await orderMessage(ports, { id: idOf(run, no), template, to, deal, by: owner })
      return taken(undefined)
    }
    case 'notify':
      return taken(undefined)
  }
}

/** What a rule sets, with its sums in minor units of the deal’s currency. */
function inMinor(
  fields: Readonly<Record<string, FieldValue>>,
  { state, rules: { model } }: AutomaticRun,
): Record<string, FieldValue> {
  const minor = (id: string, value: FieldValue): FieldValue =>
    typeof value === 'number' && model.fields[id]?.type === 'money' ? minorOfWritten(value, state.currency) : value
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, minor(id, value)]))
}

/** Moves the deal the way the rule meant: whoever was faster and moved it past there is not moved back by a machine. */
async function move(ports: ActionNeeds, run: AutomaticRun, { action, no, place }: Ask<'move_to'>): Promise<Taken> {
  const toStage = action.stage
  const [deal, newest] = await Promise.all([ports.deals.find(run.state.id), ports.rules.current()])
  if (deal === undefined) throw dealRefusal('deal_unknown', { id: run.state.id })
  const meant = routeOf({ ...deal, stage: place.stage }, newest.model, toStage).direction
  const now = routeOf(deal, newest.model, toStage).direction
  if (now === 'none' || now !== meant) {
    return {
      step: {
        kind: 'move_to',
        done: true,
        ...whyOf(automationSaying('step_there_already', { stage: stageName(newest.model, deal) })),
      },
      place: placeOf(deal),
    }
  }
  const reason = now === 'back' ? { reason: `By ${placeOfRule(run.rule, run.rules.version)}` } : {}
  // The move a gate has stopped is on record once, however often the run is tried.
  const ids = { next: (prefix: string) => `${prefix}_${idOf(run, no)}` }
  const command = { ...commandOf(run, no), ifMatch: deal.version }
  const moved = await moveDeal({ ...ports, ids }, command, deal.id, { toStage, ...reason })
  return { step: { kind: 'move_to', done: true }, place: placeOf(moved) }
}

async function complete(ports: ActionNeeds, run: AutomaticRun, { action, no }: Ask<'complete_task'>) {
  const command = commandOf(run, no)
  const file = await openFile(ports, command.caller, run.state.id)
  const task = seatOf(file, action.task, run.event.at)
  if (task === undefined) return automationSaying('step_no_task', { task: taskName(file.newest.model, action.task) })
  if (task.status === 'done') return automationSaying('step_done_already')
  await completeTask(ports, { ...command, ifMatch: file.deal.version }, task.id, {})
  return undefined
}

function stageName({ pipelines }: Model, { pipeline, stage }: Pick<Deal, 'pipeline' | 'stage'>): string {
  return pipelines[pipeline]?.stages.find(({ id }) => id === stage)?.name ?? stage
}

/** What is to be done by a template, wherever it stands first: templates come from one library. */
function taskName({ pipelines }: Model, template: string): string {
  const tasks = Object.values(pipelines).flatMap(({ stages }) => stages.flatMap((stage) => stage.tasks))
  const found = tasks.find(({ id }) => id === template)
  return found === undefined ? template : plainText(found.do)
}

/** The task of a template in the deal's stay, opened yet or not; else one that was kept when its stage was left. */
function seatOf(file: DealFile, template: string, at: string): Task | undefined {
  const { deal, rules, tasks, people } = file
  const id = taskIdOf(deal.id, deal.visit.no, template)
  const seated = tasks.find((task) => task.id === id && task.cancelReason !== 'condition_gone')
  const wanted = seatTasks({ deal, rules, tasks, org: people, at }).open.find((task) => task.id === id)
  const kept = tasks.filter((task) => task.template === template && task.status === 'open')
  return seated ?? wanted ?? kept.toSorted((a, b) => b.visit - a.visit)[0]
}

function saidOf({ told }: Refusal): { readonly said?: Saying[] } {
  return told === undefined ? {} : { said: [...told.sayings] }
}

function placeOf({ stage, status, visit }: Deal): Place {
  return { stage, status, visit: visit.no }
}

function missingOf(error: Refusal): { readonly missing?: string[] } {
  return error instanceof MoveRefusal ? { missing: [...error.words] } : {}
}
