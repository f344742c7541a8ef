import type { Caller } from '#domain/kernel/access'
import { reachesPlan } from '#domain/plan/plan-scope'
import { checkRecurring } from '#domain/plan/targets'
import { planRefusal } from '#domain/plan/words/plan-refusal'
import type { Ports } from '#ports/ports'
import type { RecurringTarget, RecurringView, SetRecurring } from '#schemas/plan'

import { readRecurring } from './read-targets'
import { refuseWhileRestated } from './restate-targets'
import { refuseOthers } from './set-targets'

type Named = Omit<RecurringTarget, 'value' | 'to'>
type ToSet = { readonly targets: SetRecurring['targets']; readonly seen?: RecurringView | undefined }

/**
 * Sets targets that repeat; null takes one away, those not named stay. Where it is said what was seen, each goes over that
 * alone: whoever was faster makes it `precondition_failed`. Gives all of them that the caller may see.
 */
export async function setRecurring(
  ports: Pick<Ports, 'plans' | 'people' | 'rules' | 'settings'>,
  caller: Caller,
  { targets, seen }: ToSet,
): Promise<RecurringView> {
  const [{ model }, org] = await Promise.all([ports.rules.current(), ports.people.load()])
  checkRecurring(targets, { model, org })
  refuseOthers(caller, targets, org)
  await refuseWhileRestated(ports)
  const over = targets.map((target) =>
    seen !== undefined && reachesPlan(caller, 'plan_read', target, org)
      ? { ...target, was: seen.targets.find((one) => isSame(one, target)) ?? null }
      : target,
  )
  if (!(await ports.plans.setRecurring(over))) throw planRefusal('precondition_failed.plan')
  return readRecurring(ports, caller)
}

function isSame(a: Named, b: Named): boolean {
  return (['every', 'from', 'metric', 'scope', 'id'] as const).every((part) => a[part] === b[part])
}
