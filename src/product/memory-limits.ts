import { memoryLeases } from '#memory/leases'
import type { Limits } from '#ports/limits'
import { leasedLimits } from '#usecases/lease-limits'

/** What a person may spend a minute, where nothing else is said. */
const usual = 600

/**
 * How much anybody may ask of one process: what it hands out to itself needs no store. `aPerson` is what a person may spend a
 * minute; all other limits grow and shrink with it.
 */
export function memoryLimits(aPerson: number = usual): Limits {
  const limits = leasedLimits(memoryLeases(), () => Date.now())
  return {
    take: (who, { cost, limit }) => limits.take(who, { cost, limit: Math.ceil((limit * aPerson) / usual) }),
  }
}
