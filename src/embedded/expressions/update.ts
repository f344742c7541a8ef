import { readOperand, type Operand } from './condition'
import { readPath, type Path } from './path'
import type { Reader } from './tokens'

/** What an attribute is set to. */
export type Setting =
  | { readonly is: 'operand'; readonly of: Operand }
  | { readonly is: 'first_of'; readonly path: Path; readonly otherwise: Setting }
  | { readonly is: 'joined'; readonly left: Setting; readonly right: Setting }
  | { readonly is: '+' | '-'; readonly left: Setting; readonly right: Setting }

/** What an update does to an item, as it was written. */
export type Update = {
  readonly set: readonly { readonly path: Path; readonly to: Setting }[]
  readonly remove: readonly { readonly path: Path }[]
  readonly add: readonly { readonly path: Path; readonly value: string }[]
  readonly delete: readonly { readonly path: Path; readonly value: string }[]
}

type Written = { -readonly [K in keyof Update]: Update[K][number][] }

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const

/** Reads an update to its end; each clause may be there once, in any order. */
export function readUpdate(reader: Reader): Update {
  const written: Written = { set: [], remove: [], add: [], delete: [] }
  const seen = new Set<string>()
  while (reader.peek() !== undefined) {
    const clause = clauses.find((one) => reader.take(one))
    if (clause === undefined) throw reader.fail()
    if (seen.has(clause)) throw reader.fail(`The “${clause}” section can only be used once in an update expression;`)
    seen.add(clause)
    do readAction(reader, clause, written)
    while (reader.take(','))
  }
  return written
}

function readAction(reader: Reader, clause: (typeof clauses)[number], written: Written): void {
  const path = readPath(reader)
  if (clause === 'REMOVE') return void written.remove.push({ path })
  if (clause === 'SET') {
    reader.expect('=')
    return void written.set.push({ path, to: readSum(reader) })
  }
  const { kind, text } = reader.next()
  if (kind !== 'value') throw reader.fail()
  ;(clause === 'ADD' ? written.add : written.delete).push({ path, value: text })
}

function readSum(reader: Reader): Setting {
  const left = readSetting(reader)
  for (const is of ['+', '-'] as const) if (reader.take(is)) return { is, left, right: readSetting(reader) }
  return left
}

function readSetting(reader: Reader): Setting {
  const word = reader.peek()
  if (word?.kind !== 'word' || reader.peek(1)?.text !== '(') return { is: 'operand', of: readOperand(reader) }
  reader.next()
  reader.expect('(')
  const setting = readFunction(reader, word.text)
  reader.expect(')')
  return setting
}

function readFunction(reader: Reader, name: string): Setting {
  if (name === 'if_not_exists') {
    const path = readPath(reader)
    reader.expect(',')
    return { is: 'first_of', path, otherwise: readSetting(reader) }
  }
  if (name !== 'list_append') throw reader.fail(`Invalid function name; function: ${name}`)
  const left = readSetting(reader)
  reader.expect(',')
  return { is: 'joined', left, right: readSetting(reader) }
}
