import { addDays } from '#domain/time/days'
import { instantIn, instantOf, msOf, startOfDay, wallTime } from '#domain/time/zone'
import type { Field, Test } from '#schemas/model'
import { dayOtherwise, isDay, isTime } from './parse-value'

type Zoned = Pick<Field, 'zone'>
type Order = 'at_least' | 'at_most' | 'more_than' | 'less_than'

/** The instant of a day with a time, `2027-03-01 10:00`, by the clocks of the company; with a zone of its own by that one. */
export function parseMoment({ zone = 'UTC' }: Zoned, text: string): string | undefined {
  const [day = '', time = '', ...more] = text.trim().split(/[ T]+/)
  if (more.length === 0 && isDay(day) && isTime(time)) return wallTime(zone, day, time)
  return isDay(day) ? instantIn(text.trim()) : undefined
}

/** A moment that is written in another way, such as `1.03.2027, 9:00`, as it is written here. */
export function momentOtherwise(text: string): string | undefined {
  const [, written = '', hour = '', minute = ''] = /^(\S+?),?\s+(\d{1,2})[:.](\d{2})(?::00)?$/.exec(text.trim()) ?? []
  const day = isDay(written) ? written : dayOtherwise(written)
  const time = `${hour.padStart(2, '0')}:${minute}`
  return day !== undefined && isTime(time) ? `${day} ${time}` : undefined
}

/** Compares a moment with a whole day: after it is from the next day on, at most it is to its end. */
export function comparedWithDay(field: Field, op: Order, day: string): Test {
  const [begin, next] = boundsOf(field, day)
  if (op === 'at_least' || op === 'more_than') {
    return { field: field.id, op: 'at_least', value: op === 'at_least' ? begin : next }
  }
  return { field: field.id, op: 'less_than', value: op === 'at_most' ? next : begin }
}

/** The first and the last instant of a day. */
export function endsOfDay(field: Zoned, day: string): readonly [first: string, last: string] {
  const [begin, next] = boundsOf(field, day)
  return [begin, instantOf(msOf(next) - 1)]
}

function boundsOf({ zone = 'UTC' }: Zoned, day: string): readonly [begin: string, next: string] {
  return [startOfDay(zone, day), startOfDay(zone, addDays(day, 1))]
}
