import { refused } from './fault'

const rememberedMs = 10 * 60_000

type Kept = { readonly request: string; readonly at: number; readonly answer: Promise<object> }

/** Does a transaction that is sent again with its token once: whoever repeats it within ten minutes is given the answer. */
export function onceByToken(now: () => number) {
  const kept = new Map<string, Kept>()
  return (token: string | undefined, request: object, write: () => Promise<object>): Promise<object> => {
    if (token === undefined) return write()
    for (const [old, { at }] of kept) {
      if (now() - at < rememberedMs) break
      kept.delete(old)
    }
    const text = JSON.stringify(request)
    const found = kept.get(token)
    if (found !== undefined) {
      if (found.request === text) return found.answer
      const why = 'The request was given with the token of another one.'
      return Promise.reject(refused('IdempotentParameterMismatchException', why))
    }
    const answer = write()
    kept.set(token, { request: text, at: now(), answer })
    // What was refused changed nothing, and may be tried again with the same token.
    answer.catch(() => kept.delete(token))
    return answer
  }
}
