import type { FormFact, FormFile } from '#channels/domain/facts'
import type { Becomes } from '#channels/domain/intake'
import type { Saying } from '#schemas/saying'
import type { Contact } from '#channels/usecases/whose-client'

/** What somebody asked for on a site, and what became of it. */
export type Request = {
  readonly integration: string
  readonly channel?: string
  readonly form?: string
  readonly said: Omit<FormFact, 'files'>
  /** What was sent along. */
  readonly files?: readonly FormFile[]
  readonly contact: Contact
  readonly became: Becomes['becomes'] | 'spam'
  readonly dealId?: string
  /** Why it did not become what the file says. */
  readonly why?: string
  /** The same by the keys of its sentences. */
  readonly because?: readonly Saying[]
  /** How often it was sent. */
  readonly times: number
}
