import { Refusal } from '#domain/kernel/refusal'

/** How often a command is decided anew because somebody was at the same deal in the same moment. */
const mostAttempts = 30

/** The longest pause before it is, in milliseconds: short, because whoever asks is waiting. */
const longestPauseMs = 150

type Waiting = { readonly pause: (ms: number) => Promise<void>; readonly random: () => number }

const usually: Waiting = {
  pause: (ms) => new Promise((resume) => void setTimeout(resume, ms)),
  random: Math.random,
}

/**
 * Decides anew when somebody else was at the same thing in the same moment: nothing was written, and a caller who names no
 * version has none in mind. Pauses grow and differ, so that many who add to one deal at once do not meet again. Whoever
 * sends If-Match is told instead.
 */
export async function undisturbed<T>(run: () => Promise<T>, { pause, random }: Waiting = usually): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- whether it has to be tried again is known when it has failed
      return await run()
    } catch (error) {
      const isChance = error instanceof Refusal && error.code === 'version_conflict'
      if (!isChance || attempt === mostAttempts) throw error
      // oxlint-disable-next-line no-await-in-loop -- the others are to be done first
      await pause(random() * Math.min(longestPauseMs, 10 * attempt))
    }
  }
}
