import { whom } from '#domain/people/words/whom-en'
import type { DealStatus } from '#schemas/deal'

import { oddSignEn } from '#domain/kernel/texts/odd-sign-en'
import type { OddSign } from '#domain/kernel/text'

import { boundText } from './bound'
import { moneyWishEn } from './money-wish-en'
import type { FieldLabel, OthersFields, OthersTask, StoppedWords, Writer, ZeroWords } from './values'

/** Why nothing was done with a deal or a task of it, in English, by code. */
export const en = {
  deal_unknown: ({ id }: { id: string }) => `There is no deal ${id}.`,
  task_unknown: ({ id }: { id: string }) => `There is no task ${id}.`,
  'task_unknown.here': ({ id }: { id: string }) => `There is no task ${id} in this deal.`,
  'task_unknown.item': ({ task, count, item }: { task: string; count: number; item: number }) =>
    `The checklist of “${task}” has ${count} items; there is no item ${item} (they count from 0).`,
  'pipeline_unknown.new_deal': 'Name a direction: the rules have no line for new deals.',
  'pipeline_unknown.whose_deals': 'Say whose deals: owner=me, or a column: pipeline and stage (no pipeline was given).',
  'pipeline_unknown.where_to_look': 'Say where to look for “q”: in a direction (pipeline) or with an owner.',
  'stage_unknown.whose_deals': 'Say whose deals: owner=me, or a column: pipeline and stage (no stage was given).',
  too_many_tasks: ({ most }: { most: number }) =>
    `The deal has ${most} open tasks, and there may be no more. Complete or cancel some first.`,
  stage_not_next: ({ pipeline, skipped }: { pipeline: string; skipped: readonly string[] }) =>
    `“${pipeline}” does not let deals skip: ${skipped.join(', ')}. Move to “${skipped[0]}” first.`,
  'stage_not_next.begin': ({ pipeline, past, first }: { pipeline: string; past: readonly string[]; first: string }) =>
    `A deal of “${pipeline}” cannot begin past: ${past.join(', ')}. Begin it in “${first}”.`,
  'stage_not_next.override': ({ first }: { first: string }) =>
    `An override does not skip stages. Move to “${first}” first.`,
  'stage_not_next.reopen': ({ stage }: { stage: string }) =>
    `A deal is reopened in “${stage}” or an earlier stage, then moved on.`,
  gate_blocked: ({ stage, own, tasks, fields, must }: StoppedWords) => {
    const parts = [
      ...tasks.map((task) => `do “${task}”`),
      ...fields.map(({ name, writers, zero }) => `fill in “${name}”${writtenBy(writers)}${overZero(zero)}`),
      ...must.map(({ field, wish, writers, zero, money }) =>
        money === undefined
          ? `“${field.name}” must be ${wish}${writtenBy(writers)}${overZero(zero)}`
          : moneyWishEn(money),
      ),
    ]
    return `The deal cannot leave the stage “${stage}” yet.${own === '' ? '' : ` ${own}`} What is left: ${parts.join('; ')}.`
  },
  paid_by_invoices: ({ title }: { title: string }) =>
    `“${title}” has an invoice, so what is paid follows from the payments booked on it. Book the payment instead.`,
  amount_by_lines: ({ title }: { title: string }) =>
    `“${title}” has lines, and their sum is its amount. Change the lines instead, or remove them all.`,
  'field_value.lines_roubles': ({ currency }: { currency: string }) =>
    `Lines are kept of deals in roubles alone, and this one is in ${currency}. Write the amount instead.`,
  'field_value.lines_long': ({ most }: { most: number }) =>
    `The names of the lines have more than ${most} letters together. Shorten them, or put lines together.`,
  'field_value.lines_sum': ({ most }: { most: number }) =>
    `The lines come to more than ${boundText('en', most, 'RUB')}. Is there a nought too many in a price or a quantity?`,
  'field_value.lines_computed': 'The amount is computed by a formula of the file here, so a deal cannot have lines.',
  'override_forbidden.nobody': ({ stage }: { stage: string }) =>
    `The gate of “${stage}” cannot be overridden by anybody.`,
  override_forbidden: ({ role, stage }: { role: string; stage: string }) =>
    `Only “${role}” may pass the gate of “${stage}” with a reason.`,
  late_handed_on: ({ name }: { name: string }) => `It was late, so it was given to ${name}.`,
  stood_in_for: ({ name, deputy, until }: { name: string; deputy: string; until: string }) =>
    `${name} is away until ${until}; ${deputy} stands in.`,
  is_back: ({ name }: { name: string }) => `${name} is back.`,
  not_your_task: ({ task, responsible, roles, people }: OthersTask) =>
    `“${task}” is not yours to do: it is for ${oneOf([responsible, ...roles.map((role) => `anybody in the role “${role}”`), ...people])}.`,
  'not_your_task.give': onlyFor('give away'),
  'not_your_task.cancel': onlyFor('cancel'),
  not_your_field: ({ fields }: OthersFields) =>
    fields
      .map(({ field, writers }) =>
        writers.length === 0
          ? `“${field.name}” is not yours to write: the manager of the deal or their head writes it.`
          : `“${field.name}” is not yours to write: ${oneOf(writers.map(writerName))} writes it.`,
      )
      .join(' '),
  deal_closed: ({ title, status }: { title: string; status: DealStatus }) =>
    `The deal “${title}” is ${status}. Reopen it first.`,
  'deal_closed.already': ({ title, status }: { title: string; status: DealStatus }) =>
    `The deal “${title}” is ${status} already.`,
  deal_not_closed: ({ title }: { title: string }) => `The deal “${title}” is not closed.`,
  deal_not_won: ({ title }: { title: string }) => `The deal “${title}” is not won yet: it can be lost, not cancelled.`,
  'deal_not_won.counts': ({ title }: { title: string }) => `The deal “${title}” does not count for anybody yet.`,
  deal_already_won: ({ title, status }: { title: string; status: DealStatus }) =>
    `The deal “${title}” is ${status}: it can be cancelled, not lost.`,
  reason_required: 'Say in “reason” why the deal goes back.',
  reason_unknown: ({ reason, outcome, known }: { reason: string; outcome: Outcome; known: readonly string[] }) =>
    `“${reason}” is not a reason for a deal to be ${outcome}. Choose one of: ${known.join(', ')}.`,
  event_unknown: ({ event, known }: { event: string; known: readonly string[] }) =>
    `There is no event “${event}”. ${known.length === 0 ? 'The file has none.' : `There are: ${known.join(', ')}.`}`,
  'task_closed.cancelled': ({ task }: { task: string }) => `The task “${task}” was cancelled.`,
  task_closed: ({ task, status }: { task: string; status: 'done' | 'cancelled' }) =>
    `The task “${task}” is ${status}. Reopen it first.`,
  'task_closed.asked_for': ({ task }: { task: string }) =>
    `“${task}” is asked for by the rules of the stage: do it, or let the gate be overridden.`,
  'task_closed.by_itself': ({ task, by }: { task: string; by: string }) =>
    `“${task}” is not done by hand: it is done by itself as soon as ${byItself[by] ?? 'what it asks for has happened'}.`,
  'task_closed.earlier_stay': ({ task }: { task: string }) =>
    `The task “${task}” belongs to an earlier stay in the stage. Add a new task instead.`,
  nobody_to_give_to: ({ role, line }: { role: string; line: number }) =>
    `Nobody active is in the role “${role}” that line ${line} of the rules gives such deals to. Name an owner, or put somebody into the role.`,
  'forbidden.change_deal': ({ title }: { title: string }) =>
    `You may see the deal “${title}”, but only its owner or a head may change it.`,
  'forbidden.close_deal': ({ role, name }: { role: string; name: string }) =>
    `Only ${writerName({ id: role, name })} may do this.`,
  'forbidden.count_again': ({ title, role, name }: { title: string; role: string; name: string }) =>
    `The deal “${title}” was cancelled and does not count any more: only ${writerName({ id: role, name })}, or somebody who may correct the books, lets it count again. It can be reopened in a stage before the win.`,
  'forbidden.create_deal': ({ owner }: { owner: string }) => `You may not create deals for “${owner}”.`,
  'forbidden.deals_of': ({ id }: { id: string }) => `You may not see the deals of “${id}”.`,
  'forbidden.tasks_of': ({ id }: { id: string }) => `You may not see the tasks of “${id}”.`,
  'forbidden.tasks_of_department': ({ id }: { id: string }) => `You may not see the tasks of the department “${id}”.`,
  'forbidden.hand_over': ({ from }: { from: string }) => `You may not give away what “${from}” has.`,
  'field_value.unknown': ({ id, guess }: { id: string; guess?: string }) =>
    `There is no field “${id}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`}`,
  'field_value.computed': ({ field, reads }: { field: FieldLabel; reads: readonly string[] }) =>
    `“${field.name}” is computed from ${reads.join(' and ')}, it cannot be set.`,
  'field_value.of_buyer': ({ field }: { field: FieldLabel }) =>
    `“${field.name}” follows from the client’s card. Put another client into the deal, or change the card.`,
  'field_value.text': takes('text'),
  'field_value.sign': ({ field, sign }: { field: FieldLabel; sign: OddSign }) => oddSignEn(`“${field.name}”`, sign),
  'field_value.file_link': ({ field, scheme }: { field: FieldLabel; scheme: string }) =>
    `“${field.name}” takes a link beginning with https:// or the name of a file, you sent one beginning with ${scheme}:.`,
  'field_value.money': takes('a whole number of minor units (1 250.00 is 125000)'),
  'field_value.number': takes('a number'),
  'field_value.date': takes('a day such as 2027-03-01'),
  'field_value.date_time': takes('a day and a time with its zone, such as 2027-03-01T10:00+03:00'),
  'field_value.person': ({ field, sent, guess }: Sent & { guess?: string }) =>
    `“${field.name}” takes the id of somebody who works here, you sent ${sent}.${guess === undefined ? '' : ` Did you mean “${guess}”?`}`,
  'field_value.link': ({ pipeline, ...given }: Linked) =>
    takes(`the id of a deal of “${pipeline}” that you may see`)(given),
  'field_value.link_other': ({ field, sent, pipeline, other }: Linked & { other: string }) =>
    `“${field.name}” takes a deal of “${pipeline}”, but ${sent} is one of “${other}”.`,
  'field_value.link_self': ({ field, sent }: Linked) =>
    `“${field.name}” takes another deal, but ${sent} is this deal itself.`,
  'field_value.yes_no': takes('true or false'),
  'field_value.choice': ({ options, ...given }: Sent & { options: readonly string[] }) =>
    takes(`one of ${options.join(', ')}`)(given),
  'field_value.least': (given: Bounded & { least: number }) => bounded(given, given.least, 'more'),
  'field_value.most': (given: Bounded & { most: number }) => bounded(given, given.most, 'less'),
  'field_value.currency': ({ currency, known }: { currency: string; known: readonly string[] }) =>
    `There is no rate for the currency ${currency}. Use one of ${known.join(', ')}, or set a rate first.`,
  field_unknown: ({ id }: { id: string }) => `There is no field “${id}”.`,
  'field_value.remind': 'Say either “task” or “field”: what somebody is to be reminded of.',
  'field_value.own_part': ({ what }: { what: string }) => `Nobody else can be reminded of “${what}”: it is yours.`,
  'field_value.no_rate': ({ currency, own }: { currency: string; own: string }) =>
    `There is no rate for ${currency}, so the deal cannot be won: nobody could say what it brings in ${own}. Set a rate in the settings first.`,
  'field_value.amount': ({ most, currency, own }: { most: number; currency: string; own: string }) =>
    `The amount of the deal is too large to be meant: it may be at most ${boundText('en', most, currency)}, in ${own} too. Correct the amount${currency === own ? '' : ` or the rate of ${currency}`}.`,
  'field_value.nothing_to_change':
    'Say what is to change: giveTo or dueAt for tasks, giveTo, fields or addTask for deals.',
  'field_value.due_missing': 'Say when the task is due: “dueAt” with an instant, or “due” such as “1 working day”.',
  'field_value.due': ({ fault }: { fault: string }) => `“due”: ${fault}`,
  'field_value.due_waits': ({ text }: { text: string }) =>
    `“due”: a task that is added by hand cannot wait for another task; “${text}” does.`,
  rule_task_added: 'It was added before.',
  rule_task_unwanted: 'The deal is not one of those that get this task.',
  rule_task_once: 'It was done before, and is to be done once.',
  'version_conflict.deal_exists': ({ id }: { id: string }) => `A deal with the id ${id} exists already.`,
  'version_conflict.deal': ({ title }: { title: string }) =>
    `Somebody else has just changed the deal “${title}”. Read it again and decide anew.`,
  'precondition_failed.task': ({ task, now, seen }: { task: string; now: number; seen: number }) =>
    `“${task}” has changed meanwhile: it is at ${now}, you have seen ${seen}. Read it again.`,
  'version_conflict.task': ({ task }: { task: string }) => `Somebody else changed “${task}” just now. Read it again.`,
  precondition_failed: ({ now, seen }: { now: number; seen: number }) =>
    `The deal is at version ${now} now, you have seen version ${seen}. Read it again and decide anew.`,
  idempotency_key_reused: 'This Idempotency-Key was used with another request. Use a new key for a new request.',
} as const

