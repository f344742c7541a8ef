import type { Holds, KnownKeys, TableKeys } from './holds'
import { months } from './months'

/** What may stand somewhere in the file. The whole language is one such description. */
export type Shape =
  | { readonly is: 'value'; readonly what: string; readonly holds: Holds }
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'block'; readonly keys: Readonly<Record<string, Key>> }
  | ({ readonly is: 'table'; readonly of: Shape } & TableKeys)
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'one_of'; readonly value?: Shape; readonly list?: Shape; readonly block?: Shape }

/** A key of a block: what stands under it, whether it must be there, and what it is for. */
export type Key = { readonly shape: Shape; readonly required?: true; readonly says: string }

/** What may set an automation off besides a declared event. */
export const builtInEvents = [
  'deal_created',
  'stage_entered',
  'field_changed',
  'task_done',
  'deal_won',
  'deal_lost',
  'deal_cancelled',
] as const

const yesNo = { is: 'words', words: ['yes', 'no'] } as const
const text = { is: 'value', what: 'a text', holds: 'text' } as const
const value = (what: string, holds: Holds): Shape => ({ is: 'value', what, holds })
const length = (example: string): Shape => value(`a length of time such as ${example}`, 'duration')
const oneOrMore = (what: string, holds: Holds): Extract<Shape, { readonly is: 'one_of' }> => ({
  is: 'one_of',
  value: value(what, holds),
  list: { is: 'list', of: value(what, holds) },
})
const required = (shape: Shape, says: string): Key => ({ shape, required: true, says })
const optional = (shape: Shape, says: string): Key => ({ shape, says })

const tested = value('a value', 'condition_value')
const testedList: Shape = { is: 'list', of: tested }
const conditionOver = (keys: KnownKeys): Shape => ({
  is: 'table',
  keys,
  of: {
    is: 'one_of',
    value: tested,
    list: {
      is: 'list',
      of: {
        is: 'one_of',
        value: tested,
        block: { is: 'table', keys, of: { is: 'one_of', value: tested, list: testedList } },
      },
    },
  },
})
const condition = conditionOver('fields')

const doer = value('owner, owner_manager or a role', 'doer')
const doers = oneOrMore('owner, owner_manager or a role', 'doer')
const ladder = value('a ladder of escalations', 'ladder')
const stage = value('a stage', 'stage')

const hours = oneOrMore('opening hours such as 09:00-18:00', 'hours')
const weekHours: Shape = { ...hours, block: { is: 'table', keys: 'weekdays', of: hours } }

/** What `work_week` is for; it may be left out where the hours name the days. */
export const workWeekSays = 'The days of the week that are worked; hours that name the days say it as well.'

const calendarKeys = {
  timezone: required(value('a time zone such as Europe/Moscow', 'zone'), 'The time zone of the office.'),
  work_week: optional(oneOrMore('days such as mon-fri', 'weekdays'), workWeekSays),
  hours: required(
    weekHours,
    'Opening hours; several intervals are possible, a night shift such as 22:00-06:00, and hours by weekday.',
  ),
  holidays: optional({ is: 'list', of: value('a date such as 2027-01-01', 'day') }, 'Days that are not worked.'),
  extra_working_days: optional(
    { is: 'list', of: value('a date such as 2027-02-20', 'day') },
    'Days off that are worked this time.',
  ),
  short_days: optional({ is: 'table', keys: 'days', of: hours }, 'Days with hours of their own.'),
}

const taskKeys = {
  do: required(text, 'What exactly is to be done.'),
  by: required(doer, 'Who is responsible.'),
  due: required(value('a due date such as 2 working days', 'due'), 'When it must be done.'),
  when: optional(condition, 'The task is opened only for deals that fit.'),
  optional: optional(yesNo, 'The stage may be left without it.'),
  how_to: optional(text, 'How to do it well, in Markdown.'),
  checklist: optional({ is: 'list', of: text }, 'Steps to tick off.'),
  escalate: optional(ladder, 'The ladder to climb when it is late.'),
  on_leave: optional(
    { is: 'words', words: ['cancel', 'keep'] },
    'What happens to the open task when the deal moves on.',
  ),
  on_return: optional({ is: 'words', words: ['again', 'once'] }, 'Whether a deal that comes back gets it again.'),
  while_away: optional(
    { is: 'words', words: ['deputy', 'wait'] },
    'Whether it goes to a deputy while its responsible is away, or waits.',
  ),
}

