import { addDays, addMonthsToDay, dayOf, isDate } from '#domain/time/days'
import type { Condition, Duration, FieldValue, Test } from '#schemas/model'

/** The name under which a condition finds the day it is among the values: no field can be called so. */
export const today = '@today'

/** What a deal holds, by field id; an absent field is empty. Money is minor units, dates are `YYYY-MM-DD`. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** A line of a condition that does not hold, as the file words it. */
export type UnmetLine = { readonly field: string; readonly text: string }

/** Says whether every line holds and, where there are alternatives, at least one of them. */
export function holds(condition: Condition, values: FieldValues): boolean {
  return condition.all.every((test) => passes(test, values)) && someAlternative(condition, values)
}

/** Gives the lines that do not hold, in the order of the file; of alternatives that all fail, every failing line. */
export function unmet(condition: Condition, values: FieldValues): readonly UnmetLine[] {
  const lines = condition.all
    .filter((test) => !passes(test, values))
    .map(({ field, text }): UnmetLine => ({ field, text }))
  if (someAlternative(condition, values)) return lines
  return [...lines, ...(condition.any ?? []).flatMap((alternative) => unmet(alternative, values))]
}

/** What of a condition does not hold: its failing lines, and all alternatives where none of them holds. */
export function failing(condition: Condition, values: FieldValues): Condition {
  const all = condition.all.filter((test) => !passes(test, values))
  if (condition.any === undefined || someAlternative(condition, values)) return { all }
  return { all, any: condition.any }
}

/** Says whether a field holds nothing: absent, `null`, or text without a visible character. `no` and 0 are values. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function someAlternative(condition: Condition, values: FieldValues): boolean {
  return condition.any === undefined || condition.any.some((alternative) => holds(alternative, values))
}

function passes(test: Test, values: FieldValues): boolean {
  const value = values[test.field] ?? null
  if (isEmpty(value)) return test.op === 'empty' || test.op === 'not'
  switch (test.op) {
    case 'filled':
      return true
    case 'empty':
      return false
    case 'is':
      return test.values.includes(value)
    case 'not':
      return !test.values.includes(value)
    case 'at_least':
      return order(value, boundOf(test, values)) >= 0
    case 'at_most':
      return order(value, boundOf(test, values)) <= 0
    case 'more_than':
      return order(value, boundOf(test, values)) > 0
    case 'less_than':
      return order(value, boundOf(test, values)) < 0
    case 'within':
      return isWithin(value, values[today], test.duration)
    case 'between':
      return order(value, test.from) >= 0 && order(value, test.to) <= 0
  }
}

type Bounded = Extract<Test, { readonly op: 'at_least' | 'at_most' | 'more_than' | 'less_than' }>

/** What a line compares with: its own value, or what another field holds; nothing where that is empty. */
function boundOf(test: Bounded, values: FieldValues): number | string | undefined {
  if ('value' in test) return test.value
  const other = values[test.than]
  return typeof other === 'number' || (typeof other === 'string' && !isEmpty(other)) ? other : undefined
}

function isWithin(value: FieldValue, from: FieldValue | undefined, { count, unit }: Duration): boolean {
  if (!isDate(value) || !isDate(from) || value < from) return false
  if (unit === 'months') return dayOf(value) <= addMonthsToDay(dayOf(from), count)
  return value <= addDays(from, unit === 'weeks' ? count * 7 : count)
}

/** Below, at or above 0. "10" and 9 have no order: not a number, so that no comparison with it holds. */
function order(value: FieldValue, bound: number | string | undefined): number {
  if (value === bound) return 0
  if (typeof value === 'number' && typeof bound === 'number') return value - bound
  if (typeof value === 'string' && typeof bound === 'string') return value < bound ? -1 : 1
  return Number.NaN
}