/** What a field takes instead of what was sent. */
function takes(what: string): (given: Sent) => string {
  return ({ field, sent }) => `“${field.name}” takes ${what}, you sent ${sent}.`
}

function onlyFor(act: string): (given: OthersTask) => string {
  return ({ task, responsible, people }) =>
    `“${task}” is not yours to ${act}: only ${oneOf([responsible, ...people])} may do that.`
}

function overZero(zero: ZeroWords | undefined): string {
  if (zero === undefined) return ''
  const by = zero.by.map(({ name }) => `“${name}”`)
  return ` (“${zero.formula}” cannot be computed: ${by.join(' and ')} ${by.length === 1 ? 'is' : 'are'} 0)`
}

type Outcome = 'lost' | 'cancelled'

type Sent = { field: FieldLabel; sent: string }
/** Bounds of sums, and what was sent, are minor units of the currency that is named; others say what they are by `unit`. */
type Bounded = { field: FieldLabel; sent: number | string; currency?: string; unit?: 'percent' | 'number' }
type Linked = Sent & { pipeline: string }

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function writerName({ id, name }: Writer): string {
  return whom(id === 'owner' || id === 'owner_manager' ? id : name)
}

function writtenBy(writers: readonly Writer[] = []): string {
  return writers.length === 0 ? '' : ` (${oneOf(writers.map(writerName))} writes it)`
}

/** What does a task that nobody ticks off, by what is owed. */
const byItself: Readonly<Record<string, string>> = {
  call_back:
    'somebody has spoken with the client, or you record a call from your own telephone on the page of the talk',
  answer: 'the client was answered, in writing or by telephone, from the page of the talk',
  payment: 'the payment says what it is for, on the page Payments',
  request: 'the request is answered, on the page Personal data',
}

function bounded({ field, sent, currency, unit }: Bounded, bound: number, or: 'more' | 'less'): string {
  const [least, given] = [bound, sent].map((value) => boundText('en', value, unit ?? currency))
  return `“${field.name}” takes a value of ${least} or ${or}, you sent ${given}.`
}
