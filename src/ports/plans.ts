import type { Contribution } from '#schemas/event'
import type { Metric, ProgressRow, RecurringTarget, Target } from '#schemas/plan'
import type { CurrencySum } from '#schemas/views'

/** One counter of the plan: what an employee of a department brought in one direction in one month. */
export type FactRow = {
  readonly month: string
  readonly employee: string
  readonly department: string
  readonly pipeline: string
  readonly axes: string
  readonly sumMinor: number
  readonly count: number
  readonly tasksDone: number
  /** Grows with every change of the counter: two reads with one revision have nothing between them. */
  readonly rev: number
}

/** One entry of the ledger: what one deal or done task counts for, as of one of its versions. */
export type LedgerEntry = Contribution & { readonly source: string; readonly version: number }
/** Under which names entries are told, and of what they are: of deals and done tasks where not said. */
export type LedgerAsk = { readonly names?: 'as_booked'; readonly of?: 'deals' | 'tasks' }

export type ColumnCount = {
  readonly pipeline: string
  readonly stage: string
  readonly count: number
  /** What the deals come to, each currency by itself; a currency whose amounts come to nothing is not among them. */
  readonly sums: readonly CurrencySum[]
}

/** What an open deal counts for on the board. */
export type ColumnShare = Pick<ColumnCount, 'pipeline' | 'stage'> & {
  readonly owner: string
  readonly amountMinor: number
  readonly currency: string
}

/** A row of the plan: a metric of somebody or something. */
export type PlanRowId = Pick<Target, 'metric' | 'scope' | 'id'>

/** Where a row of the plan stood at the end of a day. */
export type Snapshot = { readonly on: string; readonly plan: number | null; readonly fact: number }

/** The pace of a period as the schedule computed it last. */
export type Pace = { readonly at: string; readonly rows: readonly ProgressRow[] }

/** A target with null for its value is removed. */
export type Settable<T extends { readonly value: number }> = Omit<T, 'value'> & { readonly value: number | null }

/** What to set, and over what: `was` is what whoever sets it has seen there, null for nothing; absent: over anything. */
export type SettableOver<T extends { readonly value: number }> = Settable<T> & { readonly was?: T | null }

/** A target with the currency its sum was told anew in, where the company has changed its own since it was set. */
export type InCurrency = { readonly currency?: string }

export type PlanStore = {
  /** Applies what `source` contributes as of `version`; older versions and repeats change nothing. */
  readonly contribute: (source: string, version: number, plan: readonly Contribution[]) => Promise<void>
  /** The counters of a month, by the names of today; `as_booked` by those they are stored under, for who repairs them. */
  readonly facts: (month: string, names?: 'as_booked') => Promise<readonly FactRow[]>
  /** The counters of some months by the names of today: a request for each calendar year, as long as its page holds them. */
  readonly factsIn: (months: readonly string[]) => Promise<readonly FactRow[]>
  readonly ledger: (month: string, ask?: LedgerAsk) => Promise<readonly LedgerEntry[]>
  /** Sets a counter to what the ledger adds up to; false when it is not what was read any more. */
  readonly repair: (wrong: FactRow, right: FactRow) => Promise<boolean>
  /** Sets an entry of the ledger and moves its counter along; false when it is not what was read any more. */
  readonly repairEntry: (wrong: LedgerEntry | undefined, right: LedgerEntry) => Promise<boolean>
  readonly targets: (period: string) => Promise<readonly (Target & InCurrency)[]>
  /** The targets of some periods, by period: a request for each calendar year that they begin in. */
  readonly targetsIn: (periods: readonly string[]) => Promise<ReadonlyMap<string, readonly (Target & InCurrency)[]>>
  /** 100 at a time are set whole or not at all; false where one of them is not over what was seen, and the rest was left. */
  readonly setTargets: (period: string, targets: readonly (SettableOver<Target> & InCurrency)[]) => Promise<boolean>
  readonly recurring: () => Promise<readonly (RecurringTarget & InCurrency)[]>
  /** The same for those that repeat. */
  readonly setRecurring: (targets: readonly (SettableOver<RecurringTarget> & InCurrency)[]) => Promise<boolean>
  /** Moves what an open deal counts for in its column and for its owner; `null` when it left the board. */
  readonly countColumn: (dealId: string, version: number, now: ColumnShare | null) => Promise<void>
  readonly columns: (pipeline: string) => Promise<readonly ColumnCount[]>
  /** The columns of some directions, in one request. */
  readonly columnsIn: (pipelines: readonly string[]) => Promise<readonly ColumnCount[]>
  readonly saveSnapshot: (
    period: string,
    on: string,
    rows: readonly (PlanRowId & Omit<Snapshot, 'on'>)[],
  ) => Promise<void>
  /** The snapshots of one row, oldest first. */
  readonly snapshots: (period: string, row: PlanRowId) => Promise<readonly Snapshot[]>
  /** Keeps the newest: an older computation that comes late changes nothing. */
  readonly savePace: (period: string, metric: Metric, pace: Pace) => Promise<void>
  readonly pace: (period: string, metric: Metric) => Promise<Pace | undefined>
  readonly saveReconciliation: (report: unknown, at: string) => Promise<void>
  readonly lastReconciliation: () => Promise<unknown>
}
