import { memoryLeases } from '#memory/leases'
import type { Limits } from '#ports/limits'
import { leasedLimits } from '#usecases/lease-limits'

/** How much anybody may ask of this machine: one process answers, and what it hands out to itself needs no store. */
export function localLimits(): Limits {
  return leasedLimits(memoryLeases(), () => Date.now())
}
