import type { Saying } from '#schemas/saying'
import type { FormFact, FormFile } from './facts'
import type { Becomes } from './intake'

/** What somebody asked for on a site, and what became of it. */
export type Request = {
  readonly integration: string
  readonly channel?: string
  readonly form?: string
  readonly said: Omit<FormFact, 'files'>
  /** What was sent along. */
  readonly files?: readonly FormFile[]
  readonly contact: { readonly phone?: string; readonly email?: string }
  readonly became: Becomes['becomes'] | 'spam'
  readonly dealId?: string
  /** Why it did not become what the file says. */
  readonly why?: string
  /** The same by the keys of its sentences. */
  readonly because?: readonly Saying[]
  /** The network address it was sent from. */
  readonly from?: string
  /** How often it was sent. */
  readonly times: number
}
