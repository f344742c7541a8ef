import { dateIn } from '#domain/time/zone'
import { employeeCaller, type Caller } from '#domain/kernel/access'
import type { KeptHandover } from '#ports/handovers'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { HandedThing, Handover, HandoverList, HandoverRow, StartHandover } from '#schemas/workday/handover'
import { answerWith, once, type Command } from '#usecases/command'
import { handoverRefusal } from '#workday/words/handover-refusal'

import { isUnderWay } from '#workday/domain/under-way'
import { giveThing, isUntouched, isWith, whyNot, type GivePorts, type Giving } from './give-thing'
import { planHandover } from './plan-handover'

type Needs = GivePorts & Pick<Ports, 'handovers'>

const perStep = 25
/** So many steps are done before the answer; what is left is done by the clock. */
const stepsAtOnce = 4

/**
 * Gives what somebody has to others. The plan is kept before anything goes and says all that will; whoever ordered it is who
 * it is done by. A dry run answers the plan and keeps nothing. Asked again under one Idempotency-Key it is one handover,
 * answered as far as it is by then.
 */
export async function startHandover(
  ports: Needs,
  command: Command,
  people: People,
  input: StartHandover,
): Promise<Handover> {
  const { caller } = command
  if (input.dryRun === true) {
    const { row, things } = await planned(ports, caller, people, input)
    return { id: '', ...row, state: 'planned', things: [...things] }
  }
  const { id } = await once(ports, command, async () =>
    begun(ports, command, await planned(ports, caller, people, input)),
  )
  await goOn(ports, id, stepsAtOnce)
  return readHandover(ports, caller, id)
}

type Planned = { readonly row: Omit<HandoverRow, 'id' | 'state'>; readonly things: readonly HandedThing[] }

async function planned(ports: Needs, caller: Caller, people: People, input: StartHandover): Promise<Planned> {
  const things = await planHandover(ports, { caller, people }, input)
  const { from, to, reason, split, until } = input
  await refusePast(ports, until)
  const why = {
    ...(reason === undefined ? {} : { reason }),
    ...(split === undefined ? {} : { split }),
    ...(until === undefined ? {} : { until }),
  }
  return { row: { from, to, ...why, by: caller.employee ?? caller.actor.id, at: ports.clock.now() }, things }
}

/** Keeps the plan. Of the answer its id alone is kept: a plan of many things would be more than an item holds. */
async function begun(ports: Needs, command: Command, { row, things }: Planned): Promise<Pick<Handover, 'id'>> {
  const id = ports.ids.next('handover')
  const steps = Math.ceil(things.length / perStep)
  for (let no = 0; no < steps; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after another: a plan that is not whole is not begun
    await ports.handovers.saveStep(id, no, things.slice(no * perStep, (no + 1) * perStep))
  }
  const handover: KeptHandover = { id, ...row, state: 'running', steps, done: 0, rev: 1 }
  if (await ports.handovers.save(handover, answerWith(command, { id }).answer)) return { id }
  throw new Error(`A handover was asked for under a key that is taken: ${id}.`)
}

/** What comes back comes back on a day that is still to come. */
async function refusePast({ rules, clock }: Pick<Ports, 'rules' | 'clock'>, until: string | undefined): Promise<void> {
  if (until !== undefined && until <= (await today({ rules, clock }))) {
    throw handoverRefusal('field_value.until_past', { until })
  }
}

async function today({ rules, clock }: Pick<Ports, 'rules' | 'clock'>): Promise<string> {
  const { model } = await rules.current()
  return dateIn(model.calendar.timezone, clock.now())
}

/** Gives back what went to others and was not changed since; the rest is listed and stays. */
export async function returnHandover(ports: Needs, caller: Caller, id: string): Promise<Handover> {
  const kept = await ownHandover(ports, caller, id)
  if (kept.state === 'running') throw handoverRefusal('handover_state.running')
  if (kept.state === 'done') {
    const back: KeptHandover = { ...kept, state: 'returning', done: 0, rev: kept.rev + 1 }
    if (!(await ports.handovers.save(back))) throw handoverRefusal('version_conflict.handover')
  }
  await goOn(ports, id, stepsAtOnce)
  return readHandover(ports, caller, id)
}

/** Goes on with every handover that is under way; the schedule calls it. */
export async function goOnWithHandovers(ports: Needs): Promise<void> {
  const ids = await ports.handovers.underWay()
  if (ids.length === 0) return
  const on = await today(ports)
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- deals of one person after those of another
    await comeBack(ports, id, on)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await goOn(ports, id, Number.POSITIVE_INFINITY)
  }
}

