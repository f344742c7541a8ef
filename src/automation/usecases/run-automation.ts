import { automationSaying } from '#automation/words/automation-refusal'
import type { Saying } from '#schemas/saying'
import { whyOf } from './why-of'
import { systemCaller } from '#domain/kernel/access'
import { factsOfRules, isMeant, mostDepth, rulesOn, runId } from '#automation/domain/automation'
import { modelInWords } from '#domain/rules/model-in-words'
import { eventInWords } from '#domain/rules/renamed-words'
import { peopleFor } from '#domain/people/responsible'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Alert, AutomationRun, DomainEvent } from '#schemas/event'
import type { Place } from '#usecases/tasks/add-rule-task'
import { depthOf, type AutomaticRun } from '#usecases/deals/automatic-run'
import { dealAsOf, timelineOf } from '#usecases/deals/deal-as-of'
import { versionOf } from '#domain/kernel/event-id'
import { rulesAt } from '#usecases/rules/rules-at'
import { doneBefore, takeAction, type ActionNeeds } from './take-action'

type Needs = ActionNeeds & Pick<Ports, 'automation'>
type Scene = Omit<AutomaticRun, 'rule' | 'caused'>
type AutomatedRule = AutomaticRun['rule']

/** Answers are kept for two days; when an event is half as old, its deal's timeline is asked what has been done before. */
const answersLastMs = 24 * 3_600_000

/**
 * Runs the rules of the automation that an event sets off: those of the file that was the newest when it happened, for
 * deals that were as `when` says right after it. Each rule runs once after one event, however often, late or out of order
 * the event comes and wherever an earlier attempt broke off; what it did, or why not, is on the deal's timeline.
 * Answers the runs it has put there.
 */
export async function runAutomation(ports: Needs, happened: DomainEvent): Promise<readonly AutomationRun[]> {
  const [then, newest] = await Promise.all([rulesAt(ports, happened), ports.rules.current()])
  // Rules and event may be of before a renaming: what they say is understood and done by the names of today.
  const rules = { ...then, model: modelInWords(then.model, newest) }
  const event = eventInWords(happened, newest)
  const awaiting = rulesOn(event, rules.model)
  if (awaiting.length === 0) return []
  const ran = await ports.automation.runsAfter(event.detail.dealId, versionOf(event))
  const waiting = awaiting.filter((rule) => !ran.includes(rule.id))
  const state = waiting.length === 0 ? undefined : await dealAsOf(ports, event)
  if (state === undefined) return []
  const facts = await factsFor(ports, state, waiting)
  const runs: AutomationRun[] = []
  const faults: unknown[] = []
  for (const rule of waiting.filter((one) => isMeant(one, event, { deal: state, model: rules.model, facts }))) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- rules of one event act on one deal, in the order of the file
      runs.push(...(await runRule(ports, { event, rules, state, facts }, rule)))
    } catch (error) {
      // A rule that cannot go on now is tried again with the event; the rules after it do not wait for that.
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `Rules could not run after ${event.id}: ${faults.join('; ')}`)
  return runs
}

/** What the rules ask of the deal’s clients. A card has no state of the past: it is asked as it is now. */
async function factsFor(
  { gateFacts }: Pick<Ports, 'gateFacts'>,
  deal: Deal,
  rules: readonly AutomatedRule[],
): Promise<AutomaticRun['facts']> {
  const names = factsOfRules(rules)
  return names.length === 0 ? {} : (await gateFacts.find(deal, names)).values
}

async function runRule(ports: Needs, scene: Scene, rule: AutomaticRun['rule']): Promise<readonly AutomationRun[]> {
  const { event } = scene
  const run: AutomaticRun = { ...scene, rule, caused: await causedBefore(ports, event, rule.id) }
  const held = await heldBack(ports, run)
  const actions = held === undefined ? await takeActions(ports, run) : await heldActions(ports, run, held.saying)
  const outcome = held?.outcome ?? (actions.every((step) => step.done) ? 'done' : 'stopped')
  const told: AutomationRun = { rule: rule.id, line: rule.origin.line, outcome, actions: [...actions] }
  return (await ports.automation.note(await noteOf(ports, run, told))) ? [told] : []
}

