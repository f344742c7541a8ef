import { sumOf } from '#domain/kernel/money'
import type { LedgerKey } from '#schemas/deal'
import type { Contribution } from '#schemas/event'

/** What is counted under a plan row. */
export type Counted = Pick<Contribution, 'sumMinor' | 'count' | 'tasksDone'>

/** What a deal or done task counts for under one plan row. */
export type Part = Counted & { readonly source: string; readonly key: LedgerKey }

type Entry = Part & { readonly version: number }
type Counter = LedgerKey & Counted & { readonly rev: number }

/** Nothing counted. */
export const nothing: Counted = { sumMinor: 0, count: 0, tasksDone: 0 }

/** Entries of the ledger that are not what their deals and tasks say: missing, stray or with other amounts. */
export function doubtfulEntries(
  entries: readonly Entry[],
  parts: readonly Part[],
): readonly { readonly entry: Entry | undefined; readonly part: Part }[] {
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]))
  const said = new Set(parts.map(nameOf))
  const missingOrOther = parts.map((part) => ({ entry: byName.get(nameOf(part)), part }))
  const stray = entries
    .filter((entry) => !said.has(nameOf(entry)))
    .map((entry) => ({ entry, part: { source: entry.source, key: entry.key, ...nothing } }))
  return [...missingOrOther, ...stray].filter(({ entry, part }) => !isSameCount(entry ?? nothing, part))
}

/**
 * Counters that are not the sum of their entries. The counters were read before and after the ledger: one that moved in
 * between is left alone, because its sum may hold half of that change.
 */
export function wrongCounters(
  before: readonly Counter[],
  entries: readonly Entry[],
  after: readonly Counter[],
): { readonly wrong: readonly { readonly was: Counter; readonly is: Counter }[]; readonly moving: number } {
  const revs = new Map(before.map((counter) => [rowOf(counter), counter.rev]))
  const sums = sumsOf(entries)
  const counted = new Set(after.map(rowOf))
  const missing = [...sums.values()]
    .filter((sum) => !counted.has(rowOf(sum)))
    .map((sum) => ({ ...sum, ...nothing, rev: 0 }))
  const all = [...after, ...missing]
  const still = all.filter((counter) => (revs.get(rowOf(counter)) ?? 0) === counter.rev)
  const wrong = still.flatMap((was) => {
    const is = { ...was, ...(countedOf(sums.get(rowOf(was))) ?? nothing) }
    return isSameCount(was, is) ? [] : [{ was, is }]
  })
  return { wrong, moving: all.length - still.length }
}

/** Whether two say the same amounts. */
export function isSameCount(a: Counted, b: Counted): boolean {
  return a.sumMinor === b.sumMinor && a.count === b.count && a.tasksDone === b.tasksDone
}

/** The plan row of a key but its month, as a report names it. */
export function rowOf({ employee, department, pipeline, axes }: LedgerKey): string {
  return [employee, department, pipeline, axes].join('/')
}

function sumsOf(entries: readonly Entry[]): ReadonlyMap<string, LedgerKey & Counted> {
  const sums = new Map<string, LedgerKey & Counted>()
  for (const entry of entries) {
    const sum = sums.get(rowOf(entry.key)) ?? { ...entry.key, ...nothing }
    sums.set(rowOf(entry.key), {
      ...sum,
      sumMinor: sumOf([sum.sumMinor, entry.sumMinor]),
      count: sum.count + entry.count,
      tasksDone: sum.tasksDone + entry.tasksDone,
    })
  }
  return sums
}

function countedOf(sum: Counted | undefined): Counted | undefined {
  return sum === undefined ? undefined : { sumMinor: sum.sumMinor, count: sum.count, tasksDone: sum.tasksDone }
}

function nameOf({ source, key }: Part): string {
  return `${source}#${key.month}#${rowOf(key)}`
}
