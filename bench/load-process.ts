import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** One request. `until` is looked at afterwards, again and again, until it shows `has`; `{id}` stands for the answer's id. */
export type LoadRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly body?: unknown
  readonly until?: { readonly path: string; readonly has: string }
}

/** Requests for a number of clients, each with a connection of its own, that take one after the other from one list. */
export type Load = {
  readonly port: number
  readonly token: string
  readonly clients: number
  readonly requests: readonly LoadRequest[]
  /** So many are begun a second, and none before its time; as fast as they are answered where absent. */
  readonly perSecond?: number
  /** Whether the bodies of the answers are wanted, in the order of the requests. */
  readonly keep?: boolean
}

/** What came of a load. */
export type Loaded = {
  readonly latenciesMs: number[]
  readonly untilMs: number[]
  readonly bodies: unknown[]
  readonly tookMs: number
  readonly cpuMs: number
  readonly bytes: number
  readonly refused: string[]
}

/** The load generator. */
export type Generator = { readonly run: (load: Load) => Promise<Loaded>; readonly stop: () => void }

/** Starts the load generator as a process of its own; a load with a refused request fails. */
export function startGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  return {
    // What else a caller’s object has (a product and its stores) is none of the generator’s business and does not cross.
    run: async ({ port, token, clients, requests, perSecond, keep = false }) => {
      child.send({ port, token, clients, requests, keep, ...(perSecond === undefined ? {} : { perSecond }) })
      const [answer] = (await once(child, 'message')) as [Loaded | { readonly failed: string }]
      if ('failed' in answer) throw new Error(answer.failed)
      if (answer.refused.length > 0) {
        throw new Error(`${answer.refused.length} of ${requests.length} were refused: ${answer.refused[0]}`)
      }
      return answer
    },
    stop: () => child.disconnect(),
  }
}
