import type { NamedKind } from './en-meaning'
import type { FieldType } from '#schemas/model'
import type { enNames, NameKind } from './en-names'

/** Russian: names that are not declared, and values that do not fit their field. */
export const ruNames: typeof enNames = {
  'unknown-name': ({ kind, text }) => `Нет ${nouns[kind]} «${text}».`,
  'unknown-option': ({ field, text }) => `У поля «${field}» нет варианта «${text}».`,
  'unknown-axis-value': ({ axis, text }) => `В разрезе «${axis}» нет значения «${text}».`,
  'it-can-be': ({ known, isMore }) => `Подойдёт: ${known.join(', ')}${isMore ? ', …' : ''}.`,
  'owner-not-here': ({ text }) =>
    `«${text}» – это тот, кто ведёт сделку, или его руководитель, а здесь может стоять только роль.`,
  'declare-first': ({ kind }) => `Пока не объявлено ни ${single[kind]}: сначала опишите в «${sections[kind]}».`,
  'used-in-lines': ({ lines }) => `, а упоминается в строках ${lines.join(', ')}.`,
  'declared-otherwise': ({ declared, written, lines }) =>
    `Здесь объявлено «${declared}», а везде дальше написано «${written}» (строки ${lines.join(', ')}).`,
  'write-here': ({ text }) => `Напишите здесь «${text}».`,
  'names-nobody': ({ field, type }) =>
    `«${field}» – это ${kinds[type]}, а кто выполняет задачу, говорит только поле с типом person.`,
  'declare-person': () => 'Заведите поле вроде «doctor: { type: person }» и напишите здесь «field.doctor».',
  'said-otherwise': ({ text }) => `«${text}» здесь пишут иначе.`,
  'values-without-brackets': ({ text }) => `«${text}» – несколько значений, их пишут в скобках.`,
  'one-condition-a-line': ({ text }) => `«${text}» – больше одного условия, а у каждого должна быть своя строка.`,
  'line-each': ({ text }) => `Напишите здесь «${text}», а остальное – отдельной строкой «поле: значение».`,
  'not-has-word': ({ word }) => `Для «not ${word}» есть своё слово.`,
  'no-order': ({ field, type }) =>
    `«${field}» – это ${kinds[type]}, а такие значения не бывают больше или меньше других.`,
  'write-a-value': ({ sample }) => `Напишите значение${sample === undefined ? '' : `, например «${sample}»`}.`,
  'comma-between': ({ text }) => `«${text}» – несколько имён списка, а между ними ставят запятую.`,
  'two-ends': ({ text }) => `«${text}» – два сравнения, а промежуток пишут одним, и оба его края считаются.`,
  'nots-in-list': () => 'В списке стоят значения, а «not» пишут один раз – перед ним.',
  'write-filled-or-empty': () => 'Напишите «filled» или «empty».',
  'write-yes-or-no': () => 'Напишите «yes» или «no».',
  'percent-field': ({ field, text }) => `«${field}» – проценты, а после «${text}» нет знака «%».`,
  'same-name': ({ kind, name, line }) =>
    `${named[kind][1]} называются одинаково, «${name}»: другое – в строке ${line}.`,
  'name-apart': () => 'Назовите одно из них иначе, чтобы их можно было различить.',
  'blank-name': ({ kind, id }) => `В названии ${named[kind][0]} «${id}» ничего не видно.`,
  'odd-name': ({ kind, id, sign }) => `В названии ${named[kind][0]} «${id}» стоит ${sign} – знак, которого не видно.`,
  'name-readable': () => 'Напишите видимыми буквами, остальные знаки уберите.',
  'with-itself': ({ field }) => `Поле «${field}» сравнивается само с собой.`,
  'two-types': ({ field, type, other, otherType }) =>
    `«${field}» – ${kinds[type]}, а «${other}» – ${kinds[otherType]}: их не сравнить.`,
  'compare-with': ({ known, sample }) =>
    known.length === 0
      ? `Сравните со значением, например «${sample ?? '10'}».`
      : `Сравните с одним из: ${known.join(', ')}.`,
  'within-calendar': ({ text }) =>
    `«${text}» – не календарные дни: дата бывает в пределах календарных дней, недель или месяцев от сегодня.`,
  'bad-value': ({ field, type, text }) => `«${field}» – это ${kinds[type]}, и сравнить с «${text}» нельзя.`,
  'not-a-value': ({ field, type, text }) => `«${field}» – это ${kinds[type]}, а «${text}» так не прочитать.`,
  'write-comparison': ({ sample }) =>
    `Напишите «at least ${sample}», «at most ${sample}», «more than ${sample}», «less than ${sample}», «filled» или «empty».`,
}

const named: Readonly<Record<NamedKind, readonly [one: string, many: string]>> = {
  stage: ['этапа', 'Два этапа одного направления'],
  pipeline: ['направления', 'Два направления'],
  role: ['роли', 'Две роли'],
  field: ['поля', 'Два поля'],
  event: ['события', 'Два события'],
  option: ['варианта', 'Два варианта одного поля'],
  reason: ['причины', 'Две причины'],
  task: ['задачи', 'Две задачи одного этапа'],
}

const nouns: Readonly<Record<NameKind, string>> = {
  role: 'роли',
  stage: 'этапа',
  pipeline: 'направления',
  escalation: 'порядка эскалации',
  event: 'события',
  axis: 'разреза',
  task: 'задачи',
  field: 'поля',
  channel: 'канала',
  message: 'шаблона сообщения',
  consent: 'согласия',
  seller: 'юрлица',
  series: 'ряда номеров',
  invoice: 'вида счетов',
  document: 'документа',
}

const single: Readonly<Record<NameKind, string>> = {
  role: 'одной роли',
  stage: 'одного этапа',
  pipeline: 'одного направления',
  escalation: 'одного порядка эскалации',
  event: 'одного события',
  axis: 'одного разреза',
  task: 'одной задачи',
  field: 'одного поля',
  channel: 'одного канала',
  message: 'одного шаблона сообщения',
  consent: 'одного согласия',
  seller: 'одного юрлица',
  series: 'одного ряда номеров',
  invoice: 'одного вида счетов',
  document: 'одного документа',
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
  text: 'текст',
  number: 'число',
  money: 'сумма денег',
  percent: 'проценты',
  date: 'дата',
  date_time: 'дата и время',
  person: 'сотрудник',
  link: 'ссылка на сделку',
  yes_no: 'ответ «да» или «нет»',
  file: 'файл',
  choice: 'выбор из вариантов',
}
