import { steadyRules } from '#test/support/steady-rules'

import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import type { AutomationRun, DomainEvent } from '#schemas/event'
import { createDeal } from '#usecases/deals/create-deal'
import { hand, type World } from '#test/support/world'

const file = steadyRules()
const start = file.indexOf('automation:')
const end = file.indexOf('plan:', start)

/** The product's own rules with other automation: lines of YAML, indented as below `automation:`. */
export function rulesWith(automation: string): string {
  return `${file.slice(0, start)}automation:\n${automation}\n${file.slice(end)}`
}

/** A deal of anna's that the system brings in where it stands, before anything has followed from it. */
export async function dealIn(world: World, stage: string, fields: Deal['fields'] = {}): Promise<Deal> {
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage, fields }
  return createDeal(world.ports, await world.as(), input)
}

/** Hands every event of a deal to all consumers, and those that they cause, until nothing new comes. */
export async function settle(world: World, dealId: string): Promise<readonly DomainEvent[]> {
  const seen = new Set<string>()
  for (;;) {
    const fresh = (await world.eventsOf(dealId)).filter((event) => !seen.has(event.id))
    if (fresh.length === 0) return world.eventsOf(dealId)
    for (const event of fresh) {
      seen.add(event.id)
      await hand(world.ports, consumers, event)
    }
  }
}

/** The automatic runs on a deal's timeline, oldest first. */
export async function runsOf(world: World, dealId: string): Promise<readonly AutomationRun[]> {
  return (await world.eventsOf(dealId)).flatMap((event) => event.detail.run ?? [])
}

/** What people see of a deal: where it stands, its fields, its tasks, without ids and times. */
export async function pictureOf(world: World, dealId: string): Promise<unknown> {
  const deal = await world.ports.deals.find(dealId)
  const tasks = await world.ports.deals.tasksOf(dealId)
  return {
    stage: deal?.stage,
    status: deal?.status,
    fields: deal?.fields,
    tasks: tasks.map((task) => `${task.do} · ${task.responsible} · ${task.status}`).toSorted(),
  }
}
