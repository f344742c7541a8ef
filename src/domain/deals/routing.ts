import { holds, now, today, zone } from '#domain/formula/condition'
import { asWritten, withComputed } from '#domain/formula/formula'
import { dateIn } from '#domain/time/zone'
import type { Fields } from '#schemas/deal'
import type { Model, NewDealLine } from '#schemas/model'

/** A deal that is about to be made: what is known of it, the currency of its sums, and the instant. */
export type Coming = { readonly fields: Fields; readonly currency: string; readonly at: string }

/** The first line of `new_deals` that a new deal matches at that instant; the last line has no `when`, so there always is one. */
export function lineFor(model: Model, coming: Coming): NewDealLine | undefined {
  return linesFor(model, coming)[0]
}

/** All lines of `new_deals` that a new deal matches, in their order: the first decides, the others are for want of people. */
export function linesFor(model: Model, { fields, currency, at }: Coming): readonly NewDealLine[] {
  const { timezone } = model.calendar
  const clock = { [now]: at, [today]: dateIn(timezone, at), [zone]: timezone }
  const known = withComputed(model.fields, fields, currency)
  const values = { ...asWritten(model.fields, known, currency), ...clock }
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
