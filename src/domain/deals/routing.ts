import { holds, today } from '#domain/formula/condition'
import { withComputed } from '#domain/formula/formula'
import type { Fields } from '#schemas/deal'
import type { Model, NewDealLine } from '#schemas/model'

/** The first line of `new_deals` that a new deal matches on that day; the last line has no `when`, so there always is one. */
export function lineFor(model: Model, fields: Fields, on: string): NewDealLine | undefined {
  return linesFor(model, fields, on)[0]
}

/** All lines of `new_deals` that a new deal matches, in their order: the first decides, the others are for want of people. */
export function linesFor(model: Model, fields: Fields, on: string): readonly NewDealLine[] {
  const values = { ...withComputed(model.fields, fields), [today]: on }
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
