import type { ClientChange, WholeClient } from '#schemas/kept-client'
import type { DuplicateKind, DuplicateReason, MergeState } from './merge-names'

/** A merge of two cards: who was merged into whom, by whom, how far it is. */
export type KeptMerge = {
  readonly id: string
  /** Grows by one with every step of it. */
  readonly rev: number
  readonly at: string
  readonly by: string
  readonly winner: string
  readonly loser: string
  readonly state: MergeState
  /** Until then it can be undone. */
  readonly undoUntil: string
  readonly undone?: { readonly at: string; readonly by: string }
}

/** What both cards said before a merge, what became of them, and which cards had been merged into the loser. */
export type MergeBefore = {
  readonly winner: WholeClient
  readonly loser: WholeClient
  readonly merged: WholeClient
  readonly inner: readonly string[]
}

/** Something that a merge has moved from the loser to the winner, by the room it is kept in. */
export type MovedPart = {
  readonly room: string
  readonly place: string
  readonly id: string
  /** What moving it back needs to know. */
  readonly says?: unknown
}

/** What a merge, or undoing one, writes: both cards, cards merged into the loser before, and the merge itself. */
export type MergeChange = {
  readonly merge: KeptMerge
  readonly cards: readonly ClientChange[]
  /** Given where two cards are merged. */
  readonly before?: MergeBefore
}

/** That two cards are not one client, for everybody. */
export type KeptApart = {
  readonly one: string
  readonly other: string
  readonly by: string
  readonly at: string
  readonly reason?: string
}

/** Two cards that may be one client; `one` is the smaller id. */
export type Proposal = {
  readonly one: string
  readonly other: string
  readonly is: DuplicateKind
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}
