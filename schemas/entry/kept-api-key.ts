import type { ApiKey } from './api-key'

/** A secret of a key as it is kept: nobody can read it out of this. `until` where a newer one has taken its place. */
export type KeptSecret = { readonly hash: string; readonly until?: string }

/** A key as it is kept. */
export type KeptApiKey = Omit<ApiKey, 'oldSecretUntil'> & {
  readonly secrets: readonly KeptSecret[]
  readonly rev: number
  /** When whoever answers for it left; a key of the company works for a week more. */
  readonly leftAt?: string
}
