import type { ListedFacts, LostFact, OpenFacts, ReachedHow, RefusalFact, TaskFact, WonFact } from './facts'

/**
 * Facts as reports look at them: one row for everything that happened, by kind. The same whether they come of a text or of
 * columns. Instants are milliseconds since 1970.
 */

/** The deal of a row: whose it is now, which tells who may see it, and where it belongs now. */
export type OfDeal = { readonly deal: string; readonly dealOwner: string; readonly dealPipeline: string }
/** Where something happened, and who owned the deal then. */
type Where = { readonly stage: string; readonly pipeline: string; readonly owner: string; readonly at: number }

/** A new deal: where it came from, and how soon it was answered. */
export type MadeRow = OfDeal & {
  readonly at: number
  readonly owner: string
  readonly source: string
  readonly isImported: boolean
  /** It is closed by now. */
  readonly isClosed: boolean
  /** Until when a first reply was promised. */
  readonly promisedAt: number | undefined
  readonly replyAt: number | undefined
  readonly replyBy: string | undefined
  readonly replyWorking: number | undefined
  readonly replyWall: number | undefined
  readonly isInTime: boolean
}
/** A stage that a new deal has reached in all its life, each once; `at` is when the deal was made, `owner` whose it was then. */
export type CameRow = OfDeal & Where & { readonly how: ReachedHow }
/** A stage that was reached. */
export type ReachedRow = OfDeal & Where & { readonly how: ReachedHow }
/** A visit that ended, with the seconds spent in its stage by then. */
export type EndedRow = OfDeal &
  Where & {
    readonly isOnward: boolean
    readonly isImported: boolean
    readonly working: number
    readonly wall: number
  }
/** A gate that was passed by an override. */
export type OverriddenRow = OfDeal & Where & { readonly by: string }
/** A deal that counts as won. `path` is the stages it has reached, set apart by blanks. */
export type WonRow = OfDeal & Omit<WonFact, 'axes' | 'path'> & { readonly path: string }
/** A deal that is lost. */
export type LostRow = OfDeal & Omit<LostFact, 'path'> & { readonly path: string }
/** A task of a deal. */
export type TaskRow = { readonly deal: string } & Omit<TaskFact, 'endedAt' | 'deadline' | 'missedBy'> & {
    readonly endedAt: number | undefined
    readonly deadline: number | undefined
    /** Who had it when its date was missed, where that is not the responsible. */
    readonly missedBy: string | undefined
    /** It is on the shelf of this month alone: it appeared, ended and was due so far from its ends that no other has it. */
    readonly isAlone: boolean
  }
/** A deal that is under way, or closed with tasks still to be done. */
export type OpenRow = Omit<OpenFacts, 'tasks' | 'expectedClose'> & {
  readonly expectedClose: string | undefined
  /** How many tasks are open. */
  readonly tasks: number
}
/** An open task. */
export type OpenTaskRow = {
  readonly deal: string
  readonly id: string
  readonly responsible: string
  readonly dueAt: number | undefined
  /** Who was late with it before whoever has it now. */
  readonly lateBefore: string | undefined
  readonly stage: string
  readonly pipeline: string
}

/** A deal of the table of deals; `fields` is the JSON of what is filled in. */
export type ListedRow = Omit<ListedFacts, 'fields' | 'closedAt' | 'reason' | 'nextDueAt'> & {
  readonly endedAt: number | undefined
  readonly reason: string | undefined
  readonly dueAt: number | undefined
  readonly fields: string
}

/** Every kind of row. */
export type Rows = {
  readonly made: MadeRow
  readonly came: CameRow
  readonly reached: ReachedRow
  /** Of what was reached that which was passed without a stop: few, and asked for by themselves. */
  readonly skipped: ReachedRow
  readonly ended: EndedRow
  readonly overridden: OverriddenRow
  readonly won: WonRow
  readonly lost: LostRow
  readonly tasks: TaskRow
  readonly open: OpenRow
  readonly openTasks: OpenTaskRow
  readonly refusals: RefusalFact
  readonly listed: ListedRow
}
/** The name of a kind of row. */
export type RowKind = keyof Rows
/** The kinds that reports are made of. */
export type ReportKind = Exclude<RowKind, 'listed'>
