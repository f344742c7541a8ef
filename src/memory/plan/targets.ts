import { isAsSeen } from '#domain/plan/as-seen'
import type { PlanStore } from '#ports/plans'
import type { RecurringTarget, Target } from '#schemas/plan'
import { keys, partitions } from '#store/plan/keys'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'

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
      const named = wanted.map(({ value, was, ...target }) => ({
        sk: keys.target(period, target).sk,
        value,
        was,
        target,
      }))
      return setOn(targets, period, named)
    },
    recurring: async () => repeated.all(every),
    setRecurring: async (wanted) => {
      const named = wanted.map(({ value, was, ...target }) => {
        const { sk } = keys.recurring(target, target.every, target.from)
        return { sk, value, was, target }
      })
      return setOn(repeated, every, named)
    },
  }
}

type Setting<T extends Target | RecurringTarget> = {
  readonly sk: string
  readonly value: number | null
  readonly was: T | null | undefined
  readonly target: Omit<T, 'value'>
}

/** As many as a transaction holds are set together, or none of them and none after them. */
function setOn<T extends Target | RecurringTarget>(on: Shelf<T>, list: string, wanted: readonly Setting<T>[]): boolean {
  for (let first = 0; first < wanted.length; first += 100) {
    const some = wanted.slice(first, first + 100)
    if (!some.every(({ sk, was }) => isAsSeen(on.get(list, sk), was))) return false
    for (const { sk, value, target } of some) {
      if (value === null) on.take(list, sk)
      else on.put(list, sk, kept({ ...target, value } as T))
    }
  }
  return true
}
