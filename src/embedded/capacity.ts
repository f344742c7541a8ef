import { shownBy, type Table } from './table'
import { isSame, itemBytes, type Item } from './value'

/** What a request has used of a table, in DynamoDB's units, the table itself and each of its indexes. */
export type Used = { readonly table: number; readonly indexes: Readonly<Record<string, number>> }

/** How much is asked to be told about what a request used. */
export type Telling = 'NONE' | 'TOTAL' | 'INDEXES'

/** The units a write takes: a kilobyte each of what was or is there, whichever is more, and what it changes in indexes. */
export function writeUnits(table: Table, was: Item | undefined, is: Item | undefined, times: number): Used {
  const units = Math.max(1, kilobytes(was), kilobytes(is)) * times
  const indexes: Record<string, number> = {}
  for (const index of table.declaration.indexes) {
    const [before, after] = [was && shownBy(table, index, was), is && shownBy(table, index, is)]
    const isMoved = before !== undefined && after !== undefined && !hasSameKey(index, before, after)
    // An entry under another key is one taken away and one made.
    if (isMoved) indexes[index.name] = kilobytes(before) + kilobytes(after)
    else if (before === undefined || after === undefined || !isSame(before, after)) {
      const most = Math.max(kilobytes(before), kilobytes(after))
      if (most > 0) indexes[index.name] = most
    }
  }
  return { table: units, indexes }
}

type KeyNames = { readonly partitionKey: string; readonly sortKey: string }

function hasSameKey({ partitionKey, sortKey }: KeyNames, a: Item, b: Item): boolean {
  return a[partitionKey] === b[partitionKey] && a[sortKey] === b[sortKey]
}

function kilobytes(item: Item | undefined): number {
  return item === undefined ? 0 : Math.ceil(itemBytes(item) / 1024)
}

/** The units a read takes: half a one for four kilobytes, twice that for a strong read, four times in a transaction. */
export function readUnits(bytes: number, how: 'eventual' | 'strong' | 'transaction'): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * { eventual: 0.5, strong: 1, transaction: 2 }[how]
}

/** What was used by table, as an answer tells it. */
export function toldCapacity(used: ReadonlyMap<string, readonly Used[]>, telling: Telling): readonly object[] {
  return [...used].map(([TableName, parts]) => {
    const table = parts.reduce((sum, part) => sum + part.table, 0)
    const indexes: Record<string, { CapacityUnits: number }> = {}
    for (const part of parts) {
      for (const [name, units] of Object.entries(part.indexes)) {
        indexes[name] = { CapacityUnits: (indexes[name]?.CapacityUnits ?? 0) + units }
      }
    }
    const CapacityUnits = Object.values(indexes).reduce((sum, one) => sum + one.CapacityUnits, table)
    if (telling === 'TOTAL') return { TableName, CapacityUnits }
    return { TableName, CapacityUnits, Table: { CapacityUnits: table }, GlobalSecondaryIndexes: indexes }
  })
}
