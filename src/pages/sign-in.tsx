import type { Context, Hono } from 'hono'

import type { PageView } from './page'

/** Shows a page of the way in, with the script of this name. */
export type ShowView = (context: Context, view: PageView, status?: number, script?: string) => Promise<Response>

/** Tells whoever runs the product of a fault that a page of the way in has answered already. */
export type TellFault = (context: Context, error: unknown) => void

/** A way in: it adds `/app/sign-in` and whatever else it needs. */
export type SignIn = {
  readonly addTo: (app: Hono, show: ShowView, tell: TellFault) => void
  /** Ends what a token was given for, where that can be ended. */
  readonly end?: (token: string) => Promise<void>
}
