import { isNote } from '#domain/deals/fold'
import { missedTasks, seatTasks } from '#domain/deals/seating'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { dealAsOf } from '#usecases/deals/deal-as-of'
import { rulesFor } from '#usecases/deals/deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/** A deal and its tasks as they were read, and the events that something follows from. */
export type Seen = {
  readonly deal: Deal
  readonly tasks: readonly Task[]
  readonly people: People
  readonly events: readonly DomainEvent[]
}

/** Events that bring and take no tasks. */
const bringNothing: ReadonlySet<string> = new Set(['deal.reattributed', 'task.checked'])

/**
 * Makes a deal's tasks what the rules of its visit ask for, after anything has happened to it: opens those of a stage it
 * entered, cancels those of a stage it left, moves those whose date field changed. It goes by the deal as it is now, so
 * duplicates, any order and a crash half-way come to the same tasks. Answers the tasks as they are then; undefined where
 * somebody else wrote meanwhile, and it has to be looked again.
 */
export async function seatAfter(ports: Needs, seen: Seen): Promise<readonly Task[] | undefined> {
  const { deal, people } = seen
  const rules = await rulesFor(ports, deal)
  const after = new Map(seen.tasks.map((task) => [task.id, task]))
  let isOpened = false
  // Notes bring no tasks, and their time is not when anything began.
  for (const event of seen.events) {
    if (isNote(event) || bringNothing.has(event.name)) continue
    const missed = await missedBefore(ports, { event, deal, tasks: [...after.values()], people })
    const recorded = await Promise.all(missed.map((task) => ports.deals.openTask(task)))
    // A kept task that comes so late may have become somebody else's meanwhile: it is looked at with all the others.
    if (recorded.includes(false) || missed.some(({ status }) => status === 'open')) return undefined
    for (const task of missed) after.set(task.id, task)
    const at = birthOf(event, ports.clock.now())
    const { open, change } = seatTasks({ deal, rules, tasks: [...after.values()], org: people, at })
    const born = open.filter((task) => isWorthOpening(task, { event, deal }, ports.clock.now()))
    const written = await Promise.all([
      ...born.map((task) => ports.deals.openTask(task)),
      ...change.map(({ task, wasRev }) => ports.deals.adjustTask(task, wasRev)),
    ])
    // Somebody else was first: what they have written is read with the next look.
    if (written.includes(false)) return undefined
    for (const task of [...born, ...change.map(({ task: changed }) => changed)]) after.set(task.id, task)
    isOpened ||= born.length > 0
  }
  if (!isOpened) return [...after.values()]
  // Between reading the deal and writing its tasks it may have moved on, and whoever moved it did not see these tasks.
  const now = await ports.deals.find(deal.id)
  return now?.version === deal.version ? [...after.values()] : undefined
}

type Scene = {
  readonly event: DomainEvent
  readonly deal: Deal
  readonly tasks: readonly Task[]
  readonly people: People
}

/** Tasks of imported history are born when it is imported: nobody can have missed them before. */
function birthOf(event: DomainEvent, now: string): string {
  return event.actor.kind === 'import' && now > event.at ? now : event.at
}

/** A call that an imported loss or cancellation would have asked for long ago is not made up for; one that is still to come is. */
function isWorthOpening(task: Task, { event, deal }: Pick<Scene, 'event' | 'deal'>, now: string): boolean {
  const isEnded = deal.status === 'lost' || deal.status === 'cancelled'
  const isLongAgo = isEnded && task.dueAt !== null && task.dueAt < now
  return event.actor.kind !== 'import' || !isLongAgo
}

/**
 * Where the event is from a stay in a stage that the deal has left since, or was closed in: the tasks it would have brought,
 * to go on record as cancelled, as if they had been opened in time, so that every order of events leaves the same.
 * Imported history leaves no such trace.
 */
async function missedBefore(ports: Needs, { event, deal, tasks, people }: Scene): Promise<readonly Task[]> {
  const { visit, status } = event.detail.deal
  const isRunning = deal.status === 'open' || deal.status === 'won'
  const wasRunning = status === 'open' || status === 'won'
  const isOver = visit < deal.visit.no || (wasRunning && !isRunning)
  if (!isOver || event.actor.kind === 'import') return []
  const then = await dealAsOf(ports, event)
  if (then === undefined) return []
  const rules = await rulesFor(ports, then)
  const reason = visit < deal.visit.no ? 'stage_left' : 'deal_closed'
  return missedTasks({ deal: then, rules, tasks, org: people, at: event.at, until: event.at }, reason)
}
