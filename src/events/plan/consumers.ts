import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'
import { changeNames } from '#schemas/event-names'

/** What follows from an event for the plan. */
export const consumers: readonly Consumer[] = [
  // Keeps the books of the plan; only events that change somebody's part come here.
  consumer({
    name: 'keep-plan-ledger',
    on: [...changeNames],
    where: { detail: { plan: { count: [{ exists: true }] } } },
    run: eachSubject(async () => (await import('#usecases/plan/keep-plan-ledger')).keepPlanLedger),
  }),
]
