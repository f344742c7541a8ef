import { pagesOf } from '#usecases/every-page'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { isOfOther } from '#domain/kernel/subject'
import type { DueKey } from '#ports/deals'
import type { DealCard } from '#schemas/deal'
import type { Task } from '#schemas/task'
import type { DueNeeds, DueOutcome, DueScene, DueThing } from './due-scene'
import { lookAtClock } from './look-at-clock'
import { lookAtOwed } from './look-at-owed'
import { lookAtTask } from './look-at-task'

/** Over how many partitions of the index what is due is spread; they are swept side by side. */
const shards = 8

/** Keys a page: one query, at most 20 batch reads and some 30 transactions. */
const pageSize = 1000

/** Looks in a row at one thing: its miss and the steps of its ladder that have come in the meantime. */
const mostRounds = 50

/** What a sweep came to: things looked at, notes written, things handed over, and those left for the next sweep. */
export type Swept = { looked: number; noted: number; given: number; left: number; failed: number }

/**
 * Looks at everything whose time has come before `at`: notes what is overdue, stuck, idle or unanswered, and climbs the
 * ladders. Whatever is noted is so exactly once, however often, late or side by side this runs, and what a sweep did not
 * get to is still there for the next. For N due tasks of N deals it makes about N / 1000 queries, N / 50 batch reads and
 * N / 33 transactions a look. Throws in the end when something could not be looked at, after everything else was.
 */
export async function sweepDue(ports: DueNeeds, at: string): Promise<Swept> {
  const people = await ports.people.load()
  const command = { caller: systemCaller('system', 'clock'), correlationId: ports.ids.next('cor') }
  // Schedules may name the instant without milliseconds; as text it would not sort with the others.
  const scene: DueScene = { ports, at: new Date(at).toISOString(), people, command }
  const swept: Swept = { looked: 0, noted: 0, given: 0, left: 0, failed: 0 }
  const sweeping = Array.from({ length: shards }, (_, shard) => sweepShard(scene, shard, swept))
  // Every shard comes to its end before a failure of one is told, so that a retry does not run beside this sweep.
  const broken = (await Promise.allSettled(sweeping)).find((result) => result.status === 'rejected')
  if (broken !== undefined) throw broken.reason
  if (swept.failed > 0)
    throw new Error(`${swept.failed} of ${swept.looked} things that are due could not be looked at.`)
  return swept
}

async function sweepShard(scene: DueScene, shard: number, swept: Swept): Promise<void> {
  for await (const items of pagesOf(pageSize, (page) => scene.ports.deals.due({ shard, before: scene.at, ...page })))
    if (items.length > 0) await sweepPage(scene, items, swept)
}

type Work = { readonly scene: DueScene; readonly deals: Map<string, DealCard>; readonly swept: Swept }

async function sweepPage(scene: DueScene, keys: readonly DueKey[], swept: Swept): Promise<void> {
  const found = await scene.ports.deals.readDue(keys)
  const work: Work = { scene, deals: new Map(found.deals.map((deal) => [deal.id, deal])), swept }
  let things: readonly DueThing[] = [
    ...found.tasks.map((task) => ({ kind: 'task', task }) as const),
    ...found.clocks.map((clock) => ({ kind: 'clock', clock }) as const),
  ]
  swept.looked += things.length
  for (let round = 1; round <= mostRounds && things.length > 0; round += 1) things = await sweepRound(work, things)
  swept.left += things.length
}

/** One look at each thing; answers those that may have more to say. */
async function sweepRound(work: Work, things: readonly DueThing[]): Promise<readonly DueThing[]> {
  const looked = await Promise.all(things.map((thing) => lookAt(work, thing)))
  const noted = await writeNotes(work, looked)
  const quiet = await writeQuiet(work, looked)
  const given: DueThing[] = []
  // What is handed over changes the version of its deal, so it comes last, one after another.
  for (const [no, outcome] of looked.entries()) {
    const thing = things[no]
    if (outcome.kind !== 'give' || thing === undefined) continue
    given.push(...(await handOver(work, thing)))
  }
  return [...noted, ...quiet, ...given]
}

async function lookAt(work: Work, thing: DueThing): Promise<DueOutcome> {
  const { scene, deals, swept } = work
  if (thing.kind === 'task' && isOfOther(thing.task)) return lookAtOther(work, thing.task)
  const deal = deals.get(thing.kind === 'task' ? thing.task.dealId : thing.clock.dealId)
  if (deal === undefined) return { kind: 'nothing' }
  try {
    return await (thing.kind === 'task' ? lookAtTask(scene, deal, thing.task) : lookAtClock(scene, deal, thing.clock))
  } catch (error) {
    // One deal whose rules cannot be read must not keep the others from being looked at.
    swept.failed += 1
    console.error(JSON.stringify({ level: 'error', sweep: scene.at, deal: deal.id, error: String(error) }))
    return { kind: 'nothing' }
  }
}

async function lookAtOther({ scene, swept }: Work, task: Task): Promise<DueOutcome> {
  try {
    return await lookAtOwed(scene, task)
  } catch (error) {
    swept.failed += 1
    console.error(JSON.stringify({ level: 'error', sweep: scene.at, task: task.id, error: String(error) }))
    return { kind: 'nothing' }
  }
}

async function writeNotes({ scene, swept }: Work, looked: readonly DueOutcome[]): Promise<readonly DueThing[]> {
  const outcomes = looked.filter((outcome) => outcome.kind === 'note')
  const written = await scene.ports.deals.noteAll(outcomes.map(({ note }) => note))
  const kept = outcomes.filter((_, no) => written[no] === true)
  swept.noted += kept.length
  swept.left += outcomes.length - kept.length
  return kept.map(({ thing }) => thing)
}

async function writeQuiet({ scene, swept }: Work, looked: readonly DueOutcome[]): Promise<readonly DueThing[]> {
  const kept: DueThing[] = []
  for (const outcome of looked) {
    if (outcome.kind !== 'quiet') continue
    const { thing } = outcome
    const isKept = await (thing.kind === 'task'
      ? scene.ports.deals.adjustTask(thing.task, thing.task.rev - 1)
      : scene.ports.deals.keepClock({ clock: thing.clock, wasRev: thing.clock.rev - 1 }))
    if (isKept) kept.push(thing)
    else swept.left += 1
  }
  return kept
}

/** Decides once more on the whole deal, because others of its tasks may have been handed over a moment ago. */
async function handOver(work: Work, thing: DueThing): Promise<readonly DueThing[]> {
  const { scene, deals, swept } = work
  const id = thing.kind === 'task' ? thing.task.dealId : thing.clock.dealId
  const deal = await scene.ports.deals.find(id)
  if (deal === undefined) return []
  deals.set(id, deal)
  const outcome = await lookAt(work, thing)
  if (outcome.kind !== 'give') {
    swept.left += 1
    return []
  }
  try {
    deals.set(id, await outcome.give(deal))
    swept.noted += 1
    swept.given += 1
    return [outcome.thing]
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error
    swept.left += 1
    return []
  }
}
