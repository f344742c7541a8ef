import type { Saying } from '#schemas/saying'
import type { KeptIntegration } from '#ports/integrations'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

/** What a mail says of itself before it is read: its own id, who it is between, and what it answers. */
export type SeenHead = {
  readonly id?: string
  readonly from?: string
  readonly to: readonly string[]
  readonly answersTo?: string
}

/** One look into a mailbox. */
export type Looking = {
  readonly integration: KeptIntegration
  readonly outlet: ChannelNeeds['outlet']
  /** Where the last look ended; undefined before the first. */
  readonly place: unknown
  /** How far back a look goes that has lost its bearings. */
  readonly from: string
  /** Whether a mail is to be read at all: of any other nothing is kept. */
  readonly isWanted: (head: SeenHead) => Promise<boolean>
  readonly take: (mail: Uint8Array) => Promise<void>
  /** A mail that its server does not hand over, however often it is asked. */
  readonly takeUnread: (why: Saying) => Promise<void>
  /** Notes how far the look has come: what was taken before is not fetched again. */
  readonly note: (place: unknown) => Promise<void>
}

/** A larger mail is fetched in part: what was written comes before what hangs on it. */
export const mostMailBytes = 25_000_000

/** What is fetched of one that is larger. */
export const partBytes = 1_000_000

/** So many mails are taken from a folder in one look; the others are there for the next. */
export const mostAtOnce = 200

/** A look may take no longer: the next one begins a minute after it. */
export const budgetMs = 50_000

/** The server has too much to do and says when to come again. */
export class ComeLater extends Error {
  override readonly name = 'ComeLater'
  readonly seconds: number

  constructor(seconds: number) {
    super(`The server asks to wait ${seconds} seconds.`)
    this.seconds = seconds
  }
}
