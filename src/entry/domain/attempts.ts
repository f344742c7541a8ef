/** Failures of signing in, so that nobody can try passwords one after another. */
export type Attempts = {
  /** For how many seconds nothing may be tried under a name; 0 when it may. */
  readonly waitSec: (name: string, nowMs: number) => number
  readonly failed: (name: string, nowMs: number) => void
  readonly passed: (name: string) => void
  /** How often it failed under a name since it was right; undefined where nothing is known of it. */
  readonly counted: (name: string) => number | undefined
  /** Takes over what was counted before; what is known already is newer. */
  readonly recall: (name: string, count: number, atMs: number) => void
}

/** How much may go wrong. */
export type Patience = {
  /** So many failures under one name cost nothing; each one more doubles the wait, from a second on. */
  readonly free: number
  readonly mostWaitSec: number
  /** So many failures under all names together within a minute. */
  readonly aMinute: number
}

const usual: Patience = { free: 4, mostWaitSec: 900, aMinute: 60 }
const minuteMs = 60_000
/** After so long without a failure a name is as good as new. */
const forgetMs = 24 * 3_600_000
const mostNames = 10_000

/**
 * Counts in this process, where it is not told what was before. A name that nobody has is counted like any other: it must
 * not tell itself apart.
 */
export function countAttempts({ free, mostWaitSec, aMinute }: Patience = usual): Attempts {
  const failures = new Map<string, { readonly count: number; readonly atMs: number }>()
  let lately: readonly number[] = []
  return {
    waitSec: (name, nowMs) => {
      lately = lately.filter((atMs) => nowMs - atMs < minuteMs)
      const { count, atMs } = failures.get(name) ?? { count: 0, atMs: 0 }
      const ownMs = count <= free ? 0 : atMs + Math.min(2 ** (count - free - 1), mostWaitSec) * 1000 - nowMs
      const allMs = lately.length < aMinute ? 0 : (lately[lately.length - aMinute] ?? 0) + minuteMs - nowMs
      return Math.max(0, Math.ceil(Math.max(ownMs, allMs) / 1000))
    },
    failed: (name, nowMs) => {
      const before = failures.get(name)
      const count = before === undefined || nowMs - before.atMs > forgetMs ? 0 : before.count
      failures.delete(name)
      failures.set(name, { count: count + 1, atMs: nowMs })
      if (failures.size > mostNames) failures.delete(failures.keys().next().value ?? '')
      lately = [...lately.slice(-2 * aMinute), nowMs]
    },
    passed: (name) => {
      failures.delete(name)
    },
    counted: (name) => failures.get(name)?.count,
    recall: (name, count, atMs) => {
      if (!failures.has(name)) failures.set(name, { count, atMs })
    },
  }
}
