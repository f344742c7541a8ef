import type { Leases } from '#ports/limits'

/** Hands out units of a minute within one process. */
export function memoryLeases(): Leases {
  let now = 0
  const handedOut = new Map<string, number>()
  return {
    lease: async (who, minute, { units, limit }) => {
      // A clock that is set back by seconds begins no minute anew.
      if (minute !== now && minute !== now - 1) {
        handedOut.clear()
        now = minute
      }
      const next = (handedOut.get(who) ?? 0) + units
      if (next > limit) return undefined
      handedOut.set(who, next)
      return next
    },
  }
}
