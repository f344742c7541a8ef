import { consumer, type Consumer } from '#events/consumer'
import { together } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for its deal, in the core and in the rooms that need the deal anyway. */
export const consumers: readonly Consumer[] = [
  // Makes a deal's tasks what its stage asks for, sets its clock and keeps its facts for reports, by one reading of the deal.
  // A missed due date is noted without a change of the deal, and counts in reports.
  consumer({
    name: 'follow-deal',
    // Rules may ask clients: what changes on a card may bring tasks to its deals.
    on: [...changeNames, 'task.overdue', 'client.changed'],
    run: together(async () => (await import('#workday/usecases/follow-deal')).followWholeDeal),
  }),
]
