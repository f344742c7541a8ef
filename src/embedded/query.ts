import { readUnits } from './capacity'
import type { IndexDeclaration } from './declaration'
import { holds, type Condition } from './expressions/condition'
import { spoken, type Spoken } from './expressions/parsed'
import { resolved } from './expressions/path'
import { projected } from './expressions/projection'
import { invalid, unknownHere } from './fault'
import { rangeOf, type Range } from './key-range'
import { checkParameters, wordOf } from './parameters'
import { capacityIn, type Tables } from './reads'
import { keyIn, shownBy, sortable, type Table } from './table'
import { itemBytes, storedItem, type Item } from './value'
import type { SqlValue } from './sqlite'

type Asked = {
  readonly TableName: string
  readonly IndexName?: string
  readonly KeyConditionExpression?: string
  readonly FilterExpression?: string
  readonly ProjectionExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Item
  readonly ConsistentRead?: boolean
  readonly ScanIndexForward?: boolean
  readonly ExclusiveStartKey?: Item
  readonly Limit?: number
  readonly Select?: string
  readonly ReturnConsumedCapacity?: string
}

const mostPageBytes = 1024 * 1024
/** So many rows are read at once: a partition may hold more than fits into memory. */
const mostRows = 500

/** A page of a partition, of the table or of an index. */
export function queryItems(tables: Tables, request: Asked): object {
  checkParameters('Query', request)
  const table = tables(request.TableName)
  const index = indexOf(table, request)
  const words = spoken(request)
  if (words.KeyConditionExpression === undefined)
    throw invalid('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.')
  const range = rangeOf(words.KeyConditionExpression, index ?? table.declaration, words.stands)
  return pageOf({ table, index, request, words, range })
}

/** A page of a whole table, or of an index. */
export function scanItems(tables: Tables, request: Asked): object {
  checkParameters('Scan', request)
  const table = tables(request.TableName)
  return pageOf({ table, index: indexOf(table, request), request, words: spoken(request), range: undefined })
}

type Page = {
  readonly table: Table
  readonly index: IndexDeclaration | undefined
  readonly request: Asked
  readonly words: Spoken
  readonly range: Range | undefined
}

function indexOf({ declaration }: Table, { IndexName: name, ConsistentRead }: Asked): IndexDeclaration | undefined {
  if (name === undefined) return undefined
  const found = declaration.indexes.find((index) => index.name === name)
  if (found === undefined) throw invalid(`The table does not have the specified index: ${name}`)
  if (ConsistentRead === true) throw invalid('Consistent reads are not supported on global secondary indexes')
  return found
}

function pageOf(page: Page): object {
  const { request, words } = page
  const select = wordOf('Select', request.Select, [
    'ALL',
    'COUNT',
    'ALL_ATTRIBUTES',
    'SPECIFIC_ATTRIBUTES',
    'ALL_PROJECTED_ATTRIBUTES',
  ])
  if (select === 'ALL_ATTRIBUTES' && page.index?.projects !== undefined)
    throw unknownHere('Select of ALL_ATTRIBUTES on an index')
  const { seen, last, bytes } = seenItems(page)
  const { FilterExpression: filter, ProjectionExpression: paths, stands } = words
  const kept = filter === undefined ? seen : seen.filter((item) => holds(filter as Condition, item, stands))
  const shown =
    paths === undefined
      ? kept
      : kept.map((item) =>
          projected(
            item,
            paths.map((path) => resolved(path, stands)),
          ),
        )
  return {
    ...(select === 'COUNT' ? {} : { Items: shown }),
    Count: kept.length,
    ScannedCount: seen.length,
    ...(last && { LastEvaluatedKey: last }),
    ...usedBy(page, bytes),
  }
}

/** What a page has used, where that is asked for: what was looked at is not counted for nobody. */
function usedBy({ request, index }: Page, bytes: () => number): object {
  if (request.ReturnConsumedCapacity === undefined || request.ReturnConsumedCapacity === 'NONE') return {}
  const units = readUnits(bytes(), request.ConsistentRead === true ? 'strong' : 'eventual')
  const used = index === undefined ? { table: units, indexes: {} } : { table: 0, indexes: { [index.name]: units } }
  return capacityIn(request, new Map([[request.TableName, [used]]]), 'one')
}

