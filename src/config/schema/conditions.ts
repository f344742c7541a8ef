import { clockWords } from '#config/values/compared-field'
import { anyOf, anyValue, oneOfNames, wordsPattern } from './editor-schema'
import type { EditorSchema } from './editor-schema'
import type { Called, KnownField, Vocabulary } from './vocabulary'
import { valuePatterns } from './written-values'
import type { FieldType } from '#schemas/model'

const filledOrEmpty = [
  ['filled', 'There is a value.'],
  ['empty', 'There is no value.'],
] as const

const onlyFilled = {
  file: 'A file is only “filled” or “empty”.',
  link: 'A link to a deal is only “filled” or “empty”.',
} as const

/** What may stand after a field in a condition: a comparison in words, with a value or another of the fields, or a list of values. */
export function conditionOn(field: KnownField | undefined, vocabulary: Pick<Vocabulary, 'fields'>): EditorSchema {
  const about = field === undefined ? {} : { markdownDescription: describeField(field) }
  switch (field?.type) {
    case undefined:
    case 'person':
    case 'text':
      return { ...about, ...anyOf(textTest, { type: 'array', items: anyValue }) }
    case 'choice':
      return { ...about, ...choiceTest(field.options ?? new Map()) }
    case 'yes_no':
      return { ...about, ...anyOf(yesNoTest, booleanQuietly, { type: 'array', items: anyValue }) }
    case 'file':
    case 'link':
      return { ...about, ...oneOfNames(filledOrEmpty, onlyFilled[field.type]) }
    case 'number':
    case 'money':
    case 'percent':
    case 'date':
    case 'date_time':
      return { ...about, ...measuredTest(field.type, comparableWith(field, vocabulary)) }
  }
}

/** The other fields of the same type. */
function comparableWith(field: KnownField, { fields }: Pick<Vocabulary, 'fields'>): readonly string[] {
  return [...(fields ?? [])].filter(([, one]) => one !== field && one.type === field.type).map(([id]) => id)
}

const textTest: EditorSchema = {
  type: ['string', 'number', 'boolean'],
  errorMessage: 'Write a value, “not” and a value, “filled” or “empty”.',
  defaultSnippets: filledOrEmpty.map(([label, description]) => ({ label, description, bodyText: label })),
}

/** “yes” and “no” as texts to insert. */
export const yesNoSnippets = [
  { label: 'yes', description: 'Yes', bodyText: 'yes' },
  { label: 'no', description: 'No', bodyText: 'no' },
]

/** Accepts `true` and `false` without offering them: “yes” and “no” are how it is written. */
export const booleanQuietly: EditorSchema = { not: { type: ['string', 'number', 'array', 'object', 'null'] } }

const yesNoTest: EditorSchema = {
  type: 'string',
  pattern:
    '^\\s*(?:(?:not\\s+)?(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])|filled|empty|not\\s+\\[.*\\])\\s*$',
  patternErrorMessage: 'Write “yes”, “no”, “filled” or “empty”.',
  errorMessage: 'Write “yes”, “no”, “filled” or “empty”.',
  defaultSnippets: [
    ...yesNoSnippets,
    ...filledOrEmpty.map(([label, description]) => ({ label, description, bodyText: label })),
  ],
}

/** One of named things, or one that it is not. */
function namedTest(names: Called): EditorSchema {
  const nots = [...names].map(([id, name]) => [`not ${id}`, `Anything but “${name}”; empty counts too.`] as const)
  const fault = `Write one of ${[...names.keys()].join(', ')}, “not” and one of them, “filled” or “empty”.`
  return oneOfNames([...names, ...nots, ...filledOrEmpty], fault)
}

function choiceTest(options: Called): EditorSchema {
  const word = wordsPattern(options.keys())
  const items = oneOfNames(options, `Write one of ${[...options.keys()].join(', ')}.`)
  const listed = { type: 'string', pattern: String.raw`^\s*not\s+\[\s*${word}(?:\s*,\s*${word})*\s*\]\s*$` }
  return anyOf(namedTest(options), listed, { type: 'array', items })
}

/** What names one of these may be tested against: the stage or the pipeline a deal is in. */
export function conditionOnPlace(names: Called | undefined, what: string): EditorSchema {
  const about = { markdownDescription: what }
  return names === undefined
    ? { ...about, ...anyOf(anyValue, { type: 'array', items: anyValue }) }
    : { ...about, ...choiceTest(names) }
}

type Measured = 'number' | 'money' | 'percent' | 'date' | 'date_time'

