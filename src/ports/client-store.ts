import type {
  ClientChange,
  ClientDealRow,
  KeptLink,
  Revealing,
  WayHolders,
  WayKey,
  WholeClient,
} from '#schemas/kept-client'
import type { KeptConsent } from '#schemas/clients/kept-consent'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type { KeepProgress, KeptByRule, KeptRequest } from '#schemas/clients/kept-request'
import type { SubjectEvent } from '#schemas/subject-event'
import type { Page } from './page'

/** Cards of clients and what leads to them. */
export type ClientStore = {
  readonly find: (id: string) => Promise<WholeClient | undefined>
  /** Those of the cards that there are, in no particular order; 50 clients a request. */
  readonly findMany: (ids: readonly string[]) => Promise<readonly WholeClient[]>
  readonly holders: (keys: readonly WayKey[]) => Promise<readonly WayHolders[]>
  /** False when somebody else was first: at the card, or at a list of holders it was based on. */
  readonly save: (change: ClientChange) => Promise<boolean>
  /** Clients of an employee, or nobody’s (null), by name. */
  readonly listOf: (ask: {
    readonly owner: string | null
    readonly limit: number
    readonly after?: string
  }) => Promise<readonly { readonly id: string; readonly place: string }[]>
  /** What happened to a client, the newest first. */
  readonly events: (
    id: string,
    page: { readonly limit: number; readonly cursor?: string },
  ) => Promise<Page<SubjectEvent>>
  readonly dealsOf: (id: string) => Promise<readonly ClientDealRow[]>
  readonly keepDeal: (id: string, row: ClientDealRow) => Promise<void>
  readonly dropDeal: (id: string, deal: string) => Promise<void>
  readonly linksOf: (id: string) => Promise<readonly KeptLink[]>
  readonly link: (company: string, person: string, said: Omit<KeptLink, 'id'>) => Promise<void>
  readonly unlink: (company: string, person: string) => Promise<void>
  /** What a card said before each change of the last 30 days, the oldest first. */
  readonly before: (id: string) => Promise<readonly WholeClient[]>
  /** Forgets what a card said before. */
  readonly forgetBefore: (id: string) => Promise<void>
  /** The erasure that was asked for, or its act. */
  readonly erasure: (id: string) => Promise<KeptErasure | undefined>
  /** Writes a revision over the one before it; false when somebody else did. */
  readonly keepErasure: (erasure: KeptErasure) => Promise<boolean>
  /** Takes away that a client is to be erased, at the revision that was seen; false when somebody else changed it. */
  readonly dropErasure: (erasure: Pick<KeptErasure, 'client' | 'rev'>) => Promise<boolean>
  /** Notes after which day a client is to be erased; done twice it changes nothing. */
  readonly restrict: (restricted: { readonly client: string; readonly until: string }) => Promise<void>
  /** Clients that are to be erased by a day, the longest due first, at most so many. */
  readonly restrictedBefore: (
    day: string,
    limit: number,
  ) => Promise<readonly { readonly client: string; readonly until: string }[]>
  readonly unrestrict: (restricted: { readonly client: string; readonly until: string }) => Promise<void>
  readonly keepRevealing: (revealing: Revealing) => Promise<void>
  readonly revealings: (client: string) => Promise<readonly Revealing[]>
}

/** What clients have agreed to and revoked. */
export type ConsentStore = {
  /** Everything that was said on a card, in no particular order. */
  readonly of: (client: string) => Promise<readonly KeptConsent[]>
  /** Keeps something that was said; the same again changes nothing. */
  readonly keep: (client: string, said: KeptConsent) => Promise<void>
  readonly drop: (client: string, said: KeptConsent) => Promise<void>
}

/** What clients asked of what is kept of them, whom the rules erase, and how far the round through all cards is. */
export type KeepingStore = {
  readonly request: (id: string) => Promise<KeptRequest | undefined>
  /** Everything a client has asked, the oldest first. */
  readonly requestsOf: (client: string) => Promise<readonly KeptRequest[]>
  /** Writes a revision over the one before it, and whether it is on the list of open ones; false when somebody else did. */
  readonly saveRequest: (request: KeptRequest) => Promise<boolean>
  /** Requests that are not answered, those due first in front. */
  readonly openRequests: (page: { limit: number; cursor?: string }) => Promise<Page<KeptRequest>>
  readonly progress: () => Promise<KeepProgress | undefined>
  /** Writes a revision over the one before it; false when somebody else did. */
  readonly saveProgress: (progress: KeepProgress) => Promise<boolean>
  /** Notes that a client was announced; the same again changes nothing. */
  readonly announce: (row: KeptByRule) => Promise<void>
  /** Those announced for a month, by the day after which they are erased. */
  readonly announced: (month: string, limit: number) => Promise<readonly KeptByRule[]>
}
