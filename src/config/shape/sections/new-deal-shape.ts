import { value, length, required, optional, condition } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** A line of new_deals. */
export const newDeal: Shape = {
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
