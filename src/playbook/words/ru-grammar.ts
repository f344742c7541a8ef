import { builtInFieldsRu } from '#domain/kernel/texts/built-in-fields-ru'
import { joined, line, plain } from '#playbook/blocks'
import type { Text } from '#playbook/blocks'
import type { DueRule, Duration, DurationUnit, LadderStep } from '#schemas/model'
import { dateText, momentText, monthText, rangesText, numberText, percentText, weekdaysText } from './formats'
import type { BuiltIn, Grammar, Names, Noun, SaidTest, Start, StepPeople } from './playbook-words'

const locale = 'ru-RU'
const plural = new Intl.PluralRules(locale)

/** Accusative for one, for two to four, for five and more; genitive for one and for more. */
type Forms = readonly [one: string, few: string, many: string, ofOne: string, ofMany: string]

const units: Readonly<Record<DurationUnit, Forms>> = {
  minutes: ['минуту', 'минуты', 'минут', 'минуты', 'минут'],
  hours: ['час', 'часа', 'часов', 'часа', 'часов'],
  days: ['день', 'дня', 'дней', 'дня', 'дней'],
  weeks: ['неделю', 'недели', 'недель', 'недели', 'недель'],
  months: ['месяц', 'месяца', 'месяцев', 'месяца', 'месяцев'],
}

/** “Working” and “calendar” beside a masculine noun, then beside a feminine one. */
const kinds: Readonly<Record<Duration['kind'], readonly [Forms, Forms]>> = {
  working: [
    ['рабочий', 'рабочих', 'рабочих', 'рабочего', 'рабочих'],
    ['рабочую', 'рабочие', 'рабочих', 'рабочей', 'рабочих'],
  ],
  calendar: [
    ['календарный', 'календарных', 'календарных', 'календарного', 'календарных'],
    ['календарную', 'календарные', 'календарных', 'календарной', 'календарных'],
  ],
}

const starts: Readonly<Record<Start, string>> = {
  stage: 'с начала этапа',
  opened: 'с момента появления',
  lost: 'после проигрыша сделки',
  cancelled: 'после отмены сделки',
  late: 'после срока',
  stuck: 'после того, как вышло время на этап',
}

const nouns: Readonly<Record<Noun, readonly [string, string, string]>> = {
  task: ['задача', 'задачи', 'задач'],
  stage: ['этап', 'этапа', 'этапов'],
  direction: ['направление', 'направления', 'направлений'],
}

/** What every deal has without its being declared, in Russian. */
export const ruBuiltIn: BuiltIn = {
  fields: builtInFieldsRu,
  options: { company: 'компания', person: 'частное лицо' },
  people: {
    owner: 'менеджер сделки',
    owner_manager: 'руководитель менеджера',
    previous_owner: 'прежний менеджер этого клиента',
  },
  types: {
    text: 'текст',
    number: 'число',
    money: 'сумма денег',
    percent: 'процент',
    date: 'дата',
    date_time: 'дата и время',
    person: 'сотрудник',
    link: 'сделка',
    choice: 'выбор из списка',
    yes_no: 'да или нет',
    file: 'файл',
  },
  namedIn: (field) => `кто указан в поле «${field}»`,
  yes: 'да',
  no: 'нет',
}

/** How Russian says lengths of time, due dates, conditions and steps. Names from the file stay in the nominative. */
export const ruGrammar: Grammar = {
  length: (duration) => length(duration, 'accusative'),
  lengthOf: (duration) => length(duration, 'genitive'),
  due,
  waitsFor: (anchor, names) => {
    if (anchor.kind === 'task') return line`Появляется, когда выполнена задача ${quoted(names.task(anchor.task))}.`
    if (anchor.kind === 'event') return line`Появляется, когда произошло событие ${quoted(names.event(anchor.event))}.`
    if (anchor.kind !== 'field') return undefined
    return line`Срока нет, пока не заполнено поле ${quoted(names.field(anchor.field))}; если дата меняется, срок переносится.`
  },
  test,
  today: 'сегодняшнего дня',
  now: 'текущего момента',
  and: (parts) => listed(parts, ' и '),
  or: (parts) => listed(parts, ' или '),
  oneOf: (parts) => line`верно хотя бы одно: ${joined(parts, '; ')}`,
  quoted,
  step,
  date: (date) => withYear(dateText(locale, date)),
  moment: (instant, zone) => momentText(locale, instant, zone).replace(/\s*г\.,/, ' года,'),
  dates: (dates) => rangesText(locale, dates).map(withYear).join(', '),
  month: (month) => monthText(locale, month),
  weekdays: (days) => weekdaysText(locale, days),
  number: (value) => numberText(locale, value),
  percent: (value) => percentText(locale, value),
  money: (minor) => numberText(locale, minor / 100),
  count: (value, noun) => `${numberText(locale, value)} ${nouns[noun][formOf(value)]}`,
}

function quoted(text: Text | string): Text {
  return line`«${typeof text === 'string' ? [text] : text}»`
}

function listed(parts: readonly Text[], last: string): Text {
  const tail = parts.at(-1)
  if (tail === undefined || parts.length === 1) return tail ?? []
  return line`${joined(parts.slice(0, -1), ', ')}${last}${tail}`
}

