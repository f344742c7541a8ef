import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for the columns of the board. */
export const consumers: readonly Consumer[] = [
  // Keeps counts and sums of the columns and of everybody's open deals.
  consumer({
    name: 'keep-column-counters',
    // A task may be done with fields, and one of them may be the amount.
    on: changeNames.filter((name) => name.startsWith('deal.') || name === 'task.done'),
    run: eachSubject(async () => (await import('#usecases/deals/keep-column-counters')).keepColumnCounters),
  }),
]
