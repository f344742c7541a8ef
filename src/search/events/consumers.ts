import { consumer, type Consumer } from '#events/consumer'
import { together } from '#events/side-by-side'

/** What follows from an event for what is found. */
export const consumers: readonly Consumer[] = [
  // A task may be done with fields, and a number of a contract may be among them.
  consumer({
    name: 'keep-words',
    on: [
      'client.created',
      'client.changed',
      'client.merged',
      'client.unmerged',
      'deal.created',
      'deal.updated',
      'deal.owner_changed',
      'deal.event_posted',
      'deal.reseated',
      'deal.moved',
      'task.done',
    ],
    run: together(async () => (await import('#search/usecases/keep-words')).keepWords),
  }),
]
