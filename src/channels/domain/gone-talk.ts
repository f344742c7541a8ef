import { textHash } from '#domain/kernel/text-hash'
import type { Call } from './calls'

/** A call as a line of a talk says it; what is left of a forgotten one says who owed it. */
export type CallLine = Call & { readonly integration: string; readonly owedBy?: string }

/** How the names of forgotten talks begin: nobody’s talk is behind them, there is nothing to open. */
const gone = 'talk_gone_'

/**
 * The name under which the calls of a forgotten talk stay together. It is made of the talk and the instant of its first word,
 * so that it is the same when the forgetting is gone on with, and another when the same person is forgotten again.
 */
export function goneTalk(talk: string, since: string): string {
  return gone + textHash(`${talk}#${since}`)
}

/** Whether of a talk nothing but figures is left. */
export function isGone(talk: string): boolean {
  return talk.startsWith(gone)
}

/** Of a forgotten call this much is left, for whoever counts calls: when it was, who took it, how it ended. */
const kept = [
  'id',
  'direction',
  'line',
  'startedAt',
  'answeredAt',
  'endedAt',
  'talkSeconds',
  'by',
  'result',
  'place',
  'asTold',
  'isFoundLater',
  'learnedAt',
  'integration',
] as const satisfies readonly (keyof CallLine)[]

/** A call of nobody, and who owed to call back. */
export function figureOf(call: CallLine, owedBy = call.owedBy): Readonly<Record<string, unknown>> {
  const figure = Object.fromEntries(kept.flatMap((key) => (call[key] === undefined ? [] : [[key, call[key]]])))
  return { ...figure, client: 'gone', recordings: [], ...(owedBy === undefined ? {} : { owedBy }) }
}
