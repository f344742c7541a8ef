import type { ClientLink, Requisites } from './client'
import type { ClientKind, WayKind } from './client-names'
import type { Fields } from './deal'
import type { SubjectEvent } from './subject-event'

/** What is written of a client where one comes in; numbers and addresses as somebody wrote them. */
export type Written = {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly inn?: string
}

/** What a client can be found by, as it is compared: a number with its extension, an address, an INN. */
export type WayKey = { readonly kind: WayKind | 'inn'; readonly text: string }

/** A client as it is kept, without what erasing takes away. */
export type KeptClient = {
  readonly id: string
  readonly version: number
  readonly kind: ClientKind
  readonly name: string
  readonly owner: string | null
  readonly inn?: string
  readonly kpp?: string
  readonly fields: Fields
  readonly createdAt: string
  readonly createdBy: string
  readonly updatedAt: string
  /** To be erased, and kept until this day for what a contract leaves behind: shown and written to by nobody. */
  readonly restrictedUntil?: string
  /** The card it was merged into, and the merge that did it. */
  readonly into?: string
  readonly merge?: string
  /** The cards that were merged into it: their ids lead here. */
  readonly from?: readonly string[]
}

/** A number or an address of a client: as it is compared, which is also how it is dialled and written to. */
export type KeptWay = { readonly id: string; readonly kind: WayKind; readonly text: string; readonly note?: string }

/** All of a client that erasing takes away. */
export type ClientPersonal = {
  readonly ways: readonly KeptWay[]
  /** Ways that the client has had; the next is called by one more. */
  readonly lastWay: number
  /** What was written as a number or an address and is none. */
  readonly unread?: readonly string[]
  readonly requisites?: Requisites
  readonly fields?: Fields
}

/** A client with what is personal of it. */
export type WholeClient = { readonly client: KeptClient; readonly personal: ClientPersonal }

/** Who holds a way, and the revision of that list: whoever adds to it has to have seen all of it. */
export type WayHolders = { readonly key: WayKey; readonly rev: number; readonly clients: readonly string[] }

/** What one command makes of a client, written whole or not at all. */
export type ClientChange = {
  readonly was: WholeClient | undefined
  readonly next: WholeClient
  readonly event: SubjectEvent
  /** The lists of holders the decision was based on; those it does not name are read when it is written. */
  readonly seen?: readonly WayHolders[]
}

/** A deal of a client: its role and since when. Everything else is read from the deal. */
export type ClientDealRow = { readonly deal: string; readonly role: string; readonly since: string }

/** Somebody at a company, without the other’s name. */
export type KeptLink = Omit<ClientLink, 'name' | 'kind'>

/** That somebody was shown a number or an address. */
export type Revealing = {
  readonly client: string
  readonly employee: string
  readonly at: string
  readonly way: string
}
