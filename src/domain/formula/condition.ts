import { addDays, addMonthsToDay, dayOf, isDate } from '#domain/time/days'
import { dateIn, isInstant } from '#domain/time/zone'
import type { Condition, Duration, FieldValue, Test } from '#schemas/model'

/** The name under which a condition finds the day it is among the values: no field can be called so. */
export const today = '@today'

/** The name under which it finds the moment it is, an instant. */
export const now = '@now'

/** The name under which it finds the zone in which moments have a day. */
export const zone = '@zone'

/** Whether a line compares with the day or the moment it is, not with another field. */
export function isOfClock(name: string): boolean {
  return name === today || name === now
}

/** What a deal holds, by field id; an absent field is empty. Money is minor units, dates are `YYYY-MM-DD`, moments instants. */
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
  const held = values[test.field] ?? null
  if (isEmpty(held)) return test.op === 'empty' || test.op === 'not'
  const value = 'than' in test && test.than === today ? dayIn(held, values) : held
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
      return isWithin(value, values, test.duration)
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

function isWithin(value: FieldValue, values: FieldValues, { count, unit }: Duration): boolean {
  if (unit === 'hours' || unit === 'minutes') {
    const ahead = Date.parse(String(value)) - Date.parse(String(values[now]))
    return ahead >= 0 && ahead <= count * (unit === 'hours' ? 3_600_000 : 60_000)
  }
  const day = dayIn(value, values)
  const from = values[today]
  if (!isDate(day) || !isDate(from) || day < from) return false
  if (unit === 'months') return dayOf(day) <= addMonthsToDay(dayOf(from), count)
  return day <= addDays(from, unit === 'weeks' ? count * 7 : count)
}

/** The day on which a moment falls; anything else is what it is. */
function dayIn(value: FieldValue, values: FieldValues): FieldValue {
  return isInstant(value) ? dateIn(String(values[zone] ?? 'UTC'), value) : value
}

/** Below, at or above 0. "10" and 9 have no order: not a number, so that no comparison with it holds. */
function order(value: FieldValue, bound: number | string | undefined): number {
  if (value === bound) return 0
  if (typeof value === 'number' && typeof bound === 'number') return value - bound
  if (typeof value === 'string' && typeof bound === 'string') return value < bound ? -1 : 1
  return Number.NaN
}
