import type { PlanStore } from '#ports/plans'
import type { RecurringTarget, Target } from '#schemas/plan'
import { keys, partitions } from '#store/plan/keys'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

/** Targets of periods and those that repeat, any set of them side by side. */
export function memoryTargets(): Pick<
  PlanStore,
  'targets' | 'targetsIn' | 'setTargets' | 'recurring' | 'setRecurring'
> {
  const targets = shelf<Target>()
  const repeated = shelf<RecurringTarget>()
  const every = partitions.recurring()
  return {
    targets: async (period) => targets.all(period),
    targetsIn: async (periods) => new Map(periods.map((period) => [period, targets.all(period)])),
    setTargets: async (period, wanted) => {
      for (const { value, metric, scope, id } of wanted) {
        const { sk } = keys.target(period, { metric, scope, id })
        if (value === null) targets.take(period, sk)
        else targets.put(period, sk, kept({ metric, scope, id, value }))
      }
    },
    recurring: async () => repeated.all(every),
    setRecurring: async (wanted) => {
      for (const { value, ...target } of wanted) {
        const { sk } = keys.recurring(target, target.every, target.from)
        if (value === null) repeated.take(every, sk)
        else repeated.put(every, sk, kept({ ...target, value }))
      }
    },
  }
}
