import type { HistoryRequest } from './history'

type Access = { readonly settings: { readonly api?: string }; readonly secrets: Readonly<Record<string, string>> }

/** A call that an exchange is asked to make: it rings somebody of ours first, then the client. */
export type Dial = Access & {
  /** Extension or login of whoever calls, as the exchange knows it. */
  readonly extension: string
  /** The number of the client with the code of its country, `+79005550101`. */
  readonly to: string
  /** Our own name of this call. */
  readonly command: string
}

/** How an exchange is asked to call: a pure description of the request, and what its answer says. */
export type Dialler = {
  /** Whether the integration was given what it takes to ask. */
  readonly can: (access: Access) => boolean
  readonly ask: (dial: Dial) => HistoryRequest
  /** Why it does not call, in its own words; undefined where it does. */
  readonly refusal: (answer: { readonly status: number; readonly text: string }) => string | undefined
}

/** A refusal by the state of an answer alone, in the words it came with. */
export function refusedBy({ status, text }: { readonly status: number; readonly text: string }): string | undefined {
  return status >= 200 && status < 300 ? undefined : `HTTP ${status} ${text.slice(0, 200)}`.trim()
}

/** A number as exchanges in Russia take it: digits without the plus. */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '')
}
