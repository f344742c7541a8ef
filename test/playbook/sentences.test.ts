import { describe, expect, test } from 'vitest'
import { line, plain } from '#playbook/blocks'
import { languages } from '#playbook/words/languages'
import type { Names } from '#playbook/words/playbook-words'
import type { Anchor, DueRule, LadderStep } from '#schemas/model'
import { duration } from '#test/domain/calendars'

const names: Names = { task: (id) => [id], event: (id) => [id], field: (id) => [id], isMoment: (id) => id === 'visit' }
const start: Anchor = { kind: 'start' }

function offset(text: string, anchor: Anchor = start, more: { direction?: 'before'; at?: string } = {}): DueRule {
  return { kind: 'offset', direction: 'after', duration: duration(text), anchor, text, ...more }
}

describe('a due date in words', () => {
  const day: Anchor = { kind: 'field', field: 'day' }
  test.each([
    [offset('1 working day'), 'within 1 working day of entering the stage', 'в течение 1 рабочего дня с начала этапа'],
    [
      offset('2 working days'),
      'within 2 working days of entering the stage',
      'в течение 2 рабочих дней с начала этапа',
    ],
    [
      offset('21 working days'),
      'within 21 working days of entering the stage',
      'в течение 21 рабочего дня с начала этапа',
    ],
    [
      offset('1 calendar week'),
      'within 1 calendar week of entering the stage',
      'в течение 1 календарной недели с начала этапа',
    ],
    [
      offset('5 calendar hours'),
      'within 5 hours by the clock of entering the stage',
      'в течение 5 часов (круглосуточно) с начала этапа',
    ],
    [
      offset('2 working days', { kind: 'task', task: 'call' }),
      'within 2 working days after “call”',
      'в течение 2 рабочих дней после задачи «call»',
    ],
    [
      offset('4 working hours', { kind: 'event', event: 'signed' }),
      'within 4 working hours after the event “signed”',
      'в течение 4 рабочих часов после события «signed»',
    ],
    [
      offset('1 working day', day, { direction: 'before' }),
      '1 working day before “day”',
      'за 1 рабочий день до даты «day»',
    ],
    [
      offset('2 working weeks', day, { direction: 'before' }),
      '2 working weeks before “day”',
      'за 2 рабочие недели до даты «day»',
    ],
    [
      offset('1 working minute', day, { direction: 'before' }),
      '1 working minute before “day”',
      'за 1 рабочую минуту до даты «day»',
    ],
    [
      offset('3 working days', start, { at: '15:00' }),
      'within 3 working days of entering the stage, by 15:00',
      'в течение 3 рабочих дней с начала этапа, до 15:00',
    ],
    [{ kind: 'on', anchor: day, text: '' }, 'on the day in “day”', 'в день из поля «day»'],
    [{ kind: 'on', anchor: { kind: 'date', date: '2027-03-01' }, text: '' }, 'on 1 March 2027', '1 марта 2027 года'],
    [{ kind: 'same_day', text: '' }, 'by the end of the same day', 'до конца того же дня'],
    [{ kind: 'same_day', at: '12:00', text: '' }, 'the same day, by 12:00', 'в тот же день, до 12:00'],
    [{ kind: 'at_once', text: '' }, 'at once', 'сразу'],
  ] satisfies [DueRule, string, string][])('%#', (rule, en, ru) => {
    expect(plain(languages.en.grammar.due(rule, 'stage', names))).toBe(en)
    expect(plain(languages.ru.grammar.due(rule, 'stage', names))).toBe(ru)
  })
})

test.each([
  [1, 'задача', '1 working day'],
  [2, 'задачи', '2 working days'],
  [5, 'задач', '5 working days'],
  [11, 'задач', '11 working days'],
  [21, 'задача', '21 working days'],
  [104, 'задачи', '104 working days'],
])('%i is counted in the right form', (count, noun, length) => {
  expect(languages.ru.grammar.count(count, 'task')).toBe(`${count} ${noun}`)
  expect(languages.en.grammar.length(duration(length))).toBe(length)
})

test.each([
  ['1 working hour', '1 рабочий час', '1 рабочего часа'],
  ['3 working hours', '3 рабочих часа', '3 рабочих часов'],
  ['15 working minutes', '15 рабочих минут', '15 рабочих минут'],
  ['22 working minutes', '22 рабочие минуты', '22 рабочих минут'],
  ['1 calendar month', '1 календарный месяц', '1 календарного месяца'],
  ['6 calendar months', '6 календарных месяцев', '6 календарных месяцев'],
])('%s in Russian, in both cases', (text, accusative, genitive) => {
  expect(languages.ru.grammar.length(duration(text))).toBe(accusative)
  expect(languages.ru.grammar.lengthOf(duration(text))).toBe(genitive)
})

describe('a condition in words', () => {
  const said = (
    type: 'money' | 'date' | 'choice' | 'stage',
    op: 'is' | 'not' | 'at_least' | 'more_than' | 'less_than' | 'between' | 'filled' | 'within',
    ...values: string[]
  ) =>
    (['en', 'ru'] as const).map((language) =>
      plain(languages[language].grammar.test({ subject: line`“x”`, type, op, values: values.map((value) => [value]) })),
    )

  test.each([
    [said('money', 'at_least', '5'), ['“x” is at least 5', '“x” – не меньше 5']],
    [said('date', 'at_least', '1 March'), ['“x” is 1 March or later', '“x” – не раньше 1 March']],
    [said('date', 'less_than', '1 March'), ['“x” is before 1 March', '“x” – раньше 1 March']],
    [
      said('date', 'within', '30 days'),
      ['“x” is within 30 days from today', '“x” – не раньше сегодняшнего дня и не позже чем через 30 days'],
    ],
    [said('money', 'between', '1', '5'), ['“x” is between 1 and 5', '“x” – от 1 до 5']],
    [said('choice', 'is', 'a', 'b'), ['“x” is a or b', 'в поле “x” стоит a или b']],
    [said('choice', 'not', 'a'), ['“x” is not a', 'в поле “x” не стоит a']],
    [said('choice', 'not', 'a', 'b'), ['“x” is not a or b', 'в поле “x” не стоит ни a, ни b']],
    [said('stage', 'is', 'Payment'), ['the deal is in the stage Payment', 'сделка на этапе Payment']],
    [said('choice', 'filled'), ['“x” is filled in', 'поле “x” заполнено']],
  ])('%j', (sentences, expected) => {
    expect(sentences).toEqual(expected)
  })
})

test('a step of a ladder says when, who is told and who takes over', () => {
  const step: LadderStep = {
    after: duration('1 working day'),
    notify: ['owner'],
    giveTo: 'lawyer',
    urgent: true,
    origin: { line: 1, column: 1, path: '' },
  }
  const people = { notify: ['Ann'], send: undefined, giveTo: ['Bob'] }

  expect(plain(languages.en.grammar.step(step, 'late', people))).toBe(
    '1 working day after the due time: Ann will be notified, outside working hours too; Bob takes it over.',
  )
  expect(plain(languages.ru.grammar.step(step, 'late', people))).toBe(
    'Через 1 рабочий день после срока – уведомление даже в нерабочее время: Ann; дальше отвечает: Bob.',
  )
})

test('days off that follow each other are told as a span', () => {
  const days = ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-03-08']

  expect(languages.en.grammar.dates(days)).toBe('1 January 2027, 4–6 January 2027, 8 March 2027')
  expect(languages.ru.grammar.dates(days)).toBe('1 января 2027 года, 4–6 января 2027 года, 8 марта 2027 года')
})
