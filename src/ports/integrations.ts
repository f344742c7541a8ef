import type { CallOrders } from '#schemas/channels/call-orders'
import type { Saying } from '#schemas/saying'
import type { Arrival, Integration, IntegrationDay } from '#schemas/integration'
import type { Page } from './page'

/** Secrets of a provider; those that were replaced are good until an instant. */
export type IntegrationSecrets = { readonly values: Readonly<Record<string, string>>; readonly until?: string }

/** Something that is connected, as it is kept. */
export type KeptIntegration = Pick<
  Integration,
  'id' | 'adapter' | 'name' | 'settings' | 'lines' | 'logins' | 'paused' | 'createdAt' | 'createdBy'
> & {
  readonly rev: number
  /** The newest first. */
  readonly secrets: readonly IntegrationSecrets[]
}

/** Why something could not be read: in English, and by the keys of its sentences. */
export type WhyUnread = { readonly text: string; readonly said: readonly Saying[] }

/** How far a mailbox has been looked through, and how the last look went; in the hands of whoever looks until `heldUntil`. */
export type LookedInto = {
  readonly integration: string
  readonly rev: number
  /** Where the next look begins; whoever looks knows its form. */
  readonly place?: unknown
  readonly lookedAt?: string
  readonly heldUntil?: string
  /** What went wrong last, in the words of the server, since when, and when it is tried again. */
  readonly fault?: { readonly why: string; readonly since: string; readonly times: number; readonly nextAt: string }
}

/** What is counted of an integration; beside it, so that counting never collides with a change. */
export type IntegrationHealth = Pick<Integration, 'lastAt' | 'arrived' | 'unreadable' | 'refused'> & {
  /** Extensions, logins and numbers that were heard and belong to nobody. */
  readonly unmapped: readonly string[]
}

/** What came, whole: the bytes are what was signed. */
export type KeptArrival = Arrival & {
  readonly integration: string
  readonly method: string
  readonly tail: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  /** The network address it was sent from. */
  readonly from?: string
  readonly body: Uint8Array
}

/** What is connected, and what came by it. Single reads are strongly consistent. */
export type IntegrationStore = {
  readonly all: () => Promise<readonly KeptIntegration[]>
  readonly find: (id: string) => Promise<KeptIntegration | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly save: (integration: KeptIntegration) => Promise<boolean>
  readonly health: (id: string) => Promise<IntegrationHealth>
  /** What came day by day from a day on, the newest first; days on which nothing came are not among it. */
  readonly days: (id: string, from: string) => Promise<readonly IntegrationDay[]>
  /** Counts wrong secrets, one where nothing is said. */
  readonly countRefused: (id: string, times?: number) => Promise<void>
  readonly countRead: (
    id: string,
    read: {
      readonly at: string
      readonly arrived: number
      readonly unreadable: number
      readonly unmapped: readonly string[]
    },
  ) => Promise<void>
  /** Keeps what came, and tells of it in the same write. */
  readonly keep: (arrival: KeptArrival) => Promise<void>
  readonly arrival: (integration: string, id: string) => Promise<KeptArrival | undefined>
  /** The newest first, without their bytes. */
  readonly arrivals: (integration: string, page: { limit: number; cursor?: string }) => Promise<Page<Arrival>>
  readonly noteRead: (integration: string, id: string, state: Arrival['state'], why?: WhyUnread) => Promise<void>
  readonly lookedInto: (integration: string) => Promise<LookedInto | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly saveLookedInto: (looked: LookedInto) => Promise<boolean>
  readonly callOrders: (integration: string) => Promise<CallOrders | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly saveCallOrders: (orders: CallOrders) => Promise<boolean>
}
