import type { Allowance, Leases, Limits } from '#ports/limits'

// Own code: a counter that every request writes costs a unit a request, and the libraries for it want a store of their own.

const minuteMs = 60_000
const mostUnits = 10
const mostHeld = 1_000

type Held = {
  readonly minute: number
  /** Units that this process has been handed and not spent. */
  left: number
  /** Units that all processes have been handed, as far as is known. */
  handedOut: number
  /** Whether nothing more can be had in this minute. */
  isOver: boolean
  turn: Promise<unknown>
}

/**
 * Limits that hold over all processes: each takes some units of a minute at a time, serves from them and gives none back.
 * Nobody ever gets more than the limit; a process may keep up to nine units that others could have used.
 */
export function leasedLimits(leases: Leases, nowMs: () => number): Limits {
  const held = new Map<string, Held>()
  const heldBy = (who: string, minute: number): Held => {
    const known = held.get(who)
    if (known?.minute === minute) return known
    if (held.size >= mostHeld) forgetPast(held, minute)
    const fresh = { minute, left: 0, handedOut: 0, isOver: false, turn: Promise.resolve() }
    held.set(who, fresh)
    return fresh
  }
  return {
    take: (who, asked) => {
      const at = nowMs()
      const minute = Math.floor(at / minuteMs)
      const mine = heldBy(who, minute)
      // One at a time: requests that come together must not take units each.
      const taken = mine.turn.then(() => takeFrom(mine, { ...asked, who, leases }))
      mine.turn = taken.catch(() => undefined)
      return taken.then((isGranted): Allowance => {
        const left = Math.max(0, asked.limit - mine.handedOut) + mine.left
        return { isGranted, left: mine.isOver ? mine.left : left, resetsInMs: (minute + 1) * minuteMs - at }
      })
    },
  }
}

async function takeFrom(
  held: Held,
  { who, leases, cost, limit }: { who: string; leases: Leases; cost: number; limit: number },
): Promise<boolean> {
  // A small limit is handed out in small pieces, or the first process would have all of it.
  const units = Math.min(mostUnits, Math.max(1, Math.floor(limit / 30)))
  while (held.left < cost && !held.isOver) {
    // oxlint-disable-next-line no-await-in-loop -- the next piece is asked for only where this one is not enough
    const handedOut = await leases.lease(who, held.minute, { units, limit })
    if (handedOut === undefined) held.isOver = true
    else {
      held.handedOut = handedOut
      held.left += units
    }
  }
  if (held.left < cost) return false
  held.left -= cost
  return true
}

/** Minutes that are over are of no use; where all are of now, the oldest go, which gives their holders a new lease. */
function forgetPast(held: Map<string, Held>, minute: number): void {
  for (const [who, one] of held) if (one.minute < minute) held.delete(who)
  for (const who of held.keys()) if (held.size >= mostHeld) held.delete(who)
}
