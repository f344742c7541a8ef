import type { ClientKind } from '#schemas/client-names'
import type { Field } from '#schemas/rules/field'
import type { Duration, Origin } from '#schemas/rules/length'
import type { RequestKind } from './request-names'

/** A field of a client’s card; what is `personal` is erased with how to reach them, and open to whose client it is. */
export type ClientField = Field & { readonly personal?: true }

/** What a client can be in a deal, beside the one who buys. */
export type ClientRole = {
  readonly id: string
  readonly name: string
  readonly of: ClientKind
  /** So many clients at most may be that in one deal. */
  readonly most?: number
  readonly origin: Origin
}

/** By what a client may be turned to. */
export const consentChannels = ['mail', 'sms', 'messenger', 'call'] as const
export type ConsentChannel = (typeof consentChannels)[number]

/** What clients are asked to agree to: the words they see, in their version, and what it is asked for. */
export type ConsentKind = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly version: string
  readonly required: boolean
  readonly for: readonly ConsentChannel[]
  readonly origin: Origin
}

/** How much somebody may read of other people’s clients on a day; what is not said is as usual. */
export type ReadingLine = {
  /** A role, or `owner_manager` for whoever leads a department; absent for everybody. */
  readonly who?: string
  readonly cards?: number
  readonly reveals?: number
}

/** What the file says of reading: budgets, and who is told when somebody reads more. */
export type ReadingRules = { readonly budgets: readonly ReadingLine[]; readonly alarm: readonly string[] }

/** How long cards of a kind are kept, by what they are kept for; what is not said is kept until somebody erases it. */
export type KeepRules = {
  readonly kinds: readonly ClientKind[]
  /** After the last deal that was won, or the last document or invoice that was issued. */
  readonly contract?: Duration
  /** After the last thing that happened to whoever has bought nothing and has no open deal. */
  readonly lost?: Duration
  /** Without a consent that is required: after it was revoked, or after the card was made. */
  readonly noConsent?: Duration
}

/** Who answers what clients ask about their data, in which time, and which ladder is climbed when that is over. */
export type RequestRules = {
  readonly by?: string
  readonly due: Readonly<Partial<Record<RequestKind, Duration>>>
  readonly whenLate?: string
}

/** What the file says of personal data: of whose citizens it is, where it is kept, how long, and who answers for it. */
export type PersonalDataRules = {
  /** Countries, by two letters. */
  readonly of: readonly string[]
  readonly storedIn?: string
  readonly keep?: KeepRules
  readonly requests?: RequestRules
  readonly origin: Origin
}

/** What the file says of clients: their own fields by kind, and what they may be in a deal. */
export type ClientRules = {
  readonly kinds: Readonly<Record<ClientKind, Readonly<Record<string, ClientField>>>>
  readonly roles: Readonly<Record<string, ClientRole>>
  readonly reading?: ReadingRules
  readonly personalData?: PersonalDataRules
}
