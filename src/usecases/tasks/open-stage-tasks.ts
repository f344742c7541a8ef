import { again, whileOthersWrite } from '#usecases/while-others-write'
import { missedTasks, seatTasks } from '#domain/deals/seating'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { dealAsOf } from '#usecases/deals/deal-as-of'
import { rulesFor } from '#usecases/deals/deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules'>

/**
 * Makes a deal's tasks what the rules of its visit ask for, after anything has happened to it: opens those of a stage it
 * entered, cancels those of a stage it left, moves those whose date field changed. It goes by the deal as it is now, so
 * duplicates, any order and a crash half-way come to the same tasks.
 */
export async function openStageTasks(ports: Needs, event: DomainEvent): Promise<void> {
  const people = await ports.people.load()
  const { dealId } = event.detail
  await whileOthersWrite(`The tasks of ${dealId} were changed`, async () => {
    const [deal, tasks] = await Promise.all([ports.deals.find(dealId), ports.deals.tasksOf(dealId)])
    // The event is written with the deal, so a deal that is not there was never there: nothing can be opened for it.
    if (deal === undefined) return undefined
    return (await seatNow(ports, { event, deal, tasks, people })) ? undefined : again
  })
}

type Scene = {
  readonly event: DomainEvent
  readonly deal: Deal
  readonly tasks: readonly Task[]
  readonly people: People
}

/** One look and what follows from it. True when the deal was still the same after everything was written. */
async function seatNow(ports: Needs, { event, deal, tasks, people }: Scene): Promise<boolean> {
  const rules = await rulesFor(ports, deal)
  const at = birthOf(event, ports.clock.now())
  const isMissedOpen = await recordMissed(ports, { event, deal, tasks, people })
  // A kept task that comes so late may have become somebody else's meanwhile: it is looked at with all the others.
  if (isMissedOpen) return false
  const { open, change } = seatTasks({ deal, rules, tasks, org: people, at })
  const opened = await Promise.all(
    open
      .filter((task) => isWorthOpening(task, { event, deal }, ports.clock.now()))
      .map((task) => ports.deals.openTask(task)),
  )
  const changed = await Promise.all(change.map(({ task, wasRev }) => ports.deals.adjustTask(task, wasRev)))
  if (changed.includes(false)) return false
  if (!opened.includes(true)) return true
  // Between reading the deal and writing its tasks it may have moved on, and whoever moved it did not see these tasks.
  const now = await ports.deals.find(deal.id)
  return now?.version === deal.version
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
 * The event is from a stay in a stage that the deal has left since, or was closed in: the tasks it would have brought go
 * on record as cancelled, as if they had been opened in time, so that every order of events leaves the same. Imported
 * history leaves no such trace. True when one of them is still to be done.
 */
async function recordMissed(ports: Needs, { event, deal, tasks, people }: Scene): Promise<boolean> {
  const { visit, status } = event.detail.deal
  const isRunning = deal.status === 'open' || deal.status === 'won'
  const wasRunning = status === 'open' || status === 'won'
  const isOver = visit < deal.visit.no || (wasRunning && !isRunning)
  if (!isOver || event.actor.kind === 'import') return false
  const then = await dealAsOf(ports, event)
  if (then === undefined) return false
  const rules = await rulesFor(ports, then)
  const reason = visit < deal.visit.no ? 'stage_left' : 'deal_closed'
  const situation = { deal: then, rules, tasks, org: people, at: event.at, until: event.at }
  const missed = missedTasks(situation, reason)
  await Promise.all(missed.map((task) => ports.deals.openTask(task)))
  return missed.some(({ status }) => status === 'open')
}
