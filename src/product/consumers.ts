import { changeNames, eventNames } from '#schemas/event-names'
import { noticeEvents } from '#schemas/notice-names'
import type { DomainEvent } from '#schemas/event'
import type { Ports } from '#ports/ports'
import { keepColumnCounters } from '#usecases/deals/keep-column-counters'
import { keepDealClock } from '#usecases/tasks/keep-deal-clock'
import { keepPlanLedger } from '#usecases/plan/keep-plan-ledger'
import { notify } from '#notices/usecases/notify'
import { openStageTasks } from '#usecases/tasks/open-stage-tasks'
import { queueWebhooks } from '#webhooks/usecases/queue-webhooks'
import { keepReports } from '#reports/usecases/keep-reports'
import { runAutomation } from '#automation/usecases/run-automation'
import { consumer, type Consumer } from '#events/consumer'

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

/** The consumer that runs the rules of the automation. */
export const automationConsumer = 'run-automation'

/** What its log says when rules set each other off: there is an alarm on it. */
export const tooDeepAlarm = 'automation_too_deep'

/** Does what `automation` says. A run decides and writes several times over, so it is given three times the usual time. */
const automate = consumer({
  name: automationConsumer,
  on: [...changeNames],
  visibilityTimeoutSeconds: 180,
  run: (ports, events) => eachDeal(ports, events, runRules),
})

/** Puts what people are told into their inboxes and on its way to them. */
const tellPeople = consumer({
  name: 'tell-people',
  on: [...noticeEvents],
  run: (ports, events) => eachDeal(ports, events, notify),
})

/** Sets the clock of the deal: when it will be stuck, idle or unanswered. */
const keepClock = consumer({
  name: 'keep-deal-clock',
  on: [...changeNames],
  run: (ports, events) => eachDeal(ports, events, keepDealClock),
})

/** Keeps what reports are made from. A missed due date is noted without a change of the deal, and counts. */
const keepFacts = consumer({
  name: 'keep-reports',
  on: [...changeNames, 'task.overdue'],
  run: (ports, events) => together(ports, events, keepReports),
})

/** Puts events on their way to webhooks. A first attempt is made at once and may take 15 seconds, so it is given time. */
const toWebhooks = consumer({
  name: 'queue-webhooks',
  on: [...eventNames],
  visibilityTimeoutSeconds: 180,
  run: queueWebhooks,
})

/** Everything that follows from an event: read by CDK, the local bus and the tests. */
export const consumers: readonly Consumer[] = [
  openTasks,
  keepLedger,
  keepColumns,
  automate,
  tellPeople,
  keepClock,
  toWebhooks,
  keepFacts,
]

/** Rules that set each other off are a mistake in the file that the checker could not see: somebody has to look. */
async function runRules(ports: Ports, event: DomainEvent): Promise<void> {
  for (const { rule, line, outcome } of await runAutomation(ports, event)) {
    if (outcome !== 'too_deep') continue
    console.error(JSON.stringify({ level: 'alarm', alarm: tooDeepAlarm, rule, line, event: event.id }))
  }
}

/** Deals side by side, the events of one deal one after another; what failed is told, the others are not held up. */
function eachDeal(
  ports: Ports,
  events: readonly DomainEvent[],
  run: (ports: Ports, event: DomainEvent) => Promise<void>,
): Promise<readonly string[]> {
  return byDeal(events, async (ofOneDeal, attempt) => {
    for (const event of ofOneDeal) await attempt([event], () => run(ports, event))
  })
}

/** Deals side by side, all events of one deal at once. */
function together(
  ports: Ports,
  events: readonly DomainEvent[],
  run: (ports: Ports, events: readonly DomainEvent[]) => Promise<void>,
): Promise<readonly string[]> {
  return byDeal(events, (ofOneDeal, attempt) => attempt(ofOneDeal, () => run(ports, ofOneDeal)))
}

type Attempt = (events: readonly DomainEvent[], run: () => Promise<void>) => Promise<void>

async function byDeal(
  events: readonly DomainEvent[],
  handle: (ofOneDeal: readonly DomainEvent[], attempt: Attempt) => Promise<void>,
): Promise<readonly string[]> {
  const failed: string[] = []
  const attempt: Attempt = async (tried, run) => {
    try {
      await run()
    } catch (error) {
      for (const { id } of tried) {
        console.error(JSON.stringify({ level: 'error', event: id, error: String(error) }))
        failed.push(id)
      }
    }
  }
  const deals = new Map<string, DomainEvent[]>()
  for (const event of events) deals.set(event.detail.dealId, [...(deals.get(event.detail.dealId) ?? []), event])
  await Promise.all([...deals.values()].map((ofOneDeal) => handle(ofOneDeal, attempt)))
  return failed
}
