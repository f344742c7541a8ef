import { compared, isIn, isSame, kindOf, type Item, type Kind } from '#embedded/value'
import { invalid } from '#embedded/fault'

import { readPath, resolved, valueAt, type Path, type Stands } from './path'
import type { Reader } from './tokens'

/** Something with a value: of the item, given with the request, or the size of one of the item. */
export type Operand = { readonly path: Path } | { readonly value: string } | { readonly sizeOf: Path }

type Sign = '=' | '<>' | '<' | '<=' | '>' | '>='

/** A condition as it was written. */
export type Condition =
  | { readonly is: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'compare'; readonly sign: Sign; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'between'; readonly it: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly is: 'in'; readonly it: Operand; readonly among: readonly Operand[] }
  | { readonly is: 'exists' | 'missing'; readonly path: Path }
  | { readonly is: 'begins' | 'contains' | 'type'; readonly it: Operand; readonly what: Operand }

const signs: readonly string[] = ['=', '<>', '<', '<=', '>', '>=']
const mostAmong = 100
const kinds: readonly string[] = ['S', 'N', 'B', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'] satisfies Kind[]

/** Reads a condition to its end. */
export function readCondition(reader: Reader): Condition {
  const condition = readOr(reader)
  if (reader.peek() !== undefined) throw reader.fail()
  return condition
}

function readOr(reader: Reader): Condition {
  let left = readAnd(reader)
  while (reader.take('OR')) left = { is: 'or', left, right: readAnd(reader) }
  return left
}

function readAnd(reader: Reader): Condition {
  let left = readNot(reader)
  while (reader.take('AND')) left = { is: 'and', left, right: readNot(reader) }
  return left
}

function readNot(reader: Reader): Condition {
  return reader.take('NOT') ? { is: 'not', of: readNot(reader) } : readOne(reader)
}

function readOne(reader: Reader): Condition {
  if (reader.take('(')) {
    const isDoubled = reader.peek()?.text === '('
    const condition = readOr(reader)
    reader.expect(')')
    if (isDoubled && condition.is !== 'and' && condition.is !== 'or') {
      throw reader.fail('The expression has redundant parentheses;')
    }
    return condition
  }
  return readFunction(reader) ?? readComparison(reader)
}

/** The functions that are true or false; undefined for anything else. `size` is a value. */
function readFunction(reader: Reader): Condition | undefined {
  const word = reader.peek()
  if (word?.kind !== 'word' || reader.peek(1)?.text !== '(' || word.text === 'size') return undefined
  reader.next()
  reader.expect('(')
  if (word.text === 'attribute_exists' || word.text === 'attribute_not_exists') {
    const path = readPath(reader)
    reader.expect(')')
    return { is: word.text === 'attribute_exists' ? 'exists' : 'missing', path }
  }
  const is = ({ begins_with: 'begins', contains: 'contains', attribute_type: 'type' } as const)[word.text]
  if (is === undefined) throw reader.fail(`Invalid function name; function: ${word.text}`)
  const it = readOperand(reader)
  reader.expect(',')
  const what = readOperand(reader)
  reader.expect(')')
  return { is, it, what }
}

function readComparison(reader: Reader): Condition {
  const it = readOperand(reader)
  if (reader.take('BETWEEN')) {
    const low = readOperand(reader)
    reader.expect('AND')
    return { is: 'between', it, low, high: readOperand(reader) }
  }
  if (reader.take('IN')) {
    reader.expect('(')
    const among = [readOperand(reader)]
    while (reader.take(',')) among.push(readOperand(reader))
    reader.expect(')')
    if (among.length > mostAmong) throw reader.fail('The IN operator is provided with too many operands;')
    return { is: 'in', it, among }
  }
  const sign = signs.find((one) => reader.take(one))
  if (sign === undefined) throw reader.fail()
  return { is: 'compare', sign: sign as Sign, left: it, right: readOperand(reader) }
}

export function readOperand(reader: Reader): Operand {
  const token = reader.peek()
  if (token?.kind === 'value') return { value: reader.next().text }
  if (token?.text === 'size' && reader.peek(1)?.text === '(') {
    reader.next()
    reader.expect('(')
    const sizeOf = readPath(reader)
    reader.expect(')')
    return { sizeOf }
  }
  return { path: readPath(reader) }
}

/** Whether the condition holds for an item; undefined for one that is not there. */
export function holds(condition: Condition, item: Item | undefined, stands: Stands): boolean {
  switch (condition.is) {
    case 'and':
      return holds(condition.left, item, stands) && holds(condition.right, item, stands)
    case 'or':
      return holds(condition.left, item, stands) || holds(condition.right, item, stands)
    case 'not':
      return !holds(condition.of, item, stands)
    case 'exists':
      return valueAt(item, resolved(condition.path, stands)) !== undefined
    case 'missing':
      return valueAt(item, resolved(condition.path, stands)) === undefined
    case 'compare':
      return doesCompare(condition.sign, valueOf(condition.left, item, stands), valueOf(condition.right, item, stands))
    case 'between': {
      refuseTurned(condition, stands)
      const it = valueOf(condition.it, item, stands)
      return (
        doesCompare('>=', it, valueOf(condition.low, item, stands)) &&
        doesCompare('<=', it, valueOf(condition.high, item, stands))
      )
    }
    case 'in':
      return condition.among.some((one) =>
        doesCompare('=', valueOf(condition.it, item, stands), valueOf(one, item, stands)),
      )
    case 'begins':
    case 'contains':
    case 'type':
      return doesFit(condition.is, valueOf(condition.it, item, stands), valueOf(condition.what, item, stands))
  }
}

/** Bounds that are both given with the request, the upper below the lower, are a mistake. */
function refuseTurned({ low, high }: { readonly low: Operand; readonly high: Operand }, { values }: Stands): void {
  if (!('value' in low) || !('value' in high)) return
  if ((compared(values[low.value], values[high.value]) ?? 0) <= 0) return
  throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound')
}

export function valueOf(operand: Operand, item: Item | undefined, stands: Stands): unknown {
  if ('value' in operand) return stands.values[operand.value]
  if ('path' in operand) return valueAt(item, resolved(operand.path, stands))
  return sizeOf(valueAt(item, resolved(operand.sizeOf, stands)))
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (value instanceof Uint8Array) return value.byteLength
  if (value instanceof Set) return value.size
  if (Array.isArray(value)) return value.length
  return value !== undefined && kindOf(value) === 'M' ? Object.keys(value as Item).length : undefined
}

function doesCompare(sign: Sign, left: unknown, right: unknown): boolean {
  // What is not there is neither equal to anything, nor below nor above it; it only differs from what is there.
  if (left === undefined || right === undefined) return sign === '<>' && left !== right
  if (sign === '=') return isSame(left, right)
  if (sign === '<>') return !isSame(left, right)
  const order = compared(left, right)
  if (order === undefined) return false
  if (sign === '<') return order < 0
  if (sign === '<=') return order <= 0
  return sign === '>' ? order > 0 : order >= 0
}

function doesFit(is: 'begins' | 'contains' | 'type', it: unknown, what: unknown): boolean {
  if (is === 'type') {
    if (typeof what !== 'string' || !kinds.includes(what)) {
      throw invalid(`Invalid ConditionExpression: Invalid attribute type name found; type: ${String(what)}`)
    }
    return it !== undefined && kindOf(it) === what
  }
  if (it === undefined || what === undefined) return false
  if (typeof it === 'string')
    return typeof what === 'string' && (is === 'begins' ? it.startsWith(what) : it.includes(what))
  if (it instanceof Uint8Array && what instanceof Uint8Array) {
    const at = Buffer.from(it).indexOf(what)
    return is === 'begins' ? at === 0 : at >= 0
  }
  if (is === 'contains' && (Array.isArray(it) || it instanceof Set)) return isIn(it as Iterable<unknown>, what)
  return false
}
