import type { Need } from '#domain/reports/catalog'
import { shelfNames, type OpenFacts, type RefusalFact, type TaskOfDeal } from '#domain/reports/facts'
import { monthsIn } from '#domain/reports/frame'
import { readMonth, readTasks } from '#domain/reports/wire'
import type { Facts } from '#domain/reports/shelves'
import type { Frame } from '#domain/reports/scope'
import { reaches } from '#domain/access'
import { periodAfter } from '#domain/period'
import type { Ports } from '#ports'
import type { ShelfEntry } from '#report-ports'

/** How many months before a period deals are measured over. */
const MEASURED_MONTHS = 6

/** What an entry says, once it has been read: the store gives the same entry again as long as it is the same. */
const known = new WeakMap<ShelfEntry, unknown>()

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
    read(ports, has('deals') ? months.map(shelfNames.deals) : [], readMonth),
    read(ports, has('tasks') ? months.map(shelfNames.tasks) : [], readTasks),
    read<OpenFacts>(ports, has('open') ? [shelfNames.open] : [], JSON.parse),
    // Refusals are by months in UTC: one more on either side.
    read<RefusalFact>(ports, has('refusals') ? around(months).map(shelfNames.refusals) : [], JSON.parse),
    read(ports, has('past') ? monthsBefore(months[0] ?? '').map(shelfNames.deals) : [], readMonth),
  ])
  return { deals, tasks: eachOnce(tasks, months.length), open, refusals: await visible(ports, frame, refusals), past }
}

async function read<T>(
  { reports }: Pick<Ports, 'reports'>,
  shelves: readonly string[],
  facts: (body: string) => T,
): Promise<readonly T[]> {
  const found = shelves.length === 0 ? [] : await reports.read(shelves)
  return found.flatMap((entries) => entries.map((entry) => said(entry, facts)))
}

function said<T>(entry: ShelfEntry, facts: (body: string) => T): T {
  const before = known.get(entry)
  if (before !== undefined) return before as T
  const now = facts(entry.body ?? 'null')
  known.set(entry, now as object)
  return now
}

/** A task stands in every month that it touches. */
function eachOnce(all: readonly (readonly TaskOfDeal[])[], months: number): Facts['tasks'] {
  if (months === 1) return all.flat()
  const tasks = new Map<string, TaskOfDeal>()
  for (const some of all) for (const task of some) tasks.set(task.id, task)
  return [...tasks.values()]
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
