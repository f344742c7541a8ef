import { setTimeout } from 'node:timers/promises'

/** A service that is asked over HTTP: what it is called in an error, and which of its answers are worth asking again for. */
export type Service = { readonly name: string; readonly mayPass: (answer: Response) => Promise<string | undefined> }

/**
 * Asks until there is an answer to go by, three times at most with a short pause between. `mayPass` says what was wrong with
 * an answer that may be another one in a moment. Throws when none came.
 */
export async function askedThrice({ name, mayPass }: Service, send: () => Promise<Response>): Promise<Response> {
  const faults: string[] = []
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // Whoever is too quick is asked to wait a little.
    if (attempt > 0) await setTimeout(100 * attempt)
    try {
      const answer = await send()
      const fault = await mayPass(answer)
      if (fault === undefined) return answer
      faults.push(fault)
    } catch (error) {
      // It could not be reached: perhaps the next time.
      faults.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(`${name} could not be reached three times in a row. ${faults.at(-1) ?? ''}`.trim())
}