/** What went for a while begins to come back on its day. */
async function comeBack({ handovers }: Needs, id: string, on: string): Promise<void> {
  const kept = await handovers.find(id)
  if (kept?.state !== 'done' || kept.until === undefined || kept.until > on) return
  await handovers.save({ ...kept, state: 'returning', done: 0, rev: kept.rev + 1 })
}

/** A handover with all that went, or did not, for whoever ordered it and whoever may change people. */
export async function readHandover(ports: Pick<Ports, 'handovers'>, caller: Caller, id: string): Promise<Handover> {
  const kept = await ownHandover(ports, caller, id)
  return { ...rowOf(kept), things: [...(await ports.handovers.steps(id))] }
}

/** The handovers somebody ordered, all for whoever may change people; the newest first. */
export async function listHandovers({ handovers }: Pick<Ports, 'handovers'>, caller: Caller): Promise<HandoverList> {
  const own = (await handovers.all()).filter((one) => isFor(caller, one))
  return { items: own.map(rowOf).toSorted((one, other) => (one.at < other.at ? 1 : -1)) }
}

async function goOn(ports: Needs, id: string, most: number): Promise<void> {
  for (let at = 0; at < most; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a step begins where the one before ended
    const kept = await ports.handovers.find(id)
    if (kept === undefined || !isUnderWay(kept)) return
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (kept.done < kept.steps) await doStep(ports, kept)
    const done = Math.min(kept.done + 1, kept.steps)
    const over = kept.state === 'running' ? 'done' : 'returned'
    const next: KeptHandover = { ...kept, done, state: done < kept.steps ? kept.state : over, rev: kept.rev + 1 }
    // Whoever else does the same steps has done this one: both give things to whom they have been given already.
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (!(await ports.handovers.save(next))) return
  }
}

async function doStep(ports: Needs, kept: KeptHandover): Promise<void> {
  const people = await ports.people.load()
  const by = people.employees[kept.by]
  if (by === undefined) return
  const caller = employeeCaller(by, people.departments)
  const command: Command = { caller, correlationId: `handover~${kept.id}` }
  const isBack = kept.state === 'returning'
  const things: HandedThing[] = []
  for (const thing of await ports.handovers.step(kept.id, kept.done)) {
    const ends = isBack ? { from: thing.to, to: kept.from } : { from: kept.from, to: thing.to }
    const giving: Giving = { ...ends, command, people, reason: kept.reason }
    // oxlint-disable-next-line no-await-in-loop -- tasks of one deal change its version one after another
    things.push(await (isBack ? givenBack(ports, thing, giving) : given(ports, thing, giving)))
  }
  await ports.handovers.saveStep(kept.id, kept.done, things)
}

async function given(ports: Needs, thing: HandedThing, giving: Giving): Promise<HandedThing> {
  if (thing.state !== 'planned') return thing
  try {
    const outcome = await giveThing(ports, thing, giving)
    return outcome === 'elsewhere' ? { ...thing, state: outcome } : { ...thing, ...outcome, state: 'given' }
  } catch (error) {
    return { ...thing, ...whyNot(error), state: 'failed' }
  }
}

async function givenBack(ports: Needs, thing: HandedThing, giving: Giving): Promise<HandedThing> {
  if (thing.state !== 'given') return thing
  try {
    // Given back already, by a step that was broken off.
    if (await isWith(ports, thing, giving.to)) return { ...thing, state: 'returned' }
    if (!(await isUntouched(ports, thing))) return { ...thing, state: 'touched' }
    const outcome = await giveThing(ports, thing, giving)
    return { ...thing, state: outcome === 'elsewhere' ? 'touched' : 'returned' }
  } catch (error) {
    return { ...thing, ...whyNot(error), state: 'touched' }
  }
}

async function ownHandover({ handovers }: Pick<Ports, 'handovers'>, caller: Caller, id: string): Promise<KeptHandover> {
  const kept = await handovers.find(id)
  if (kept === undefined || !isFor(caller, kept)) throw handoverRefusal('handover_unknown', { id })
  return kept
}

function isFor({ employee, reach }: Caller, { by }: KeptHandover): boolean {
  return employee === by || reach.people_edit === 'all'
}

function rowOf({ steps: _steps, done: _done, rev: _rev, ...row }: KeptHandover): HandoverRow {
  return row
}
