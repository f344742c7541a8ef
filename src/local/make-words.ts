import type { State } from '#embedded/lines'
import type { Ports } from '#ports/ports'

/** Making the words of a folder that had none: `stop` waits for the step that is under way. */
export type MakingWords = { readonly stop: () => Promise<void>; readonly done: Promise<void> }

const made = 'made'

/**
 * Makes the words of what a folder held before the search was there, behind everything else and once; where it was stopped,
 * it goes on with the next start.
 */
export function makeWordsOnce(ports: Ports, state: State, log: (error: unknown) => void): MakingWords {
  let isStopped = false
  const make = async (): Promise<void> => {
    let after = state.read()
    if (after === made) return
    const { rebuildWords } = await import('#search/usecases/rebuild-words')
    while (!isStopped && after !== made) {
      // oxlint-disable-next-line no-await-in-loop -- where a step goes on is known only when the one before is done
      const step = await rebuildWords(ports, after)
      after = step.after ?? made
      if (!isStopped) state.write(after)
    }
  }
  const done = make().catch(log)
  return {
    done,
    stop: () => {
      isStopped = true
      return done
    },
  }
}
