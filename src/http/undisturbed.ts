import { Refusal } from '#domain/kernel/refusal'

/** How often a command is decided anew because somebody was at the same deal in the same moment. */
const mostAttempts = 4

/**
 * Decides anew when somebody else was at the same thing in the same moment: nothing was written, and a caller who names no
 * version has none in mind. Whoever sends If-Match is told instead.
 */
export async function undisturbed<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- whether it has to be tried again is known when it has failed
      return await run()
    } catch (error) {
      const isChance = error instanceof Refusal && error.code === 'version_conflict'
      if (!isChance || attempt === mostAttempts) throw error
    }
  }
}
