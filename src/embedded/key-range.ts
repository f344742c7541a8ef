import type { Condition, Operand } from './expressions/condition'
import { resolved, type Stands } from './expressions/path'
import { invalid } from './fault'
import { sortable } from './table'

/** A part of a partition: the bounds of its sort keys, as SQLite compares them. */
export type Range = {
  readonly partition: string
  readonly bounds: readonly { readonly sign: '=' | '<' | '<=' | '>' | '>='; readonly value: string }[]
}

type KeyNames = { readonly partitionKey: string; readonly sortKey: string }
type Bounds = Range['bounds']

/** What a key condition asks for: one partition, and no more than one condition on the sort key. */
export function rangeOf(condition: Condition, { partitionKey, sortKey }: KeyNames, stands: Stands): Range {
  const parts = condition.is === 'and' ? [condition.left, condition.right] : [condition]
  let partition: string | undefined
  let bounds: Bounds | undefined
  for (const part of parts) {
    const name = nameIn(part, stands)
    if (name === partitionKey && partition === undefined && part.is === 'compare' && part.sign === '=') {
      partition = textOf(part.right, partitionKey, stands)
    } else if (name === sortKey && bounds === undefined) bounds = boundsOf(part, sortKey, stands)
    else throw invalid('Query key condition not supported')
  }
  if (partition === undefined) throw invalid(`Query condition missed key schema element: ${partitionKey}`)
  return { partition, bounds: bounds ?? [] }
}

function nameIn(part: Condition, stands: Stands): string | undefined {
  const operand = part.is === 'compare' ? part.left : 'it' in part ? part.it : undefined
  if (operand === undefined || !('path' in operand) || operand.path.length !== 1) return undefined
  return String(resolved(operand.path, stands)[0])
}

function boundsOf(part: Condition, name: string, stands: Stands): Bounds {
  const at = (operand: Operand) => sortable(textOf(operand, name, stands))
  if (part.is === 'compare' && part.sign !== '<>') return [{ sign: part.sign, value: at(part.right) }]
  if (part.is === 'between') {
    const [low, high] = [at(part.low), at(part.high)]
    if (Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0) {
      throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound')
    }
    return [
      { sign: '>=', value: low },
      { sign: '<=', value: high },
    ]
  }
  if (part.is !== 'begins') throw invalid('Query key condition not supported')
  const prefix = at(part.what)
  const after = behind(prefix)
  return [{ sign: '>=', value: prefix }, ...(after === undefined ? [] : [{ sign: '<' as const, value: after }])]
}

function textOf(operand: Operand, name: string, stands: Stands): string {
  const value = 'value' in operand ? stands.values[operand.value] : undefined
  if (typeof value !== 'string') {
    throw invalid(
      `One or more parameter values were invalid: Condition parameter type does not match schema type: ${name}`,
    )
  }
  if (value === '') {
    throw invalid(
      `One or more parameter values are not valid. The value for the key ${name} cannot be an empty string.`,
    )
  }
  return value
}

const last = 0x10_ff_ff

/** The first text behind everything that begins with the prefix, in the order of code points. */
function behind(prefix: string): string | undefined {
  const points = Array.from(prefix, (one) => one.codePointAt(0) ?? 0)
  while (points.at(-1) === last) points.pop()
  const point = points.pop()
  if (point === undefined) return undefined
  // The code points from d800 on stand for no character.
  points.push(point === 0xd7_ff ? 0xe0_00 : point + 1)
  return String.fromCodePoint(...points)
}
