import { anyOf, written, wordsPattern } from './editor-schema'
import type { EditorSchema } from './editor-schema'
import type { Called, Vocabulary } from './vocabulary'

const length = String.raw`\d{1,4}\s+(?:working|calendar)\s+(?:minute|hour|day|week|month)s?`
const clock = String.raw`(?:\s+at\s+(?:[01]\d|2[0-3]):[0-5]\d)?`
const day = String.raw`\d{4}-\d{2}-\d{2}`
const number = String.raw`-?\d[\d\s]*(?:\.\d+)?`
const anyName = '[a-z][a-z0-9_]*'

const lengthExamples = [
  '2 working days',
  '4 working hours',
  '15 working minutes',
  '1 calendar week',
  '30 calendar days',
]
const lengthFault =
  'Write how long and how it is counted: “2 working days”, “4 working hours” or “30 calendar days”. A bare “2 days” could mean either.'

/** A length of time. */
export const duration: EditorSchema = written(length, lengthFault, lengthExamples)

/** When a step of a ladder is taken. */
export const ladderTime: EditorSchema = written(`at once|${length}`, `${lengthFault} Or write “at once”.`, [
  'at once',
  '4 working hours',
  '1 working day',
])

const percentFault = 'Write a percentage with its sign, such as “50%”.'

/** A share of a hundred. */
export const percent: EditorSchema = written(`${number}%`, percentFault, ['10%', '50%', '90%'])

/** A number; spaces may group its digits. */
export const numberValue: EditorSchema = {
  type: ['number', 'string'],
  pattern: `^\\s*${number}%?\\s*$`,
  patternErrorMessage: 'Write a number, such as “10” or “100 000”; a percentage with its sign.',
  errorMessage: 'Write a number.',
}

/** A day of the calendar. */
export const dayValue: EditorSchema = written(day, 'Write year, month and day, such as “2027-03-08”.', ['2027-03-08'])

/** Keys that are days. */
export const dayPattern = `^${day}$`

const span = String.raw`\d{1,2}:\d{2}\s*[-–—]\s*\d{1,2}:\d{2}`

/** Opening hours. */
export const hoursValue: EditorSchema = written(
  String.raw`${span}(?:\s*,\s*${span})*`,
  'Write hours such as “09:00-18:00”, or several spans: “09:00-13:00, 14:00-18:00”.',
  ['09:00-18:00', '09:00-13:00, 14:00-18:00', '22:00-06:00'],
)

const weekday =
  '(?:[Mm][Oo][Nn]|[Tt][Uu][Ee]|[Ww][Ee][Dd]|[Tt][Hh][Uu]|[Ff][Rr][Ii]|[Ss][Aa][Tt]|[Ss][Uu][Nn])[A-Za-z]*'
const weekdaySpan = String.raw`${weekday}(?:\s*[-–—]\s*${weekday})?`

/** Keys that are days of the week. */
export const weekdaysPattern = String.raw`^${weekdaySpan}(?:\s*,\s*${weekdaySpan})*$`

/** Days of the week. */
export const weekdaysValue: EditorSchema = written(
  String.raw`${weekdaySpan}(?:\s*,\s*${weekdaySpan})*`,
  'Write days such as “mon-fri” or “[mon, wed, fri]”.',
  ['mon-fri', 'mon-sat'],
)

/** A time zone. */
export const zoneValue: EditorSchema = written(
  String.raw`UTC|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+`,
  'Write continent and city, such as “Europe/Moscow”.',
  ['Europe/Moscow', 'Europe/Berlin', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Asia/Almaty', 'UTC'],
)

/** The version of the language. */
export const versionValue: EditorSchema = anyOf(
  { type: 'number', enum: [1], errorMessage: 'Write “version: 1”: there is no other version of this language yet.' },
  { type: 'string', pattern: '^1$' },
)

/** Where a due date may be counted from: the tasks beside it, and what the file declares. */
export type CountedFrom = { readonly tasks?: Called }

/** A due date, with what this place may count from offered in full. */
export function dueValue(vocabulary: Vocabulary, { tasks }: CountedFrom): EditorSchema {
  const { events, fields } = vocabulary
  const dates = [...(fields ?? [])].filter(
    ([, { type }]) => type === 'date' || type === 'date_time' || type === undefined,
  )
  const times = dates.filter(([, { type }]) => type !== 'date')
  const isOpen = events === undefined || fields === undefined || tasks === undefined
  const moments = isOpen ? anyName : wordsPattern([...tasks.keys(), ...events.keys(), ...dates.map(([id]) => id)])
  const days = fields === undefined ? anyName : wordsPattern(dates.map(([id]) => id))
  const hours = fields === undefined ? anyName : wordsPattern(times.map(([id]) => id))
  const pattern = `at\\s+${hours}|\\d{1,4}\\s+(?:minute|hour)s?\\s+(?:after|before)\\s+${hours}|(?:${length}(?:\\s+after\\s+(?:${day}|${moments})|\\s+before\\s+(?:${day}|${days}))?|on\\s+(?:${day}|${days})|same day)${clock}|at once`
  const fault =
    'Write when: “2 working days”, “1 working day after” a task of this stage, an event or a date field, “1 working day before” a date field, “on” a date, “at” or “2 hours before” a field with a date and time, “same day” or “at once”.'
  return {
    type: 'string',
    pattern: `^\\s*(?:${pattern})\\s*$`,
    patternErrorMessage: fault,
    errorMessage: fault,
    defaultSnippets: dueSnippets({
      tasks: [...(tasks ?? [])],
      events: [...(events ?? [])],
      dates: dates.map(([id, field]) => [id, field.name] as const),
      times: times.filter(([, { type }]) => type === 'date_time').map(([id, field]) => [id, field.name] as const),
    }),
  }
}

type Pairs = readonly (readonly [string, string])[]

function dueSnippets(from: {
  readonly tasks: Pairs
  readonly events: Pairs
  readonly dates: Pairs
  readonly times: Pairs
}): EditorSchema[] {
  const plain: Pairs = [
    ['2 working days', 'By closing time of the second working day after today.'],
    ['4 working hours', 'Counted in opening hours only.'],
    ['3 calendar days', 'Days off count too.'],
    ['1 working day at 12:00', 'With a time of day.'],
    ['same day', 'By closing time today.'],
    ['at once', 'Due the moment it appears.'],
    ['on 2027-03-01', 'On a certain date.'],
  ]
  const after = (kind: string, pairs: Pairs): Pairs =>
    pairs.map(([id, name]) => [`1 working day after ${id}`, `Counted from ${kind} “${name}”.`])
  const lines = [
    ...plain,
    ...after('the moment this task is done:', from.tasks),
    ...after('the event', from.events),
    ...from.dates.flatMap(([id, name]): Pairs => [
      [`1 working day before ${id}`, `Counted back from the date “${name}”.`],
      [`1 working day after ${id}`, `Counted from the date “${name}”.`],
      [`on ${id}`, `On the date “${name}”.`],
    ]),
    ...from.times.flatMap(([id, name]): Pairs => [
      [`2 hours before ${id}`, `By the clock, before the time “${name}”.`],
      [`at ${id}`, `At the time “${name}”.`],
      [`30 minutes after ${id}`, `By the clock, after the time “${name}”.`],
    ]),
  ]
  return lines.map(([label, description]) => ({ label, description, bodyText: label }))
}

/** The patterns of single values, for conditions. */
export const valuePatterns = {
  number,
  percent: `${number}%`,
  date: day,
  date_time: String.raw`${day}(?:[T\s]\s*(?:[01]\d|2[0-3]):[0-5]\d)?`,
} as const
