import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { whom } from '#domain/people/words/whom-ru'
import { oddSignRu } from '#domain/kernel/texts/odd-sign-ru'
import { builtInFieldsRu } from '#domain/kernel/texts/built-in-fields-ru'
import type { Translated } from '#domain/kernel/saying'
import type { DealStatus } from '#schemas/deal'

import { boundText } from './bound'
import type { en } from './en'
import { moneyWishRu } from './money-wish-ru'
import type { FieldLabel, Writer, ZeroWords } from './values'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  deal_unknown: ({ id }) => `Сделки «${id}» нет, или она вам не видна.`,
  task_unknown: ({ id }) => `Задачи «${id}» нет, или она вам не видна.`,
  'task_unknown.here': ({ id }) => `В этой сделке нет задачи ${id}.`,
  'task_unknown.item': ({ task, count, item }) =>
    `В списке задачи «${task}» пунктов: ${count}; пункта ${item} нет (счёт с 0).`,
  'pipeline_unknown.new_deal': 'Укажите направление: в правилах не сказано, куда попадают новые сделки.',
  'pipeline_unknown.whose_deals': 'Скажите, чьи сделки нужны: owner=me, или колонку: pipeline и stage.',
  'pipeline_unknown.where_to_look': 'Скажите, где искать «q»: в направлении (pipeline) или у менеджера (owner).',
  'stage_unknown.whose_deals': 'Скажите, чьи сделки нужны: owner=me, или колонку: pipeline и stage.',
  too_many_tasks: ({ most }) =>
    `У сделки уже ${most} открытых задач, больше нельзя. Сначала завершите или отмените часть из них.`,
  stage_not_next: ({ pipeline, skipped }) =>
    `В направлении «${pipeline}» нельзя пропускать: ${skipped.join(', ')}. Сначала переведите на этап «${skipped[0]}».`,
  'stage_not_next.begin': ({ pipeline, past, first }) =>
    `В направлении «${pipeline}» нельзя начать после этапов: ${past.join(', ')}. Начните с «${first}».`,
  'stage_not_next.override': ({ first }) => `Обход условия не пропускает этапы. Сначала переведите на этап «${first}».`,
  'stage_not_next.reopen': ({ stage }) =>
    `Сделку открывают снова на этапе «${stage}» или более раннем, потом ведут дальше.`,
  gate_blocked: ({ stage, own, tasks, fields, must }) => {
    const parts = [
      ...tasks.map((task) => `выполнить «${task}»`),
      ...fields.map((field) => `заполнить «${called(field)}»${writtenBy(field.writers)}${overZero(field.zero)}`),
      ...must.map(({ field, wish, writers, zero, money }) =>
        money === undefined
          ? `соблюсти условие для поля «${called(field)}» (${wish})${writtenBy(writers)}${overZero(zero)}`
          : moneyWishRu(money),
      ),
    ]
    return `Сделку пока нельзя перевести дальше с этапа «${stage}».${own === '' ? '' : ` ${own}`} Осталось: ${parts.join('; ')}.`
  },
  paid_by_invoices: ({ title }) =>
    `У сделки «${title}» есть счёт, поэтому оплата считается по разнесённым платежам. Разнесите платёж.`,
  amount_by_lines: ({ title }) =>
    `У сделки «${title}» есть строки, и её сумма – их итог. Измените строки или уберите их все.`,
  'field_value.lines_roubles': ({ currency }) =>
    `Строки бывают только у сделок в рублях, а эта в ${currency}. Укажите сумму сделки.`,
  'field_value.lines_long': ({ most }) =>
    `Наименования строк вместе длиннее ${most} знаков. Сократите их или объедините строки.`,
  'field_value.lines_sum': ({ most }) =>
    `Строки дают больше ${boundText('ru', most, 'RUB')}. Нет ли лишнего нуля в цене или количестве?`,
  'field_value.lines_computed': 'Сумма сделки здесь считается по формуле из файла, поэтому строк у неё быть не может.',
  'override_forbidden.nobody': ({ stage }) => `Условие этапа «${stage}» не может обойти никто.`,
  override_forbidden: ({ role, stage }) => `Обойти условие этапа «${stage}», назвав причину, может только «${role}».`,
  late_handed_on: ({ name }) => `Задача просрочена, поэтому её передали: ${name}.`,
  stood_in_for: ({ name, deputy, until }) =>
    `${name} отсутствует по ${dayInDigits(until)} включительно, замещает ${deputy}.`,
  is_back: ({ name }) => `${name} снова на месте.`,
  not_your_task: ({ task, responsible, roles, people }) =>
    `«${task}» – не ваша задача. Выполнить её может ${oneOf([responsible, ...roles.map((role) => `любой с ролью «${role}»`), ...people])}.`,
  'not_your_task.give': ({ task, responsible, people }) =>
    `«${task}» – не ваша задача. Передать её другому может только ${oneOf([responsible, ...people])}.`,
  'not_your_task.cancel': ({ task, responsible, people }) =>
    `«${task}» – не ваша задача. Отменить её может только ${oneOf([responsible, ...people])}.`,
  not_your_field: ({ fields }) =>
    fields
      .map(({ field, writers }) =>
        writers.length === 0
          ? `Поле «${called(field)}» заполняете не вы, а менеджер сделки или его руководитель.`
          : `Поле «${called(field)}» заполняете не вы, а ${oneOf(writers.map(writerName))}.`,
      )
      .join(' '),
  deal_closed: ({ title, status }) => `Сделка «${title}» ${closed[status]}. Сначала откройте её снова.`,
  'deal_closed.already': ({ title, status }) => `Сделка «${title}» уже ${closed[status]}.`,
  deal_not_closed: ({ title }) => `Сделка «${title}» не закрыта.`,
  deal_not_won: ({ title }) => `Сделка «${title}» ещё не выиграна: её можно проиграть, но не отменить.`,
  'deal_not_won.counts': ({ title }) => `Сделка «${title}» пока никому не засчитана.`,
  deal_already_won: ({ title }) => `Сделка «${title}» уже выиграна: её можно отменить, но не проиграть.`,
  reason_required: 'Напишите в «reason», почему сделка возвращается.',
  reason_unknown: ({ reason, outcome, known }) =>
    `Причины ${outcome === 'lost' ? 'проигрыша' : 'отмены'} «${reason}» нет. Выберите одну из: ${known.join(', ')}.`,
  event_unknown: ({ event, known }) =>
    `События «${event}» нет. ${known.length === 0 ? 'В файле нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  'task_closed.cancelled': ({ task }) => `Задача «${task}» отменена.`,
  task_closed: ({ task, status }) =>
    `Задача «${task}» ${status === 'done' ? 'уже выполнена' : 'отменена'}. Сначала откройте её снова.`,
  'task_closed.asked_for': ({ task }) =>
    `Задачу «${task}» требуют правила этапа: выполните её или попросите обойти условие.`,
  'task_closed.by_itself': ({ task, by }) =>
    `Задачу «${task}» не отмечают вручную: она закроется сама, как только ${byItself[by] ?? 'будет сделано то, о чём она просит'}.`,
  'task_closed.earlier_stay': ({ task }) =>
    `Задача «${task}» осталась от прошлого пребывания на этапе. Добавьте новую.`,
  nobody_to_give_to: ({ role, line }) =>
    `В роли «${role}», которой строка ${line} правил передаёт такие сделки, нет никого из работающих. Назовите ответственного или назначьте человека на эту роль.`,
  'forbidden.change_deal': ({ title }) =>
    `Сделку «${title}» вы видите, но менять её может только её владелец или руководитель.`,
  'forbidden.close_deal': ({ role, name }) => `Это может сделать только ${writerName({ id: role, name })}.`,
  'forbidden.count_again': ({ title, role, name }) =>
    `Сделку «${title}» отменили, и в план она больше не идёт. Вернуть её в план может только ${writerName({ id: role, name })} или тот, кто может исправлять учёт. Открыть её снова можно на этапе до выигрыша.`,
  'forbidden.create_deal': ({ owner }) => `Вы не можете заводить сделки на «${owner}».`,
  'forbidden.deals_of': ({ id }) => `Сделки «${id}» вам не видны.`,
  'forbidden.tasks_of': ({ id }) => `Задачи «${id}» вам не видны.`,
  'forbidden.tasks_of_department': ({ id }) => `Задачи отдела «${id}» вам не видны.`,
  'forbidden.hand_over': ({ from }) => `Вы не можете передать то, что ведёт «${from}».`,
  'field_value.unknown': ({ id, guess }) =>
    `Поля «${id}» нет.${guess === undefined ? '' : ` Возможно, вы имели в виду «${guess}»?`}`,
  'field_value.computed': ({ field, reads }) =>
    `«${called(field)}» вычисляется из ${reads.join(' и ')}, заполнить его нельзя.`,
  'field_value.of_buyer': ({ field }) =>
    `«${called(field)}» берётся из карточки клиента. Поменяйте клиента сделки или саму карточку.`,
  'field_value.text': ({ field, sent }) => `В поле «${called(field)}» пишут текст, а прислано: ${sent}.`,
  'field_value.sign': ({ field, sign }) => oddSignRu(`«${called(field)}»`, sign),
  'field_value.file_link': ({ field, scheme }) =>
    `В поле «${called(field)}» пишут ссылку, которая начинается с https://, или имя файла, а прислано то, что начинается с ${scheme}:.`,
  'field_value.money': ({ field, sent }) =>
    `В поле «${called(field)}» пишут сумму целым числом копеек (1 250,00 – это 125000), а прислано: ${sent}.`,
  'field_value.number': ({ field, sent }) => `В поле «${called(field)}» пишут число, а прислано: ${sent}.`,
  'field_value.date': ({ field, sent }) =>
    `В поле «${called(field)}» пишут день, например 2027-03-01, а прислано: ${sent}.`,
  'field_value.date_time': ({ field, sent }) =>
    `В поле «${called(field)}» пишут дату и время с поясом, например 2027-03-01T10:00+03:00, а прислано: ${sent}.`,
  'field_value.person': ({ field, sent, guess }) =>
    `В поле «${called(field)}» пишут идентификатор того, кто у нас работает, а прислано: ${sent}.${guess === undefined ? '' : ` Может быть, «${guess}»?`}`,
  'field_value.link': ({ field, sent, pipeline }) =>
    `В поле «${called(field)}» пишут идентификатор сделки из направления «${pipeline}», которая вам видна, а прислано: ${sent}.`,
  'field_value.link_other': ({ field, sent, pipeline, other }) =>
    `В поле «${called(field)}» указывают сделку из направления «${pipeline}», а ${sent} – из направления «${other}».`,
  'field_value.link_self': ({ field, sent }) =>
    `В поле «${called(field)}» указывают другую сделку, а ${sent} – это она сама.`,
  'field_value.yes_no': ({ field, sent }) => `В поле «${called(field)}» пишут true или false, а прислано: ${sent}.`,
  'field_value.choice': ({ field, options, sent }) =>
    `В поле «${called(field)}» выбирают одно из: ${options.join(', ')}; прислано: ${sent}.`,
  'field_value.least': ({ field, least, sent, currency, unit }) =>
    `В поле «${called(field)}» – не меньше ${boundText('ru', least, unit ?? currency)}, а прислано: ${boundText('ru', sent, unit ?? currency)}.`,
  'field_value.most': ({ field, most, sent, currency, unit }) =>
    `В поле «${called(field)}» – не больше ${boundText('ru', most, unit ?? currency)}, а прислано: ${boundText('ru', sent, unit ?? currency)}.`,
  'field_value.currency': ({ currency, known }) =>
    `Для валюты ${currency} нет курса. Выберите одну из: ${known.join(', ')} – или сначала задайте курс.`,
  field_unknown: ({ id }) => `Поля «${id}» нет.`,
  'field_value.remind': 'Укажите либо «task», либо «field»: о чём напомнить.',
  'field_value.own_part': ({ what }) => `Напоминать о «${what}» некому: это ваше дело.`,
  'field_value.no_rate': ({ currency, own }) =>
    `Для валюты ${currency} нет курса, поэтому сделку нельзя засчитать: неизвестно, сколько она приносит в ${own}. Сначала задайте курс в настройках.`,
  'field_value.amount': ({ most, currency, own }) =>
    `Такой суммы у сделки быть не может: она должна быть не больше ${boundText('ru', most, currency)}, в ${own} тоже. Исправьте сумму${currency === own ? '' : ` или курс ${currency}`}.`,
  'field_value.nothing_to_change':
    'Скажите, что изменить: для задач – кому передать или новый срок, для сделок – кому передать, поле или новую задачу.',
  'field_value.due_missing': 'Скажите, когда срок задачи: «dueAt» с моментом или «due», например «1 working day».',
  'field_value.due': ({ fault }) => `«due»: ${fault}`,
  'field_value.due_waits': ({ text }) => `«due»: задача, добавленная вручную, не может ждать другую, а «${text}» ждёт.`,
  rule_task_added: 'Задача уже была добавлена.',
  rule_task_unwanted: 'Для таких сделок этой задачи нет.',
  rule_task_once: 'Задача уже была выполнена, а выполняют её один раз.',
  'version_conflict.deal_exists': ({ id }) => `Сделка с идентификатором ${id} уже есть.`,
  'version_conflict.deal': ({ title }) =>
    `Сделку «${title}» только что изменил кто-то другой. Прочитайте её снова и решите заново.`,
  'precondition_failed.task': ({ task, now, seen }) =>
    `Задача «${task}» тем временем изменилась: сейчас у неё ревизия ${now}, а вы видели ${seen}. Прочитайте её снова.`,
  'version_conflict.task': ({ task }) => `Задачу «${task}» только что изменил кто-то другой. Прочитайте её снова.`,
  precondition_failed: ({ now, seen }) =>
    `Сделка сейчас в версии ${now}, а вы видели версию ${seen}. Прочитайте её снова и решите заново.`,
  idempotency_key_reused: 'Этот Idempotency-Key уже был с другим запросом. Для нового запроса возьмите новый.',
}

