import type { Attempts } from '#entry/domain/attempts'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'entry' | 'clock'>

/**
 * Tries something under a name. Whoever failed again and again has to wait (`too_many_attempts`), a restart in between does not
 * help them; `work` answers undefined where it failed.
 */
export async function slowedDown<T>(
  { entry, clock }: Needs,
  { attempts, name }: { readonly attempts: Attempts; readonly name: string },
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  if (attempts.counted(name) === undefined) {
    const before = await entry.failures(name)
    if (before !== undefined) attempts.recall(name, before.count, Date.parse(before.at))
  }
  const nowMs = Date.parse(clock.now())
  const seconds = attempts.waitSec(name, nowMs)
  if (seconds > 0) throw entryRefusal('too_many_attempts', { seconds }, { retryAfter: seconds })
  const isClean = attempts.counted(name) === undefined
  // Counted before it is looked at: many who ask at once are no better off than one after the other.
  attempts.failed(name, nowMs)
  const done = await work()
  if (done === undefined) {
    await entry.saveFailures(name, { count: attempts.counted(name) ?? 1, at: clock.now() })
    return undefined
  }
  attempts.passed(name)
  if (!isClean) await entry.forgetFailures(name)
  return done
}
