import type { Caller } from '#domain/kernel/access'
import { checkRecurring } from '#domain/plan/targets'
import type { Ports } from '#ports/ports'
import type { RecurringView, SetRecurring } from '#schemas/plan'

import { readRecurring } from './read-targets'
import { refuseOthers } from './set-targets'

/** Sets targets that repeat; null takes one away, those not named stay. Gives all of them that the caller may see. */
export async function setRecurring(
  ports: Pick<Ports, 'plans' | 'people' | 'rules'>,
  caller: Caller,
  targets: SetRecurring['targets'],
): Promise<RecurringView> {
  const [{ model }, org] = await Promise.all([ports.rules.current(), ports.people.load()])
  checkRecurring(targets, { model, org })
  refuseOthers(caller, targets, org)
  await ports.plans.setRecurring(targets)
  return readRecurring(ports, caller)
}
