import { text, value, required, optional } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'
import { taskKeys } from './task-shape'

/** One way for a deal to end early. */
export const outcome: Shape = {
  is: 'block',
  keys: {
    reasons: required({ is: 'table', ids: 'reason', of: text }, 'Reasons to choose from.'),
    follow_up: optional({ is: 'block', keys: taskKeys }, 'The task that is opened then.'),
    who: optional(value('a role', 'doer'), 'The role that may do it.'),
  },
}
