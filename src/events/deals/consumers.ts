import { consumer, type Consumer } from '#events/consumer'
import { together } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for the columns of the board. */
export const consumers: readonly Consumer[] = [
  // Keeps counts and sums of the columns and of everybody's open deals. What moves between the same columns within a few
  // seconds is counted together, which is what makes counting cheap; nobody reads a count to the second.
  consumer({
    name: 'keep-column-counters',
    batchSize: 100,
    windowSeconds: 5,
    // A task may be done with fields, and one of them may be the amount.
    on: changeNames.filter((name) => name.startsWith('deal.') || name === 'task.done'),
    run: together(async () => (await import('#usecases/deals/keep-column-counters')).keepColumnCounters),
  }),
]
