import type { Limits } from '#ports/limits'
import { leasedLimits } from '#usecases/lease-limits'
import { memoryLeases } from '#memory/leases'

/** How much anybody may ask of one process: what it hands out to itself needs no store. */
export function memoryLimits(): Limits {
  return leasedLimits(memoryLeases(), () => Date.now())
}
