import { yesNo, value, required, optional, doers, sending } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** A step of a ladder. */
export const ladderStep: Shape = {
  is: 'block',
  keys: {
    after: required(value('a length of time or “at once”', 'ladder_time'), 'When this step is taken.'),
    notify: optional(doers, 'Who is told.'),
    give_to: optional(value('owner_manager or a role', 'head'), 'Who takes it over.'),
    send: optional(sending, 'Writes to the client, in working time.'),
    urgent: optional(yesNo, 'yes: people are told at once, outside their working time too.'),
  },
}
