/**
 * The resolved model of one version of `pipelines.yaml`: what `check` makes of a text without faults.
 * Plain immutable JSON, so that it can be stored, hashed and shipped; every rule knows the line it came from.
 */

import type { CallRules, Channel, Intake, MessageRules } from './channels/channel-rules'
import type { ClientRules, ConsentKind } from './clients/client-rules'
import type { MadeHere } from './documents/document-rules'
import type { MoneyRules } from './money/money-rules'
import type { Condition } from './rules/condition'
import type { Field, FieldValue } from './rules/field'
import type { Duration, Origin } from './rules/length'

export type {
  CallRules,
  Channel,
  HiddenNumberRules,
  Intake,
  IntakeLine,
  MessageRules,
  MessageTemplate,
  MissedCallRules,
  RecordingRules,
} from './channels/channel-rules'
export type { DocumentKind, MadeHere } from './documents/document-rules'
export type { Bank, InvoiceKind, Seller, Series } from './money/money-rules'
export type { Condition, Test } from './rules/condition'
export type { Field, FieldType, FieldValue } from './rules/field'
export type { Duration, DurationUnit, Origin } from './rules/length'

/** What a due date is counted from. `start` is entering the stage, becoming late, or creation, as the section says. */
export type Anchor =
  | { readonly kind: 'start' }
  | { readonly kind: 'task'; readonly task: string }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'date'; readonly date: string }

/** When a task is due. `at` is a wall-clock time of day `HH:MM` in the calendar's zone. `text` is what was written. */
export type DueRule =
  | {
      readonly kind: 'offset'
      readonly direction: 'after' | 'before'
      readonly duration: Duration
      readonly anchor: Anchor
      readonly at?: string
      readonly text: string
    }
  | { readonly kind: 'on'; readonly anchor: Anchor; readonly at?: string; readonly text: string }
  /** The very moment that a field of the type `date_time` holds. */
  | { readonly kind: 'at'; readonly anchor: Anchor; readonly text: string }
  | { readonly kind: 'same_day'; readonly at?: string; readonly text: string }
  | { readonly kind: 'at_once'; readonly text: string }

/** A span of opening hours, `HH:MM`; `to` may be `24:00`. A night shift ends at `to` of the next day, as `22:00` to `06:00`. */
export type OpenInterval = { readonly from: string; readonly to: string }

/** Working time. Weekday 1 is Monday. `shortDays` replaces the hours of one date. Dates are ISO calendar days. */
export type Calendar = {
  readonly timezone: string
  readonly workWeek: readonly number[]
  /** The usual hours of a day, which a day off keeps that is worked for once. */
  readonly hours: readonly OpenInterval[]
  /** The hours of weekdays by their number, where the file tells them apart; any other weekday has `hours`. */
  readonly weekHours?: Readonly<Record<string, readonly OpenInterval[]>>
  readonly holidays: readonly string[]
  readonly extraWorkingDays: readonly string[]
  readonly shortDays: Readonly<Record<string, readonly OpenInterval[]>>
}

/** That something was done to a document or an invoice of a kind. */
export type PaperFact = {
  readonly paper: string
  readonly fact: 'made' | 'issued' | 'sent' | 'signed' | 'paid'
}

export type TaskTemplate = {
  readonly id: string
  readonly do: string
  /** `owner`, `owner_manager` or a role id. */
  readonly by: string
  /** Whoever else may do it: `owner`, `owner_manager` or role ids. */
  readonly mayAlso?: readonly string[]
  readonly due: DueRule
  readonly when?: Condition
  readonly optional: boolean
  readonly howTo?: string
  readonly checklist: readonly string[]
  /** The ladder to climb when it is late; `late_task` where the file names none. */
  readonly escalate: string
  readonly onLeave: 'cancel' | 'keep'
  readonly onReturn: 'again' | 'once'
  /** What closes it by itself, once it has been done to a document or an invoice. */
  readonly doneWhen?: PaperFact
  /** What becomes of it while its responsible is away. */
  readonly whileAway: 'deputy' | 'wait'
  /** Set when it came to a visit that was under way: what it counts from does not lie before. */
  readonly since?: string
  readonly origin: Origin
}

export type Gate = {
  readonly filled: readonly string[]
  readonly must?: Condition
  readonly mayOverride?: string
  readonly message?: string
  /** Which part of what was invoiced must be paid, in percent. */
  readonly paid?: number
  /** Kinds of invoices that must be issued. */
  readonly invoiced?: readonly string[]
  /** Kinds of documents that must be signed by all who sign them. */
  readonly signed?: readonly string[]
  readonly origin: Origin
}

