/**
 * What reports are made from: small facts about one deal, laid out on shelves. Instants are milliseconds since 1970, what
 * repeats is a tuple: a year of a large company must fit through a wire and a parser in less than a second.
 */

/** Whose deal it is now and where it belongs: who may see the deal may see its facts. */
export type About = { readonly deal: string; readonly pipeline: string; readonly owner: string }

/** How a stage was reached: by being in it, by being passed without a stop, or by an import that knew no stages. */
export type ReachedHow = 'entered' | 'skipped' | 'imported'

/** Stage, direction, when, how, and who owned the deal then. */
export type Reached = readonly [stage: string, pipeline: string, at: number, how: ReachedHow, owner: string]

/**
 * A visit that ended: stage, direction, when, whose it was, whether it was left forward, the working and calendar seconds
 * that the deal had spent in the stage by then (earlier visits included), and whether an import ended it.
 */
export type Ended = readonly [
  stage: string,
  pipeline: string,
  at: number,
  owner: string,
  isOnward: 0 | 1,
  workingSeconds: number,
  wallSeconds: number,
  isImported: 0 | 1,
]

/** A gate that was passed by an override: stage left, direction, when, whose deal, who did it. */
export type Overridden = readonly [stage: string, pipeline: string, at: number, owner: string, by: string]

/** A new deal: where it came from, how far it has come in all its life, and how soon it was answered. */
export type Made = {
  readonly at: number
  readonly owner: string
  readonly source: string
  /** Every stage it has reached, each once. */
  readonly reached: readonly (readonly [stage: string, pipeline: string, how: ReachedHow])[]
  readonly isImported: boolean
  /** Until when a first reply was promised. */
  readonly promisedAt?: number
  readonly reply?: {
    readonly at: number
    readonly by: string
    readonly working: number
    readonly wall: number
    readonly isInTime: boolean
  }
  /** The deal was closed before anybody answered. */
  readonly isClosed: boolean
}

/** A deal that counts as won: what the plan’s books say of it, and what a list of won deals shows. */
export type WonFact = {
  readonly at: number
  readonly month: string
  readonly owner: string
  readonly department: string
  readonly pipeline: string
  readonly axes: Readonly<Record<string, string>>
  readonly amountMinor: number
  readonly currency: string
  readonly baseMinor: number
  readonly title: string
  readonly client: string
  readonly cycleMs: number
  readonly path: readonly string[]
}

/** A deal that is lost. */
export type LostFact = {
  readonly at: number
  readonly owner: string
  readonly stage: string
  readonly pipeline: string
  readonly reason: string
  readonly amountMinor: number
  readonly currency: string
  readonly path: readonly string[]
}

/** What happened to a deal in one month of the company’s zone. */
export type MonthFacts = About & {
  readonly made?: Made | undefined
  readonly reached?: readonly Reached[] | undefined
  readonly ended?: readonly Ended[] | undefined
  readonly overridden?: readonly Overridden[] | undefined
  readonly won?: WonFact | undefined
  readonly lost?: LostFact | undefined
}

/** A task as reports count it. `deadline` is the first due date that was missed, else the one it has. */
export type TaskFact = {
  readonly id: string
  readonly template: string
  readonly pipeline: string
  readonly stage: string
  readonly responsible: string
  readonly status: 'open' | 'done' | 'cancelled'
  readonly createdAt: number
  readonly endedAt?: number
  readonly deadline?: number
  readonly isMissed: boolean
  /** Who had it when its date was missed, where that is not the responsible. */
  readonly missedBy?: string
  /** Its due date had passed when it appeared: nobody’s fault. */
  readonly isBornLate: boolean
}

/** The tasks of a deal that appeared, ended or were due in one month. */
export type TaskFacts = { readonly deal: string; readonly tasks: readonly TaskFact[] }

/** A task with the deal it is of. */
export type TaskOfDeal = TaskFact & { readonly deal: string }

/** An open task: whose, when due. */
export type OpenTask = readonly [
  id: string,
  responsible: string,
  dueAt: number | null,
  stage: string,
  pipeline: string,
  /** Who was late with it before whoever has it now. */
  lateBefore?: string,
]

/** A deal that is under way, or closed with tasks still to be done. */
export type OpenFacts = About & {
  readonly stage: string
  readonly status: 'open' | 'won' | 'closed'
  readonly enteredAt: number
  readonly configVersion: number
  readonly amountMinor: number
  readonly currency: string
  readonly expectedClose: string | null
  readonly tasks: readonly OpenTask[]
}

/** A deal as the table of deals shows it, whatever has become of it. `nextDueAt` is the nearest due date of an open task. */
export type ListedFacts = About & {
  readonly stage: string
  readonly status: string
  readonly currency: string
  readonly title: string
  readonly client: string
  readonly createdAt: number
  readonly enteredAt: number
  readonly closedAt: number | null
  readonly reason: string | null
  readonly nextDueAt: number | null
  readonly tasks: number
  /** What is filled in of the fields of the rules; of long texts the beginning. */
  readonly fields: Readonly<Record<string, string | number | boolean>>
}

/** A move that a gate stopped. */
export type RefusalFact = {
  readonly deal: string
  readonly owner: string
  readonly at: number
  readonly by: string
  readonly pipeline: string
  readonly stage: string
}

/** Under what the channel by which a deal came stands among its fields; no field may be called so. */
export const channelKey = '@channel'

/** The stage that stands for having been won. */
export const wonStage = '~won'

/** Names of shelves: facts of deals, of tasks and of refusals by month, what is open now, and all deals by the month they were made in. */
export const shelfNames = {
  open: 'open',
  deals: (month: string): string => `d-${month}`,
  tasks: (month: string): string => `t-${month}`,
  refusals: (month: string): string => `r-${month}`,
  listed: (month: string): string => `l-${month}`,
} as const
