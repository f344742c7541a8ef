import type { KeptApiKey } from '#schemas/entry/kept-api-key'
import type { Rights } from '#schemas/people'

/** The keys with which programs come in. Nothing is remembered between calls: what was taken away is gone. */
export type ApiKeyStore = {
  readonly find: (id: string) => Promise<KeptApiKey | undefined>
  readonly all: () => Promise<readonly KeptApiKey[]>
  /** Writes a revision over the one before it; false when somebody else did. */
  readonly save: (key: KeptApiKey) => Promise<boolean>
  readonly remove: (id: string) => Promise<void>
  /** Notes when a key was used; one that was taken away stays away. */
  readonly touch: (id: string, at: string) => Promise<void>
}

/** What a program that shows a key may do, and who answers for it. */
export type Keyholder = {
  readonly id: string
  readonly responsible: string
  readonly scopes: Rights
  /** Whether it still works although whoever answers for it does not work here any more. */
  readonly outlives: boolean
}

/** Tells who stands behind a key that was shown. Refuses with `unauthenticated`. */
export type Keyholders = { readonly behind: (shown: string, at: string) => Promise<Keyholder> }
