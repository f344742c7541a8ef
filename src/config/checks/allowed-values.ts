import { isDate } from '#domain/time/days'
import { isInstant } from '#domain/time/zone'
import type { Field, FieldValue, Test } from '#schemas/model'

/** What a field can still be: empty or not, and which values. Dates and moments count as days. */
export type Allowed = {
  readonly mayBeEmpty: boolean
  readonly range: Range
  /** The values that are left, where they can be listed. */
  readonly only?: readonly FieldValue[]
  readonly except: readonly FieldValue[]
}

type Range = { readonly from: number; readonly to: number; readonly isFromOpen: boolean; readonly isToOpen: boolean }

const everything: Range = { from: -Infinity, to: Infinity, isFromOpen: false, isToOpen: false }

/** Everything a field can be by its declaration. */
export function allowedBy(field: Field): Allowed {
  const base = { mayBeEmpty: true, except: [] }
  if (field.type === 'yes_no') return { ...base, range: everything, only: [true, false] }
  if (field.type === 'choice') return { ...base, range: everything, only: Object.keys(field.options ?? {}) }
  return { ...base, range: { ...everything, from: field.min ?? -Infinity, to: field.max ?? Infinity } }
}

/** What is left when a line of a condition must hold too. */
export function narrowed(allowed: Allowed, test: Test): Allowed {
  const filled = { ...allowed, mayBeEmpty: false }
  switch (test.op) {
    case 'filled':
      return filled
    case 'empty':
      return { ...allowed, only: [] }
    case 'is':
      return { ...filled, only: test.values.filter((value) => isAllowed(allowed, value)) }
    case 'not':
      return without(allowed, test.values)
    case 'between':
      return limited(filled, { from: numeric(test.from), to: numeric(test.to), isFromOpen: false, isToOpen: false })
    case 'within':
      return filled
    case 'at_least':
      return 'than' in test ? filled : limited(filled, { ...everything, from: numeric(test.value) })
    case 'at_most':
      return 'than' in test ? filled : limited(filled, { ...everything, to: numeric(test.value) })
    case 'more_than':
      return 'than' in test ? filled : limited(filled, { ...everything, from: numeric(test.value), isFromOpen: true })
    case 'less_than':
      return 'than' in test ? filled : limited(filled, { ...everything, to: numeric(test.value), isToOpen: true })
  }
}

/** Whether a line compares with another field or with the day it is: which values it lets pass is not known before. */
export function isRelative(test: Test): boolean {
  return test.op === 'within' || 'than' in test
}

/** Whether nothing is left: no value, and not empty either. */
export function isNothing(allowed: Allowed): boolean {
  return !allowed.mayBeEmpty && hasNoValue(allowed)
}

/** Whether no value is left, so that the field could only be empty. */
export function hasNoValue({ only, range, except }: Allowed): boolean {
  if (only !== undefined) return only.length === 0
  const { from, to, isFromOpen, isToOpen } = range
  if (from > to) return true
  return from === to && (isFromOpen || isToOpen || except.some((value) => numeric(value) === from))
}

/** Whether both leave the same values. */
export function areSameValues(left: Allowed, right: Allowed): boolean {
  if (left.only !== undefined || right.only !== undefined) return left.only?.length === right.only?.length
  const [one, two] = [left.range, right.range]
  const isSameRange = one.from === two.from && one.to === two.to
  return (
    isSameRange &&
    one.isFromOpen === two.isFromOpen &&
    one.isToOpen === two.isToOpen &&
    left.except.length === right.except.length
  )
}

function isAllowed(allowed: Allowed, value: FieldValue): boolean {
  if (allowed.only !== undefined) return allowed.only.includes(value)
  if (allowed.except.includes(value)) return false
  const number = numeric(value)
  if (Number.isNaN(number)) return true
  const { from, to, isFromOpen, isToOpen } = allowed.range
  return (isFromOpen ? number > from : number >= from) && (isToOpen ? number < to : number <= to)
}

function without(allowed: Allowed, values: readonly FieldValue[]): Allowed {
  if (allowed.only !== undefined) return { ...allowed, only: allowed.only.filter((value) => !values.includes(value)) }
  const removed = values.filter((value) => isAllowed(allowed, value))
  return { ...allowed, except: [...allowed.except, ...removed] }
}

function limited(allowed: Allowed, limit: Range): Allowed {
  const { range } = allowed
  const from = Math.max(range.from, limit.from)
  const to = Math.min(range.to, limit.to)
  const both: Range = {
    from,
    to,
    isFromOpen: (range.from === from && range.isFromOpen) || (limit.from === from && limit.isFromOpen),
    isToOpen: (range.to === to && range.isToOpen) || (limit.to === to && limit.isToOpen),
  }
  if (allowed.only === undefined) return { ...allowed, range: both }
  const { only, ...rest } = allowed
  return { ...rest, range: both, only: only.filter((value) => isAllowed({ ...rest, range: both }, value)) }
}

function numeric(value: FieldValue): number {
  if (typeof value === 'number') return value
  return isDate(value) || isInstant(value) ? Date.parse(value) / 86_400_000 : Number.NaN
}
