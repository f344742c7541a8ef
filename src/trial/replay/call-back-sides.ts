import { calendarOf } from '#domain/deals/seating'
import { addDuration } from '#domain/time/calendar'
import type { People } from '#ports/people'
import type { CallBackFact } from '#schemas/channels/call-back-fact'
import type { Model } from '#schemas/model'
import type { Sides } from './replay-report'

/** What the time to call back comes to: how long it is, and how many clients were called back later, or not at all. */
export type CallBackSide = { readonly within: string; readonly late: number }

/** The call-backs on record, with the time they had and the time that new rules give; a side without a rule owes none. */
export type CallBackSides = { readonly count: number } & Sides<CallBackSide | null>

type Asked = {
  readonly before: Model
  readonly after: Model
  readonly people: People
  readonly until: string
}

/** Which call-backs would have been late by either of two rules; undefined where neither asks for any. */
export function callBackSides(
  facts: readonly CallBackFact[],
  { before, after, people, until }: Asked,
): CallBackSides | undefined {
  if (before.calls?.missed === undefined && after.calls?.missed === undefined) return undefined
  const side = (model: Model): CallBackSide | null => {
    const length = model.calls?.missed?.callBack
    if (length === undefined) return null
    const late = facts.filter(({ since, person, closed }) => {
      const due = addDuration(calendarOf(model, person, people).calendar, since, length)
      return (closed?.at ?? until) > due
    })
    return { within: length.text, late: late.length }
  }
  return { count: facts.length, before: side(before), after: side(after) }
}
