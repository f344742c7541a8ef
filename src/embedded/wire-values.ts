import { keptNumber } from '#store/kept-number'
import { isPrecise, numberOf, textOf, type Precise } from './number'

type Wire = Readonly<Record<string, unknown>>

/** Where a request or an answer holds items, maps of attributes, rather than words of the protocol. */
const itemNames = new Set([
  'Item',
  'Items',
  'Key',
  'Keys',
  'Attributes',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
  'LastEvaluatedKey',
])

/** A request or an answer in plain values as it travels: every value of an item with its type. What is undefined is left out. */
export function encode(request: unknown): unknown {
  return walk(request, wireItem)
}

/** An answer as it has travelled, with plain values in its items. */
export function decode(answer: unknown): unknown {
  return walk(answer, (item) => mapOf(item, (value) => plainOf(value, keptNumber)))
}

/** A request as it has travelled, as the store takes it: with every number as exact as it was. */
export function decodeExactly(request: unknown): unknown {
  return walk(request, (item) => mapOf(item, (value) => plainOf(value, numberOf)))
}

/** An item with the type of every value. */
export function wireItem(item: Wire): Wire {
  return mapOf(item, wireOf)
}

/** An answer with JavaScript's own numbers: one that it cannot hold exactly becomes the nearest that it can. */
export function plainNumbers<T>(answer: T): T
export function plainNumbers(answer: unknown): unknown {
  if (isPrecise(answer)) return keptNumber(textOf(answer))
  if (typeof answer !== 'object' || answer === null || answer instanceof Uint8Array) return answer
  if (Array.isArray(answer)) return answer.map((one: unknown) => plainNumbers(one))
  if (answer instanceof Set) return new Set([...answer].map((one: unknown) => plainNumbers(one)))
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, plainNumbers(value)]))
}

function walk(part: unknown, read: (item: Wire) => Wire): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => walk(one, read))
  if (typeof part !== 'object' || part === null) return part
  const walked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined) continue
    // What a table has answered stands under the table's name, not under a word of the protocol.
    const isByTable = name === 'Responses' && !Array.isArray(value)
    if (isByTable) walked[name] = mapOf(value as Wire, (items) => itemsIn(items, read))
    else walked[name] = itemNames.has(name) ? itemsIn(value, read) : walk(value, read)
  }
  return walked
}

function itemsIn(value: unknown, read: (item: Wire) => Wire): unknown {
  return Array.isArray(value) ? value.map((item) => read(item as Wire)) : read(value as Wire)
}

function mapOf(map: Wire, each: (value: unknown) => unknown): Wire {
  const mapped: Record<string, unknown> = {}
  for (const name of Object.keys(map)) {
    const value = map[name]
    if (value !== undefined) mapped[name] = each(value)
  }
  return mapped
}

function wireOf(value: unknown): Wire {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: numberText(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (value instanceof Uint8Array) return { B: base64(value) }
  if (Array.isArray(value)) return { L: value.map(wireOf) }
  if (value instanceof Set) return wireSet([...value])
  if (isPrecise(value)) return { N: textOf(value) }
  if (typeof value === 'object' && isPlain(value)) return { M: mapOf(value as Wire, wireOf) }
  throw new TypeError(`An item cannot hold a ${typeof value === 'object' ? value.constructor.name : typeof value}.`)
}

function wireSet(members: readonly unknown[]): Wire {
  const [first] = members
  if (first instanceof Uint8Array) return { BS: members.map((one) => base64(one as Uint8Array)) }
  if (typeof first === 'string') return { SS: members }
  return { NS: members.map((one) => (isPrecise(one) ? textOf(one) : numberText(Number(one)))) }
}

type ReadNumber = (text: string) => number | Precise

function plainOf(value: unknown, readNumber: ReadNumber): unknown {
  for (const kind in value as Wire) {
    const held = (value as Wire)[kind]
    if (kind === 'S' || kind === 'BOOL') return held
    if (kind === 'N') return readNumber(String(held))
    if (kind === 'M') return mapOf(held as Wire, (one) => plainOf(one, readNumber))
    if (kind === 'L') return (held as readonly unknown[]).map((one) => plainOf(one, readNumber))
    if (kind === 'NULL') return null
    if (kind === 'B') return bytes(held)
    if (kind === 'SS') return new Set(held as readonly string[])
    if (kind === 'NS') return new Set((held as readonly unknown[]).map((one) => readNumber(String(one))))
    if (kind === 'BS') return new Set((held as readonly unknown[]).map(bytes))
    throw new TypeError(`A value of the kind ${kind} is not used here.`)
  }
  throw new TypeError('A value came without its kind.')
}

function bytes(text: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(String(text), 'base64'))
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64')
}

// Beyond these, as with the SDK, a number would come back as another one.
function numberText(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new TypeError(`An item cannot hold the number ${value}.`)
  }
  return String(value)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
