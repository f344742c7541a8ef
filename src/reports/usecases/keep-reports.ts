import { again, whileOthersWrite } from '#usecases/while-others-write'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { versionOf } from '#domain/kernel/event-id'
import { isNote } from '#domain/deals/fold'
import { dealFacts, type DealRecord } from '#reports/domain/deal-facts'
import { seatTasks } from '#domain/deals/seating'
import { textHash } from '#domain/kernel/text-hash'
import type { Ports } from '#ports/ports'
import type { Shelving } from '#ports/reports'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import { rulesFor } from '#usecases/deals/deal-file'
import { openStageTasks } from '#usecases/tasks/open-stage-tasks'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'reports'>

/**
 * Makes the facts of a deal for reports from all there is of it, after anything has happened to it. What follows from the
 * events for its tasks is seen to first: tasks appear and go without events of their own. Right in any order and any
 * number of times, because it looks at the deal as it is, and whoever read it earlier cannot write later.
 */
export async function keepReports(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  const dealId = events[0]?.detail.dealId
  if (dealId === undefined) return
  await whileOthersWrite(`The facts of ${dealId} were written`, async (look) => {
    // The head is read first: whoever wrote it has not seen a younger deal than we do.
    const head = await ports.reports.head(dealId)
    const record = await readRecord(ports, dealId)
    if (record === undefined) return undefined
    if (look === 1 && !(await isSettled(ports, record, events))) {
      await openTasksOf(ports, events)
      return again
    }
    const shelving = shelvingOf(record, head, await tellingOf(ports, record))
    return shelving === undefined || (await ports.reports.keep(shelving)) ? undefined : again
  })
}

/** Notes bring no tasks, and their time is not when anything began. */
async function openTasksOf(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  for (const event of events) if (!isNote(event)) await openStageTasks(ports, event)
}

/** A deal with all its events and tasks; the deal first, so that no event up to its version is missing. */
export async function readRecord({ deals }: Pick<Ports, 'deals'>, dealId: string): Promise<DealRecord | undefined> {
  const deal = await deals.find(dealId)
  if (deal === undefined) return undefined
  const [events, tasks] = await Promise.all([timelineOf(deals, dealId), deals.tasksOf(dealId)])
  return { deal, tasks, events: events.filter((event) => versionOf(event) <= deal.version) }
}

/** By which rules a deal is told: every version that one of its visits began under. */
export async function tellingOf({ rules }: Pick<Ports, 'rules'>, { events }: Pick<DealRecord, 'events'>) {
  const numbers = [...new Set(events.map(({ configVersion }) => configVersion))]
  const [newest, ...versions] = await Promise.all([rules.current(), ...numbers.map((no) => rules.version(no))])
  const models = new Map(versions.map(({ version, model }) => [version, model]))
  const modelOf = (version: number): Model => models.get(version) ?? newest.model
  return { modelOf, zone: newest.model.calendar.timezone }
}

/** What has to be written; undefined when the facts were made from the same already. */
export function shelvingOf(
  record: DealRecord,
  head: Awaited<ReturnType<Ports['reports']['head']>>,
  telling: Awaited<ReturnType<typeof tellingOf>>,
): Shelving | undefined {
  const stamp = stampOf(record)
  if (head?.stamp === stamp) return undefined
  const bodies = dealFacts(record, telling)
  const shelves = Object.fromEntries([...bodies].map(([shelf, body]) => [shelf, textHash(body)]))
  const before = head?.shelves ?? {}
  const changed = [...new Set([...Object.keys(before), ...bodies.keys()])].filter(
    (shelf) => before[shelf] !== shelves[shelf],
  )
  const wasRev = head?.rev ?? 0
  return {
    dealId: record.deal.id,
    wasRev,
    head: { rev: wasRev + 1, stamp, shelves },
    entries: changed.map((shelf) => ({ shelf, body: bodies.get(shelf) ?? null })),
  }
}

/** Grows with every change of the deal and of each of its tasks. */
function stampOf({ deal, tasks }: DealRecord): string {
  return `${deal.version}.${tasks.reduce((sum, { rev }) => sum + rev, 0)}`
}

/** Whether everything that follows from the events for the deal’s tasks has been done. */
async function isSettled(ports: Needs, record: DealRecord, events: readonly DomainEvent[]): Promise<boolean> {
  const { deal, tasks } = record
  const isPast = events.some(({ detail }) => detail.deal.visit !== deal.visit.no || detail.deal.status !== deal.status)
  if (isPast) return false
  const [rules, org] = await Promise.all([rulesFor(ports, deal), ports.people.load()])
  const { open, change } = seatTasks({ deal, rules, tasks, org, at: deal.updatedAt })
  return open.length === 0 && change.length === 0
}
