import { joined, line, plain } from '#playbook/blocks'
import type { Text } from '#playbook/blocks'
import type { DueRule, Duration, LadderStep } from '#schemas/model'
import { dateText, momentText, monthText, rangesText, numberText, percentText, weekdaysText } from './formats'
import type { BuiltIn, Grammar, Names, Noun, SaidTest, Start, StepPeople } from './playbook-words'

const locale = 'en-GB'
const plural = new Intl.PluralRules(locale)

const starts: Readonly<Record<Start, string>> = {
  stage: 'of entering the stage',
  opened: 'of its appearing',
  lost: 'of the deal being lost',
  cancelled: 'of the deal being cancelled',
  late: 'after the due time',
  stuck: 'after the time in the stage ran out',
}

const nouns: Readonly<Record<Noun, readonly [string, string]>> = {
  task: ['task', 'tasks'],
  stage: ['stage', 'stages'],
  direction: ['direction', 'directions'],
}

/** What every deal has without its being declared, in English. */
export const enBuiltIn: BuiltIn = {
  fields: {
    amount: 'Amount',
    paid: 'Paid',
    client_type: 'Client type',
    repeat_client: 'Repeat client',
    source: 'Source',
    expected_close: 'Expected close',
  },
  options: { company: 'Company', person: 'Person' },
  people: {
    owner: 'the deal’s manager',
    owner_manager: 'the manager’s head of department',
    previous_owner: 'whoever managed this client before',
  },
  types: {
    text: 'text',
    number: 'number',
    money: 'sum of money',
    percent: 'percentage',
    date: 'date',
    date_time: 'date and time',
    person: 'employee',
    link: 'deal',
    choice: 'choice',
    yes_no: 'yes or no',
    file: 'file',
  },
  namedIn: (field) => `whoever is named in “${field}”`,
  yes: 'yes',
  no: 'no',
}

/** How English says lengths of time, due dates, conditions and steps. */
export const enGrammar: Grammar = {
  length,
  lengthOf: length,
  due,
  waitsFor: (anchor, names) => {
    if (anchor.kind === 'task') return line`It appears when ${quoted(names.task(anchor.task))} is done.`
    if (anchor.kind === 'event') return line`It appears when this happens: ${quoted(names.event(anchor.event))}.`
    if (anchor.kind !== 'field') return undefined
    return line`It has no due date until ${quoted(names.field(anchor.field))} is filled in, and moves when that changes.`
  },
  test,
  today: 'today',
  now: 'now',
  and: (parts) => listed(parts, ' and '),
  or: (parts) => listed(parts, ' or '),
  oneOf: (parts) => line`at least one of these holds: ${joined(parts, '; ')}`,
  quoted,
  step,
  date: (date) => dateText(locale, date),
  moment: (instant, zone) => momentText(locale, instant, zone),
  dates: (dates) => rangesText(locale, dates).join(', '),
  month: (month) => monthText(locale, month),
  weekdays: (days) => weekdaysText(locale, days),
  number: (value) => numberText(locale, value),
  percent: (value) => percentText(locale, value),
  money: (minor) => numberText(locale, minor / 100),
  count: (value, noun) =>
    `${numberText(locale, value)} ${plural.select(value) === 'one' ? nouns[noun][0] : nouns[noun][1]}`,
}

function quoted(text: Text | string): Text {
  return line`“${typeof text === 'string' ? [text] : text}”`
}

function listed(parts: readonly Text[], last: string): Text {
  const tail = parts.at(-1)
  if (tail === undefined || parts.length === 1) return tail ?? []
  return line`${joined(parts.slice(0, -1), ', ')}${last}${tail}`
}

function length({ count, kind, unit }: Duration): string {
  const noun = plural.select(count) === 'one' ? unit.slice(0, -1) : unit
  // Hours that run day and night are simply hours by the clock.
  if (kind === 'calendar' && (unit === 'hours' || unit === 'minutes')) return `${count} ${noun} by the clock`
  return `${count} ${kind} ${noun}`
}

