import type { FactRow, LedgerEntry, PlanStore } from '#ports/plans'
import type { LedgerKey } from '#schemas/deal'
import { keys, prefixes } from '#store/plan/keys'
import { memoryColumns } from '#memory/deals/columns'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'
import { memoryPace } from './pace'
import { memoryTargets } from './targets'

type Books = { readonly entries: Shelf<LedgerEntry>; readonly counters: Shelf<FactRow> }

/** The plan and its books, and how many open deals everybody has. */
export function memoryPlans(): { readonly plans: PlanStore; readonly openDeals: () => Record<string, number> } {
  const books: Books = { entries: shelf(), counters: shelf() }
  const { columns, openDeals } = memoryColumns()
  return { plans: { ...ledger(books), ...columns, ...memoryTargets(), ...memoryPace() }, openDeals }
}

function ledger(
  books: Books,
): Pick<PlanStore, 'contribute' | 'facts' | 'factsIn' | 'ledger' | 'repair' | 'repairEntry'> {
  const { entries, counters } = books
  return {
    contribute: async (source, version, plan) => {
      for (const one of plan) contribute(books, { ...one, source, version })
    },
    facts: async (month) => counters.all(month),
    factsIn: async (months) => months.flatMap((month) => counters.all(month)),
    ledger: async (month, { of } = {}) =>
      entries
        .all(month)
        .filter(({ source }) => of === undefined || source.startsWith(of === 'deals' ? 'deal_' : 'task_')),
    repair: async (wrong, right) => {
      const at = factKey(wrong)
      const now = counters.get(wrong.month, at)
      // A contribution that came after the ledger was added up is not in that sum: setting it would lose it.
      if ((now?.rev ?? 0) !== wrong.rev) return false
      const { sumMinor, count, tasksDone } = right
      counters.put(wrong.month, at, kept({ ...rowOf(wrong), sumMinor, count, tasksDone, rev: wrong.rev + 1 }))
      return true
    },
    repairEntry: async (wrong, right) => {
      const now = entries.get(right.key.month, entryKey(right))
      if (!isAsRead(now, wrong)) return false
      write(books, now, right)
      return true
    },
  }
}

function contribute(books: Books, entry: LedgerEntry): void {
  const was = books.entries.get(entry.key.month, entryKey(entry))
  if (was === undefined || was.version < entry.version) write(books, was, entry)
}

function write({ entries, counters }: Books, was: LedgerEntry | undefined, entry: LedgerEntry): void {
  const { source, version, key, sumMinor, count, tasksDone } = entry
  entries.put(key.month, entryKey(entry), kept({ source, version, key, sumMinor, count, tasksDone }))
  const change = {
    sumMinor: sumMinor - (was?.sumMinor ?? 0),
    count: count - (was?.count ?? 0),
    tasksDone: tasksDone - (was?.tasksDone ?? 0),
  }
  if (change.sumMinor === 0 && change.count === 0 && change.tasksDone === 0) return
  const at = factKey(key)
  const now = counters.get(key.month, at) ?? { ...rowOf(key), sumMinor: 0, count: 0, tasksDone: 0, rev: 0 }
  counters.put(
    key.month,
    at,
    kept({
      ...now,
      sumMinor: now.sumMinor + change.sumMinor,
      count: now.count + change.count,
      tasksDone: now.tasksDone + change.tasksDone,
      rev: now.rev + 1,
    }),
  )
}

// The amounts are compared too, because a repair may leave the version as it is.
function isAsRead(now: LedgerEntry | undefined, read: LedgerEntry | undefined): boolean {
  if (now === undefined || read === undefined) return now === read
  return (
    now.version === read.version &&
    now.sumMinor === read.sumMinor &&
    now.count === read.count &&
    now.tasksDone === read.tasksDone
  )
}

function rowOf({ month, employee, department, pipeline, axes }: LedgerKey): LedgerKey {
  return { month, employee, department, pipeline, axes }
}

/** Months are lists here, so a key need not name its kind. */
function factKey(key: LedgerKey): string {
  return keys.fact(key.month, key).sk.slice(prefixes.factsOf(key.month).length)
}

function entryKey({ key, source }: LedgerEntry): string {
  return keys.contribution(key.month, source, key).sk
}
