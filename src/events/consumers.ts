import { changeNames } from '#schemas/event-names'
import type { DomainEvent } from '#schemas/event'
import type { Ports } from '#ports'
import { keepColumnCounters } from '#usecases/keep-column-counters'
import { keepPlanLedger } from '#usecases/keep-plan-ledger'
import { openStageTasks } from '#usecases/open-stage-tasks'
import { consumer, type Consumer } from './consumer'

/** Makes a deal's tasks what its stage asks for. */
const openTasks = consumer({
  name: 'open-stage-tasks',
  on: changeNames.filter((name) => name !== 'deal.reattributed' && name !== 'task.checked'),
  run: (ports, events) => eachDeal(ports, events, openStageTasks),
})

/** Keeps the books of the plan; only events that change somebody's part come here. */
const keepLedger = consumer({
  name: 'keep-plan-ledger',
  on: [...changeNames],
  where: { detail: { plan: { count: [{ exists: true }] } } },
  run: (ports, events) => eachDeal(ports, events, keepPlanLedger),
})

/** Keeps counts and sums of the columns and of everybody's open deals. */
const keepColumns = consumer({
  name: 'keep-column-counters',
  // A task may be done with fields, and one of them may be the amount.
  on: changeNames.filter((name) => name.startsWith('deal.') || name === 'task.done'),
  run: (ports, events) => eachDeal(ports, events, keepColumnCounters),
})

/** Everything that follows from an event: read by CDK, the local bus and the tests. */
export const consumers: readonly Consumer[] = [openTasks, keepLedger, keepColumns]

/** Deals side by side, the events of one deal one after another; what failed is told, the others are not held up. */
async function eachDeal(
  ports: Ports,
  events: readonly DomainEvent[],
  run: (ports: Ports, event: DomainEvent) => Promise<void>,
): Promise<readonly string[]> {
  const failed: string[] = []
  const byDeal = new Map<string, DomainEvent[]>()
  for (const event of events) byDeal.set(event.detail.dealId, [...(byDeal.get(event.detail.dealId) ?? []), event])
  await Promise.all(
    [...byDeal.values()].map(async (ofOneDeal) => {
      for (const event of ofOneDeal) {
        try {
          await run(ports, event)
        } catch (error) {
          console.error(JSON.stringify({ level: 'error', event: event.id, error: String(error) }))
          failed.push(event.id)
        }
      }
    }),
  )
  return failed
}