const gate: Shape = {
  is: 'block',
  keys: {
    filled: optional(oneOrMore('a field', 'field'), 'Fields that must be filled.'),
    must: optional(condition, 'Conditions that must hold.'),
    may_override: optional(value('a role', 'head'), 'The role that may pass with a written reason.'),
    message: optional(text, 'What people are told when they are stopped.'),
  },
}

const stageKeys = {
  name: required(text, 'What people call the stage.'),
  chance: optional(value('a percentage such as 10%', 'percent'), 'The probability of winning.'),
  goal: optional(text, 'What is true when the stage is done.'),
  how_to: optional(text, 'How to work in this stage, in Markdown.'),
  max_age: optional(length('5 working days'), 'How long a deal may stay.'),
  max_idle: optional(
    length('3 working days'),
    'How long a deal may lie untouched by people; a task planned for later counts as touched.',
  ),
  when_stuck: optional(ladder, 'The ladder to climb when a deal stays longer.'),
  tasks: optional({ is: 'table', ids: 'task', of: { is: 'block', keys: taskKeys } }, 'What must be done here.'),
  gate: optional(gate, 'What must be true to leave the stage.'),
}

const changeKeys = Object.fromEntries(Object.entries(stageKeys).map(([key, { shape, says }]) => [key, { shape, says }]))

const outcome: Shape = {
  is: 'block',
  keys: {
    reasons: required({ is: 'table', ids: 'reason', of: text }, 'Reasons to choose from.'),
    follow_up: optional({ is: 'block', keys: taskKeys }, 'The task that is opened then.'),
    who: optional(value('a role', 'doer'), 'The role that may do it.'),
  },
}

const field: Shape = {
  is: 'block',
  keys: {
    type: required(
      { is: 'words', words: ['text', 'number', 'money', 'percent', 'date', 'choice', 'yes_no', 'file'] },
      'What kind of value it holds.',
    ),
    name: optional(text, 'What people call the field.'),
    options: optional(
      {
        is: 'one_of',
        list: { is: 'list', of: value('an option', 'option') },
        block: { is: 'table', ids: 'option', of: text },
      },
      'The values of a choice.',
    ),
    min: optional(value('a number', 'number'), 'The smallest value.'),
    max: optional(value('a number', 'number'), 'The largest value.'),
    formula: optional(value('a formula', 'formula'), 'How it is computed from other fields.'),
  },
}

const ladderStep: Shape = {
  is: 'block',
  keys: {
    after: required(value('a length of time or “at once”', 'ladder_time'), 'When this step is taken.'),
    notify: optional(doers, 'Who is told.'),
    give_to: optional(value('owner_manager or a role', 'head'), 'Who takes it over.'),
    urgent: optional(yesNo, 'yes: people are told at once, outside their working time too.'),
  },
}

const newDeal: Shape = {
  is: 'block',
  keys: {
    when: optional(condition, 'The deals this line is for.'),
    pipeline: required(value('a pipeline', 'pipeline'), 'The direction they go to.'),
    give_to: required(value('previous_owner, owner_manager or a role', 'taker'), 'Who gets them.'),
    pick: optional({ is: 'words', words: ['in_turn', 'least_busy'] }, 'How one of several people is picked.'),
    otherwise: optional(value('a role', 'head'), 'Who gets them when there is no previous owner.'),
    first_reply: optional(length('2 working hours'), 'How soon the client must be answered.'),
  },
}

const action: Shape = {
  is: 'block',
  keys: {
    add_task: optional({ is: 'block', keys: taskKeys }, 'Opens a task.'),
    complete_task: optional(value('a task', 'task'), 'Ticks a task off.'),
    move_to: optional(value('a stage', 'stage_or_end'), 'Moves the deal, through its gate.'),
    set: optional({ is: 'table', keys: 'fields', of: value('a value', 'field_value') }, 'Fills fields.'),
    notify: optional(doers, 'Tells people.'),
  },
}

