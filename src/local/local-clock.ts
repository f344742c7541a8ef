/** Time as the local queues and schedules see it; tests bring their own. */
export type LocalClock = {
  /** Milliseconds since 1970, by the machine's clock, which may be set. */
  readonly now: () => number
  /** Milliseconds that only ever grow, whatever becomes of the clock: to wait by. */
  readonly steady: () => number
  /** Calls back once after so many milliseconds; the answer calls it off. */
  readonly after: (ms: number, ring: () => void) => () => void
}

/** The machine's clock. Its timers alone do not keep the process alive. */
export const systemClock: LocalClock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, ring) => {
    // Longer than this, setTimeout fires at once.
    const timer = setTimeout(ring, Math.min(ms, 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
