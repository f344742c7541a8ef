/** Time as the local queues and schedules see it; tests bring their own. */
export type LocalClock = {
  readonly now: () => number
  /** Calls back once after so many milliseconds; the answer calls it off. */
  readonly after: (ms: number, ring: () => void) => () => void
}

/** The machine's clock. Its timers alone do not keep the process alive. */
export const systemClock: LocalClock = {
  now: () => Date.now(),
  after: (ms, ring) => {
    // Longer than this, setTimeout fires at once.
    const timer = setTimeout(ring, Math.min(ms, 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
