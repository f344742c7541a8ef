import type { DealColumn, TableCell } from './deal-columns'
import type { Listed } from './listed'

/** Where a page of the table begins: what the last row of the one before is sorted by, and its id. */
export type After = readonly [key: string | number | null, id: string]

/** An order of the table; rows of which the column says nothing come last either way, newer deals before older ones. */
export type Order = {
  readonly keyOf: (one: Listed) => string | number | null
  readonly compare: (one: After, other: After) => number
}

/** The order by a column. `base` brings an amount into company currency. */
export function orderBy(
  column: DealColumn,
  isDown: boolean,
  {
    language,
    base,
  }: { readonly language: string; readonly base: (minor: number, currency: string) => number | undefined },
): Order {
  const places = new Map(Object.keys(column.options ?? {}).map((id, no) => [id, no]))
  const collator = new Intl.Collator(language, { numeric: true })
  const keyOf = (one: Listed): string | number | null => {
    const cell = column.cell(one)
    if (cell === undefined || cell === '') return null
    if (column.kind === 'words') return places.get(String(cell)) ?? places.size
    if (column.kind === 'money') return base(cell as number, one.row.currency) ?? null
    return typeof cell === 'boolean' ? Number(cell) : (cell as Exclude<TableCell, boolean | undefined>)
  }
  const sign = isDown ? -1 : 1
  const compare = ([one, id]: After, [other, otherId]: After): number => {
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1
    } else {
      const order =
        typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(`${one}`, `${other}`)
      if (order !== 0) return sign * order
    }
    return id === otherId ? 0 : id < otherId ? 1 : -1
  }
  return { keyOf, compare }
}

/** Keeps the first so many of rows that come in any order, after a place where one is given. */
export function firstOf(most: number, { compare, keyOf }: Order, after?: After) {
  const rows: { readonly at: After; readonly one: Listed }[] = []
  let isMore = false
  const add = (one: Listed): void => {
    const at: After = [keyOf(one), one.row.deal]
    if (after !== undefined && compare(at, after) <= 0) return
    const last = rows.at(-1)
    if (rows.length === most) {
      isMore = true
      if (last !== undefined && compare(at, last.at) >= 0) return
      rows.pop()
    }
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(rows[middle]?.at ?? at, at) < 0) low = middle + 1
      else high = middle
    }
    rows.splice(low, 0, { at, one })
  }
  return {
    add,
    rows: (): readonly Listed[] => rows.map(({ one }) => one),
    /** Where the next page begins; undefined on the last one. */
    next: (): After | undefined => (isMore ? rows.at(-1)?.at : undefined),
  }
}
