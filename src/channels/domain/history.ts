import type { CallFact } from './facts'

/** A request to a provider. */
export type HistoryRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Which calls are asked for, and with what: those that began between two instants. */
export type HistorySpan = {
  readonly settings: { readonly zone: string; readonly api?: string }
  readonly secrets: Readonly<Record<string, string>>
  readonly from: string
  readonly to: string
}

/**
 * What an answer means: calls, and where more are; that something else is to be asked first; that the same is to be asked
 * again after so many seconds; that it was refused, and that nothing may be asked for so long.
 */
export type HistoryRead =
  | { readonly kind: 'calls'; readonly calls: readonly CallFact[]; readonly next?: HistoryRequest }
  | { readonly kind: 'next'; readonly request: HistoryRequest }
  | { readonly kind: 'again'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly why: string; readonly seconds: number }

/** How a provider is asked for the calls it has: pure descriptions of requests, and the reading of what it answers. */
export type History = {
  /** Undefined where the integration was not given what it takes to ask. */
  readonly ask: (span: HistorySpan) => HistoryRequest | undefined
  readonly read: (
    answer: { readonly status: number; readonly text: string },
    span: HistorySpan,
    request: HistoryRequest,
  ) => HistoryRead
}

/** So long nothing is asked of a provider that has refused: some punish whoever asks again at once. */
export const refusedSeconds = 1_800

/** What an answer says; undefined where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What holds of every provider: too much, out of order, and refused. */
export function usualRead(status: number, text: string): HistoryRead | undefined {
  if (status === 429 || status >= 500) return { kind: 'again', seconds: 60 }
  if (status < 200 || status >= 300)
    return { kind: 'refused', why: `HTTP ${status} ${text.slice(0, 200)}`.trim(), seconds: refusedSeconds }
  return undefined
}
