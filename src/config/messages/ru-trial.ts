import type { FieldType } from '#schemas/model'
import type { enTrial, TrialKind } from './en-trial'

/** Russian: test files. */
export const ruTrial: typeof enTrial = {
  'trial-unknown': ({ kinds, text }) => `Нет такого: ${joined(kinds.map((kind) => nouns[kind]))} «${text}».`,
  'trial-unknown-alone': ({ kinds }) =>
    `В правилах этого нет вовсе (${joined(kinds.map((kind) => nouns[kind]))}): уберите строку.`,
  'trial-bad-value': ({ field, type, text }) => `«${field}» – это ${types[type]}, «${text}» здесь стоять не может.`,
  'trial-set-sources': ({ fields }) => `Задайте вместо этого: ${fields.join(', ')}.`,
  'trial-not-a-time': ({ text }) => `«${text}» – не время.`,
  'trial-write-time': () => 'Напишите день и время, например «2026-12-31 17:40».',
  'trial-no-refusal': ({ text }) => `Причины отказа «${text}» не бывает.`,
  'trial-write-refused': () => 'Напишите «yes», какой бы ни была причина.',
  'trial-not-a-length': ({ text }) => `«${text}» – не длина звонка.`,
  'trial-write-length': () => 'Напишите «30 seconds» или «2 minutes».',
  'trial-no-channel': ({ kind }) => `В правилах нет канала вида ${kind}.`,
  'trial-add-channel': ({ kind }) => `Объявите его в «channels» с «kind: ${kind}».`,
  'trial-no-outcome': ({ text }) => `«${text}» – не итог правила.`,
  'trial-not-a-due': ({ text }) => `«${text}» – не день и не время.`,
  'trial-write-due': () => 'Напишите «2026-12-31», «2026-12-31 18:00» или «none», если срока нет.',
  'trial-two-verbs': ({ keys }) =>
    `В одном шаге стоит и ${keys.map((key) => `«${key}»`).join(', и ')}; шаг делает что-то одно.`,
  'trial-own-step': () => 'Начинайте каждый шаг со своего «- ».',
  'trial-who-twice': () => '«as» и «by» говорят об одном: кто это делает.',
  'trial-leave-out': ({ key }) => `Уберите «${key}».`,
  'trial-means-nothing': ({ key, beside, of }) =>
    `Рядом с «${beside}» ключ «${key}» ничего не значит; он бывает при ${of.join(', ')}.`,
  'trial-leave-or-own': () => 'Уберите его или сделайте отдельным шагом.',
  'trial-empty-step': () => 'Этот шаг ничего не делает и ничего не ожидает.',
  'trial-no-amount': ({ text }) => `«${text}» – не сумма.`,
  'trial-no-paper-state': ({ text }) => `Ни документ, ни счёт не бывает «${text}».`,
  'trial-write-verb': ({ verbs }) => `Напишите, что происходит: ${verbs.join(', ')}; или «expect».`,
  'trial-twin': ({ line }) => `Проверка с таким названием уже есть в строке ${line}.`,
  'trial-say-difference': () => 'Скажите в названии, чем она отличается.',
  'trial-not-in-pipeline': ({ pipeline, stage }) => `Направление «${pipeline}» не проходит этап «${stage}».`,
}

function joined(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} или ${words.at(-1)}`
}

const nouns: Readonly<Record<TrialKind, string>> = {
  task: 'задача',
  field: 'поле',
  stage: 'этап',
  pipeline: 'направление',
  event: 'событие',
  rule: 'правило автоматизации',
  role: 'роль',
  person: 'человек или роль',
  lost: 'причина проигрыша',
  cancelled: 'причина отмены',
  calendar: 'дополнительный календарь',
  channel: 'канал',
  template: 'шаблон сообщения',
  paper: 'документ или счёт',
  document: 'документ',
  papers_of_gate: 'то, чего условие ждёт от бумаг',
}

const types: Readonly<Record<FieldType, string>> = {
  text: 'текст',
  number: 'число',
  money: 'сумма денег',
  percent: 'проценты',
  date: 'дата',
  date_time: 'дата и время',
  person: 'сотрудник',
  link: 'ссылка на сделку',
  yes_no: 'да или нет',
  file: 'файл',
  choice: 'выбор из списка',
}

/** What the description of test files says of places and keys, in Russian. */
export const ruTrialLanguage: Readonly<Record<string, string>> = {
  'What must be so, as a sentence.': 'Что должно быть, одним предложением.',
  'The version of this language.': 'Версия этого языка.',
  'The tests, each with a deal of its own.': 'Проверки, у каждой своя сделка.',
  'The deal: pipeline, stage, owner, phone, email and any field. Without pipeline new_deals decides.':
    'Сделка: pipeline, stage, owner, phone, email и любые поля. Без pipeline решает new_deals.',
  'a name': 'имя',
  'a length such as 30 seconds': 'длина, например 30 seconds',
  'a telephone number or an address': 'номер телефона или адрес',
  'an address': 'адрес',
  'a person': 'человек',
  'a person or role': 'человек или роль',
  'a reason': 'причина',
  'a reason in your own words': 'причина своими словами',
  'a stage, or completed': 'этап или completed',
  'a time such as 2026-12-31 17:40': 'время, например 2026-12-31 17:40',
  'a task, a field or a stage': 'задача, поле или этап',
  'a day or a time, or none': 'день, время или none',
  'done, stopped, paused or too_deep': 'done, stopped, paused или too_deep',
  'yes, or why, such as reason_required': 'yes или причина, например reason_required',
  'a length of time such as 1 working day': 'промежуток времени, например 1 working day',
  'owner, owner_manager, a role or a person': 'owner, owner_manager, роль или человек',
  'the text of the item, or its number from 1': 'текст пункта или его номер, с 1',
  'how, such as phone': 'как, например phone',
  'one of calendars': 'один из calendars',
  'a date such as 2027-01-11': 'дата, например 2027-01-11',
  'a date such as 2027-01-15': 'дата, например 2027-01-15',
  'a document or an invoice': 'документ или счёт',
  'an amount such as 70 000': 'сумма, например 70 000',
  'how far it is, such as issued, or none': 'как далеко он продвинулся, например issued, или none',
}
