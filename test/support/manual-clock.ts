import type { LocalClock } from '#local/local-clock'

/** A clock that stands still until it is told to go on. */
export type ManualClock = LocalClock & {
  /** Goes on by so many milliseconds, ringing every timer at its time. */
  readonly advance: (ms: number) => void
  /** Somebody sets it by so many milliseconds: timers and what is steady do not notice. */
  readonly set: (byMs: number) => void
  /** How long until the next timer rings. */
  readonly untilNext: () => number | undefined
}

/** A clock at the given instant. */
export function manualClock(start = '2026-11-23T09:00:00.000Z'): ManualClock {
  let now = Date.parse(start)
  let setBy = 0
  let timers: { readonly at: number; readonly ring: () => void }[] = []
  const first = () => timers.toSorted((a, b) => a.at - b.at)[0]
  return {
    now: () => now + setBy,
    steady: () => now,
    after: (ms, ring) => {
      const timer = { at: now + ms, ring }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance: (ms) => {
      const end = now + ms
      for (let timer = first(); timer !== undefined && timer.at <= end; timer = first()) {
        const { at, ring } = timer
        timers = timers.filter((other) => other !== timer)
        now = at
        ring()
      }
      now = end
    },
    set: (byMs) => {
      setBy += byMs
    },
    untilNext: () => {
      const next = first()
      return next === undefined ? undefined : next.at - now
    },
  }
}
