import { dateOf, dayOf } from '#domain/time/days'
import { shiftDay } from '#domain/time/calendar'
import type { ClientKind } from '#schemas/client-names'
import type { KeepRules } from '#schemas/clients/client-rules'
import type { KeepLine } from '#schemas/clients/request-names'
import type { Calendar, Duration } from '#schemas/model'

/** What it depends on how long a client is kept; days of the company. */
export type KeepFacts = {
  readonly kind: ClientKind
  /** Whether something of theirs is under way: an open deal, or a request that is not answered. */
  readonly isBusy: boolean
  /** The last deal that was won, document or invoice that was issued. */
  readonly lastPaperOn?: string
  /** The last thing that happened. */
  readonly lastOn: string
  /** Since when a consent that is required is missing; absent where none is. */
  readonly withoutConsentSince?: string
}

/** Until which day a client is kept, and by which line of the rules. */
export type KeptUntil = { readonly until: string; readonly line: KeepLine }

/** So many days before a client is to be erased it is announced, at least. */
export const aheadDays = 7
/** A round through all cards begins so many days after the one before. */
export const roundDays = 7

/** Until when a client is kept by the rules; undefined for whoever is kept until somebody erases them. */
export function keptUntil(rules: KeepRules, facts: KeepFacts, calendar: Calendar): KeptUntil | undefined {
  if (facts.isBusy || !rules.kinds.includes(facts.kind)) return undefined
  const after = (from: string, length: Duration | undefined, line: KeepLine): readonly KeptUntil[] =>
    length === undefined ? [] : [{ until: dateOf(shiftDay(calendar, dayOf(from), length, 1)), line }]
  if (facts.lastPaperOn !== undefined) return after(facts.lastPaperOn, rules.contract, 'contract')[0]
  const { withoutConsentSince: since } = facts
  return [
    ...(since === undefined ? [] : after(since, rules.noConsent, 'no_consent')),
    ...after(facts.lastOn, rules.lost, 'lost'),
  ].toSorted((one, other) => (one.until < other.until ? -1 : 1))[0]
}

/** The last day on which a card may have changed that can be over soon: younger ones are not looked at. */
export function mayBeOverSince(rules: KeepRules, today: string, calendar: Calendar): string | undefined {
  const lengths = [rules.contract, rules.lost, rules.noConsent].flatMap((one) => one ?? [])
  const days = lengths.map((length) => shiftDay(calendar, dayOf(today) + aheadDays + roundDays, length, -1))
  return days.length === 0 ? undefined : dateOf(Math.max(...days))
}

/** The day until which whoever is found today is kept: nobody is erased without having been announced for a week. */
export function announcedUntil({ until }: KeptUntil, today: string): string {
  const soonest = dateOf(dayOf(today) + aheadDays)
  return until > soonest ? until : soonest
}

/** Whether it is time to announce somebody. */
export function isSoon({ until }: KeptUntil, today: string): boolean {
  return until <= dateOf(dayOf(today) + aheadDays + roundDays)
}
