import type { Page } from './page'
import type { ChannelName, Delivery, Notice, NotificationSettings } from '#schemas/notice'

/** A delivery with what it needs to go out, as it is kept. */
export type KeptDelivery = Delivery & {
  readonly employee: string
  readonly notice: Notice
  /** Does not wait to be gathered with others, nor for the next quiet moment. */
  readonly urgent: boolean
  readonly rev: number
}

/** What is written when somebody is told: the inbox item and a delivery per channel, whole or not at all. */
export type Telling = {
  readonly employee: string
  readonly notice: Notice
  readonly deliveries: readonly KeptDelivery[]
  /** Where the id of the notice cannot say that it is told once, this does. */
  readonly once?: string
}

/** Where a delivery lies. */
export type DeliveryKey = { readonly employee: string; readonly id: string }

/** What people are told: their inbox, how they want to be told, and what is on its way to them. */
export type NoticeStore = {
  /** False when it was told already: a duplicate, which is success. */
  readonly tell: (telling: Telling) => Promise<boolean>
  /** The newest first. */
  readonly inbox: (employee: string, page: { limit: number; cursor?: string }) => Promise<Page<Notice>>
  readonly find: (employee: string, id: string) => Promise<Notice | undefined>
  /** Ids of unread notices, the oldest first, at most so many. May lag by moments in AWS. */
  readonly unread: (employee: string, limit: number, until?: string) => Promise<readonly string[]>
  /** False when there is no such notice. */
  readonly markRead: (employee: string, id: string, readAt: string | null) => Promise<boolean>
  readonly settings: (employee: string) => Promise<NotificationSettings | undefined>
  /** Saves how somebody is told; where it is said over what, only over that, and false when there is something else. */
  readonly saveSettings: (
    employee: string,
    settings: NotificationSettings,
    over?: NotificationSettings,
  ) => Promise<boolean>
  /** Deliveries of a channel that are due, the longest due first. May lag by moments in AWS. */
  readonly dueDeliveries: (channel: ChannelName, shard: number, until: string) => Promise<readonly DeliveryKey[]>
  readonly findDeliveries: (keys: readonly DeliveryKey[]) => Promise<readonly KeptDelivery[]>
  /** Writes all of them or none; false when one is not at the revision it was read at any more. */
  readonly changeDeliveries: (deliveries: readonly KeptDelivery[]) => Promise<boolean>
  readonly deliveries: (employee: string, page: { limit: number; cursor?: string }) => Promise<Page<Delivery>>
  /** When a message last went to somebody on a channel. */
  readonly lastSent: (employee: string, channel: ChannelName) => Promise<string | undefined>
  readonly saveLastSent: (employee: string, channel: ChannelName, at: string) => Promise<void>
  /** The instant up to which a schedule has looked; an older one changes nothing. */
  readonly lookedUntil: (schedule: string) => Promise<string | undefined>
  readonly saveLookedUntil: (schedule: string, at: string) => Promise<void>
  readonly feedOf: (employee: string) => Promise<{ readonly hash: string; readonly since: string } | undefined>
  /** Makes one address good and the one before bad; without a hash there is none any more. */
  readonly saveFeed: (employee: string, feed: { hash: string; since: string } | undefined) => Promise<void>
  readonly employeeOfFeed: (hash: string) => Promise<string | undefined>
}

/** How many partitions the deliveries of a channel are spread over. */
export const deliveryShards = 4

/** A message to one person, in their language. The id is the same however often it is tried. */
export type OutgoingMessage = {
  readonly id: string
  /** E-mail address, chat or web address. */
  readonly to: string
  readonly employee: string
  readonly at: string
  readonly subject: string
  readonly text: string
  readonly notices: readonly Notice[]
  /** Where an answer becomes a comment on the deal they are all about. */
  readonly replyTo?: string
}

/** Hands a message over; throws when it did not get through, `Undeliverable` when trying again is useless. */
export type SendMessage = (message: OutgoingMessage) => Promise<void>

/** The channels that are set up here. */
export type Channels = Readonly<Partial<Record<ChannelName, SendMessage>>>
