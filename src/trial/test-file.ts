import type { Condition, Duration, FieldValue } from '#schemas/model'

/** Somebody of the company in which the tests happen. */
export type TrialPerson = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly manager?: string
  readonly calendar?: string
  readonly away?: { readonly from: string; readonly to: string; readonly deputy?: string }
}

type Fields = Readonly<Record<string, FieldValue>>

/** Somebody rings, or is rung: seconds until it is taken or given up, and of talk; `who` is a number, `hidden`, or the client. */
export type CallAction = {
  readonly kind: 'call' | 'call_back'
  readonly who?: string
  readonly channel?: string
  readonly waits: number
  readonly talks?: number
  readonly by?: string
}
export type MessageAction = {
  readonly kind: 'message'
  readonly who?: string
  readonly channel?: string
  readonly name?: string
  readonly text: string
}
export type FormAction = {
  readonly kind: 'form'
  readonly channel?: string
  readonly form?: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly text: string
}

/** What a step does. */
export type TrialAction =
  | {
      readonly kind: 'move'
      readonly to: string
      readonly reason?: string
      readonly override?: string
      readonly fields: Fields
      readonly done: readonly string[]
    }
  | { readonly kind: 'set'; readonly fields: Fields }
  | { readonly kind: 'done'; readonly tasks: readonly string[]; readonly fields: Fields }
  | { readonly kind: 'event'; readonly event: string; readonly fields: Fields }
  | { readonly kind: 'lose' | 'cancel'; readonly reason: string }
  | { readonly kind: 'reopen'; readonly reason: string; readonly stage?: string }
  | { readonly kind: 'wait'; readonly duration: Duration }
  | { readonly kind: 'at'; readonly instant: string }
  | { readonly kind: 'check'; readonly task: string; readonly item: string }
  | { readonly kind: 'undone'; readonly task: string; readonly reason: string }
  | { readonly kind: 'reply'; readonly channel: string }
  | { readonly kind: 'give'; readonly to: string; readonly reason?: string }
  | CallAction
  | MessageAction
  | FormAction
  | { readonly kind: 'make' | 'issue' | 'send'; readonly paper: string }
  | { readonly kind: 'sign'; readonly paper: string; readonly who: 'us' | 'client' | 'both' }
  | { readonly kind: 'pay'; readonly kopecks: number; readonly paper?: string }
  | { readonly kind: 'look' }

/** Lists of names that are expected. */
export const nameKeys = [
  'stopped_by',
  'tasks',
  'done',
  'cancelled',
  'late',
  'undated',
  'notified',
  'escalated',
  'sent',
] as const
/** Single words that are expected. */
export const wordKeys = ['refused', 'stage', 'pipeline', 'status', 'owner', 'won', 'stuck', 'reply_late'] as const
/** Words by task or rule that are expected. */
export const tableKeys = ['due', 'responsible', 'whose', 'automation', 'papers'] as const

/** One thing that is expected, with the line that says so. */
export type Expected =
  | { readonly key: (typeof nameKeys)[number]; readonly line: number; readonly names: readonly string[] }
  | { readonly key: (typeof wordKeys)[number]; readonly line: number; readonly word: string }
  | {
      readonly key: (typeof tableKeys)[number]
      readonly line: number
      readonly entries: Readonly<Record<string, { readonly word: string; readonly line: number }>>
    }
  | { readonly key: 'fields'; readonly line: number; readonly tests: Condition }

/** One step: what is done by whom, and what must be so after it. `text` is the step as it is written. */
export type TrialStep = {
  readonly line: number
  readonly text: string
  readonly action: TrialAction
  readonly by?: string
  readonly expect: readonly Expected[]
}

/** One test: a deal of its own and what happens to it. */
export type TrialTest = {
  readonly name: string
  readonly line: number
  readonly at?: string
  readonly deal: {
    readonly line: number
    readonly pipeline?: string
    readonly stage?: string
    readonly owner?: string
    readonly client: { readonly phone?: string; readonly email?: string }
    readonly fields: Fields
  }
  readonly expect: readonly Expected[]
  readonly steps: readonly TrialStep[]
}

/** A whole test file. */
export type TrialFile = { readonly people?: readonly TrialPerson[]; readonly tests: readonly TrialTest[] }
