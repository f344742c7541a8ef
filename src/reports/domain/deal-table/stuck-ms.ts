import { stuckSince } from '#domain/deals/stuck-since'
import { calendarOf } from '#domain/people/quiet'
import { instantOf, msOf } from '#domain/time/zone'
import type { Model } from '#schemas/model'
import type { Employee } from '#schemas/people'

/** A deal as a shelf has it; instants are milliseconds since 1970. */
type OnShelf = {
  readonly status: string
  readonly pipeline: string
  readonly stage: string
  readonly owner: string
  readonly enteredAt: number
}

type At = {
  readonly model: Model
  readonly employees: Readonly<Record<string, Pick<Employee, 'calendar'>>>
  readonly now: number
}

/** Since when a deal under way stands in its stage longer than the rules let it; undefined where it does not. */
export function stuckMs(
  { status, pipeline, stage, owner, enteredAt }: OnShelf,
  { model, employees, now }: At,
): number | undefined {
  if (status !== 'open' && status !== 'won') return undefined
  const at = { pipeline, stage, enteredAt: instantOf(enteredAt) }
  const since = stuckSince(at, model, calendarOf(employees[owner] ?? {}, model))
  const ms = since === undefined ? undefined : msOf(since)
  return ms !== undefined && ms < now ? ms : undefined
}
