import type { Table } from './table'
import { storedItem } from './value'
import type { Write } from './writes'

type Expiry = {
  readonly nowMs: number
  readonly most: number
  readonly write: (write: Write) => Promise<object>
}

// As with DynamoDB, which takes a time so long ago for a mistake.
const longestAgo = 5 * 366 * 24 * 3600

/** Takes away items whose time is over, so many in all; answers how many. */
export async function expireIn(tables: Iterable<Table>, { nowMs, most, write }: Expiry): Promise<number> {
  let count = 0
  // oxlint-disable-next-line no-await-in-loop -- what one table leaves of the number is for the next
  for (const table of tables) count += await expireOf(table, { nowMs, most: most - count, write })
  return count
}

async function expireOf(table: Table, { nowMs, most, write }: Expiry): Promise<number> {
  if (table.declaration.timeToLive === undefined || most <= 0) return 0
  const sql = `SELECT pk, sk, item FROM t${table.id} WHERE expires BETWEEN ? AND ? LIMIT ?`
  const now = Math.floor(nowMs / 1000)
  let count = 0
  await write(() => {
    const rows = table.select(sql).all(now - longestAgo, now, most)
    count = rows.length
    return () => ({ plans: rows.map((row) => removal(table, row)), answer: {} })
  })
  return count
}

function removal(table: Table, { pk, sk, item }: Readonly<Record<string, unknown>>) {
  const { partitionKey, sortKey } = table.declaration
  const was = String(item)
  const { [partitionKey]: first, [sortKey]: second } = storedItem(was)
  table.sql.remove.run(String(pk), String(sk))
  const key = { pk: String(first), sk: String(second) }
  const intent = {
    verb: 'delete' as const,
    table,
    key,
    request: { TableName: table.name },
    words: noWords,
    prepared: undefined,
  }
  return { intent, was, next: undefined }
}

const noWords = { stands: { names: {}, values: {} } }
