/** What keeps a deal from following the rules in force, as far as it helps to know what to do. */
export type StuckBecause = 'busy' | 'large' | 'database' | 'other'

const signs: readonly (readonly [StuckBecause, RegExp])[] = [
  ['busy', /changed by others|conflict|has just changed/i],
  ['large', /too large|size (?:has )?exceed|maximum allowed size|too many changes/i],
  ['database', /throttl|throughput|timed? ?out|timeout|ECONN|EPIPE|socket|network|unavailable|internal server error/i],
]

/** Tells it from what the last try was stopped by. */
export function stuckBecause(why: string): StuckBecause {
  return signs.find(([, sign]) => sign.test(why))?.[0] ?? 'other'
}