/** The items a page looks at, before its filter: to its limit, or to 1 MB. */
function seenItems(page: Page): { seen: readonly Item[]; last: Item | undefined; bytes: () => number } {
  const { Limit: limit = Infinity, ExclusiveStartKey } = page.request
  if (limit < 1) throw invalid(`Limit must be greater than or equal to 1, not ${limit}.`)
  const seen: Item[] = []
  let start = ExclusiveStartKey === undefined ? undefined : startOf(page, ExclusiveStartKey)
  // Counted in bytes only where the page might be full: three for a character is more than any text takes.
  let atMost = 0
  let [counted, bytes] = [0, 0]
  const size = (): number => {
    for (const item of seen.slice(counted)) bytes += itemBytes(item)
    counted = seen.length
    return bytes
  }
  for (;;) {
    const rows = rowsAfter(page, start, Math.min(mostRows, limit - seen.length))
    for (const { item: text } of rows) {
      const whole = storedItem(text)
      const item = page.index === undefined ? whole : (shownBy(page.table, page.index, whole) ?? whole)
      seen.push(item)
      atMost += text.length * 3
      const isFull = seen.length >= limit || (atMost > mostPageBytes && size() > mostPageBytes)
      if (isFull) return { seen, last: placeOf(page, item), bytes: size }
    }
    if (rows.length < mostRows) return { seen, last: undefined, bytes: size }
    start = startOf(page, placeOf(page, seen.at(-1) ?? {}))
  }
}

function namesOf({ table, index }: Page): readonly string[] {
  const { partitionKey, sortKey } = table.declaration
  return index === undefined ? [partitionKey, sortKey] : [partitionKey, sortKey, index.partitionKey, index.sortKey]
}

/** The key of an item in the table and in the index: from here another page goes on. */
function placeOf(page: Page, item: Item): Item {
  return Object.fromEntries(namesOf(page).map((name) => [name, item[name]]))
}

type Start = { readonly values: readonly SqlValue[] }

function startOf(page: Page, key: Item): Start {
  const { table, index, range } = page
  const names = namesOf(page)
  const isWhole = names.every((name) => typeof key[name] === 'string') && Object.keys(key).length === names.length
  if (!isWhole) throw invalid('The provided starting key is invalid')
  const { pk, sk } = keyIn(table.declaration, key)
  const partition = String(key[index?.partitionKey ?? table.declaration.partitionKey])
  if (range !== undefined && partition !== range.partition) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions')
  }
  const own = [sortable(pk), sortable(sk)]
  if (index === undefined) return { values: range === undefined ? own : own.slice(1) }
  const within = [sortable(String(key[index.sortKey])), ...own]
  return { values: range === undefined ? [sortable(partition), ...within] : within }
}

type Read = { readonly item: string }

function rowsAfter(page: Page, start: Start | undefined, most: number): readonly Read[] {
  const { table, index, range } = page
  const no = index === undefined ? undefined : table.declaration.indexes.indexOf(index)
  const [pk, sk] = no === undefined ? ['pk', 'sk'] : [`p${no}`, `s${no}`]
  const order = no === undefined ? ['pk', 'sk'] : [pk, sk, 'pk', 'sk']
  const way = page.request.ScanIndexForward === false ? ' DESC' : ''
  const values: SqlValue[] = []
  const where: string[] = []
  if (range === undefined) where.push(`${pk} IS NOT NULL`)
  else {
    where.push(`${pk} = ?`, ...range.bounds.map(({ sign }) => `${sk} ${sign} ?`))
    values.push(sortable(range.partition), ...range.bounds.map(({ value }) => value))
    order.shift()
  }
  if (start !== undefined) {
    where.push(`(${order.join(', ')}) ${way === '' ? '>' : '<'} (${order.map(() => '?').join(', ')})`)
    values.push(...start.values)
  }
  const by = order.map((column) => `${column}${way}`).join(', ')
  const sql = `SELECT item FROM t${table.id} WHERE ${where.join(' AND ')} ORDER BY ${by} LIMIT ?`
  return table.select(sql).all(...values, most) as unknown as readonly Read[]
}
