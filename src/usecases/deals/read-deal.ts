import type { Caller } from '#domain/kernel/access'
import { isOpenGate, missingToLeave } from '#domain/deals/gate'
import type { StageRules } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import type { DealView, GateView } from '#schemas/views'

import { rulesFor } from './deal-file'
import { withFacts } from './with-facts'
import { readableDeal } from './readable-deal'

/** A deal with everything that is missing to go on, and a tag that changes whenever any of it does. */
export async function readDeal(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  caller: Caller,
  people: People,
  dealId: string,
): Promise<DealView> {
  const { deal, tasks } = await readableDeal(ports, caller, people, dealId)
  return { deal, tag: tagOf(deal, tasks), gate: await gateOf(ports, deal, tasks) }
}

// Tasks appear and change without a new version of the deal: the sum of their revisions only ever grows.
function tagOf(deal: Deal, tasks: readonly Task[]): string {
  return `${deal.version}.${tasks.reduce((sum, task) => sum + task.rev, 0)}`
}

async function gateOf(
  ports: Pick<Ports, 'rules' | 'gateFacts' | 'clock'>,
  deal: Deal,
  tasks: readonly Task[],
): Promise<GateView> {
  const [rules, newest] = await Promise.all([rulesFor(ports, deal), ports.rules.current()])
  return gateFrom(deal, tasks, { rules: (await withFacts(ports, deal, rules)).rules, newest })
}

/** Whether a deal may go on, by the rules of its visit and the newest ones. */
export function gateFrom(
  deal: Deal,
  tasks: readonly Task[],
  { rules, newest }: { readonly rules: StageRules; readonly newest: RulesVersion },
): GateView {
  const missing = missingToLeave(deal, rules, tasks)
  // Which stage follows is decided by the newest rules, what is missing by those of the visit.
  const stages = (newest.model.pipelines[deal.pipeline] ?? rules.pipeline).stages
  const index = stages.findIndex((stage) => stage.id === deal.stage)
  const isUnderWay = deal.status === 'open' || deal.status === 'won'
  return {
    next: isUnderWay && index >= 0 ? (stages[index + 1]?.id ?? 'completed') : null,
    open: isOpenGate(missing),
    missing: {
      tasks: [...missing.tasks],
      fields: missing.fields.map(plain),
      must: missing.must.map(({ money: _money, ...one }) => plain(one)),
    },
    configVersion: rules.configVersion,
    mayOverride: rules.stage.gate?.mayOverride ?? null,
  }
}

function plain<T extends { readonly writtenBy?: readonly string[] }>({ writtenBy, ...rest }: T) {
  return { ...rest, ...(writtenBy === undefined ? {} : { writtenBy: [...writtenBy] }) }
}