/** Why a rule may not act at all: somebody has paused it, or it is the end of a chain of rules that set each other off. */
async function heldBack({ automation }: Needs, { event, rule }: AutomaticRun) {
  if (depthOf(event) > mostDepth) {
    return { outcome: 'too_deep', saying: automationSaying('run_too_deep', { steps: mostDepth }) } as const
  }
  const pause = (await automation.pauses()).find((one) => one.rule === rule.id)
  if (pause === undefined) return undefined
  const { by, reason } = pause
  return { outcome: 'paused', saying: automationSaying('run_paused', { by, reason }) } as const
}

/** A run that is held back does nothing more; what it did before it was held back stays done and is told. */
async function heldActions(ports: Needs, run: AutomaticRun, saying: Saying): Promise<AutomationRun['actions']> {
  const place: Place = run.event.detail.deal
  const before = await Promise.all(run.rule.actions.map((action, no) => doneBefore(ports, run, { action, no, place })))
  return run.rule.actions.map(({ kind }, no) =>
    before[no] === undefined ? { kind, done: false, ...whyOf(saying) } : { kind, done: true },
  )
}

/** The actions in the order of the file, up to the first that is stopped: what follows may rely on it. */
async function takeActions(ports: Needs, run: AutomaticRun): Promise<AutomationRun['actions']> {
  const steps: AutomationRun['actions'] = []
  let place: Place = run.event.detail.deal
  for (const [no, action] of run.rule.actions.entries()) {
    if (steps.some((step) => !step.done)) {
      steps.push({ kind: action.kind, done: false, ...whyOf(automationSaying('step_after_stop')) })
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- every action acts on what the one before it has left
    const taken = await takeAction(ports, run, { action, no, place })
    place = taken.place
    steps.push(taken.step)
  }
  return steps
}

async function causedBefore(
  { clock, deals, rules }: Needs,
  event: DomainEvent,
  rule: string,
): Promise<readonly DomainEvent[]> {
  if (Date.parse(clock.now()) - Date.parse(event.at) < answersLastMs) return []
  const all = await timelineOf(deals, event.detail.dealId)
  const newest = await rules.current()
  return all
    .filter(({ causationId, actor }) => causationId === event.id && actor.kind === 'automation' && actor.id === rule)
    .map((one) => eventInWords(one, newest))
}

async function noteOf(
  ports: Needs,
  run: AutomaticRun,
  told: AutomationRun,
): Promise<DomainEvent & { readonly detail: { readonly run: AutomationRun } }> {
  const { event, rule, rules } = run
  const { dealId, deal } = event.detail
  const now = ports.clock.now()
  const alert = await alertOf(ports, run, told)
  return {
    id: runId(event.id, rule.id),
    name: 'automation.run',
    schemaVersion: 1,
    at: now < event.at ? event.at : now,
    actor: systemCaller('automation', rule.id).actor,
    configVersion: rules.version,
    correlationId: event.correlationId,
    causationId: event.id,
    depth: depthOf(event),
    detail: { dealId, deal, ...(alert === undefined ? {} : { alert }), run: told },
  }
}

/** Who is told: whom the rule says, once it came to that; the owner, when something stood in its way. */
async function alertOf(
  ports: Needs,
  { event, rule, rules }: AutomaticRun,
  told: AutomationRun,
): Promise<Alert | undefined> {
  const named = rule.actions.flatMap((action, no) =>
    action.kind === 'notify' && told.actions[no]?.done === true ? action.roles : [],
  )
  const roles = told.outcome === 'stopped' ? [...named, 'owner'] : named
  if (roles.length === 0) return undefined
  const { dealId, deal } = event.detail
  const [org, now] = await Promise.all([ports.people.load(), ports.deals.find(dealId)])
  const on = dateIn(rules.model.calendar.timezone, ports.clock.now())
  const whose = { owner: now?.owner ?? deal.owner, on, org }
  const people = peopleFor(roles, whose)
  // Where nobody is in a role, whoever would have to do its work is told instead.
  const notify = [...(people.length > 0 ? people : peopleFor(['owner_manager'], whose))]
  return { reason: 'automation', line: rule.origin.line, since: event.at, notify }
}
