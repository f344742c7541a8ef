import { consumer, type Consumer } from '#events/consumer'
import { together } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for the reports. */
export const consumers: readonly Consumer[] = [
  // Keeps what reports are made from. A missed due date is noted without a change of the deal, and counts.
  consumer({
    name: 'keep-reports',
    on: [...changeNames, 'task.overdue'],
    run: together(async () => (await import('#reports/usecases/keep-reports')).keepReports),
  }),
]
