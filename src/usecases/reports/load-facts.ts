import type { Need } from '#domain/reports/catalog'
import {
  shelfNames,
  type MonthFacts,
  type OpenFacts,
  type RefusalFact,
  type TaskFact,
  type TaskFacts,
} from '#domain/reports/facts'
import { monthsIn } from '#domain/reports/frame'
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
    read<MonthFacts>(ports, has('deals') ? months.map(shelfNames.deals) : []),
    read<TaskFacts>(ports, has('tasks') ? months.map(shelfNames.tasks) : []),
    read<OpenFacts>(ports, has('open') ? [shelfNames.open] : []),
    // Refusals are by months in UTC: one more on either side.
    read<RefusalFact>(ports, has('refusals') ? around(months).map(shelfNames.refusals) : []),
    read<MonthFacts>(ports, has('past') ? monthsBefore(months[0] ?? '').map(shelfNames.deals) : []),
  ])
  return { deals, tasks: eachOnce(tasks), open, refusals: await visible(ports, frame, refusals), past }
}

async function read<T>({ reports }: Pick<Ports, 'reports'>, shelves: readonly string[]): Promise<readonly T[]> {
  const found = shelves.length === 0 ? [] : await reports.read(shelves)
  return found.flatMap((entries) => entries.map((entry) => said<T>(entry)))
}

function said<T>(entry: ShelfEntry): T {
  const before = known.get(entry)
  if (before !== undefined) return before as T
  const now = JSON.parse(entry.body ?? 'null') as T
  known.set(entry, now)
  return now
}

/** A task stands in every month that it touches. */
function eachOnce(all: readonly TaskFacts[]): Facts['tasks'] {
  const tasks = new Map<string, TaskFact & { readonly deal: string }>()
  for (const { deal, tasks: some } of all) for (const task of some) tasks.set(task.id, { ...task, deal })
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
