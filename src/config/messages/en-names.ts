import type { NamedKind } from './en-meaning'
import type { FieldType } from '#schemas/model'

/** What a name stands for. */
export type NameKind =
  | 'role'
  | 'stage'
  | 'pipeline'
  | 'escalation'
  | 'event'
  | 'axis'
  | 'task'
  | 'field'
  | 'channel'
  | 'message'
  | 'consent'
  | 'seller'
  | 'series'
  | 'invoice'
  | 'document'

/** English: names that are not declared, and values that do not fit their field. */
export const enNames = {
  'unknown-name': ({ kind, text }: { readonly kind: NameKind; readonly text: string }) =>
    `There is no ${nouns[kind]} “${text}”.`,
  'unknown-option': ({ field, text }: { readonly field: string; readonly text: string }) =>
    `“${field}” has no option “${text}”.`,
  'unknown-axis-value': ({ axis, text }: { readonly axis: string; readonly text: string }) =>
    `The axis “${axis}” has no value “${text}”.`,
  'it-can-be': ({ known, isMore }: { readonly known: readonly string[]; readonly isMore: boolean }) =>
    `It can be: ${known.join(', ')}${isMore ? ', …' : ''}.`,
  'owner-not-here': ({ text }: { readonly text: string }) =>
    `“${text}” is whoever has the deal or heads them, not a role, and only a role can stand here.`,
  'declare-first': ({ kind }: { readonly kind: NameKind }) =>
    `None is declared yet: write it under “${sections[kind]}” first.`,
  'used-in-lines': ({ lines }: { readonly lines: readonly number[] }) =>
    `, but it is used in the lines ${lines.join(', ')}.`,
  'declared-otherwise': ({
    declared,
    written,
    lines,
  }: {
    readonly declared: string
    readonly written: string
    readonly lines: readonly number[]
  }) => `“${declared}” is declared here, but everywhere else it is written “${written}” (lines ${lines.join(', ')}).`,
  'write-here': ({ text }: { readonly text: string }) => `Write “${text}” here.`,
  'names-nobody': ({ field, type }: { readonly field: string; readonly type: FieldType }) =>
    `“${field}” is ${kinds[type]}: only a field of the type person says who does it.`,
  'declare-person': () => 'Declare a field such as “doctor: { type: person }”, and write “field.doctor” here.',
  'said-otherwise': ({ text }: { readonly text: string }) => `“${text}” is written in other words here.`,
  'values-without-brackets': ({ text }: { readonly text: string }) =>
    `“${text}” is several values; they stand in brackets.`,
  'one-condition-a-line': ({ text }: { readonly text: string }) =>
    `“${text}” is more than one condition; each has a line of its own.`,
  'line-each': ({ text }: { readonly text: string }) =>
    `Write “${text}” here, and the rest as “field: value” in a line of its own.`,
  'not-has-word': ({ word }: { readonly word: string }) => `“not ${word}” has a word of its own.`,
  'no-order': ({ field, type }: { readonly field: string; readonly type: FieldType }) =>
    `“${field}” is ${kinds[type]}, and such values are not larger or smaller than others.`,
  'write-a-value': ({ sample }: { readonly sample: string | undefined }) =>
    `Write a value, such as “${sample ?? 'a word'}”.`,
  'comma-between': ({ text }: { readonly text: string }) =>
    `“${text}” is several names of a list; a comma stands between two of them.`,
  'two-ends': ({ text }: { readonly text: string }) =>
    `“${text}” is two comparisons; a range is one, and both its ends count.`,
  'nots-in-list': () => 'A list holds values; “not” stands once, in front of it.',
  'write-filled-or-empty': () => 'Write “filled” or “empty”.',
  'write-yes-or-no': () => 'Write “yes” or “no”.',
  'percent-field': ({ field, text }: { readonly field: string; readonly text: string }) =>
    `“${field}” is a percentage, but “${text}” has no “%”.`,
  'same-name': ({ kind, name, line }: { readonly kind: NamedKind; readonly name: string; readonly line: number }) =>
    `Two ${named[kind][1]} are called “${name}”: the other one stands in line ${line}.`,
  'name-apart': () => 'Give one of them a name by which people can tell them apart.',
  'blank-name': ({ kind, id }: { readonly kind: NamedKind; readonly id: string }) =>
    `The name of the ${named[kind][0]} “${id}” holds nothing that can be seen.`,
  'odd-name': ({ kind, id, sign }: { readonly kind: NamedKind; readonly id: string; readonly sign: string }) =>
    `The name of the ${named[kind][0]} “${id}” holds ${sign}, a sign that nobody can see.`,
  'name-readable': () => 'Write it in letters that can be seen, and leave other signs out.',
  'with-itself': ({ field }: { readonly field: string }) => `“${field}” is compared with itself.`,
  'two-types': ({
    field,
    type,
    other,
    otherType,
  }: {
    readonly field: string
    readonly type: FieldType
    readonly other: string
    readonly otherType: FieldType
  }) => `“${field}” is ${kinds[type]} and “${other}” is ${kinds[otherType]}: they cannot be compared.`,
  'compare-with': ({ known, sample }: { readonly known: readonly string[]; readonly sample: string | undefined }) =>
    known.length === 0
      ? `Compare with a value, such as “${sample ?? '10'}”.`
      : `Compare with one of: ${known.join(', ')}.`,
  'within-calendar': ({ text }: { readonly text: string }) =>
    `“${text}” is not counted in calendar days: a date is within so many calendar days, weeks or months from today.`,
  'bad-value': ({ field, type, text }: { readonly field: string; readonly type: FieldType; readonly text: string }) =>
    `“${field}” is ${kinds[type]} and cannot be compared with “${text}”.`,
  'not-a-value': ({ field, type, text }: { readonly field: string; readonly type: FieldType; readonly text: string }) =>
    `“${field}” is ${kinds[type]}, and “${text}” is not.`,
  'write-comparison': ({ sample }: { readonly sample: string }) =>
    `Write “at least ${sample}”, “at most ${sample}”, “more than ${sample}”, “less than ${sample}”, “filled” or “empty”.`,
} as const

