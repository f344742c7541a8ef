import { value, required, optional, conditionOver, doers, sending, stage } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'
import { channelEvents } from '#domain/rules/told-to-deals'
import { taskKeys } from './task-shape'

/** What may set an automation off besides a declared event. */
export const builtInEvents = [
  'deal_created',
  'stage_entered',
  'field_changed',
  'task_done',
  'deal_won',
  'deal_lost',
  'deal_cancelled',
  ...channelEvents,
] as const

const action: Shape = {
  is: 'block',
  keys: {
    add_task: optional({ is: 'block', keys: taskKeys }, 'Opens a task.'),
    complete_task: optional(value('a task', 'task'), 'Ticks a task off.'),
    move_to: optional(value('a stage', 'stage_or_end'), 'Moves the deal, through its gate.'),
    set: optional({ is: 'table', keys: 'set_fields', of: value('a value', 'field_value') }, 'Fills fields.'),
    notify: optional(doers, 'Tells people.'),
    send: optional(sending, 'Writes to the client, in working time.'),
  },
}

/** A rule of the automation. */
export const rule: Shape = {
  is: 'block',
  keys: {
    on: required(value('an event', 'event'), 'What sets it off.'),
    field: optional(value('a field', 'field'), 'The field that changed.'),
    stage: optional(stage, 'The stage that was entered.'),
    task: optional(value('a task', 'task'), 'The task that was done.'),
    when: optional(conditionOver('fields_and_place'), 'The deals it is for.'),
    do: required({ is: 'list', of: action, isFilled: true }, 'What happens, in this order.'),
  },
}
