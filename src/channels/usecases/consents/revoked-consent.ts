import { isMailbox } from '#channels/domain/mail/mail-adapters'
import { channelsSaying } from '#channels/words/channels-refusal'
import { refusedBy, standing } from '#domain/rules/consents'
import type { KeptTalk } from '#ports/talks'
import type { Saying } from '#schemas/saying'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { contactWritten, contactOfTalk } from '#channels/usecases/whose-client'

type Needs = Pick<ChannelNeeds, 'clients' | 'consents' | 'knownClients'>

/** Whom a message goes to: clients of its deal, the talk it goes into, and the number or address it is sent to. */
export type WrittenTo = {
  readonly clients: readonly string[]
  readonly talk?: KeptTalk | undefined
  readonly contact?: string | undefined
}

/** The cards of whoever a message goes to; of several who share a number all of them. */
export async function cardsWrittenTo(
  { knownClients }: Pick<Needs, 'knownClients'>,
  { clients, talk, contact }: WrittenTo,
): Promise<string[]> {
  const { known } = await knownClients.find({ ...contactWritten(contact), ...contactOfTalk(talk ?? {}) })
  const ids = [...clients, ...(talk?.client === undefined ? [] : [talk.client])]
  const now = await Promise.all(ids.map((id) => knownClients.read(id)))
  return [...new Set([...now.flatMap((one) => one?.id ?? []), ...known.map(({ id }) => id)])]
}

/** Why nobody writes to one of these: a consent, by its name, that they have revoked, or the day until which they are only kept. */
export type NotWritten = { readonly consent: string } | { readonly until: string }

/** By what is written, and the consent without which that may not be, whatever else it is for. */
export type Writing = { readonly adapter: string; readonly consent?: string | undefined }

/** What stands in the way of writing to one of these; undefined where nothing does. */
export async function notWritten(
  { clients, consents }: Needs,
  cards: readonly string[],
  { adapter, consent: needed }: Writing,
): Promise<NotWritten | undefined> {
  const found = cards.length === 0 ? [] : await clients.findMany(cards)
  const until = found.flatMap(({ client }) => client.restrictedUntil ?? [])[0]
  if (until !== undefined) return { until }
  const by = isMailbox({ adapter }) ? 'mail' : 'messenger'
  for (const card of cards) {
    // oxlint-disable-next-line no-await-in-loop -- one client, seldom two
    const consent = refusedBy(await consents.of(card), by, needed)
    if (consent !== undefined) return { consent }
  }
  return undefined
}

/** The sentence that says why somebody was not written to. */
export function sayingNotWritten(why: NotWritten): Saying {
  return 'until' in why ? channelsSaying('not_sent_restricted', why) : channelsSaying('not_sent_revoked', why)
}

/** Whether every one of these has given a consent and not revoked it since; nobody has where nobody is known. */
export async function haveAgreed(
  { consents }: Pick<Needs, 'consents'>,
  cards: readonly string[],
  consent: string,
): Promise<boolean> {
  const said = await Promise.all(cards.map((card) => consents.of(card)))
  const isGiven = said.every((all) => standing(all.filter((one) => one.consent === consent)) === 'agreed')
  return cards.length > 0 && isGiven
}
