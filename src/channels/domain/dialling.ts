import type { HistoryRequest } from './history'

type Access = {
  readonly settings: { readonly api?: string }
  readonly secrets: Readonly<Record<string, string>>
  /** Our own number that the call is made from, `+74955550000`, where one was entered. */
  readonly line?: string
}

/** A call that an exchange is asked to make: it rings somebody of ours first, then the client. */
export type Dial = Access & {
  /** Extension or login of whoever calls, as the exchange knows it. */
  readonly extension: string
  /** The number of the client with the code of its country, `+79005550101`. */
  readonly to: string
  /** Our own name of this call. */
  readonly command: string
}

/** What an answer means: it calls, it does not and says why, or something else has to be asked now. */
export type DialTold =
  | { readonly kind: 'calls' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'next'; readonly request: HistoryRequest }

/** How an exchange is asked to call: pure descriptions of requests, and what its answers say. */
export type Dialler = {
  /** Whether the integration was given what it takes to ask. */
  readonly can: (access: Access) => boolean
  readonly ask: (dial: Dial) => HistoryRequest
  /** What its answer to a request says. */
  readonly told: (answer: DialAnswer, dial: Dial, request: HistoryRequest) => DialTold
}

export type DialAnswer = { readonly status: number; readonly text: string }

/** An exchange is asked no more than so often for one call. */
export const mostAsked = 3

/** That it calls, where nothing says why it does not. */
export function callsUnless(why: string | undefined): DialTold {
  return why === undefined ? { kind: 'calls' } : { kind: 'refused', why }
}

/** A refusal by the state of an answer alone, in the words it came with. */
export function refusedBy({ status, text }: DialAnswer): string | undefined {
  return status >= 200 && status < 300 ? undefined : `HTTP ${status} ${text.slice(0, 200)}`.trim()
}

/** A number as exchanges in Russia take it: digits without the plus. */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '')
}
