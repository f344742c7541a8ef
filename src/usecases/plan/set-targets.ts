import type { Caller } from '#domain/kernel/access'
import { parsePeriod } from '#domain/time/period'
import { reachesPlan, type Company, type Planned } from '#domain/plan/plan-scope'
import type { Saying } from '#schemas/saying'
import { planRefusal, planRefusalOf, planSaying } from '#domain/plan/words/plan-refusal'
import { checkTargets } from '#domain/plan/targets'
import type { Ports } from '#ports/ports'
import type { PlanView, SetTargets, Target } from '#schemas/plan'

import { readTargets } from './read-targets'
import { refuseWhileRestated } from './restate-targets'

type ToSet = { readonly targets: SetTargets['targets']; readonly seen?: PlanView | undefined }

/**
 * Sets targets of a period; null takes one away, those not named stay. Where it is said what was seen, each goes over that
 * alone: whoever was faster makes it `precondition_failed`. Gives the period’s targets as they now are.
 */
export async function setTargets(
  ports: Pick<Ports, 'plans' | 'people' | 'rules' | 'settings'>,
  caller: Caller,
  period: string,
  { targets, seen }: ToSet,
): Promise<PlanView> {
  parsePeriod(period)
  const [{ model }, org] = await Promise.all([ports.rules.current(), ports.people.load()])
  checkTargets(targets, { model, org })
  refuseOthers(caller, targets, org)
  await refuseWhileRestated(ports)
  const inSight = (target: Planned) => reachesPlan(caller, 'plan_read', target, org)
  const over = targets.map((target) =>
    seen !== undefined && inSight(target) ? { ...target, was: wasIn(seen, target) } : target,
  )
  if (!(await ports.plans.setTargets(period, over))) throw planRefusal('precondition_failed.plan')
  return readTargets(ports, caller, period)
}

/** What was set for the period itself where somebody looked; what repeats into it is set elsewhere. */
function wasIn({ targets }: PlanView, { metric, scope, id }: Planned & Pick<Target, 'metric'>): Target | null {
  const was = targets.find((one) => one.metric === metric && one.scope === scope && one.id === id)
  return was?.source === 'explicit' ? { metric, scope, id, value: was.value } : null
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
