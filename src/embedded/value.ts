import { invalid } from './fault'
import { checkNumber, compareNumbers, isPrecise, numberBytes, numberOf, textOf, type Numeric } from './number'

/** An item in plain values: text, numbers, truth, null, bytes, lists, maps, and sets of text, numbers or bytes. */
export type Item = Readonly<Record<string, unknown>>

/** The types of DynamoDB. */
export type Kind = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'L' | 'M' | 'SS' | 'NS' | 'BS'

/** The largest item, its names and values counted in bytes. */
export const mostItemBytes = 400 * 1024
const deepest = 32

export function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'S'
  if (typeof value === 'number' || isPrecise(value)) return 'N'
  if (typeof value === 'boolean') return 'BOOL'
  if (value === null) return 'NULL'
  if (Array.isArray(value)) return 'L'
  if (value instanceof Uint8Array) return 'B'
  return value instanceof Set ? setKind(value) : 'M'
}

function setKind(set: ReadonlySet<unknown>): Kind {
  const [first] = set
  const kind = kindOf(first ?? '')
  return kind === 'N' ? 'NS' : kind === 'B' ? 'BS' : 'SS'
}

// In the stored text a value that JSON has no form for is a map with one name of these, which no other name can be:
// a name of an item that begins with NUL is stored with one more.
const mark = '\u0000'
const markText = '"\\u0000'

/** The item as the text it is stored as; refuses what DynamoDB would, and what would come back as something else. */
export function storedText(item: Item, doesHoldSets: boolean): string {
  const isPlain = isPlainJson(item, 0)
  if (!isPlain && !doesHoldSets) refuseSets(item)
  const text = JSON.stringify(isPlain ? item : marked(item))
  // A text cannot stand for more than three times its length in bytes, so most items need not be counted.
  if (text.length * 3 > mostItemBytes && itemBytes(item) > mostItemBytes) {
    throw invalid('Item size has exceeded the maximum allowed size')
  }
  return text
}

/** The item that a stored text stands for. */
export function storedItem(text: string): Item {
  const item = JSON.parse(text) as Item
  return text.includes(markText) ? (unmarked(item) as Item) : item
}

/** Refuses a value that no item can hold. */
export function checkValue(value: unknown): void {
  isPlainJson(value, 0)
}

/** Checks a value, and tells whether JSON alone holds it. */
function isPlainJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      checkPlainNumber(value)
      return true
    case 'object':
      return isPlainObject(value, depth)
    default:
      throw cannotHold(value)
  }
}

function isPlainObject(value: object | null, depth: number): boolean {
  if (value === null) return true
  if (depth > deepest) throw invalid('Nesting Levels have exceeded supported limits')
  if (Array.isArray(value)) {
    let isPlain = true
    for (const one of value) if (!isPlainJson(one, depth + 1)) isPlain = false
    return isPlain
  }
  if (value instanceof Uint8Array || isPrecise(value)) return false
  if (value instanceof Set) {
    checkSet(value)
    return false
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw cannotHold(value)
  let isPlain = true
  for (const name in value) {
    const held = (value as Item)[name]
    // What is undefined is left out, here and by JSON.
    if (held !== undefined && !isPlainJson(held, depth + 1)) isPlain = false
    if (name.startsWith(mark)) isPlain = false
  }
  return isPlain
}

// Beyond these a number would come back as another one.
function checkPlainNumber(value: number): void {
  if (Number.isSafeInteger(value)) return
  if (!Number.isFinite(value) || Number.isInteger(value)) {
    throw new TypeError(`An item cannot hold the number ${value}.`)
  }
  checkNumber(value)
}

function checkSet(set: ReadonlySet<unknown>): void {
  if (set.size === 0) throw invalid('One or more parameter values were invalid: An set may not be empty')
  const kinds = new Set([...set].map(kindOf))
  const [kind] = kinds
  if (kinds.size > 1 || (kind !== 'S' && kind !== 'N' && kind !== 'B')) {
    throw new TypeError('An item cannot hold a Set of anything but only text, only numbers or only bytes.')
  }
  for (const one of set) if (typeof one === 'number') checkPlainNumber(one)
}

function refuseSets(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (value instanceof Set) throw new TypeError('An item cannot hold a Set: the table is declared without sets.')
  for (const one of Object.values(value)) refuseSets(one)
}

function cannotHold(value: unknown): TypeError {
  const what = typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : typeof value
  return new TypeError(`An item cannot hold a ${what}.`)
}

function marked(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [`${mark}B`]: Buffer.from(value).toString('base64') }
  if (isPrecise(value)) return { [`${mark}N`]: textOf(value) }
  if (value instanceof Set) return { [`${mark}S`]: [...value].map(marked) }
  if (Array.isArray(value)) return value.map(marked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.startsWith(mark) ? mark + name : name, marked(one)]),
  )
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [[name, held] = ['', undefined]] = entries
  if (name === `${mark}B`) return new Uint8Array(Buffer.from(String(held), 'base64'))
  if (name === `${mark}N`) return numberOf(String(held))
  if (name === `${mark}S`) return new Set((held as readonly unknown[]).map(unmarked))
  return Object.fromEntries(
    entries.map(([key, one]) => [key.startsWith(mark) ? key.slice(mark.length) : key, unmarked(one)]),
  )
}

/** The bytes an item counts for: names and values. */
export function itemBytes(item: Item): number {
  let sum = 0
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) sum += Buffer.byteLength(name) + bytesOf(value)
  }
  return sum
}

function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number' || isPrecise(value)) return numberBytes(value)
  if (typeof value === 'boolean' || value === null) return 1
  if (value instanceof Uint8Array) return value.byteLength
  if (value instanceof Set) return [...value].reduce((sum: number, one) => sum + bytesOf(one), 0)
  // A list or a map takes three bytes, and one for each thing in it.
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + bytesOf(one), 3)
  return 3 + Object.keys(value as Item).length + itemBytes(value as Item)
}

/** Whether two values are the same, sets and bytes by what is in them. */
export function isSame(a: unknown, b: unknown): boolean {
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return false
  if (kind === 'N') return compareNumbers(a as Numeric, b as Numeric) === 0
  if (kind === 'B') return Buffer.compare(a as Uint8Array, b as Uint8Array) === 0
  if (kind === 'L') {
    const [one, other] = [a as readonly unknown[], b as readonly unknown[]]
    return one.length === other.length && one.every((value, at) => isSame(value, other[at]))
  }
  if (kind === 'M') {
    const [one, other] = [a as Item, b as Item]
    const names = Object.keys(one)
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
    )
  }
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => isIn(b, one))
  return a === b
}

/** Whether a value is in a set or a list. */
export function isIn(among: Iterable<unknown>, value: unknown): boolean {
  for (const one of among) if (isSame(one, value)) return true
  return false
}

/** Orders two texts, numbers or bytes of one kind; undefined for anything else. */
export function compared(a: unknown, b: unknown): number | undefined {
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return undefined
  if (kind === 'S') return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string))
  if (kind === 'N') return compareNumbers(a as Numeric, b as Numeric)
  return kind === 'B' ? Buffer.compare(a as Uint8Array, b as Uint8Array) : undefined
}