const closed: Readonly<Record<DealStatus, string>> = {
  open: 'открыта',
  won: 'выиграна',
  completed: 'завершена',
  lost: 'проиграна',
  cancelled: 'отменена',
}

function overZero(zero: ZeroWords | undefined): string {
  if (zero === undefined) return ''
  const by = zero.by.map((field) => `«${called(field)}» – 0`)
  return ` (формула «${zero.formula}» не вычисляется: ${by.join(', ')})`
}

function called({ id, name, builtIn, of = '' }: FieldLabel): string {
  const own = builtIn ? (builtInFieldsRu[id] ?? name) : name
  return of === '' ? own : `${own} (${of})`
}

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} или ${names.at(-1)}`
}

function writerName({ id, name }: Writer): string {
  return whom(id === 'owner' || id === 'owner_manager' ? id : name)
}

function writtenBy(writers: readonly Writer[] = []): string {
  return writers.length === 0 ? '' : ` (заполняет ${oneOf(writers.map(writerName))})`
}

/** What does a task that nobody ticks off, by what is owed. */
const byItself: Readonly<Record<string, string>> = {
  call_back: 'с клиентом поговорят или вы запишете звонок со своего телефона на странице разговора',
  answer: 'клиенту ответят – сообщением или по телефону – со страницы разговора',
  payment: 'на странице «Платежи» будет сказано, за что этот платёж',
  request: 'на обращение ответят на странице «Персональные данные»',
}
