import { invalid } from '#embedded/fault'
import { checkValue, type Item } from '#embedded/value'

import { readCondition, type Condition } from './condition'
import type { Path, Stands } from './path'
import { readProjection } from './projection'
import { readerOf, type Reader } from './tokens'
import { readUpdate, type Update } from './update'

/** An expression as read, and the stand-ins it names. */
type Parsed<T> = { readonly of: T; readonly uses: ReadonlySet<string> }

/** Expressions are written in the code, so they are few; this only guards against one that is made anew every time. */
const mostKept = 2_000

function remembering<T>(what: string, read: (reader: Reader) => T): (text: string) => Parsed<T> {
  const kept = new Map<string, Parsed<T>>()
  return (text) => {
    const found = kept.get(text)
    if (found !== undefined) return found
    const uses = new Set(text.match(/[#:][A-Za-z0-9_]+/g))
    const parsed = { of: read(readerOf(text, what)), uses }
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, parsed)
    return parsed
  }
}

const parsers = {
  ConditionExpression: remembering<Condition>('ConditionExpression', readCondition),
  FilterExpression: remembering<Condition>('FilterExpression', readCondition),
  KeyConditionExpression: remembering<Condition>('KeyConditionExpression', readCondition),
  UpdateExpression: remembering<Update>('UpdateExpression', readUpdate),
  ProjectionExpression: remembering<readonly Path[]>('ProjectionExpression', readProjection),
}

type Expressions = {
  readonly [K in keyof typeof parsers]?: ReturnType<(typeof parsers)[K]>['of']
}

/** The expressions of a request, read, and what stands for names and values in them. */
export type Spoken = Expressions & { readonly stands: Stands }

type Asked = { readonly [K in keyof typeof parsers]?: string | undefined } & {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined
  readonly ExpressionAttributeValues?: Item | undefined
}

/** Reads all expressions of a request; refuses stand-ins that are not there, and those that nobody uses. */
export function spoken(asked: Asked): Spoken {
  const { ExpressionAttributeNames: names = none, ExpressionAttributeValues: values = none } = asked
  refuseEmpty('ExpressionAttributeNames', names)
  refuseEmpty('ExpressionAttributeValues', values)
  const read: Record<string, unknown> = {}
  const uses = new Set<string>()
  for (const kind of Object.keys(parsers) as (keyof typeof parsers)[]) {
    const text = asked[kind]
    if (text === undefined) continue
    const parsed = parsers[kind](text)
    read[kind] = parsed.of
    for (const one of parsed.uses) uses.add(one)
  }
  for (const use of uses) {
    const isGiven = use.startsWith('#') ? Object.hasOwn(names, use) : values[use] !== undefined
    if (isGiven) continue
    const what = use.startsWith('#') ? 'An expression attribute name' : 'An expression attribute value'
    throw invalid(`Invalid expression: ${what} used in the document path is not defined; attribute: ${use}`)
  }
  for (const value of Object.values(values)) if (value !== undefined) checkValue(value)
  refuseUnused('ExpressionAttributeNames', Object.keys(names), uses)
  refuseUnused('ExpressionAttributeValues', Object.keys(values), uses)
  return { ...read, stands: { names, values } } as Spoken
}

const none: Readonly<Record<string, never>> = {}

function refuseEmpty(what: string, given: object): void {
  if (given !== none && Object.keys(given).length === 0) throw invalid(`${what} must not be empty`)
}

function refuseUnused(what: string, given: readonly string[], uses: ReadonlySet<string>): void {
  const unused = given.filter((one) => !uses.has(one))
  if (unused.length > 0) {
    throw invalid(`Value provided in ${what} unused in expressions: keys: {${unused.join(', ')}}`)
  }
}
