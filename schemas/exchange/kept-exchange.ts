import type { Saying } from '#schemas/saying'

/** A base of 1C that is let in. */
export type KeptBase = {
  readonly id: string
  readonly name: string
  /** The legal entity whose invoices it gets; all of them where absent. */
  readonly seller?: string
  /** Invoices issued on or after this day are sent. */
  readonly from: string
  readonly passwordHash: string
  readonly createdAt: string
  readonly createdBy: string
  readonly removedAt?: string
  readonly rev: number
}

/** Something told of a session, by the key of its sentence. */
export type ExchangeNote = { readonly weight: 'fault' | 'warning'; readonly about: Saying }

/** A session of 1C, and its line in the log. */
export type KeptSession = {
  readonly id: string
  readonly base: string
  readonly rev: number
  readonly secretHash: string
  /** The password it was opened with: with another one it is over. */
  readonly passwordHash: string
  readonly startedAt: string
  readonly lastAt: string
  readonly state: 'open' | 'done' | 'failed'
  /** Invoices handed out, and those of which 1C has said that it has them. */
  readonly offered: number
  readonly sent: number
  /** What went wrong beside its files. */
  readonly notes: readonly ExchangeNote[]
}

/** What a base has of an invoice: which version, what it said, and as whom it knows the buyer. Empty text: nothing was sent. */
export type SentInvoice = {
  readonly invoice: string
  readonly version: number
  readonly hash: string
  readonly counterparty: string
}

/** What was handed out and waits for its `success`; `documents`: how many of them said something new. */
export type KeptBatch = {
  readonly items: readonly SentInvoice[]
  readonly documents: number
  readonly isConfirmed: boolean
}

/** Where a file of a session is. */
export type FilePlace = { readonly base: string; readonly session: string; readonly name: string }

/** A file that was whole and waits to be read. Begun anew meanwhile, it is another upload, which waits by itself. */
export type WaitingFile = FilePlace & Pick<KeptFile, 'upload'>

/** What became of what a file said. */
type FileCounts = { readonly received: number; readonly booked: number; readonly refused: number }

/** A file that 1C sends in pieces. */
export type KeptFile = FilePlace &
  FileCounts & {
    readonly rev: number
    /** Counts how often a file of this name was begun. */
    readonly upload: number
    /** Where reading failed it stays so until it is begun anew. */
    readonly state: 'open' | 'whole' | 'read' | 'failed'
    readonly bytes: number
    /** Its pieces in their order, each kept as so many items: `<id>:<items>:<hash>`. */
    readonly parts: readonly string[]
    /** The last bytes, as base64, by which it is seen whether it is whole. */
    readonly tail: string
    readonly wholeAt?: string
    /** How many of its documents have been done. */
    readonly done: number
    /** The names of files within, where it is an archive. */
    readonly inside: readonly string[]
    readonly notes: readonly ExchangeNote[]
    readonly notesLeftOut: number
    /** Why nothing of it could be read. */
    readonly why?: Saying
  }

/** What 1C has said of an invoice. */
export type SaidOfInvoice = {
  readonly invoice: string
  readonly base: string
  readonly at: string
  readonly number?: string
  readonly on?: string
  readonly isPosted?: boolean
  readonly isDeleted?: boolean
  readonly isCancelled?: boolean
  readonly paidNumber?: string
  readonly paidOn?: string
  /** Payments on it came as documents and were booked: that the order is paid says nothing new then. */
  readonly hasPayments?: true
  readonly shippedOn?: string
  readonly status?: string
}
