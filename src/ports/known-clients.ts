import type { Actor } from '#schemas/event'
import type { Written } from '#schemas/kept-client'

/** A client whose card is known. */
export type KnownClient = {
  readonly id: string
  readonly kind: 'company' | 'person'
  readonly name: string
  /** The employee whose client it is; null for one that nobody has. */
  readonly owner: string | null
  /** Their deals that are open, the newest first. */
  readonly openDeals: readonly string[]
  /** When a deal of theirs was won first. */
  readonly boughtAt?: string
}

/** Who takes a client in, and for whom: a new card belongs to `owner`. */
export type TakingIn = {
  readonly actor: Actor
  readonly at: string
  readonly owner: string | null
  /** What this is for, such as a deal’s id: taken in twice for the same, a client gets one card. */
  readonly once?: string
  /** What a new card is of, where somebody has said; else it is judged by the name. */
  readonly kind?: 'company' | 'person'
  /** Whom it is certain to be already: what is new is added to that card. */
  readonly of?: string
  readonly correlationId?: string
}

/**
 * Clients by what is known of them. The core owns the question and asks it where a deal comes in; the room of clients
 * answers, and rooms that hear from clients (calls, mail, payments) ask the same.
 */
export type KnownClients = {
  /**
   * Who is known by a number, an address or an INN; several may share one. A name alone finds nobody. `linked` is whom a
   * deal with these words would be of: undefined where that cannot be said for certain.
   */
  readonly find: (
    written: Written,
  ) => Promise<{ readonly known: readonly KnownClient[]; readonly linked: KnownClient | undefined }>
  /**
   * The card of whoever is written about: the one that is certain to be theirs, or a new one. Two that come in at the same
   * time with one new number get one card. Undefined where nothing is written that somebody could be recognised or called by.
   */
  readonly take: (
    written: Written,
    by: TakingIn,
  ) => Promise<{ readonly client: KnownClient; readonly isNew: boolean } | undefined>
  /** A client by id; that of a card which was merged into another gives the other. */
  readonly read: (id: string) => Promise<KnownClient | undefined>
}
