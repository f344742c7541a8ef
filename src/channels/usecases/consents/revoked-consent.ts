import { refusedBy } from '#domain/rules/consents'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { contactWritten } from '#channels/usecases/whose-client'

type Needs = Pick<ChannelNeeds, 'clients' | 'consents' | 'knownClients'>

/** Whom a message goes to: clients of its deal, and the number or address it is sent to. */
export type WrittenTo = { readonly clients: readonly string[]; readonly contact: string | undefined }

/** The cards of whoever a message goes to; of several who share a number all of them. */
export async function cardsWrittenTo({ knownClients }: Needs, { clients, contact }: WrittenTo): Promise<string[]> {
  const { known } = await knownClients.find(contactWritten(contact))
  const now = await Promise.all(clients.map((id) => knownClients.read(id)))
  return [...new Set([...now.flatMap((one) => one?.id ?? []), ...known.map(({ id }) => id)])]
}

/** Why nobody writes to one of these: a consent, by its name, that they have revoked, or the day until which they are only kept. */
export type NotWritten = { readonly consent: string } | { readonly until: string }

/** What stands in the way of writing to one of these by an adapter; undefined where nothing does. */
export async function notWritten(
  { clients, consents }: Needs,
  cards: readonly string[],
  adapter: string,
): Promise<NotWritten | undefined> {
  const found = cards.length === 0 ? [] : await clients.findMany(cards)
  const until = found.flatMap(({ client }) => client.restrictedUntil ?? [])[0]
  if (until !== undefined) return { until }
  const by = adapter === 'mail' ? 'mail' : 'messenger'
  for (const card of cards) {
    // oxlint-disable-next-line no-await-in-loop -- one client, seldom two
    const consent = refusedBy(await consents.of(card), by)
    if (consent !== undefined) return { consent }
  }
  return undefined
}
