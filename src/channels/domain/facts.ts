import type { MailIn } from '#domain/people/mail-in'
import type { MessageFact } from './messages'

/** Which way a call went, seen from the company. */
export type Direction = 'in' | 'out' | 'internal'

/** How far a call got: nobody chose yet, it waited for somebody free, or somebody’s telephone rang. */
export type Place = 'menu' | 'queue' | 'ringing'

/**
 * Something one notice says of a call. Facts are joined, in any order and however often they come: what a fact does not
 * say, it does not change.
 */
export type CallFact = {
  readonly kind: 'call'
  /** The provider’s own name of the call. */
  readonly call: string
  readonly direction?: Direction
  /** The number outside, as it was written; empty where it was hidden. */
  readonly client?: string
  /** The number of ours, as it was written. */
  readonly line?: string
  /** One stretch of the call: a menu, a queue or a telephone that was rung. */
  readonly leg?: {
    readonly id: string
    readonly place: Place
    readonly state: 'begins' | 'talks' | 'ends'
    /** Whether the client is at the other end: a colleague who is asked something is not. */
    readonly withClient: boolean
    /** Extension or login. */
    readonly who?: string
    readonly at?: string
  }
  readonly startedAt?: string
  readonly answeredAt?: string
  readonly endedAt?: string
  readonly talkSeconds?: number
  readonly result?: 'answered' | 'missed' | 'failed'
  /** Extension or login of whoever spoke. */
  readonly by?: string
  readonly place?: Place
  /** What the provider says of the call when it is over; `part` where it says so of one telephone among several. */
  readonly last?: 'whole' | 'part'
  readonly recordings?: readonly string[]
  /** It was found in a report of the provider, and nothing was told of it when it was. */
  readonly isFoundLater?: boolean
}

/** What a visitor of a site said, as it was said: labels and values in their order. */
export type FormFact = {
  readonly kind: 'form'
  /** Form of the site, as the site calls it. */
  readonly form?: string
  /** What makes a submission the same however often it is sent. */
  readonly once?: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly message?: string
  /** Everything else that was said; nothing is lost. */
  readonly also: readonly (readonly [label: string, value: string])[]
  /** Where the visitor came from: utm_source and the like, page, referrer, ids of counters. */
  readonly source: Readonly<Record<string, string>>
  readonly consent?: {
    readonly given: boolean
    readonly text?: string
    readonly version?: string
    readonly at?: string
  }
  readonly robot?: Robot
  /** The proof that a browser has worked on it, as it was sent; nothing of it is kept. */
  readonly proof?: string
  /** Whether our own script has sent it. */
  readonly isByScript?: boolean
  /** What was sent along: by the id of what was sent before, or as bytes. */
  readonly files?: readonly { readonly id?: string; readonly name: string; readonly bytes?: Uint8Array }[]
  /** When the form was opened, where the site tells. */
  readonly opened?: string
  readonly at?: string
}

/**
 * What speaks for a robot: a field was filled in that people do not see, nobody types so fast, no browser has worked on it,
 * or too much comes from one address.
 */
export type Robot = 'hidden_field' | 'too_fast' | 'no_proof' | 'too_many'

/** A file of a form, as it is kept. */
export type FormFile = {
  readonly name: string
  readonly file: string
  readonly size: number
  readonly type: string
}

/** A lead of which the provider tells the number alone: what was said has to be fetched from it. */
export type LeadToFetch = {
  readonly kind: 'lead_to_fetch'
  readonly once: string
  readonly form?: string
  readonly at?: string
}

/**
 * A mail to an address that was given to one employee: what it is where it is from them – said of a deal, or with whom – and
 * what it is from anybody else.
 */
export type AddressedMail = {
  readonly kind: 'addressed'
  readonly to: MailIn
  /** What makes the mail the same however often it comes. */
  readonly id: string
  readonly from: string
  /** What they have written themselves, without what they quote. */
  readonly text: string
  /** What was written to a client, or by one; nothing where it is neither. */
  readonly theirs: readonly MessageFact[]
  readonly otherwise: readonly MessageFact[]
}

export type Fact = CallFact | FormFact | LeadToFetch | MessageFact | AddressedMail
