import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for the tasks of a deal. */
export const consumers: readonly Consumer[] = [
  // Makes a deal's tasks what its stage asks for.
  consumer({
    name: 'open-stage-tasks',
    on: changeNames.filter((name) => name !== 'deal.reattributed' && name !== 'task.checked'),
    run: eachSubject(async () => (await import('#usecases/tasks/open-stage-tasks')).openStageTasks),
  }),
  // Sets the clock of the deal: when it will be stuck, idle or unanswered.
  consumer({
    name: 'keep-deal-clock',
    on: [...changeNames],
    run: eachSubject(async () => (await import('#usecases/tasks/keep-deal-clock')).keepDealClock),
  }),
]