const named: Readonly<Record<NamedKind, readonly [one: string, many: string]>> = {
  stage: ['stage', 'stages of one direction'],
  pipeline: ['direction', 'directions'],
  role: ['role', 'roles'],
  field: ['field', 'fields'],
  event: ['event', 'events'],
  option: ['option', 'options of one field'],
  reason: ['reason', 'reasons'],
  task: ['task', 'tasks of one stage'],
}

const nouns: Readonly<Record<NameKind, string>> = {
  role: 'role',
  stage: 'stage',
  pipeline: 'pipeline',
  escalation: 'ladder of escalations',
  event: 'event',
  axis: 'axis',
  task: 'task',
  field: 'field',
  channel: 'channel',
  message: 'template of messages',
  consent: 'consent',
  seller: 'seller',
  series: 'series of numbers',
  invoice: 'kind of invoice',
  document: 'document',
}

const sections: Readonly<Record<NameKind, string>> = {
  role: 'roles',
  stage: 'stages',
  pipeline: 'pipelines',
  escalation: 'escalations',
  event: 'events',
  axis: 'axes',
  task: 'tasks',
  field: 'fields',
  channel: 'channels',
  message: 'messages.templates',
  consent: 'consents',
  seller: 'sellers',
  series: 'numbers',
  invoice: 'invoices',
  document: 'documents',
}

const kinds: Readonly<Record<FieldType, string>> = {
  text: 'a text',
  number: 'a number',
  money: 'a sum of money',
  percent: 'a percentage',
  date: 'a date',
  date_time: 'a date and time',
  person: 'an employee',
  link: 'a link to a deal',
  yes_no: 'yes or no',
  file: 'a file',
  choice: 'a choice',
}