function formOf(count: number): 0 | 1 | 2 {
  const form = plural.select(count)
  if (form === 'one') return 0
  return form === 'few' ? 1 : 2
}

function length({ count, kind, unit }: Duration, grammaticalCase: 'accusative' | 'genitive'): string {
  const form = formOf(count)
  const ofGenitive = form === 0 ? 3 : 4
  const index = grammaticalCase === 'accusative' ? form : ofGenitive
  const noun = units[unit][index]
  const number = numberText(locale, count)
  if (kind === 'calendar' && (unit === 'hours' || unit === 'minutes')) return `${number} ${noun} (круглосуточно)`
  const isFeminine = unit === 'minutes' || unit === 'weeks'
  return `${number} ${kinds[kind][isFeminine ? 1 : 0][index]} ${noun}`
}

function due(rule: DueRule, start: Start, names: Names): Text {
  const at = 'at' in rule && rule.at !== undefined ? `, до ${rule.at}` : ''
  switch (rule.kind) {
    case 'at_once':
      return ['сразу']
    case 'same_day':
      return [rule.at === undefined ? 'до конца того же дня' : `в тот же день, до ${rule.at}`]
    case 'at':
      return rule.anchor.kind === 'field' ? line`ко времени из поля ${quoted(names.field(rule.anchor.field))}` : []
    case 'on':
      return line`${onDay(rule, names)}${at}`
    case 'offset':
      return line`${offset(rule, start, names)}${at}`
  }
}

function onDay({ anchor }: Extract<DueRule, { kind: 'on' }>, names: Names): Text {
  if (anchor.kind === 'field') return line`в день из поля ${quoted(names.field(anchor.field))}`
  return anchor.kind === 'date' ? [ruGrammar.date(anchor.date)] : []
}

function offset(rule: Extract<DueRule, { kind: 'offset' }>, start: Start, names: Names): Text {
  const within = `в течение ${length(rule.duration, 'genitive')}`
  const { anchor } = rule
  if (anchor.kind === 'start') return [`${within} ${starts[start]}`]
  if (anchor.kind === 'task') return line`${within} после задачи ${quoted(names.task(anchor.task))}`
  if (anchor.kind === 'event') return line`${within} после события ${quoted(names.event(anchor.event))}`
  const day = anchor.kind === 'field' ? fieldTime(anchor.field, names) : [ruGrammar.date(anchor.date)]
  return rule.direction === 'before'
    ? line`за ${length(rule.duration, 'accusative')} до ${day}`
    : line`${within} после ${day}`
}

function fieldTime(id: string, names: Names): Text {
  return names.isMoment(id) ? line`времени из поля ${quoted(names.field(id))}` : line`даты ${quoted(names.field(id))}`
}

function test({ subject, type, op, values, isFromNow }: SaidTest): Text {
  const first = values[0] ?? []
  const second = values[1] ?? []
  const isDate = type === 'date' || type === 'date_time'
  switch (op) {
    case 'filled':
      return line`поле ${subject} заполнено`
    case 'empty':
      return line`поле ${subject} пусто`
    case 'is':
      return place(type, values) ?? line`в поле ${subject} стоит ${listed(values, ' или ')}`
    case 'not':
      return place(type, values, 'не ') ?? notOneOf(subject, values)
    case 'at_least':
      return line`${subject} – не ${isDate ? 'раньше' : 'меньше'} ${first}`
    case 'at_most':
      return line`${subject} – не ${isDate ? 'позже' : 'больше'} ${first}`
    case 'more_than':
      return line`${subject} – ${isDate ? 'позже' : 'больше'} ${first}`
    case 'less_than':
      return line`${subject} – ${isDate ? 'раньше' : 'меньше'} ${first}`
    case 'within':
      if (isFromNow === true) return line`${subject} – ещё впереди, но не позже чем через ${first}`
      return line`${subject} – не раньше сегодняшнего дня и не позже чем через ${first}`
    case 'between':
      return isDate ? line`${subject} – с ${first} по ${second}` : line`${subject} – от ${first} до ${second}`
  }
}

function withYear(text: string): string {
  return text.replace(/\s*г\.$/, ' года')
}

function notOneOf(subject: Text, values: readonly Text[]): Text {
  if (values.length === 1) return line`в поле ${subject} не стоит ${values[0] ?? []}`
  return line`в поле ${subject} не стоит ни ${joined(values, ', ни ')}`
}

function place(type: SaidTest['type'], values: readonly Text[], not = ''): Text | undefined {
  if (type === 'stage') return line`сделка ${not}на этапе ${listed(values, ' или ')}`
  return type === 'pipeline' ? line`сделка ${not}в направлении ${listed(values, ' или ')}` : undefined
}

function step({ after, urgent }: LadderStep, start: 'late' | 'stuck', { notify, giveTo, send }: StepPeople): Text {
  const when = after === undefined ? 'Сразу' : `Через ${length(after, 'accusative')} ${starts[start]}`
  const told =
    plain(notify) === '' ? [] : [line`уведомление${urgent === true ? ' даже в нерабочее время' : ''}: ${notify}`]
  const given = giveTo === undefined ? [] : [line`дальше отвечает: ${giveTo}`]
  const sent = send === undefined ? [] : [line`клиенту уходит сообщение «${send}»`]
  return line`${when} – ${joined([...told, ...given, ...sent], '; ')}.`
}
