import type { WayKey, WholeClient } from '#schemas/kept-client'
import type { KeptMerge, MergeBefore, MergeChange, MovedPart } from '#schemas/clients/kept-merge'

/** Merges of cards, and what undoing them needs for 30 days. */
export type ClientMerges = {
  /** Writes both cards and the merge, whole or not at all; false when somebody else was first at one of them. */
  readonly write: (change: MergeChange) => Promise<boolean>
  readonly find: (id: string) => Promise<KeptMerge | undefined>
  /** What the cards said; undefined when that is forgotten. */
  readonly before: (id: string) => Promise<MergeBefore | undefined>
  /** Writes how far a merge is over the revision before; false when somebody else did. */
  readonly settle: (merge: KeptMerge) => Promise<boolean>
  /** Merges made since an instant, the newest first. */
  readonly since: (at: string) => Promise<readonly KeptMerge[]>
  /** Notes something before it is moved; what is noted already stays as it is. */
  readonly keepMoved: (merge: Pick<KeptMerge, 'id' | 'at'>, part: MovedPart) => Promise<void>
  readonly moved: (id: string) => Promise<readonly MovedPart[]>
  /**
   * Lets these cards hold a way to find them where they have it, and not where they have not. False when one of them has
   * changed meanwhile, or somebody else was at the list of holders.
   */
  readonly settleHolders: (key: WayKey, cards: readonly WholeClient[]) => Promise<boolean>
  /** Forgets what the cards of a merge said: it cannot be undone any more. */
  readonly forgetBefore: (id: string) => Promise<void>
}
