import type { Answer } from './deals'
import type { Counting, Numbers } from './numbers'
import type { KeptDocument } from '#schemas/documents/kept-document'

/** What a deal does not know yet of its documents. */
export type UntoldOfDocument = { readonly dealId: string; readonly document: string; readonly mark: string }

/** What one command changes of documents, written whole or not at all. Each only from the version it was decided on. */
export type DocumentChange = {
  readonly documents: readonly { readonly document: KeptDocument; readonly wasVersion?: number }[]
  readonly removed?: { readonly document: KeptDocument }
  readonly counting?: Counting
  /** What was answered, for a request that comes again with its Idempotency-Key. */
  readonly answer?: Answer & { readonly at: string }
}

/** Documents of deals. Single reads and those of a deal are strongly consistent; lists may lag by moments in AWS. */
export type DocumentStore = Pick<Numbers, 'lastOf'> & {
  readonly find: (id: string) => Promise<KeptDocument | undefined>
  readonly ofDeal: (dealId: string) => Promise<readonly KeptDocument[]>
  /** Those issued in a year, the oldest first. */
  readonly issuedIn: (year: string) => Promise<readonly KeptDocument[]>
  /** False when somebody else was first: read again and decide again. Their deals are to be told with it. */
  readonly save: (change: DocumentChange, mark: string) => Promise<boolean>
  readonly untold: (limit: number) => Promise<readonly UntoldOfDocument[]>
  /** Says that a deal knows it, unless something has changed since. */
  readonly told: (untold: UntoldOfDocument) => Promise<void>
}
