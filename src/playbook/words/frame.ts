import type { ChannelEvent } from '#domain/rules/told-to-deals'
import type { Text } from '#playbook/blocks'
import type { AnswerWords } from './answer-words'
import type { PaperFact } from '#schemas/model'

/** Everything on the pages that does not come from the file, except grammar. A language that lacks a line does not compile. */
export type Frame = {
  readonly home: HomeWords
  readonly direction: DirectionWords
  readonly stage: StageWords
  readonly task: TaskWords
  readonly gate: GateWords
  readonly role: RoleWords
  readonly deals: DealWords
  readonly answers: AnswerWords
  readonly automation: AutomationWords
  readonly glossary: GlossaryWords
}

export type HomeWords = {
  readonly title: string
  readonly intro: (directions: string, stages: string, tasks: string) => string
  readonly start: (deals: Text, automation: Text, glossary: Text) => Text
  readonly directions: string
  readonly directionsCaption: string
  readonly rolesCaption: string
  readonly direction: string
  readonly stages: string
  readonly wonAfter: string
  readonly roles: string
  readonly role: string
  readonly owes: string
  readonly pages: string
  readonly back: string
}

export type DirectionWords = {
  readonly axes: (parts: Text) => Text
  readonly won: (stage: Text) => Text
  readonly skip: (stages: Text) => Text
  readonly diagram: (name: string) => string
  readonly glance: string
  readonly caption: (name: string) => string
  readonly heads: readonly [stage: string, task: string, who: string, due: string]
  readonly start: string
  readonly end: string
  readonly wonHere: string
  readonly skippable: string
  readonly lost: string
  readonly cancelled: string
  readonly tasks: (count: string) => string
  readonly chance: (percent: string) => string
  readonly atMost: (length: string) => string
}

export type StageWords = {
  readonly title: (index: number, name: string) => string
  readonly goal: (goal: string) => Text
  readonly chance: (percent: string) => string
  readonly maxAge: (length: string, ladder: Text) => Text
  readonly maxIdle: (length: string, ladder: Text) => Text
  readonly won: string
  readonly skippable: string
  readonly howTo: string
  readonly tasks: string
  readonly leave: string
  readonly byItself: string
  readonly made: (name: string) => Text
  readonly madeAfter: (name: string, event: Text) => Text
  readonly changed: string
}

export type TaskWords = {
  readonly who: (who: Text) => Text
  readonly mayAlso: (who: Text) => Text
  readonly due: (due: Text) => Text
  readonly only: (condition: Text) => Text
  readonly onlyShort: (condition: Text) => Text
  readonly optional: string
  readonly optionalShort: string
  readonly checklist: string
  readonly howTo: string
  readonly late: (ladder: Text) => Text
  readonly keep: string
  readonly once: string
  readonly waits: string
  /** What closes it by itself, done to a document or an invoice of that name. */
  readonly closes: (paper: { readonly name: string; readonly isInvoice: boolean }, fact: PaperFact['fact']) => Text
}

export type GateWords = {
  readonly intro: string
  readonly task: (task: Text) => Text
  readonly taskIf: (task: Text, condition: Text) => Text
  readonly filled: (field: Text) => Text
  readonly paid: (percent: string) => Text
  readonly invoiced: (name: string) => Text
  readonly signed: (name: string) => Text
  readonly message: (message: string) => Text
  readonly override: (who: Text) => Text
  readonly strict: string
  readonly back: string
}

export type RoleWords = {
  readonly intro: (name: string) => string
  readonly tasks: string
  readonly asOwner: string
  readonly caption: (name: string) => string
  readonly heads: readonly [task: string, due: string, stage: string, directions: string]
  readonly added: string
  readonly addedTask: (task: Text, due: Text, rule: Text) => Text
  readonly followUp: (task: Text, due: Text) => Text
  readonly decides: string
  readonly overrides: (stage: Text, directions: Text) => Text
  readonly mayLose: string
  readonly mayCancel: string
  readonly told: string
  readonly ladder: (ladder: Text, step: Text) => Text
  readonly behind: (percent: string) => string
  readonly takesOver: string
  readonly deals: string
  readonly becomesOwner: (owner: Text) => Text
  readonly nothing: string
}

export type DealWords = {
  readonly title: string
  readonly come: string
  readonly comeIntro: string
  readonly when: (condition: Text, direction: Text) => Text
  readonly otherwise: (direction: Text) => Text
  readonly gets: (who: Text) => Text
  readonly inTurn: string
  readonly leastBusy: string
  readonly previous: (fallback: Text) => Text
  readonly reply: (length: string) => string
  readonly noRouting: string
  readonly lost: string
  readonly lostIntro: string
  readonly cancelled: string
  readonly cancelledIntro: string
  readonly reasons: string
  readonly reason: string
  readonly anyone: string
  readonly who: (who: Text) => Text
  readonly followUp: (task: string, who: Text, due: Text) => Text
  readonly plan: string
  readonly year: (month: string) => string
  readonly behind: (percent: string, who: Text) => Text
}

export type AutomationWords = {
  readonly title: string
  readonly rules: string
  readonly noRules: string
  readonly on: {
    readonly dealCreated: string
    readonly stageEntered: (stage: Text | undefined) => Text
    readonly fieldChanged: (field: Text) => Text
    readonly taskDone: (task: Text | undefined) => Text
    readonly dealWon: string
    readonly dealLost: string
    readonly dealCancelled: string
    readonly channels: Readonly<Record<ChannelEvent, string>>
    readonly event: (event: Text) => Text
  }
  readonly when: (event: Text) => Text
  readonly whenAnd: (event: Text, condition: Text) => Text
  readonly addTask: (task: string, who: Text, due: Text) => Text
  readonly completeTask: (task: Text) => Text
  readonly moveTo: (stage: Text) => Text
  readonly complete: string
  readonly set: (field: Text, value: Text) => Text
  readonly clear: (field: Text) => Text
  readonly notify: (people: Text) => Text
  readonly send: (template: string) => Text
  readonly ladders: string
  readonly laddersIntro: string
  readonly lateTask: string
  readonly stuckDeal: string
  readonly unusedLadder: string
  readonly more: string
  readonly empty: string
  readonly usedByRest: string
}

export type GlossaryWords = {
  readonly title: string
  readonly words: string
  readonly terms: readonly (readonly [term: string, meaning: string])[]
  readonly fields: string
  readonly fieldsCaption: string
  readonly fieldHeads: readonly [field: string, kind: string, values: string, asked: string]
  readonly options: (options: string) => string
  readonly dealOf: (direction: Text) => Text
  readonly bounds: (min: string | undefined, max: string | undefined) => string
  readonly formula: (formula: string) => string
  readonly everyDeal: string
  readonly writtenBy: (who: Text) => Text
  readonly toLeave: (stages: Text) => Text
  readonly dueFrom: (tasks: Text) => Text
  readonly events: string
  readonly eventsCaption: string
  readonly eventHeads: readonly [event: string, used: string]
  readonly axes: string
  readonly axesCaption: string
  readonly time: string
  readonly hours: (week: string, zone: string) => string
  readonly calendar: (no: number) => string
  readonly holidays: (dates: string) => string
  readonly extra: (dates: string) => string
  readonly short: (dates: string) => string
  readonly counting: readonly string[]
}
