import { steadyRules } from '#test/support/steady-rules'

import { makeDemo } from '#demo/make-demo'
import { firstRules, rememberingLanguage } from '#product/memory-language'
import { memoryPorts } from '#product/memory-ports'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import { timelineOf } from '#usecases/deals/deal-as-of'
import type { RecordedDeal } from '#trial/replay/replaying'

/** A company with three months of deals, in memory. */
export type DemoCompany = {
  readonly ports: Ports
  readonly rules: RulesVersion
  readonly people: People
  readonly deals: readonly RecordedDeal[]
  readonly now: string
}

/** The demo company with so many deals, as of one moment, always the same. */
export async function demoCompany(deals: number): Promise<DemoCompany> {
  const now = '2026-11-20T14:00:00.000Z'
  const ids = new Set<string>()
  const heard = (event: { readonly detail: { readonly dealId: string } }): void => {
    // What is told of money and clients alone is of no deal.
    if (event.detail.dealId !== '') ids.add(event.detail.dealId)
  }
  const { ports } = memoryPorts({ clock: { now: () => now }, language: rememberingLanguage, heard })
  const rules = await firstRules(steadyRules(), now)
  await ports.rules.publish(rules, 0)
  await makeDemo(ports, { seed: 'test', now, deals })
  const people = await ports.people.load()
  return { ports, rules: await ports.rules.current(), people, deals: await recordsOf(ports, [...ids]), now }
}

/** What is on record of deals. */
export function recordsOf(ports: Ports, ids: readonly string[]): Promise<readonly RecordedDeal[]> {
  return Promise.all(
    ids.map(async (id) => ({
      id,
      title: (await ports.deals.find(id))?.title ?? '',
      events: await timelineOf(ports.deals, id),
      tasks: await ports.deals.tasksOf(id),
    })),
  )
}
