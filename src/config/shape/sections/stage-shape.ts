import { text, value, length, oneOrMore, required, optional, condition, ladder } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'
import { gateFields } from './client-shape'
import { make, signed } from './document-shape'
import { taskKeys } from './task-shape'

const gate: Shape = {
  is: 'block',
  keys: {
    filled: optional(gateFields, 'Fields of the deal, or of its clients, that must be filled.'),
    must: optional(condition, 'Conditions that must hold.'),
    paid: optional(
      value('a comparison such as at least 100%', 'paid_share'),
      'Which part of what was invoiced must be paid.',
    ),
    invoiced: optional(oneOrMore('a kind of invoice', 'invoice'), 'Invoices that must be issued.'),
    signed,
    may_override: optional(value('a role', 'head'), 'The role that may pass with a written reason.'),
    message: optional(text, 'What people are told when they are stopped.'),
  },
}

/** The keys of a stage. */
export const stageKeys = {
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
  make,
  gate: optional(gate, 'What must be true to leave the stage.'),
}

/** The same where a direction changes a stage: none must be there. */
export const changeKeys = Object.fromEntries(
  Object.entries(stageKeys).map(([key, { shape, says }]) => [key, { shape, says }]),
)
