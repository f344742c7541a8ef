import type { FieldType } from '#schemas/model'

/** What a name in a test file may stand for. */
export type TrialKind =
  | 'task'
  | 'field'
  | 'stage'
  | 'pipeline'
  | 'event'
  | 'rule'
  | 'role'
  | 'person'
  | 'lost'
  | 'cancelled'
  | 'calendar'
  | 'channel'
  | 'template'
  | 'paper'
  | 'document'
  | 'papers_of_gate'

/** English: test files. */
export const enTrial = {
  'trial-unknown': ({ kinds, text }: { readonly kinds: readonly TrialKind[]; readonly text: string }) =>
    `There is no ${joined(kinds.map((kind) => nouns[kind]))} “${text}”.`,
  'trial-unknown-alone': ({ kinds }: { readonly kinds: readonly TrialKind[] }) =>
    `The rules have no ${joined(kinds.map((kind) => nouns[kind]))} at all: leave the line out.`,
  'trial-bad-value': ({
    field,
    type,
    text,
  }: {
    readonly field: string
    readonly type: FieldType
    readonly text: string
  }) => `“${field}” is ${types[type]} and cannot be “${text}”.`,
  'trial-set-sources': ({ fields }: { readonly fields: readonly string[] }) =>
    `Set ${joinedBy(fields, 'and')} instead.`,
  'trial-not-a-time': ({ text }: { readonly text: string }) => `“${text}” is not a time.`,
  'trial-write-time': () => 'Write day and time of day, such as “2026-12-31 17:40”.',
  'trial-no-refusal': ({ text }: { readonly text: string }) => `Nothing is refused because of “${text}”.`,
  'trial-write-refused': () => 'Write “yes”, whatever the reason is.',
  'trial-not-a-length': ({ text }: { readonly text: string }) => `“${text}” is not a length of a call.`,
  'trial-write-length': () => 'Write “30 seconds” or “2 minutes”.',
  'trial-no-channel': ({ kind }: { readonly kind: string }) => `The rules have no channel of the kind ${kind}.`,
  'trial-add-channel': ({ kind }: { readonly kind: string }) => `Declare one under “channels” with “kind: ${kind}”.`,
  'trial-no-outcome': ({ text }: { readonly text: string }) => `“${text}” is not an outcome of a rule.`,
  'trial-not-a-due': ({ text }: { readonly text: string }) => `“${text}” is not a day or a time.`,
  'trial-write-due': () => 'Write “2026-12-31”, “2026-12-31 18:00”, or “none” for no date.',
  'trial-two-verbs': ({ keys }: { readonly keys: readonly string[] }) =>
    `${joinedBy(
      keys.map((key) => `“${key}”`),
      'and',
    )} stand in one step; every step does one thing.`,
  'trial-own-step': () => 'Begin every step with a “- ” of its own.',
  'trial-who-twice': () => '“as” and “by” say the same: who does it.',
  'trial-leave-out': ({ key }: { readonly key: string }) => `Leave “${key}” out.`,
  'trial-means-nothing': ({
    key,
    beside,
    of,
  }: {
    readonly key: string
    readonly beside: string
    readonly of: readonly string[]
  }) => `“${key}” means nothing beside “${beside}”; it belongs to ${joinedBy(of, 'or')}.`,
  'trial-leave-or-own': () => 'Leave it out, or give it a step of its own.',
  'trial-empty-step': () => 'This step does nothing and expects nothing.',
  'trial-no-amount': ({ text }: { readonly text: string }) => `“${text}” is not an amount.`,
  'trial-no-paper-state': ({ text }: { readonly text: string }) => `No document or invoice is ever “${text}”.`,
  'trial-write-verb': ({ verbs }: { readonly verbs: readonly string[] }) =>
    `Write what happens: ${verbs.join(', ')}; or “expect”.`,
  'trial-twin': ({ line }: { readonly line: number }) => `There is a test of this name already, in line ${line}.`,
  'trial-say-difference': () => 'Say in the name what is different.',
  'trial-not-in-pipeline': ({ pipeline, stage }: { readonly pipeline: string; readonly stage: string }) =>
    `“${pipeline}” does not go through the stage “${stage}”.`,
} as const

function joined(words: readonly string[]): string {
  return joinedBy(words, 'or')
}

function joinedBy(words: readonly string[], by: string): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`
}

const nouns: Readonly<Record<TrialKind, string>> = {
  task: 'task',
  field: 'field',
  stage: 'stage',
  pipeline: 'pipeline',
  event: 'event',
  rule: 'rule of the automation',
  role: 'role',
  person: 'person or role',
  lost: 'reason to lose a deal',
  cancelled: 'reason to cancel a deal',
  calendar: 'further calendar',
  channel: 'channel',
  template: 'template of messages',
  paper: 'document or invoice',
  document: 'document',
  papers_of_gate: 'thing a gate asks of papers',
}

const types: Readonly<Record<FieldType, string>> = {
  text: 'a text',
  number: 'a number',
  money: 'a sum of money',
  percent: 'a percentage',
  date: 'a date',
  date_time: 'a date and time',
  person: 'an employee',
  link: 'a link to a deal',
  yes_no: 'a yes or no',
  file: 'a file',
  choice: 'a choice',
}
