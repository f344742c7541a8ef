import type { Key, Shape } from '#config/shape/shape'

const yesNo = { is: 'words', words: ['yes', 'no'] } as const
const value = (what: string): Shape => ({ is: 'value', what, holds: 'text' })
const oneOrMore = (what: string): Shape => ({ is: 'one_of', value: value(what), list: { is: 'list', of: value(what) } })
const table = (what: string): Shape => ({ is: 'table', of: value(what) })
const required = (shape: Shape, says: string): Key => ({ shape, required: true, says })
const optional = (shape: Shape, says: string): Key => ({ shape, says })

const time = value('a time such as 2026-12-31 17:40')
const task = oneOrMore('a task')

const expectation: Shape = {
  is: 'block',
  keys: {
    stopped_by: optional(
      oneOrMore('a task, a field or a stage'),
      'Exactly what the gate says is missing: tasks, fields, stages that may not be skipped.',
    ),
    refused: optional(
      value('yes, or why, such as reason_required'),
      'The step is refused for another reason than a gate.',
    ),
    stage: optional(value('a stage'), 'Where the deal is.'),
    pipeline: optional(value('a pipeline'), 'The direction it is in.'),
    status: optional(
      { is: 'words', words: ['open', 'won', 'completed', 'lost', 'cancelled'] },
      'open, won (being delivered), completed, lost or cancelled.',
    ),
    won: optional(yesNo, 'Whether it counts as won.'),
    owner: optional(value('a person or role'), 'Who manages it.'),
    tasks: optional(task, 'Exactly the tasks that are open.'),
    done: optional(task, 'Tasks that are done.'),
    cancelled: optional(task, 'Tasks that were called off.'),
    late: optional(task, 'Exactly the open tasks that are late.'),
    undated: optional(task, 'Exactly the open tasks without a date.'),
    due: optional(table('a day or a time, or none'), 'When tasks are due, by task.'),
    responsible: optional(table('a person or role'), 'Who has tasks, by task.'),
    whose: optional(
      table('a person or role'),
      'Whose the missing tasks and fields are, as the refusal of the gate says, by task or field.',
    ),
    notified: optional(oneOrMore('owner, owner_manager, a role or a person'), 'Exactly who was told in this step.'),
    escalated: optional(task, 'Exactly the tasks that climbed a step of their ladder in this step.'),
    stuck: optional(yesNo, 'Whether it was said in this step that the deal is stuck.'),
    reply_late: optional(yesNo, 'Whether it was said in this step that the client waits for a first reply.'),
    automation: optional(
      { is: 'one_of', value: { is: 'words', words: ['none'] }, block: table('done, stopped, paused or too_deep') },
      'Exactly the rules that ran in this step, and what became of each; none for none.',
    ),
    sent: optional(
      oneOrMore('a template of messages'),
      'Exactly what rules have written to the client in this step, by template.',
    ),
    papers: optional(
      table('how far it is, such as issued, or none'),
      'How far documents and invoices are, by their kinds: none, draft, issued, signed, paid …',
    ),
    fields: optional(
      { is: 'table', of: { is: 'one_of', value: value('a value'), list: { is: 'list', of: value('a value') } } },
      'What fields hold, in the words of conditions.',
    ),
  },
}

const length = value('a length such as 30 seconds')
const who = value('a telephone number or an address')
const channel = value('a channel')

const callKeys = {
  from: optional(who, 'Who rings; the client of the deal where absent, `hidden` where the number is not shown.'),
  line: optional(channel, 'By which channel; the first telephone of `channels` where absent.'),
  missed_after: optional(length, 'Nobody takes it: after how long they give up.'),
  answered_after: optional(length, 'Somebody takes it: after how long.'),
  talks: optional(length, 'How long they speak; two minutes where absent.'),
  by: optional(value('a person or role'), 'Who takes it; the owner where absent.'),
}

const callBackKeys = {
  to: optional(who, 'Whom; the client of the deal where absent.'),
  line: optional(channel, 'By which channel; the first telephone of `channels` where absent.'),
  talks: optional(length, 'How long they speak; two minutes where absent.'),
  unanswered: optional(yesNo, 'yes: nobody is reached there.'),
  by: optional(value('a person or role'), 'Who rings; the owner where absent.'),
}

const messageKeys = {
  from: optional(who, 'Who writes; the client of the deal where absent.'),
  channel: optional(channel, 'By which channel; the first messenger or mailbox where absent.'),
  name: optional(value('a name'), 'What they are called there.'),
  text: optional(value('a text'), 'What they write.'),
}

const formKeys = {
  channel: optional(channel, 'By which channel; the first form of `channels` where absent.'),
  form: optional(value('a text'), 'Which form, as the site calls it.'),
  name: optional(value('a name'), 'What they are called.'),
  phone: optional(
    value('a telephone number'),
    'Their number; that of the client where neither it nor `email` is there.',
  ),
  email: optional(value('an address'), 'Their address.'),
  text: optional(value('a text'), 'What they ask for.'),
}

