import type { Context, Hono } from 'hono'

import type { PageView } from './page'

/** Shows a page of the way in. */
export type ShowView = (context: Context, view: PageView, status?: number) => Promise<Response>

/** A way in: it adds `/app/sign-in` and whatever else it needs. */
export type SignIn = { readonly addTo: (app: Hono, show: ShowView) => void }
