import { again } from '#reports/domain/again'
import type { Called } from '#reports/domain/called'
import type { Need } from '#reports/domain/catalog'
import { shelfNames, type RefusalFact } from '#reports/domain/facts'
import { monthsIn } from '#reports/domain/frame'
import { rowsOn, type Opened } from '#reports/domain/opened-shelf'
import type { ReportKind, Rows, TaskRow } from '#reports/domain/rows'
import type { Facts } from '#reports/domain/shelves'
import type { Frame } from '#reports/domain/scope'
import { reaches } from '#domain/kernel/access'
import { periodAfter } from '#domain/time/period'
import type { Ports } from '#ports/ports'

import { openShelf } from './shelf'

/** How many months before a period deals are measured over. */
const MEASURED_MONTHS = 6

/** The shelves on which a kind of row lies, of some months; what is open is one shelf. */
const shelvesOf: Readonly<Record<ReportKind, (months: readonly string[]) => readonly string[]>> = {
  made: (months) => months.map(shelfNames.deals),
  came: (months) => months.map(shelfNames.deals),
  reached: (months) => months.map(shelfNames.deals),
  skipped: (months) => months.map(shelfNames.deals),
  ended: (months) => months.map(shelfNames.deals),
  overridden: (months) => months.map(shelfNames.deals),
  won: (months) => months.map(shelfNames.deals),
  lost: (months) => months.map(shelfNames.deals),
  tasks: (months) => months.map(shelfNames.tasks),
  // Refusals are by months in UTC: one more on either side.
  refusals: (months) => around(months).map(shelfNames.refusals),
  open: () => [shelfNames.open],
  openTasks: () => [shelfNames.open],
}

/**
 * The facts a report needs, in a number of requests that hardly depends on how many deals there are: one for each shelf, one
 * for the packs there are, and one for up to 25 chunks of packs that are not remembered. A month is a shelf of deals, one
 * of tasks and one of refusals.
 */
export async function loadFacts(
  ports: Pick<Ports, 'reports' | 'deals'>,
  frame: Frame,
  { needs, called, only }: LoadedBy,
): Promise<Facts> {
  const months = monthsIn(frame)
  const kinds = needs.filter((need): need is ReportKind => need in shelvesOf)
  const past = needs.includes('past') ? monthsBefore(months[0] ?? '').map(shelfNames.deals) : []
  const shelves = await openShelves(ports, asksFor(kinds, months, past), called)
  const named = (kind: ReportKind) => (kinds.includes(kind) ? shelvesOf[kind](months) : [])
  const rows = <K extends ReportKind>(kind: K, names = named(kind)): Iterable<Rows[K]> => {
    const opened = names.flatMap((name) => shelves.get(name) ?? [])
    return again(() => (only === undefined ? rowsOn(opened, kind) : among(rowsOn(opened, kind), only)))
  }
  return {
    made: rows('made'),
    came: rows('came'),
    reached: rows('reached'),
    skipped: rows('skipped'),
    ended: rows('ended'),
    overridden: rows('overridden'),
    won: rows('won'),
    lost: rows('lost'),
    open: rows('open'),
    openTasks: rows('openTasks'),
    tasks: months.length > 1 ? eachOnce(rows('tasks')) : rows('tasks'),
    refusals: await visible(ports, frame, [...rows('refusals')]),
    past: { won: rows('won', past), lost: rows('lost', past) },
  }
}

/** Of which deals alone the facts are, where they are narrowed down. */
type LoadedBy = {
  readonly needs: readonly Need[]
  readonly called: Called | undefined
  readonly only?: ReadonlySet<string> | undefined
}

function* among<R extends { readonly deal: string }>(rows: Iterable<R>, only: ReadonlySet<string>): Generator<R> {
  for (const row of rows) if (only.has(row.deal)) yield row
}

type Ask = { readonly shelf: string; readonly kinds: readonly ReportKind[] }

/** Every shelf that is needed, once, with all that is needed of it. */
function asksFor(kinds: readonly ReportKind[], months: readonly string[], past: readonly string[]): readonly Ask[] {
  const asks = new Map<string, Set<ReportKind>>()
  const ask = (shelf: string, kind: ReportKind) => asks.set(shelf, (asks.get(shelf) ?? new Set()).add(kind))
  for (const kind of kinds) for (const shelf of shelvesOf[kind](months)) ask(shelf, kind)
  for (const shelf of past) for (const kind of ['won', 'lost'] as const) ask(shelf, kind)
  return [...asks].map(([shelf, all]) => ({ shelf, kinds: [...all] }))
}

async function openShelves(
  { reports }: Pick<Ports, 'reports'>,
  asks: readonly Ask[],
  called: Called | undefined,
): Promise<ReadonlyMap<string, Opened>> {
  const found = asks.length === 0 ? [] : await reports.rows(asks)
  return new Map(found.map((one) => [one.shelf, openShelf(one, called)]))
}

/** A task stands in every month that it touches. Most touch one alone, and need not be compared with others. */
function eachOnce(tasks: Iterable<TaskRow>): Iterable<TaskRow> {
  return again(function* each() {
    const seen = new Set<string>()
    for (const task of tasks) {
      if (!task.isAlone) {
        if (seen.has(task.id)) continue
        seen.add(task.id)
      }
      yield task
    }
  })
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
