import type { Deal, DealCard } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { InvoiceLine } from '#schemas/money/money'
import type { DomainEvent } from '#schemas/event'
import type { Subject } from '#schemas/subject'
import type { Task } from '#schemas/task'
import type { NotedCorrection } from '#schemas/plan'
import type { ClosingStore, SeenClosing } from './closings'
import type { FactSource } from './gate-facts'
import type { Page } from './page'
import type { ColumnCount } from './plans'

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
  /** Contacts by which somebody looks for the deal; they are kept hashed. */
  readonly finders?: readonly string[]
  /** Months as the decision saw them, and what it corrects of closed ones. */
  readonly closings?: readonly SeenClosing[]
  readonly corrections?: readonly NotedCorrection[]
  /** What the deal sells from now on, line by line; none to be without. Absent where the command does not change it. */
  readonly lines?: readonly InvoiceLine[]
  /** What the decision relied on beside the deal: it is written only while that is at those versions. */
  readonly sources?: readonly FactSource[]
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
export type DueKey = { readonly dealId: string; readonly subject?: Subject; readonly taskId?: string }

/** What the keys of a page lead to; what does not exist any more is missing. */
export type DueThings = {
  readonly deals: readonly DealCard[]
  readonly tasks: readonly Task[]
  readonly clocks: readonly DealClock[]
}

/** All tasks of a deal: those at hand, and those that were put away. */
export type EveryTask = { readonly atHand: readonly Task[]; readonly putAway: readonly Task[] }

/** Deals with their tasks and timeline. Single reads are strongly consistent; lists may lag by moments in AWS. */
export type DealStore = ClosingStore & {
  readonly find: (id: string) => Promise<Deal | undefined>
  /** Those of the deals that exist, in no particular order. */
  readonly findMany: (ids: readonly string[]) => Promise<readonly Deal[]>
  /** The tasks that decisions are made by: every open one, and closed ones until they are put away. */
  readonly tasksOf: (dealId: string) => Promise<readonly Task[]>
  /** Every task the deal ever had. What has been put away costs decisions no reading. */
  readonly everyTaskOf: (dealId: string) => Promise<EveryTask>
  /** Puts closed tasks away, each unless it has changed since; they are found by id as before. */
  readonly putTasksAway: (tasks: readonly Task[]) => Promise<void>
  /** Brings a task back that was put away, to be opened again; the task that is at hand then, undefined where there is none. */
  readonly bringTaskBack: (dealId: string, taskId: string) => Promise<Task | undefined>
  /** The tasks that hang on another subject than a deal. */
  readonly tasksOfSubject: (subject: Subject) => Promise<readonly Task[]>
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
  /** What somebody has entered that a deal sells, in order; none where its amount is written by hand. */
  readonly linesOf: (dealId: string) => Promise<readonly InvoiceLine[]>
  readonly clockOf: (dealId: string) => Promise<DealClock | undefined>
  /** False when somebody else was first. */
  readonly keepClock: (change: ClockChange) => Promise<boolean>
  readonly events: (
    dealId: string,
    page: { limit: number; cursor?: string; order: 'newest' | 'oldest' },
  ) => Promise<Page<DomainEvent>>
  /** What has happened to a deal since one of its versions, oldest first: changes and notes. */
  readonly eventsSince: (dealId: string, version: number) => Promise<readonly DomainEvent[]>
  readonly column: (ask: ColumnAsk) => Promise<Page<DealCard>>
  /** The same cards with their clients’ names, which lists do not show; the `place` of any card serves as a cursor. */
  readonly namedColumn: (ask: ColumnAsk) => Promise<Page<NamedCard>>
  readonly byOwner: (ask: { owner: string; limit: number; cursor?: string }) => Promise<Page<Deal>>
  /** Open deals of several owners as lists show them, so many of each: a query an owner, and a batch for a hundred deals of all. */
  readonly byOwners: (ask: { owners: readonly string[]; limit: number }) => Promise<readonly Page<DealCard>[]>
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
    /** Only what was done at this instant or later. */
    from?: string
    limit: number
    cursor?: string
  }) => Promise<Page<Task>>
  /** Open tasks that somebody was late with and another has now, by the date that was missed. */
  readonly lateBefore: (ask: { employee: string; limit: number; cursor?: string }) => Promise<Page<Task>>
  /** The same of several, so many of each: a query an employee, and a batch for a hundred tasks of all. */
  readonly lateBeforeOf: (ask: { employees: readonly string[]; limit: number }) => Promise<readonly Page<Task>[]>
  /** The last deal of a returning client, by normalised phone or e-mail. */
  readonly lastDealOf: (contacts: readonly string[]) => Promise<{ dealId: string; owner: string } | undefined>
  /** Ids of deals of which a field holds the id of this one, in no particular order. */
  readonly linkedFrom: (ask: { deal: string; limit: number; cursor?: string }) => Promise<Page<string>>
  /** Set where there is no other deal than one, as in a trial: what a field names is not looked for. */
  readonly hasOnlyOne?: boolean
  readonly byExternalId: (externalId: string) => Promise<string | undefined>
  readonly recordRefusal: (refusal: RefusedMove) => Promise<void>
  /**
   * Takes out of a deal’s events what they say of its client and may not: all but the name of a company. Answers in how many;
   * nothing is told anew.
   */
  readonly redactEvents: (dealId: string, isCompany: boolean) => Promise<number>
  /** What was answered to a request. Answers keep no client of a deal: they call them as the deal does now. */
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
