import type { PageText } from './page'

/** English pages: names and values that do not exist. */
export const enNames = {
  'unknown-role': {
    title: 'A role that is not declared',
    means:
      'Responsible is the owner, the owner_manager or a role from the section “roles”; this name is not one of them.',
    why: 'The task would have nobody.',
    mend: 'Take the role that is offered, or declare it: a line “id: what people call it” under “roles”.',
  },
  'unknown-stage': {
    title: 'A stage that is not declared',
    means: 'This name is not in the library under “stages”, or the direction does not go through it.',
    why: 'A deal cannot go to, be won after or skip a stage that does not exist.',
    mend: 'Take the stage that is offered, or describe the stage under “stages”.',
  },
  'unknown-field': {
    title: 'A field that is not declared',
    means:
      'This name is neither a built-in field (amount, paid, client_type, repeat_client, source, expected_close) nor one from “fields”.',
    why: 'Nobody could fill it, so a gate that asks for it would never open.',
    mend: 'Take the field that is offered, or declare it under “fields”.',
  },
  'unknown-option': {
    title: 'A value the field cannot have',
    means: 'A choice has only the options that are listed for it; this is not one of them.',
    why: 'The condition would never hold, and what it guards would never happen.',
    mend: 'Take the option that is offered, or add it to the field’s “options”.',
  },
  'unknown-pipeline': {
    title: 'A direction that is not declared',
    means: 'This name is not among the sales directions under “pipelines”.',
    why: 'New deals would go nowhere.',
    mend: 'Take the direction that is offered, or describe it under “pipelines”.',
  },
  'unknown-escalation': {
    title: 'A ladder of escalations that is not declared',
    means: 'This name is not among the ladders under “escalations” (“late_task” and “stuck_deal” are always there).',
    why: 'Nobody would be told that something is late.',
    mend: 'Take the ladder that is offered, or describe it under “escalations”.',
  },
  'unknown-anchor': {
    title: 'Nothing to count from',
    means:
      'After “after”, “before” and “on” stands what time is counted from: a task of the same stage, an event or a date field. This is not one of them.',
    why: 'The task would never get a date.',
    mend: 'Take the name that is offered. Without “after …” time counts from entering the stage.',
  },
  'unknown-event': {
    title: 'An event that is not declared',
    means:
      'This is neither one of Norma’s own events (deal_created, stage_entered, field_changed, task_done, deal_won …) nor one from “events”.',
    why: 'The rule would never be set off.',
    mend: 'Take the event that is offered, or declare it under “events”.',
  },
  'unknown-axis': {
    title: 'An axis that is not declared',
    means: 'Directions are cut along the axes declared under “axes”; this is not one of them.',
    why: 'Reports and plans could not add the direction up.',
    mend: 'Take the axis that is offered, or declare it with its values under “axes”.',
  },
  'unknown-channel': {
    title: 'A channel that is not declared',
    means: 'A line of “intake” names a channel that does not stand under “channels”.',
    why: 'What comes by it would be taken by another line.',
    mend: 'Write the channel as it is declared, or declare it under “channels”.',
  },
  'unknown-task': {
    title: 'A task that is not declared',
    means: 'No stage has a task with this id.',
    why: 'The rule would tick off nothing, or wait for ever.',
    mend: 'Take the task that is offered.',
  },
  'bad-comparison': {
    title: 'A comparison that does not fit the field',
    means:
      'Sums, numbers, percentages and dates are compared in words: at least, at most, more than, less than, between … and …. Other fields take a value, “not value”, “filled” or “empty”.',
    why: 'A comparison that cannot be worked out would let deals through or stop them by chance.',
    mend: 'Write one of the comparisons that are offered, with a value of the field’s own kind.',
  },
  'bad-formula': {
    title: 'A formula that cannot be worked out',
    means:
      'A formula uses field ids, numbers, texts in quotes and operators; here something else stands, the kinds do not fit, or it goes round in a circle.',
    why: 'The field would stay empty in every deal.',
    mend: 'Write it as in “paid / amount * 100”, with field ids without quotes.',
  },
  'missing-percent': {
    title: 'A percentage without “%”',
    means: 'Percentages are written with the sign: “70%”.',
    why: '“0.7” and “70” are both written for seventy per cent; the sign leaves no doubt.',
    mend: 'Add “%”.',
  },
} as const satisfies Readonly<Record<string, PageText>>
