import type { Caller } from '#domain/kernel/access'
import { parsePeriod } from '#domain/time/period'
import { reachesPlan, type Company, type Planned } from '#domain/plan/plan-scope'
import { Refusal } from '#domain/kernel/refusal'
import { checkTargets } from '#domain/plan/targets'
import type { Ports } from '#ports/ports'
import type { PlanView, SetTargets } from '#schemas/plan'

import { readTargets } from './read-targets'

/** Sets targets of a period; null takes one away, those not named stay. Gives the period’s targets as they now are. */
export async function setTargets(
  ports: Pick<Ports, 'plans' | 'people' | 'rules'>,
  caller: Caller,
  period: string,
  targets: SetTargets['targets'],
): Promise<PlanView> {
  parsePeriod(period)
  const [{ model }, org] = await Promise.all([ports.rules.current(), ports.people.load()])
  checkTargets(targets, { model, org })
  refuseOthers(caller, targets, org)
  await ports.plans.setTargets(period, targets)
  return readTargets(ports, caller, period)
}

/** Refuses to set the plan of somebody or something the caller’s right `plan_edit` does not reach. */
export function refuseOthers(caller: Caller, targets: readonly Planned[], org: Company['org']): void {
  const beyond = beyondReach(caller, targets, org)
  if (beyond !== undefined) throw new Refusal(beyond.code, `${beyond.detail} Nothing was set.`)
}

/** Whose plan of these the caller’s right `plan_edit` does not reach, in a sentence; nothing where it reaches all. */
export function beyondReach(
  caller: Caller,
  targets: readonly Planned[],
  org: Company['org'],
): { readonly code: 'forbidden'; readonly detail: string } | undefined {
  const beyond = targets.find((target) => !reachesPlan(caller, 'plan_edit', target, org))
  if (beyond === undefined) return undefined
  const whose = beyond.scope === 'company' ? 'the company' : `the ${beyond.scope.replace('_', ' in a ')} “${beyond.id}”`
  return { code: 'forbidden', detail: `You may not set the plan of ${whose}.` }
}