const rule: Shape = {
  is: 'block',
  keys: {
    on: required(value('an event', 'event'), 'What sets it off.'),
    field: optional(value('a field', 'field'), 'The field that changed.'),
    stage: optional(stage, 'The stage that was entered.'),
    task: optional(value('a task', 'task'), 'The task that was done.'),
    when: optional(conditionOver('fields_and_place'), 'The deals it is for.'),
    do: required({ is: 'list', of: action }, 'What happens, in this order.'),
  },
}

const pipeline: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call the direction.'),
    axes: optional(
      { is: 'table', keys: 'axes', of: value('a value of the axis', 'axis_value') },
      'Where it stands on each axis.',
    ),
    stages: required({ is: 'list', of: stage }, 'Its stages, in order.'),
    won_after: required(stage, 'The deal is won when it leaves this stage.'),
    may_skip: optional(oneOrMore('a stage', 'stage'), 'Stages that may be skipped.'),
    change: optional(
      { is: 'table', keys: 'stages', of: { is: 'block', keys: changeKeys } },
      'What differs from the library.',
    ),
  },
}

const behindStep: Shape = {
  is: 'block',
  keys: {
    below: required(value('a percentage such as 90%', 'percent'), 'How far below the pace.'),
    notify: required(doers, 'Who is told.'),
  },
}

/** The whole file: every section, every key in the order in which they are best read, which must be there, and what each is for. */
export const language: Shape = {
  is: 'block',
  keys: {
    version: required(value('1', 'version'), 'The version of this language.'),
    calendar: required({ is: 'block', keys: calendarKeys }, 'Working time.'),
    calendars: optional(
      { is: 'table', ids: 'calendar', of: { is: 'block', keys: withoutRequired(calendarKeys) } },
      'Further calendars, chosen per person; what they leave out is as in the main one.',
    ),
    roles: optional(
      { is: 'table', ids: 'role', of: text, reserved: ['owner', 'owner_manager', 'previous_owner'] },
      'Who does things, by role.',
    ),
    axes: optional(
      { is: 'table', ids: 'axis', of: { is: 'list', of: value('a value', 'text') } },
      'How directions are cut.',
    ),
    fields: optional(
      { is: 'table', ids: 'field', of: field, reserved: ['any', 'stage', 'pipeline'] },
      'What is known of a deal.',
    ),
    events: optional({ is: 'table', ids: 'event', of: text, reserved: builtInEvents }, 'What happens outside.'),
    stages: required(
      { is: 'table', ids: 'stage', of: { is: 'block', keys: stageKeys }, reserved: ['completed'] },
      'The library of stages.',
    ),
    pipelines: required(
      { is: 'table', ids: 'pipeline', of: pipeline, reserved: ['roles', 'fields', 'pipelines'] },
      'The sales directions.',
    ),
    outcomes: required(
      {
        is: 'block',
        keys: {
          lost: required(outcome, 'Closed before it was won.'),
          cancelled: required(outcome, 'Closed after it was won.'),
        },
      },
      'How deals end early.',
    ),
    new_deals: optional({ is: 'list', of: newDeal }, 'Who gets a new deal; the first line that fits.'),
    escalations: optional({ is: 'table', ids: 'escalation', of: { is: 'list', of: ladderStep } }, 'Ladders by name.'),
    automation: optional({ is: 'table', ids: 'automation', of: rule }, 'What happens by itself.'),
    plan: optional(
      {
        is: 'block',
        keys: {
          year_starts: optional({ is: 'words', words: months }, 'The first month of the year.'),
          when_behind: optional({ is: 'list', of: behindStep }, 'Who is told when the plan slips.'),
        },
      },
      'The sales plan.',
    ),
    moved: optional({ is: 'table', keys: 'old_ids', of: value('the new id', 'new_id') }, 'Old id: new id.'),
  },
}

function withoutRequired(keys: Readonly<Record<string, Key>>): Readonly<Record<string, Key>> {
  return Object.fromEntries(Object.entries(keys).map(([key, { shape, says }]) => [key, { shape, says }]))
}
