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
  /** The words; empty where they are a file. */
  readonly text: string
  /** The file beside the rules that has the words, and where it is named. */
  readonly file?: string
  readonly fileAt?: Origin
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
  readonly rows?: number
  readonly searches?: number
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
  /** Talks with whoever has neither card nor deal, after the last word; absent: as usual. */
  readonly unknown?: Duration
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

/** How much is seen of a client's numbers and addresses: whole with the card, masked until somebody asks, or nothing. */
export const contactsSeen = ['always', 'masked', 'no'] as const
export type ContactsSeen = (typeof contactsSeen)[number]

/** Who looks at a client: whose it is, a colleague or a head of theirs, or anybody else. */
export const lookers = ['owner', 'department', 'others'] as const
export type Looker = (typeof lookers)[number]

/** Who is told whose a client is that they may not see: `everybody`, `nobody`, or roles and `owner_manager`. */
export type ToldWhose = 'everybody' | 'nobody' | readonly string[]

/** The most that rights open: what is not said is as rights have it. */
export type SeeRules = {
  readonly contacts: Readonly<Partial<Record<Looker, ContactsSeen>>>
  readonly known?: ToldWhose
  readonly origin: Origin
}

/** What a new lead is recognised by without anybody being asked; the names have to agree as well. */
export const linkKeys = ['inn', 'phone with name', 'email with name'] as const
export type LinkKey = (typeof linkKeys)[number]

/** What is done of itself where two cards may be one client; what is not said is as usual. */
export type DuplicateRules = {
  readonly link?: readonly LinkKey[]
  /** From how much speaks for it two cards are proposed as one. */
  readonly proposeFrom?: number
  /** A number or an address that so many other names share is no key. */
  readonly sharedNumber?: number
}

/** Whether a client stays with whoever had their first deal, or goes along when a deal of theirs changes hands. */
export type ClientOwner = 'stays' | 'follows_deal'

/** What the file says of clients: their own fields by kind, what they may be in a deal, whose they are and who sees what. */
export type ClientRules = {
  readonly kinds: Readonly<Record<ClientKind, Readonly<Record<string, ClientField>>>>
  readonly roles: Readonly<Record<string, ClientRole>>
  /** The country in which numbers without its code are dialled; Russia where absent. */
  readonly home?: string
  readonly owner?: ClientOwner
  readonly see?: SeeRules
  readonly duplicates?: DuplicateRules
  readonly reading?: ReadingRules
  readonly personalData?: PersonalDataRules
}
