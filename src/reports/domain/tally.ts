import { divideHalfEven } from '#domain/kernel/ratio'
import type { FoldKind } from '#schemas/report-names'

type Values = Readonly<Record<string, number>>
type Own = { readonly id: string; readonly fold: Exclude<FoldKind, 'derived'>; sum: number; readonly each: number[] }

/** Most of a large report brings one of a few things, such as one task on time: so many of them are counted, not added. */
const MOST_ALIKE = 16

/** What the grains of a row have brought to its columns so far. */
export class Tally {
  readonly #own: readonly Own[]
  readonly #alike: Values[] = []
  readonly #times: number[] = []
  #isEmpty = true

  constructor(columns: readonly { readonly id: string; readonly fold: FoldKind }[]) {
    this.#own = columns.flatMap(({ id, fold }) => (fold === 'derived' ? [] : [{ id, fold, sum: 0, each: [] }]))
  }

  get isEmpty(): boolean {
    return this.#isEmpty
  }

  /** Adds what one grain brings. */
  add(values: Values): void {
    this.#isEmpty = false
    const index = this.#alike.indexOf(values)
    if (index >= 0) {
      this.#times[index] = (this.#times[index] ?? 0) + 1
    } else if (this.#alike.length < MOST_ALIKE) {
      this.#alike.push(values)
      this.#times.push(1)
    } else {
      addTo(this.#own, values, 1)
    }
  }

  /** What all of them come to, by column. */
  numbers(): Record<string, number | null> {
    for (const [index, values] of this.#alike.entries()) addTo(this.#own, values, this.#times[index] ?? 0)
    this.#alike.length = 0
    this.#times.length = 0
    return Object.fromEntries(
      this.#own.map(({ id, fold, sum, each }) => [id, fold === 'sum' ? sum : foldedValues(fold, each)]),
    )
  }
}

function addTo(columns: readonly Own[], values: Values, times: number): void {
  for (const column of columns) {
    const value = values[column.id]
    if (value === undefined) continue
    if (column.fold === 'sum') column.sum += value * times
    else for (let time = 0; time < times; time += 1) column.each.push(value)
  }
}

/** What values come to. A median between two is their mean; the 90th percentile is a value that is there (nearest rank). */
export function foldedValues(fold: Exclude<FoldKind, 'derived'>, values: readonly number[]): number | null {
  switch (fold) {
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0)
    case 'mean':
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
    case 'longest':
      return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value))
    case 'percent':
      return percent(
        values.reduce((sum, value) => sum + value, 0),
        values.length,
      )
    case 'median': {
      if (values.length === 0) return null
      const sorted = Float64Array.from(values).sort()
      const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
      return (low + high) / 2
    }
    case 'p90': {
      if (values.length === 0) return null
      const sorted = Float64Array.from(values).sort()
      return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null
    }
  }
}

/** A share in percent with one decimal, half to even; null of nothing. */
export function percent(part: number, whole: number | null): number | null {
  if (whole === null || whole <= 0) return null
  return Number(divideHalfEven(BigInt(Math.round(part)) * 1000n, BigInt(Math.round(whole)))) / 10
}
