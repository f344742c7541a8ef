import { readUnits, toldCapacity, type Used } from './capacity'
import { invalid } from './fault'
import { resolved } from './expressions/path'
import { projected } from './expressions/projection'
import { spoken } from './expressions/parsed'
import { checkParameters, wordOf } from './parameters'
import { keyNamed, textAt, type Table } from './table'
import { itemBytes, storedItem, type Item } from './value'

/** Finds a table by its name; refuses one that is not there. */
export type Tables = (name: string) => Table

type Telling = { readonly ReturnConsumedCapacity?: string }
type Shaping = {
  readonly ProjectionExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
}
type Get = Shaping & { readonly TableName: string; readonly Key: Item; readonly ConsistentRead?: boolean }
type Keys = Shaping & { readonly Keys: readonly Item[]; readonly ConsistentRead?: boolean }

const mostKeys = 100
// An answer may hold less than 16 MB at any time, so its text need not be counted in bytes.
const mostAnswerLength = 16 * 1024 * 1024

export const tellings = ['NONE', 'TOTAL', 'INDEXES'] as const

export function getItem(tables: Tables, request: Get & Telling): object {
  checkParameters('GetItem', request)
  const found = itemFor(tables(request.TableName), request)
  return { ...(found && { Item: found.item }), ...capacityOf(request, [[request, found]], 'one') }
}

/** Up to a hundred items by their keys; what would make the answer larger than 16 MB is left to ask for again. */
export function batchGetItem(
  tables: Tables,
  request: { readonly RequestItems: Readonly<Record<string, Keys>> } & Telling,
): object {
  checkParameters('BatchGetItem', request)
  const asked = Object.entries(request.RequestItems)
  const count = asked.reduce((sum, [, { Keys }]) => sum + Keys.length, 0)
  checkCount('keys', count)
  const responses: Record<string, Item[]> = {}
  const left: Record<string, Keys> = {}
  const reads: Read[] = []
  let room = mostAnswerLength
  for (const [TableName, keys] of asked) {
    checkParameters('Keys', keys)
    const table = tables(TableName)
    checkDistinct(keys.Keys.map((key) => keyNamed(table.declaration, key)))
    const items: Item[] = (responses[TableName] = [])
    for (const [at, Key] of keys.Keys.entries()) {
      const found = room > 0 ? itemFor(table, { ...keys, Key }) : undefined
      room -= found?.text.length ?? 0
      if (room <= 0) {
        left[TableName] = { ...keys, Keys: keys.Keys.slice(at) }
        break
      }
      if (found !== undefined) items.push(found.item)
      reads.push([{ TableName, ...keys }, found])
    }
  }
  return { Responses: responses, UnprocessedKeys: left, ...capacityOf(request, reads, 'many') }
}

/** Up to a hundred items by their keys, all as they are at one moment. */
export function transactGetItems(
  tables: Tables,
  request: { readonly TransactItems: readonly { readonly Get: Get }[] } & Telling,
): object {
  checkParameters('TransactGetItems', request)
  checkCount('actions', request.TransactItems.length)
  const gets = request.TransactItems.map(({ Get: get }) => get)
  for (const get of gets) checkParameters('Get', get)
  checkDistinct(
    gets.map(({ TableName, Key }) => ({ TableName, ...keyNamed(tables(TableName).declaration, Key) })),
    'Transaction request cannot include multiple operations on one item',
  )
  const reads = gets.map((get): Read => [get, itemFor(tables(get.TableName), get)])
  const responses = reads.map(([, found]) => (found === undefined ? {} : { Item: found.item }))
  return { Responses: responses, ...capacityOf(request, reads, 'many', 'transaction') }
}

type Found = { readonly item: Item; readonly whole: Item; readonly text: string }
type Read = readonly [
  asked: { readonly TableName: string; readonly ConsistentRead?: boolean },
  found: Found | undefined,
]

function itemFor(table: Table, { Key, ...shaping }: Shaping & { readonly Key: Item }): Found | undefined {
  const { ProjectionExpression, ExpressionAttributeNames } = shaping
  const { ProjectionExpression: paths, stands } = spoken({ ProjectionExpression, ExpressionAttributeNames })
  const text = textAt(table, keyNamed(table.declaration, Key))
  if (text === undefined) return undefined
  const whole = storedItem(text)
  const item =
    paths === undefined
      ? whole
      : projected(
          whole,
          paths.map((path) => resolved(path, stands)),
        )
  return { item, whole, text }
}

/** The units some reads took, where they were asked for: counting bytes takes longer than reading. */
function capacityOf(request: Telling, reads: readonly Read[], form: 'one' | 'many', how?: 'transaction'): object {
  if (request.ReturnConsumedCapacity === undefined) return {}
  const used = new Map<string, Used[]>()
  for (const [{ TableName, ConsistentRead }, found] of reads) {
    const bytes = found === undefined ? 0 : itemBytes(found.whole)
    const units = readUnits(bytes, how ?? (ConsistentRead === true ? 'strong' : 'eventual'))
    used.set(TableName, [...(used.get(TableName) ?? []), { table: units, indexes: {} }])
  }
  return capacityIn(request, used, form)
}

/** What an answer tells about the units used, where it was asked for. */
export function capacityIn(
  { ReturnConsumedCapacity: asked }: Telling,
  used: ReadonlyMap<string, readonly Used[]>,
  form: 'one' | 'many',
): object {
  const telling = wordOf('ReturnConsumedCapacity', asked, tellings)
  if (telling === 'NONE') return {}
  const told = toldCapacity(used, telling)
  return { ConsumedCapacity: form === 'one' ? told[0] : told }
}

export function checkCount(what: string, count: number, most = mostKeys): void {
  if (count >= 1 && count <= most) return
  throw invalid(`The number of ${what} must be from 1 to ${most}, and is ${count}.`)
}

/** Refuses two things about one item in one request. */
export function checkDistinct(keys: readonly object[], why = 'Provided list of item keys contains duplicates'): void {
  if (new Set(keys.map((key) => JSON.stringify(key))).size < keys.length) throw invalid(why)
}
