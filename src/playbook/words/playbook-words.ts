import type { Text } from '#playbook/blocks'
import type { Frame } from './frame'
import type { Anchor, DueRule, Duration, FieldType, LadderStep } from '#schemas/model'

/** What a length of time or a due date is counted from when nothing else is said. */
export type Start = 'stage' | 'opened' | 'lost' | 'cancelled' | 'late' | 'stuck'

/** What the sentences about due dates need to know by name. */
export type Names = {
  readonly task: (id: string) => Text
  readonly event: (id: string) => Text
  readonly field: (id: string) => Text
  /** Whether a field holds a time of day with its day. */
  readonly isMoment: (id: string) => boolean
}

/** One line of a condition with its names and values in words. */
export type SaidTest = {
  readonly subject: Text
  readonly type: FieldType | 'stage' | 'pipeline'
  readonly op:
    | 'is'
    | 'not'
    | 'filled'
    | 'empty'
    | 'at_least'
    | 'at_most'
    | 'more_than'
    | 'less_than'
    | 'between'
    | 'within'
  readonly values: readonly Text[]
  /** Set where time is counted from the moment it is, not from the day. */
  readonly isFromNow?: boolean
}

/** Sentences with a grammar of their own: lengths of time, due dates, conditions, steps. */
export type Grammar = {
  /** As in “2 working days after”. */
  readonly length: (duration: Duration) => string
  /** As in “no longer than 2 working days”. */
  readonly lengthOf: (duration: Duration) => string
  readonly due: (rule: DueRule, start: Start, names: Names) => Text
  readonly waitsFor: (anchor: Anchor, names: Names) => Text | undefined
  readonly test: (test: SaidTest) => Text
  /** The day it is, as something to compare a date with. */
  readonly today: string
  /** The moment it is. */
  readonly now: string
  readonly and: (parts: readonly Text[]) => Text
  readonly or: (parts: readonly Text[]) => Text
  readonly oneOf: (parts: readonly Text[]) => Text
  readonly quoted: (text: Text | string) => Text
  readonly step: (step: LadderStep, start: 'late' | 'stuck', people: StepPeople) => Text
  readonly date: (date: string) => string
  /** A day with its time of day by the clocks of a zone. */
  readonly moment: (instant: string, zone: string) => string
  /** Several days; those that follow each other as a span. */
  readonly dates: (dates: readonly string[]) => string
  readonly month: (month: number) => string
  readonly weekdays: (days: readonly number[]) => string
  readonly number: (value: number) => string
  readonly percent: (value: number) => string
  readonly money: (minor: number) => string
  readonly count: (value: number, noun: Noun) => string
}

/** Who is told by a step, and who takes over. */
export type StepPeople = {
  readonly notify: Text
  readonly giveTo: Text | undefined
  /** What is written to the client, by what people call it. */
  readonly send: string | undefined
}

/** What is counted on the pages. */
export type Noun = 'task' | 'stage' | 'direction'

/** Names of what every deal has without its being declared. */
export type BuiltIn = {
  readonly fields: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly people: { readonly owner: string; readonly owner_manager: string; readonly previous_owner: string }
  readonly types: Readonly<Record<FieldType, string>>
  /** Whoever a field names. */
  readonly namedIn: (field: string) => string
  readonly yes: string
  readonly no: string
}

/** A language of the playbook: what stands around the company's own words, and how sentences are built. */
export type Words = { readonly frame: Frame; readonly grammar: Grammar; readonly builtIn: BuiltIn }
