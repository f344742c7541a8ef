import type { KeptApart, Proposal } from '#schemas/clients/kept-merge'

/** Which cards may be one client, and of which it was said that they are not. */
export type DuplicateStore = {
  /** Proposals with their places, the likeliest first; `after` is the place to go on behind. */
  readonly proposals: (page: {
    readonly limit: number
    readonly after?: string
  }) => Promise<readonly { readonly proposal: Proposal; readonly place: string }[]>
  readonly proposalsOf: (client: string) => Promise<readonly Proposal[]>
  /** Keeps a proposal; it takes the place of one of the same two cards. */
  readonly propose: (proposal: Proposal) => Promise<void>
  readonly withdraw: (one: string, other: string) => Promise<void>
  readonly keepApart: (apart: KeptApart) => Promise<void>
  /** Opens the question again. */
  readonly dropApart: (one: string, other: string) => Promise<void>
  readonly apartFrom: (client: string) => Promise<readonly KeptApart[]>
}