const step: Shape = {
  is: 'block',
  keys: {
    move_to: optional(
      value('a stage, or completed'),
      'Moves the deal, through its gate; `completed` leaves the last stage.',
    ),
    set: optional(table('a value'), 'Fills fields, alone or with what the step does.'),
    done: optional(task, 'Completes tasks, alone or together with move_to.'),
    event: optional(value('an event'), 'Something of `events` has happened.'),
    lose: optional(value('a reason'), 'The deal is lost, for one of the reasons.'),
    cancel: optional(value('a reason'), 'The won deal is cancelled, for one of the reasons.'),
    reopen: optional(value('a reason in your own words'), 'The closed deal goes on, in its stage or in `stage`.'),
    stage: optional(value('a stage'), 'With reopen: where it goes on.'),
    wait: optional(
      value('a length of time such as 1 working day'),
      'Lets time pass; whatever is due happens on the way.',
    ),
    at: optional(time, 'Lets time pass up to a time.'),
    check: optional(value('a task'), 'Ticks an item of its checklist, named in `item`.'),
    item: optional(value('the text of the item, or its number from 1'), 'With check: which item.'),
    undone: optional(value('a task'), 'Opens a task that was done again.'),
    reply: optional(value('how, such as phone'), 'The client is answered for the first time.'),
    give_to: optional(value('a person or role'), 'Gives the deal another owner.'),
    call: optional({ is: 'block', keys: callKeys }, 'Somebody rings.'),
    call_back: optional({ is: 'block', keys: callBackKeys }, 'Somebody of us rings the client.'),
    message: optional({ is: 'block', keys: messageKeys }, 'The client writes.'),
    form: optional({ is: 'block', keys: formKeys }, 'The client sends a form of the site.'),
    make: optional(value('a document or an invoice'), 'Makes a draft of it.'),
    issue: optional(value('a document or an invoice'), 'Issues it; made first where it is not there.'),
    send: optional(value('a document'), 'It is sent to the client.'),
    sign: optional(value('a document'), 'It is signed by all who sign it, or by whom `who` names.'),
    who: optional({ is: 'words', words: ['us', 'client', 'both'] }, 'With sign: who has signed.'),
    pay: optional(
      value('an amount such as 70 000'),
      'So much is paid by the client, on the oldest open invoice or `invoice`.',
    ),
    invoice: optional(value('a kind of invoice'), 'With pay: which invoice.'),
    reason: optional(value('a reason in your own words'), 'Why: going back needs one.'),
    override: optional(value('a reason in your own words'), 'Passes the gate with a reason; give in `by` who does it.'),
    as: optional(
      value('a person or role'),
      'Who does it, with no more rights than theirs. Where absent whoever it takes does it.',
    ),
    by: optional(value('a person or role'), 'The same as `as`.'),
    expect: optional(expectation, 'What must be so after the step.'),
  },
}

const person: Shape = {
  is: 'block',
  keys: {
    name: optional(value('a name'), 'What they are called.'),
    roles: optional(oneOrMore('a role'), 'The roles they are in.'),
    manager: optional(value('a person'), 'Who leads them; the owner’s head where absent.'),
    calendar: optional(value('one of calendars'), 'Their working time; the company’s where absent.'),
    away_from: optional(value('a date such as 2027-01-11'), 'First day away.'),
    away_to: optional(value('a date such as 2027-01-15'), 'Last day away.'),
    deputy: optional(value('a person'), 'Who stands in for them meanwhile.'),
  },
}

const oneTest: Shape = {
  is: 'block',
  keys: {
    name: required(value('a text'), 'What must be so, as a sentence.'),
    at: optional(time, 'When it begins; a Tuesday morning, 2026-12-01 10:00, where absent.'),
    deal: required(
      { is: 'table', of: value('a value') },
      'The deal: pipeline, stage, owner, phone, email and any field. Without pipeline new_deals decides.',
    ),
    expect: optional(expectation, 'What must be so when the deal has come.'),
    steps: optional({ is: 'list', of: step }, 'What happens, one after another.'),
  },
}

/** The whole test file: every section, every key, which must be there, and what each is for. */
export const testLanguage: Shape = {
  is: 'block',
  keys: {
    version: required(value('1'), 'The version of this language.'),
    people: optional(
      { is: 'table', ids: 'person', of: person },
      'Who works here; where absent: owner, their head owner_manager, and one person a role, called as the role is.',
    ),
    tests: required({ is: 'list', of: oneTest }, 'The tests, each with a deal of its own.'),
  },
}

/** What a step may do, by its key; exactly one of these, or `set` and `done` alone. */
export const verbs = [
  'move_to',
  'event',
  'lose',
  'cancel',
  'reopen',
  'wait',
  'at',
  'check',
  'undone',
  'reply',
  'give_to',
  'call',
  'call_back',
  'message',
  'form',
  'make',
  'issue',
  'send',
  'sign',
  'pay',
] as const