/** A stage as one pipeline runs it: the library's stage with the pipeline's `change` applied. */
export type Stage = {
  readonly id: string
  readonly name: string
  readonly goal?: string
  readonly howTo?: string
  /** Probability of winning in percent, 0 to 100. */
  readonly chance?: number
  readonly maxAge?: Duration
  /** Set when `maxAge` came to a visit that was under way: it is counted from then. */
  readonly agedFrom?: string
  /** How long nobody may do anything with a deal. */
  readonly maxIdle?: Duration
  /** The ladder for a deal that outlives `maxAge`; `stuck_deal` where the file names none. */
  readonly whenStuck: string
  readonly tasks: readonly TaskTemplate[]
  /** Documents and invoices that are made here by themselves. */
  readonly make?: readonly MadeHere[]
  readonly gate?: Gate
  readonly origin: Origin
}

export type Pipeline = {
  readonly id: string
  readonly name: string
  readonly axes: Readonly<Record<string, string>>
  readonly stages: readonly Stage[]
  readonly wonAfter: string
  readonly maySkip: readonly string[]
  readonly seller?: string
  readonly origin: Origin
}

export type Outcome = {
  readonly reasons: Readonly<Record<string, string>>
  /** The task that is opened when a deal ends so. */
  readonly followUp?: TaskTemplate
  /** `owner`, `owner_manager` or the role that may do it; everybody who may edit the deal where it is absent. */
  readonly who?: string
  readonly origin: Origin
}

export type NewDealLine = {
  readonly when?: Condition
  readonly pipeline: string
  /** `previous_owner`, `owner_manager` or a role id. */
  readonly giveTo: string
  readonly pick: 'in_turn' | 'least_busy'
  readonly otherwise?: string
  readonly firstReply?: Duration
  readonly origin: Origin
}

export type LadderStep = {
  /** Absent for `at once`. */
  readonly after?: Duration
  readonly notify: readonly string[]
  readonly giveTo?: string
  /** Reaches people at once, outside their working time too. */
  readonly urgent?: boolean
  /** What is written to the client. */
  readonly send?: SendOrder
  readonly origin: Origin
}

export type AutomationAction =
  | { readonly kind: 'add_task'; readonly template: TaskTemplate; readonly origin: Origin }
  | { readonly kind: 'complete_task'; readonly task: string; readonly origin: Origin }
  | { readonly kind: 'move_to'; readonly stage: string; readonly origin: Origin }
  | { readonly kind: 'set'; readonly fields: Readonly<Record<string, FieldValue>>; readonly origin: Origin }
  | { readonly kind: 'notify'; readonly roles: readonly string[]; readonly origin: Origin }
  | ({ readonly kind: 'send'; readonly origin: Origin } & SendOrder)

/** Which template of `messages` goes to whom: `client` or a role of clients. */
export type SendOrder = { readonly template: string; readonly to: string }

export type AutomationRule = {
  readonly id: string
  /** deal_created, stage_entered, field_changed, task_done, deal_won, deal_lost, deal_cancelled, or a declared event. */
  readonly on: string
  readonly field?: string
  readonly stage?: string
  readonly task?: string
  readonly when?: Condition
  readonly actions: readonly AutomationAction[]
  readonly origin: Origin
}

export type BehindStep = { readonly below: number; readonly notify: readonly string[]; readonly origin: Origin }

export type Named = { readonly name: string; readonly origin: Origin }

export type Model = MoneyRules & {
  readonly version: 1
  readonly calendar: Calendar
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly roles: Readonly<Record<string, Named>>
  readonly axes: Readonly<Record<string, readonly string[]>>
  /** Built-in fields first, then the file's, in order. */
  readonly fields: Readonly<Record<string, Field>>
  readonly events: Readonly<Record<string, Named>>
  readonly pipelines: Readonly<Record<string, Pipeline>>
  readonly outcomes: { readonly lost: Outcome; readonly cancelled: Outcome }
  readonly newDeals: readonly NewDealLine[]
  readonly escalations: Readonly<Record<string, readonly LadderStep[]>>
  readonly automation: readonly AutomationRule[]
  readonly channels?: Readonly<Record<string, Channel>>
  readonly calls?: CallRules
  /** Whether the company may write to its clients by messengers of the country alone. */
  readonly restricted?: boolean
  readonly intake?: Intake
  readonly messages?: MessageRules
  readonly clients?: ClientRules
  readonly consents?: Readonly<Record<string, ConsentKind>>
  readonly plan: { readonly yearStarts: number; readonly whenBehind: readonly BehindStep[] }
  /** Old name to new name: `stage`, `pipeline.stage`, `roles.x`, `fields.x.option`, `pipelines.x`; chains are resolved. */
  readonly moved: Readonly<Record<string, string>>
  /**
   * Directions, stages, reasons, channels and texts of tasks that earlier rules had and these have not, by the name they had
   * last. Kept when a version is published; the file says nothing of it.
   */
  readonly former?: Readonly<Record<string, string>>
}

export type Severity = 'error' | 'warning'

/** One fault. Lines and columns are 1-based; the end column is exclusive. `help` is the very text to type. */
export type Diagnostic = {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly help?: string
}