const samples: Readonly<Record<Measured, string>> = {
  number: '10',
  money: '100 000',
  percent: '50%',
  date: '2027-03-01',
  date_time: '2027-03-01 10:00',
}

function measuredTest(type: Measured, fields: readonly string[]): EditorSchema {
  const isOfTime = type === 'date' || type === 'date_time'
  const names = [...fields, ...clockWords({ type })]
  const one = type === 'percent' ? valuePatterns.percent : isOfTime ? valuePatterns[type] : valuePatterns.number
  const words = `at least|at most|more than|less than${isOfTime ? '|after|before' : ''}`
  const other = names.length === 0 ? '' : `|(?:${words})\\s+${wordsPattern(names)}`
  const units = type === 'date_time' ? 'minute|hour|day|week|month' : 'day|week|month'
  const length = isOfTime ? String.raw`|within\s+\d{1,4}\s+calendar\s+(?:${units})s?` : ''
  const pattern = `filled|empty|(?:not\\s+|(?:${words})\\s+)?${one}${other}${length}|not\\s+\\[.*\\]|between\\s+${one}\\s+and\\s+${one}`
  const sample = samples[type]
  const fault = `Write “at least ${sample}”, “at most ${sample}”, “more than ${sample}”, “less than ${sample}”, “between ${sample} and …”, “filled” or “empty”.`
  const isNumber = type === 'number' || type === 'money'
  const scalar = {
    type: isNumber ? ['string', 'number'] : 'string',
    pattern: `^\\s*(?:${pattern})\\s*$`,
    patternErrorMessage: fault,
    errorMessage: fault,
    defaultSnippets: measuredSnippets(sample, type, fields),
  }
  return anyOf(scalar, { type: 'array', items: isNumber ? { type: ['string', 'number'] } : { type: 'string' } })
}

function measuredSnippets(sample: string, type: Measured, fields: readonly string[]): readonly EditorSchema[] {
  const ofMoments = [
    ['after now', 'It lies ahead.'],
    ['before now', 'It is over.'],
    ['within 24 calendar hours', 'From now up to that much later.'],
  ]
  const ofDates = [
    ['after today', 'Tomorrow or later.'],
    ['before today', 'Yesterday or earlier.'],
    ['within 30 calendar days', 'From today up to that day.'],
  ]
  const lines = [
    [`at least ${sample}`, 'This or more.'],
    [`at most ${sample}`, 'This or less.'],
    [`more than ${sample}`, 'Not this itself.'],
    [`less than ${sample}`, 'Not this itself.'],
    [`between ${sample} and ${sample}`, 'Both ends count.'],
    ...(type === 'date' || type === 'date_time' ? ofDates : []),
    ...(type === 'date_time' ? ofMoments : []),
    ...fields.flatMap((id) => [
      [`at least ${id}`, `As much as the field “${id}” or more.`],
      [`at most ${id}`, `As much as the field “${id}” or less.`],
    ]),
    ...filledOrEmpty,
  ]
  return lines.map(([label, description]) => ({ label, description, bodyText: label }))
}

const onlyEmptied = [['empty', 'Takes the value away.']] as const

/** What may be put into a field. */
export function valueOf(field: KnownField | undefined): EditorSchema {
  const about = field === undefined ? {} : { markdownDescription: describeField(field) }
  if (field?.type === 'yes_no') return { ...about, ...anyValue, defaultSnippets: yesNoSnippets }
  if (field?.type === 'link') return { ...about, ...oneOfNames(onlyEmptied, 'The file names no deal: write “empty”.') }
  if (field?.type !== 'choice' || field.options === undefined) return { ...about, ...anyValue }
  const fault = `Write one of ${[...field.options.keys()].join(', ')}, or “empty”.`
  return { ...about, ...oneOfNames([...field.options, ['empty', 'Takes the value away.']], fault) }
}

const typeNames: Readonly<Record<FieldType, string>> = {
  text: 'a text',
  number: 'a number',
  money: 'a sum of money',
  percent: 'a percentage',
  date: 'a date',
  date_time: 'a date and time',
  person: 'an employee',
  link: 'a link to a deal',
  choice: 'a choice',
  yes_no: 'yes or no',
  file: 'a file',
}

/** A field in words: what people call it and what it holds. */
export function describeField({ name, type, options }: KnownField): string {
  const choices = options === undefined ? '' : `: ${[...options.values()].join(', ')}`
  return type === undefined ? `**${name}**` : `**${name}** – ${typeNames[type]}${choices}`
}
