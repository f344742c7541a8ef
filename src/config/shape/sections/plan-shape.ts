import { value, required, doers } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** Who is told when the plan slips, from how far. */
export const behindStep: Shape = {
  is: 'block',
  keys: {
    below: required(value('a percentage such as 90%', 'percent'), 'How far below the pace.'),
    notify: required(doers, 'Who is told.'),
  },
}
