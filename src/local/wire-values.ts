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

/** A document request as it travels: every value of an item with its type. What is undefined is left out. */
export function encode(request: unknown): unknown {
  return walk(request, (item) => mapOf(item, wireOf))
}

/** An answer as it has travelled, with plain values in its items. */
export function decode(answer: unknown): unknown {
  return walk(answer, (item) => mapOf(item, plainOf))
}

function walk(part: unknown, read: (item: Wire) => Wire): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => walk(one, read))
  if (typeof part !== 'object' || part === null) return part
  const walked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined) continue
    // What a table has answered stands under the table's name, not under a word of the protocol.
    if (name === 'Responses') walked[name] = mapOf(value as Wire, (items) => itemsIn(items, read))
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
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return { L: value.map(wireOf) }
  if (typeof value === 'object' && isPlain(value)) return { M: mapOf(value as Wire, wireOf) }
  throw new TypeError(`An item cannot hold a ${typeof value === 'object' ? value.constructor.name : typeof value}.`)
}

function plainOf(value: unknown): unknown {
  for (const kind in value as Wire) {
    const held = (value as Wire)[kind]
    if (kind === 'S' || kind === 'BOOL') return held
    if (kind === 'N') return numberOf(String(held))
    if (kind === 'M') return mapOf(held as Wire, plainOf)
    if (kind === 'L') return (held as readonly unknown[]).map(plainOf)
    if (kind === 'NULL') return null
    if (kind === 'B') return new Uint8Array(Buffer.from(String(held), 'base64'))
    throw new TypeError(`The engine gave a value of the kind ${kind}, which is not used here.`)
  }
  throw new TypeError('The engine gave a value without its kind.')
}

// Beyond these, as with the SDK, a number would come back as another one.
function numberText(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new TypeError(`An item cannot hold the number ${value}.`)
  }
  return String(value)
}

function numberOf(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new TypeError(`The number ${text} is too large to be kept exactly.`)
  }
  return value
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
