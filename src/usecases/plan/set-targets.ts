import type { Caller } from '#domain/kernel/access'
import { parsePeriod } from '#domain/time/period'
import { reachesPlan, type Company, type Planned } from '#domain/plan/plan-scope'
import type { Saying } from '#schemas/saying'
import { planRefusalOf, planSaying } from '#domain/plan/words/plan-refusal'
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
  if (beyond !== undefined) throw planRefusalOf([beyond, planSaying('nothing_set')])
}

/** Whose plan of these the caller’s right `plan_edit` does not reach, in a sentence; nothing where it reaches all. */
export function beyondReach(caller: Caller, targets: readonly Planned[], org: Company['org']): Saying | undefined {
  const beyond = targets.find((target) => !reachesPlan(caller, 'plan_edit', target, org))
  return beyond === undefined ? undefined : planSaying('forbidden.set_plan', { scope: beyond.scope, id: beyond.id })
}
