import { holds, now, today, zone } from '#domain/formula/condition'
import { withComputed } from '#domain/formula/formula'
import { dateIn } from '#domain/time/zone'
import type { Fields } from '#schemas/deal'
import type { Model, NewDealLine } from '#schemas/model'

/** The first line of `new_deals` that a new deal matches at that instant; the last line has no `when`, so there always is one. */
export function lineFor(model: Model, fields: Fields, at: string): NewDealLine | undefined {
  return linesFor(model, fields, at)[0]
}

/** All lines of `new_deals` that a new deal matches, in their order: the first decides, the others are for want of people. */
export function linesFor(model: Model, fields: Fields, at: string): readonly NewDealLine[] {
  const { timezone } = model.calendar
  const clock = { [now]: at, [today]: dateIn(timezone, at), [zone]: timezone }
  const values = { ...withComputed(model.fields, fields), ...clock }
  return model.newDeals.filter((line) => line.when === undefined || holds(line.when, values))
}

/** The member with the fewest open deals; among equals the one whose turn it is. */
export function leastBusy(
  members: readonly string[],
  openDeals: Readonly<Record<string, number>>,
  turn: number,
): string | undefined {
  const fewest = Math.min(...members.map((id) => openDeals[id] ?? 0))
  const idle = members.filter((id) => (openDeals[id] ?? 0) === fewest)
  return idle[turn % Math.max(1, idle.length)]
}
