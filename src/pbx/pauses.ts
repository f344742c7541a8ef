import { setTimeout as sleep } from 'node:timers/promises'

/** Pauses between tries: each twice as long as the one before, up to an end, and a little apart from those of others. */
export type Pauses = {
  /** How long to wait now. */
  readonly next: () => number
  /** It has gone well: the next pause is short again. */
  readonly reset: () => void
}

/** Pauses from the first to the longest, in milliseconds; `random` is from 0 to 1. */
export function growingPauses(firstMs: number, mostMs: number, random: () => number = Math.random): Pauses {
  let tries = 0
  return {
    next: () => {
      const whole = Math.min(mostMs, firstMs * 2 ** Math.min(tries, 30))
      tries += 1
      return Math.round(whole * (0.75 + random() / 4))
    },
    reset: () => {
      tries = 0
    },
  }
}

/** Waits so long, or until the signal. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // By the clock that only runs forward: setting the time of the machine changes no pause.
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
