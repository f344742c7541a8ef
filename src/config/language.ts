/** What may stand somewhere in the file. The whole language is one such description. */
export type Shape =
  | { readonly is: 'value'; readonly what: string }
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'block'; readonly keys: Readonly<Record<string, Key>> }
  | { readonly is: 'table'; readonly of: Shape; readonly ids?: string; readonly reserved?: readonly string[] }
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

export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const yesNo = { is: 'words', words: ['yes', 'no'] } as const
const text = { is: 'value', what: 'a text' } as const
const value = (what: string): Shape => ({ is: 'value', what })
const oneOrMore = (what: string): Shape => ({ is: 'one_of', value: value(what), list: { is: 'list', of: value(what) } })
const required = (shape: Shape, says: string): Key => ({ shape, required: true, says })
const optional = (shape: Shape, says: string): Key => ({ shape, says })

const condition: Shape = {
  is: 'table',
  of: {
    is: 'one_of',
    value: value('a value'),
    list: {
      is: 'list',
      of: {
        is: 'one_of',
        value: value('a value'),
        block: {
          is: 'table',
          of: { is: 'one_of', value: value('a value'), list: { is: 'list', of: value('a value') } },
        },
      },
    },
  },
}

const hours = oneOrMore('opening hours such as 09:00-18:00')
const calendarKeys = {
  timezone: required(value('a time zone such as Europe/Moscow'), 'The time zone of the office.'),
  work_week: required(oneOrMore('days such as mon-fri'), 'The days of the week that are worked.'),
  hours: required(hours, 'Opening hours; several intervals are possible.'),
  holidays: optional({ is: 'list', of: value('a date such as 2027-01-01') }, 'Days that are not worked.'),
  extra_working_days: optional(
    { is: 'list', of: value('a date such as 2027-02-20') },
    'Days off that are worked this time.',
  ),
  short_days: optional({ is: 'table', of: hours }, 'Days with hours of their own.'),
}

const taskKeys = {
  do: required(text, 'What exactly is to be done.'),
  by: required(value('owner, owner_manager or a role'), 'Who is responsible.'),
  due: required(value('a due date such as 2 working days'), 'When it must be done.'),
  when: optional(condition, 'The task is opened only for deals that fit.'),
  optional: optional(yesNo, 'The stage may be left without it.'),
  how_to: optional(text, 'How to do it well, in Markdown.'),
  checklist: optional({ is: 'list', of: text }, 'Steps to tick off.'),
  escalate: optional(value('a ladder of escalations'), 'The ladder to climb when it is late.'),
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
    filled: optional(oneOrMore('a field'), 'Fields that must be filled.'),
    must: optional(condition, 'Conditions that must hold.'),
    may_override: optional(value('a role'), 'The role that may pass with a written reason.'),
    message: optional(text, 'What people are told when they are stopped.'),
  },
}

const stageKeys = {
  name: required(text, 'What people call the stage.'),
  chance: optional(value('a percentage such as 10%'), 'The probability of winning.'),
  goal: optional(text, 'What is true when the stage is done.'),
  how_to: optional(text, 'How to work in this stage, in Markdown.'),
  max_age: optional(value('a length of time such as 5 working days'), 'How long a deal may stay.'),
  max_idle: optional(
    value('a length of time such as 3 working days'),
    'How long a deal may lie untouched by people; a task planned for later counts as touched.',
  ),
  when_stuck: optional(value('a ladder of escalations'), 'The ladder to climb when a deal stays longer.'),
  tasks: optional({ is: 'table', ids: 'task', of: { is: 'block', keys: taskKeys } }, 'What must be done here.'),
  gate: optional(gate, 'What must be true to leave the stage.'),
}

const changeKeys = Object.fromEntries(Object.entries(stageKeys).map(([key, { shape, says }]) => [key, { shape, says }]))

const outcome: Shape = {
  is: 'block',
  keys: {
    reasons: required({ is: 'table', ids: 'reason', of: text }, 'Reasons to choose from.'),
    follow_up: optional({ is: 'block', keys: taskKeys }, 'The task that is opened then.'),
    who: optional(value('a role'), 'The role that may do it.'),
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
      { is: 'one_of', list: { is: 'list', of: value('an option') }, block: { is: 'table', ids: 'option', of: text } },
      'The values of a choice.',
    ),
    min: optional(value('a number'), 'The smallest value.'),
    max: optional(value('a number'), 'The largest value.'),
    formula: optional(value('a formula'), 'How it is computed from other fields.'),
  },
}

