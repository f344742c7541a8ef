import type { Need } from '#domain/reports/catalog'
import { shelfNames, type OpenFacts, type RefusalFact, type TaskOfDeal } from '#domain/reports/facts'
import { monthsIn } from '#domain/reports/frame'
import { readTasks } from '#domain/reports/task-wire'
import { readMonth } from '#domain/reports/wire'
import type { Facts } from '#domain/reports/shelves'
import type { Frame } from '#domain/reports/scope'
import { reaches } from '#domain/access'
import { periodAfter } from '#domain/period'
import { msOf, startOfDay } from '#domain/zone'
import type { Ports } from '#ports'
import type { ShelfEntry } from '#report-ports'

/** How many months before a period deals are measured over. */
const MEASURED_MONTHS = 6

/** Further from the ends of a month than this, an instant is in that month in whatever zone. */
const EDGE_MS = 2 * 86_400_000

/**
 * The facts a report needs, in a number of requests that does not depend on how many deals there are: three a shelf, two
 * where its pack is remembered. A month is a shelf of deals and one of tasks; what is open is one.
 */
export async function loadFacts(
  ports: Pick<Ports, 'reports' | 'deals'>,
  frame: Frame,
  needs: readonly Need[],
): Promise<Facts> {
  const months = monthsIn(frame)
  const has = (need: Need): boolean => needs.includes(need)
  const [deals, tasks, open, refusals, past] = await Promise.all([
    readAll(ports, has('deals') ? months.map(shelfNames.deals) : [], readMonth),
    read(ports, has('tasks') ? months.map(shelfNames.tasks) : [], readTasks),
    readAll<OpenFacts>(ports, has('open') ? [shelfNames.open] : [], JSON.parse),
    // Refusals are by months in UTC: one more on either side.
    readAll<RefusalFact>(ports, has('refusals') ? around(months).map(shelfNames.refusals) : [], JSON.parse),
    readAll(ports, has('past') ? monthsBefore(months[0] ?? '').map(shelfNames.deals) : [], readMonth),
  ])
  return {
    deals,
    tasks: eachOnce(tasks, months, frame.zone),
    open,
    refusals: await visible(ports, frame, refusals),
    past,
  }
}

/** What each of some shelves says. */
async function read<T>(
  { reports }: Pick<Ports, 'reports'>,
  shelves: readonly string[],
  facts: (body: string) => T,
): Promise<readonly (readonly T[])[]> {
  const found = shelves.length === 0 ? [] : await reports.read(shelves)
  return found.map((entries) => entries.map((entry) => said(entry, facts)))
}

async function readAll<T>(
  ports: Pick<Ports, 'reports'>,
  shelves: readonly string[],
  facts: (body: string) => T,
): Promise<readonly T[]> {
  return (await read(ports, shelves, facts)).flat()
}

/** What an entry says is noted on it: the store gives the same entry again as long as it is the same. */
function said<T>(entry: ShelfEntry, facts: (body: string) => T): T {
  return (entry.said ??= facts(entry.body ?? 'null')) as T
}

/** A task stands in every month that it touches. Most touch one alone, and need not be compared with others. */
function eachOnce(
  shelves: readonly (readonly (readonly TaskOfDeal[])[])[],
  months: readonly string[],
  zone: string,
): Facts['tasks'] {
  const tasks: TaskOfDeal[] = []
  const elsewhere = new Map<string, TaskOfDeal>()
  for (const [index, shelf] of shelves.entries()) {
    const month = months[index] ?? ''
    const from = startOf(month, zone) + EDGE_MS
    const to = startOf(periodAfter(month), zone) - EDGE_MS
    for (const task of shelf.flat()) {
      if (shelves.length === 1 || isWithin(task, from, to)) tasks.push(task)
      else elsewhere.set(task.id, task)
    }
  }
  for (const task of elsewhere.values()) tasks.push(task)
  return tasks
}

function isWithin({ createdAt, endedAt = createdAt, deadline = createdAt }: TaskOfDeal, from: number, to: number) {
  return createdAt >= from && createdAt < to && endedAt >= from && endedAt < to && deadline >= from && deadline < to
}

function startOf(month: string, zone: string): number {
  return msOf(startOfDay(zone, `${month}-01`))
}

/** Refusals name the owner of that moment: who may not see all deals sees those of deals that are visible now. */
async function visible(
  { deals }: Pick<Ports, 'deals'>,
  { caller, org }: Frame,
  refusals: readonly RefusalFact[],
): Promise<readonly RefusalFact[]> {
  if (refusals.length === 0 || caller.reach.deals_read === 'all') return refusals
  const owners = new Map(
    (await deals.findMany([...new Set(refusals.map(({ deal }) => deal))])).map(({ id, owner }) => [id, owner]),
  )
  return refusals.filter(({ deal }) => reaches(caller, 'deals_read', owners.get(deal) ?? '', org))
}

function around(months: readonly string[]): readonly string[] {
  const [first, last] = [months[0], months.at(-1)]
  return first === undefined || last === undefined ? [] : [periodAfter(first, -1), ...months, periodAfter(last, 1)]
}

function monthsBefore(month: string): readonly string[] {
  return Array.from({ length: MEASURED_MONTHS }, (_, index) => periodAfter(month, index - MEASURED_MONTHS))
}