function due(rule: DueRule, start: Start, names: Names): Text {
  const at = 'at' in rule && rule.at !== undefined ? `, by ${rule.at}` : ''
  switch (rule.kind) {
    case 'at_once':
      return ['at once']
    case 'same_day':
      return [rule.at === undefined ? 'by the end of the same day' : `the same day, by ${rule.at}`]
    case 'at':
      return rule.anchor.kind === 'field' ? line`at the time in ${quoted(names.field(rule.anchor.field))}` : []
    case 'on':
      return line`${onDay(rule, names)}${at}`
    case 'offset':
      return line`${offset(rule, start, names)}${at}`
  }
}

function onDay({ anchor }: Extract<DueRule, { kind: 'on' }>, names: Names): Text {
  if (anchor.kind === 'field') return line`on the day in ${quoted(names.field(anchor.field))}`
  return anchor.kind === 'date' ? [`on ${dateText(locale, anchor.date)}`] : []
}

function offset(rule: Extract<DueRule, { kind: 'offset' }>, start: Start, names: Names): Text {
  const time = length(rule.duration)
  const { anchor } = rule
  if (anchor.kind === 'start') return [`within ${time} ${starts[start]}`]
  if (anchor.kind === 'task') return line`within ${time} after ${quoted(names.task(anchor.task))}`
  if (anchor.kind === 'event') return line`within ${time} after the event ${quoted(names.event(anchor.event))}`
  const day = anchor.kind === 'field' ? quoted(names.field(anchor.field)) : [dateText(locale, anchor.date)]
  return rule.direction === 'before' ? line`${time} before ${day}` : line`within ${time} after ${day}`
}

function test({ subject, type, op, values, isFromNow }: SaidTest): Text {
  const first = values[0] ?? []
  const isDate = type === 'date' || type === 'date_time'
  switch (op) {
    case 'filled':
      return line`${subject} is filled in`
    case 'empty':
      return line`${subject} is empty`
    case 'is':
      return place(type, values) ?? line`${subject} is ${listed(values, ' or ')}`
    case 'not':
      return place(type, values, 'not ') ?? line`${subject} is not ${listed(values, ' or ')}`
    case 'at_least':
      return isDate ? line`${subject} is ${first} or later` : line`${subject} is at least ${first}`
    case 'at_most':
      return isDate ? line`${subject} is ${first} or earlier` : line`${subject} is at most ${first}`
    case 'more_than':
      return line`${subject} is ${isDate ? 'after' : 'more than'} ${first}`
    case 'less_than':
      return line`${subject} is ${isDate ? 'before' : 'less than'} ${first}`
    case 'within':
      return line`${subject} is within ${first} from ${isFromNow === true ? 'now' : 'today'}`
    case 'between':
      return line`${subject} is between ${first} and ${values[1] ?? []}`
  }
}

function place(type: SaidTest['type'], values: readonly Text[], not = ''): Text | undefined {
  if (type === 'stage') return line`the deal is ${not}in the stage ${listed(values, ' or ')}`
  return type === 'pipeline' ? line`the deal is ${not}in the direction ${listed(values, ' or ')}` : undefined
}

function step({ after, urgent }: LadderStep, start: 'late' | 'stuck', { notify, giveTo, send }: StepPeople): Text {
  const when = after === undefined ? 'At once' : `${length(after)} ${starts[start]}`
  const told =
    plain(notify) === ''
      ? []
      : [line`${notify} will be notified${urgent === true ? ', outside working hours too' : ''}`]
  const given = giveTo === undefined ? [] : [line`${giveTo} takes it over`]
  const sent = send === undefined ? [] : [line`the client is written “${send}”`]
  return line`${when}: ${joined([...told, ...given, ...sent], '; ')}.`
}