const ladderStep: Shape = {
  is: 'block',
  keys: {
    after: required(value('a length of time or “at once”'), 'When this step is taken.'),
    notify: optional(oneOrMore('owner, owner_manager or a role'), 'Who is told.'),
    give_to: optional(value('owner_manager or a role'), 'Who takes it over.'),
    urgent: optional(yesNo, 'yes: people are told at once, outside their working time too.'),
  },
}

const newDeal: Shape = {
  is: 'block',
  keys: {
    when: optional(condition, 'The deals this line is for.'),
    pipeline: required(value('a pipeline'), 'The direction they go to.'),
    give_to: required(value('previous_owner, owner_manager or a role'), 'Who gets them.'),
    pick: optional({ is: 'words', words: ['in_turn', 'least_busy'] }, 'How one of several people is picked.'),
    otherwise: optional(value('a role'), 'Who gets them when there is no previous owner.'),
    first_reply: optional(value('a length of time such as 2 working hours'), 'How soon the client must be answered.'),
  },
}

const action: Shape = {
  is: 'block',
  keys: {
    add_task: optional({ is: 'block', keys: taskKeys }, 'Opens a task.'),
    complete_task: optional(value('a task'), 'Ticks a task off.'),
    move_to: optional(value('a stage'), 'Moves the deal, through its gate.'),
    set: optional({ is: 'table', of: value('a value') }, 'Fills fields.'),
    notify: optional(oneOrMore('owner, owner_manager or a role'), 'Tells people.'),
  },
}

const rule: Shape = {
  is: 'block',
  keys: {
    on: required(value('an event'), 'What sets it off.'),
    field: optional(value('a field'), 'The field that changed.'),
    stage: optional(value('a stage'), 'The stage that was entered.'),
    task: optional(value('a task'), 'The task that was done.'),
    when: optional(condition, 'The deals it is for.'),
    do: required({ is: 'list', of: action }, 'What happens, in this order.'),
  },
}

const pipeline: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call the direction.'),
    axes: optional({ is: 'table', of: value('a value of the axis') }, 'Where it stands on each axis.'),
    stages: required({ is: 'list', of: value('a stage') }, 'Its stages, in order.'),
    won_after: required(value('a stage'), 'The deal is won when it leaves this stage.'),
    may_skip: optional(oneOrMore('a stage'), 'Stages that may be skipped.'),
    change: optional({ is: 'table', of: { is: 'block', keys: changeKeys } }, 'What differs from the library.'),
  },
}

const behindStep: Shape = {
  is: 'block',
  keys: {
    below: required(value('a percentage such as 90%'), 'How far below the pace.'),
    notify: required(oneOrMore('owner, owner_manager or a role'), 'Who is told.'),
  },
}

/** The whole file: every section, every key in the order in which they are best read, which must be there, and what each is for. */
export const language: Shape = {
  is: 'block',
  keys: {
    version: required(value('1'), 'The version of this language.'),
    calendar: required({ is: 'block', keys: calendarKeys }, 'Working time.'),
    calendars: optional(
      { is: 'table', ids: 'calendar', of: { is: 'block', keys: withoutRequired(calendarKeys) } },
      'Further calendars, chosen per person; what they leave out is as in the main one.',
    ),
    roles: optional(
      { is: 'table', ids: 'role', of: text, reserved: ['owner', 'owner_manager', 'previous_owner'] },
      'Who does things, by role.',
    ),
    axes: optional({ is: 'table', ids: 'axis', of: { is: 'list', of: value('a value') } }, 'How directions are cut.'),
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
    moved: optional({ is: 'table', of: value('the new id') }, 'Old id: new id.'),
  },
}

function withoutRequired(keys: Readonly<Record<string, Key>>): Readonly<Record<string, Key>> {
  return Object.fromEntries(Object.entries(keys).map(([key, { shape, says }]) => [key, { shape, says }]))
}
