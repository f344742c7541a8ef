import type { Channels, NoticeStore } from './notices'
import type { ReportStore } from './reports'
import type { Deal, DealCard } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { AutomationRun, Contribution, DomainEvent } from '#schemas/event'
import type { Diagnostic, DueRule, Model } from '#schemas/model'
import type { Department, Employee } from '#schemas/people'
import type { Metric, ProgressRow, RecurringTarget, Target } from '#schemas/plan'
import type { Renaming, Undone } from '#schemas/release'
import type { RulesStore } from './rules'
import type { Task } from '#schemas/task'
import type { CurrencySum } from '#schemas/views'
import type { WebhookOutlet, WebhookStore } from './webhooks'

/** One page of a list; `cursor` leads to the next one and is absent on the last. */
export type Page<T> = { readonly items: readonly T[]; readonly cursor?: string }

/** A request that must have its effect once: the stored answer is written in the effect's own transaction. */
export type Answer = {
  readonly key: string
  readonly requestHash: string
  readonly status: number
  readonly body: unknown
}

/** What one command changes, written whole or not at all. `was` is what the decision was based on. */
export type DealChange = {
  readonly was: Deal | undefined
  readonly deal: Deal
  readonly event: DomainEvent
  /** Tasks the command changes, each with the revision it was based on (absent for one that must not exist yet). */
  readonly tasks?: readonly { readonly task: Task; readonly wasRev?: number }[]
  readonly clock?: ClockChange
  /** What is noted of the version the command was based on, in the same transaction: the reasons for it. */
  readonly notes?: readonly DomainEvent[]
  readonly answer?: Answer
}

/** A deal's clock as it becomes, with the revision it was based on (absent for one that must not exist yet). */
export type ClockChange = { readonly clock: DealClock; readonly wasRev?: number }

/**
 * Something noted beside a deal without changing it. It holds only for the version of the deal it was decided on; what
 * remembers that it has been noted (the task or the clock) is written with it.
 */
export type DealNote = {
  readonly event: DomainEvent
  readonly dealVersion: number
  readonly task?: { readonly task: Task; readonly wasRev: number }
  readonly clock?: ClockChange
}

/** Something the clock has to look at: a task, or the clock of the deal itself where no task is named. */
export type DueKey = { readonly dealId: string; readonly taskId?: string }

/** What the keys of a page lead to; what does not exist any more is missing. */
export type DueThings = {
  readonly deals: readonly DealCard[]
  readonly tasks: readonly Task[]
  readonly clocks: readonly DealClock[]
}

/** Deals with their tasks and timeline. Single reads are strongly consistent; lists may lag by moments in AWS. */
export type DealStore = {
  readonly find: (id: string) => Promise<Deal | undefined>
  /** Those of the deals that exist, in no particular order. */
  readonly findMany: (ids: readonly string[]) => Promise<readonly Deal[]>
  readonly tasksOf: (dealId: string) => Promise<readonly Task[]>
  readonly findTask: (dealId: string, taskId: string) => Promise<Task | undefined>
  /** Throws `version_conflict` when somebody else was first. */
  readonly save: (change: DealChange) => Promise<void>
  /** False when it exists already: a duplicate, which is success. */
  readonly openTask: (task: Task) => Promise<boolean>
  /** A consumer's own change of a task, conditional on its revision; false when somebody else was first. */
  readonly adjustTask: (task: Task, wasRev: number) => Promise<boolean>
  /** Notes something; false when the deal, the task or the clock is not what it was decided on any more. */
  readonly note: (note: DealNote) => Promise<boolean>
  /** The same for many, some 30 a request: each is noted whole or not at all. No two may be of one task or clock. */
  readonly noteAll: (notes: readonly DealNote[]) => Promise<readonly boolean[]>
  /** What is to be looked at before an instant, of one of the shards, the longest due first. May lag by moments in AWS. */
  readonly due: (ask: { shard: number; before: string; limit: number; cursor?: string }) => Promise<Page<DueKey>>
  /** What the keys lead to as it is now, 100 items a request. */
  readonly readDue: (keys: readonly DueKey[]) => Promise<DueThings>
  readonly clockOf: (dealId: string) => Promise<DealClock | undefined>
  /** False when somebody else was first. */
  readonly keepClock: (change: ClockChange) => Promise<boolean>
  readonly events: (
    dealId: string,
    page: { limit: number; cursor?: string; order: 'newest' | 'oldest' },
  ) => Promise<Page<DomainEvent>>
  readonly column: (ask: ColumnAsk) => Promise<Page<DealCard>>
  /** The same cards with their clients’ names, which lists do not show; the `place` of any card serves as a cursor. */
  readonly namedColumn: (ask: ColumnAsk) => Promise<Page<NamedCard>>
  readonly byOwner: (ask: { owner: string; limit: number; cursor?: string }) => Promise<Page<Deal>>
  readonly closedIn: (ask: { month: string; limit: number; cursor?: string }) => Promise<Page<DealCard>>
  readonly openTasks: (ask: {
    responsible: string
    from?: string
    to?: string
    undated?: boolean
    limit: number
    cursor?: string
  }) => Promise<Page<Task>>
  readonly doneTasks: (ask: {
    responsible: string
    month: string
    limit: number
    cursor?: string
  }) => Promise<Page<Task>>
  /** The last deal of a returning client, by normalised phone or e-mail. */
  readonly lastDealOf: (contacts: readonly string[]) => Promise<{ dealId: string; owner: string } | undefined>
  readonly byExternalId: (externalId: string) => Promise<string | undefined>
  readonly recordRefusal: (refusal: RefusedMove) => Promise<void>
  readonly answerOf: (key: string) => Promise<Answer | undefined>
}

