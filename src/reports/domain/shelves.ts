import type { CallBackFact } from '#schemas/channels/call-back-fact'
import type { PaperMoney } from './papers/paper-money'
import type { MonthClosing, NotedCorrection } from '#schemas/plan'
import type { ReportGroup } from '#schemas/report-names'
import type { ReportKind, Rows } from './rows'
import type { Frame, Scope } from './scope'

/**
 * Facts that a report is made from, of the months it needs, by kind. They can be gone through as often as one likes; what a
 * report does not need is not there. Tasks are those that appeared, ended or were due in the months, each once.
 */
export type Facts = { readonly [K in ReportKind]: Iterable<Rows[K]> } & {
  /** Deals that were won or lost in the months before, to measure by. */
  readonly past: Pick<{ readonly [K in ReportKind]: Iterable<Rows[K]> }, 'won' | 'lost'>
}

/** Everything a report is computed from. */
export type Scene = {
  readonly frame: Frame
  readonly scope: Scope
  readonly facts: Facts
  readonly by: ReportGroup
  /** What the field that rows are made by holds in a deal; nothing where it is empty. */
  readonly fieldOf?: (deal: string) => string
  /** Missed calls and what became of them, where the report asks for it. */
  readonly callBacks?: readonly CallBackFact[]
  /** What was invoiced and paid, where the report asks for it and the company has invoices. */
  readonly papers?: PaperMoney
  /** Which months are closed, and what was corrected of them, where the report asks for it. */
  readonly closed?: ClosedBooks
  /** Says something about these very numbers, once. */
  readonly note: (note: Note) => void
}

/** Months of the period that are closed, what was corrected of them later, and what is corrected in the period. */
export type ClosedBooks = {
  readonly closings: readonly MonthClosing[]
  readonly later: readonly NotedCorrection[]
  readonly here: readonly NotedCorrection[]
  readonly titles: ReadonlyMap<string, string>
}

/** What is to be known about the numbers of one report. */
export type Note =
  | { readonly kind: 'no_rate'; readonly currency: string }
  | { readonly kind: 'closed'; readonly month: string; readonly on: string; readonly by: string }
  | { readonly kind: 'corrected_later'; readonly month: string; readonly sumMinor: number; readonly months: string }
  | { readonly kind: 'no_chance' }
  | { readonly kind: 'rates_now' }
  | { readonly kind: 'fields_now' }
  | { readonly kind: 'not_measured' }
  | { readonly kind: 'days_have_no_plan' }

/** An amount in company currency; what has no rate is told and counts for nothing. */
export function baseOf({ scope, frame, note }: Scene, amountMinor: number, currency: string): number | undefined {
  const base = scope.base(amountMinor, currency)
  if (base === undefined) note({ kind: 'no_rate', currency })
  else if (currency !== frame.money.currency) note({ kind: 'rates_now' })
  return base
}
