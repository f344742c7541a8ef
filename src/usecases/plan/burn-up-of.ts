import { everyPage } from '#usecases/every-page'
import { burnUpDays, eveningsOf, type Came } from '#domain/plan/burn-up'
import { bounds, monthsOf, periodAfter } from '#domain/time/period'
import { amountIn, countsFor } from '#domain/plan/plan-rows'
import { nameOfPlanned } from '#domain/plan/plan-scope'
import { sumToday } from '#domain/plan/new-currency'
import { workingDaysOf } from '#domain/plan/progress'
import { dateIn } from '#domain/time/zone'
import type { LedgerEntry, PlanRowId, Snapshot } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { BurnUp } from '#schemas/plan'
import type { Task } from '#schemas/task'

import type { LoadedBooks } from './plan-books'

type Sources = Pick<Ports, 'plans' | 'deals' | 'settings'>
type Asked = { readonly period: string; readonly row: PlanRowId; readonly today: string; readonly plan: number | null }

/**
 * One row of a plan day by day. Days have the snapshot that was kept in their evening. What lies before the first
 * snapshot (a history that was imported, or a company that has just begun) is added up from the ledger, by the days on
 * which its deals were won or its tasks done.
 */
export async function burnUpOf(
  ports: Sources,
  books: Pick<LoadedBooks, 'model' | 'org' | 'yearStarts' | 'zone'>,
  { period, row, today, plan }: Asked,
): Promise<BurnUp> {
  const { model, yearStarts } = books
  const span = bounds(period, yearStarts)
  const snapshots = await snapshotsToday(ports, books, { period, row })
  const until = [snapshots[0]?.on, today, span.to].filter((day) => day !== undefined).toSorted()[0] ?? today
  const came = until > span.from ? await cameBefore(ports, books, { period, row, until }) : []
  const evenings = [...eveningsOf(came, { from: span.from, until }, plan), ...snapshots]
  return {
    period,
    ...row,
    name: nameOfPlanned(row, books),
    workingDays: workingDaysOf(model.calendar, span, today),
    days: [...burnUpDays(evenings, model.calendar, span)],
  }
}

/** The snapshots of a row in the currency of today: what was kept before the company had it is told anew. */
async function snapshotsToday(
  ports: Pick<Sources, 'plans' | 'settings'>,
  { zone }: Pick<LoadedBooks, 'zone'>,
  { period, row }: Pick<Asked, 'period' | 'row'>,
): Promise<readonly Snapshot[]> {
  const snapshots = await ports.plans.snapshots(period, row)
  if (row.metric !== 'sum' || snapshots.length === 0) return snapshots
  const changes = (await ports.settings.currencyChanges()).map((one) => ({ ...one, at: dateIn(zone, one.at) }))
  if (changes.length === 0) return snapshots
  return snapshots.map(({ on, plan, fact }) => ({
    on,
    plan: plan === null ? null : sumToday(plan, on, changes),
    fact: sumToday(fact, on, changes),
  }))
}

/** What the ledger holds for a row, by the day on which it came, of the months that begin before a day. */
async function cameBefore(
  ports: Sources,
  { yearStarts, zone }: Pick<LoadedBooks, 'yearStarts' | 'zone'>,
  { period, row, until }: { readonly period: string; readonly row: PlanRowId; readonly until: string },
): Promise<readonly Came[]> {
  const months = monthsOf(period, yearStarts).filter((month) => `${month}-01` < until)
  const of = row.metric === 'tasks_done' ? 'tasks' : 'deals'
  const ledgers = await Promise.all(months.map((month) => ports.plans.ledger(month, { of })))
  const entries = ledgers.flat().filter((one) => countsFor(one.key, row) && amountIn(one, row.metric) !== 0)
  const moments = row.metric === 'tasks_done' ? await whenDone(ports, entries) : await whenWon(ports, entries)
  return entries.flatMap((entry) => {
    const at = moments.get(entry.source)
    return at === undefined ? [] : [{ on: dateIn(zone, at), amount: amountIn(entry, row.metric) }]
  })
}

async function whenWon({ deals }: Sources, entries: readonly LedgerEntry[]): Promise<ReadonlyMap<string, string>> {
  const found = await deals.findMany([...new Set(entries.map(({ source }) => source))])
  return new Map(found.flatMap(({ id, won }) => (won === undefined ? [] : [[id, won.at]])))
}

/** Tasks are listed by who did them and in which month; a month of a task’s list is in UTC, so one more on either side. */
async function whenDone({ deals }: Sources, entries: readonly LedgerEntry[]): Promise<ReadonlyMap<string, string>> {
  const lists = new Set(
    entries.flatMap(({ key }) => [-1, 0, 1].map((step) => `${key.employee}\n${periodAfter(key.month, step)}`)),
  )
  const tasks = await Promise.all(
    [...lists].map((list) => {
      const [responsible = '', month = ''] = list.split('\n')
      return allDone(deals, responsible, month)
    }),
  )
  return new Map(tasks.flat().flatMap(({ id, doneAt }) => (doneAt === undefined ? [] : [[id, doneAt]])))
}

async function allDone(deals: Sources['deals'], responsible: string, month: string): Promise<readonly Task[]> {
  return everyPage(500, (page) => deals.doneTasks({ responsible, month, ...page }))
}