/** A page of a column. */
export type ColumnAsk = Pick<ColumnCount, 'pipeline' | 'stage'> & { readonly limit: number; readonly cursor?: string }

/** A card, the name of its client (empty where it has none), and where it stands in its column. */
export type NamedCard = { readonly deal: DealCard; readonly client: string; readonly place: string }

/** A move that a gate stopped, kept for the compliance report. */
export type RefusedMove = {
  readonly id: string
  readonly dealId: string
  readonly at: string
  readonly actor: string
  readonly pipeline: string
  readonly stage: string
  readonly toStage: string
  readonly configVersion: number
  readonly missing: readonly string[]
  /** Who owned the deal then; refusals from before this was kept do not say. */
  readonly owner?: string
}

export type People = {
  readonly employees: Readonly<Record<string, Employee>>
  readonly departments: Readonly<Record<string, Department>>
}

export type PeopleStore = {
  readonly load: () => Promise<People>
  readonly saveEmployee: (employee: Employee) => Promise<void>
  readonly saveDepartment: (department: Department) => Promise<void>
  /** The next number of a queue, from 0: whose turn it is. */
  readonly nextTurn: (queue: string) => Promise<number>
  readonly openDeals: () => Promise<Readonly<Record<string, number>>>
}

/** One published version of the rules. */
export type RulesVersion = {
  readonly version: number
  readonly model: Model
  readonly text: string
  readonly hash: string
  readonly author: string
  readonly note: string
  readonly at: string
  /** Everything that was ever called otherwise, oldest first; absent while nothing was. */
  readonly renamings?: readonly Renaming[]
  /** What of it was applied to visits that were under way. */
  readonly now?: readonly string[]
  /** The earlier version whose text it is, when it took back what came after. */
  readonly restores?: number
  /** Every version that took something back, and to which one; absent while none did. */
  readonly undone?: readonly Undone[]
}

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

export type PlanStore = {
  /** Applies what `source` contributes as of `version`; older versions and repeats change nothing. */
  readonly contribute: (source: string, version: number, plan: readonly Contribution[]) => Promise<void>
  /** The counters of a month, by the names of today; `as_booked` by those they are stored under, for who repairs them. */
  readonly facts: (month: string, names?: 'as_booked') => Promise<readonly FactRow[]>
  readonly ledger: (month: string, ask?: LedgerAsk) => Promise<readonly LedgerEntry[]>
  /** Sets a counter to what the ledger adds up to; false when it is not what was read any more. */
  readonly repair: (wrong: FactRow, right: FactRow) => Promise<boolean>
  /** Sets an entry of the ledger and moves its counter along; false when it is not what was read any more. */
  readonly repairEntry: (wrong: LedgerEntry | undefined, right: LedgerEntry) => Promise<boolean>
  readonly targets: (period: string) => Promise<readonly Target[]>
  readonly setTargets: (period: string, targets: readonly Settable<Target>[]) => Promise<void>
  readonly recurring: () => Promise<readonly RecurringTarget[]>
  readonly setRecurring: (targets: readonly Settable<RecurringTarget>[]) => Promise<void>
  /** Moves what an open deal counts for in its column and for its owner; `null` when it left the board. */
  readonly countColumn: (dealId: string, version: number, now: ColumnShare | null) => Promise<void>
  readonly columns: (pipeline: string) => Promise<readonly ColumnCount[]>
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

/** Company-wide settings. Rates are units of company currency for one unit of the other, decimals as text. */
export type Settings = { readonly currency: string; readonly rates: Readonly<Record<string, string>> }

export type SettingsStore = {
  readonly load: () => Promise<Settings>
  readonly save: (settings: Settings) => Promise<void>
}

/** A rule of the automation that somebody has stopped. */
export type Pause = { readonly rule: string; readonly at: string; readonly by: string; readonly reason: string }

export type AutomationStore = {
  /** The rules whose run after that version of the deal is on its timeline. */
  readonly runsAfter: (dealId: string, version: number) => Promise<readonly string[]>
  /** Puts the note of a run on the deal's timeline; false when it is there already. */
  readonly note: (event: DomainEvent & { readonly detail: { readonly run: AutomationRun } }) => Promise<boolean>
  /** Which rules are paused, as of now. */
  readonly pauses: () => Promise<readonly Pause[]>
  readonly pause: (pause: Pause) => Promise<void>
  readonly resume: (rule: string) => Promise<void>
}

/** The language of pipelines.yaml: the checker, and due dates alone. A fault says what to write instead. */
export type Language = {
  /** Faults are told in English where no language is named. */
  readonly check: (
    text: string,
    lang?: 'en' | 'ru',
  ) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly model?: Model }>
  readonly parseDue: (
    text: string,
    model: Model,
    lang?: 'en' | 'ru',
  ) => Promise<{ readonly due: DueRule } | { readonly fault: string }>
}

/** What the outside provides. A use case names the part of it that it needs. */
export type Ports = {
  readonly clock: { readonly now: () => string }
  readonly ids: { readonly next: (prefix: 'deal' | 'task' | 'ref' | 'cor' | 'hook' | 'exp') => string }
  readonly deals: DealStore
  readonly people: PeopleStore
  readonly rules: RulesStore
  readonly plans: PlanStore
  readonly settings: SettingsStore
  readonly automation: AutomationStore
  readonly notices: NoticeStore
  readonly channels: Channels
  readonly webhooks: WebhookStore
  readonly outlet: WebhookOutlet
  readonly reports: ReportStore
  readonly language: Language
}
