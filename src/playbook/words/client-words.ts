import type { Text } from '#playbook/blocks'
import type { ConsentChannel, ContactsSeen, LinkKey, Looker } from '#schemas/clients/client-rules'

/** What the playbook says of clients: whose they are, who sees what of them, how they are recognised, what they agree to. */
export type ClientWords = {
  readonly title: string
  readonly owner: Readonly<Record<'stays' | 'follows_deal', string>>
  readonly seen: Readonly<Record<Looker, Readonly<Record<ContactsSeen, string>>>>
  readonly known: Readonly<Record<'everybody' | 'nobody', string>>
  readonly knownTo: (people: Text) => Text
  readonly keys: Readonly<Record<LinkKey, string>>
  readonly linked: (keys: Text) => Text
  readonly notLinked: string
  readonly shared: (names: number) => string
  readonly consents: string
  readonly consent: (name: string, version: string, text: string) => Text
  readonly consentIn: (name: string, version: string, file: string) => Text
  readonly needed: string
  readonly channels: Readonly<Record<ConsentChannel, string>>
  readonly writtenBy: (channels: string) => string
}
