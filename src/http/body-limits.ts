import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { doorFault } from './words/door-refusal'

/** The largest body there may be, in bytes. */
export const mostBytes = 1_048_576

/** The largest form of a page, in bytes. */
const mostFormBytes = 65_536

/** Refuses a body that is too large, having read no more of it than is allowed; for once it is known who asks. */
export const bodyAtMost: MiddlewareHandler = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw doorFault('too_large')
  },
})

/** The same for the forms of pages. */
export const formAtMost: MiddlewareHandler = bodyLimit({
  maxSize: mostFormBytes,
  onError: () => {
    throw doorFault('too_large.form')
  },
})
