import type { KeptTalk } from '#ports/talks'
import type { Deal } from '#schemas/deal'
import type { ChannelNeeds } from './channel-needs'
import { contactOfTalk, dealsOf } from './whose-client'

type Needs = Pick<ChannelNeeds, 'deals' | 'knownClients' | 'people' | 'talks'>

/** The open deals of whoever a talk is with, the newest first: by their number or address, or as whose it was noted. */
export async function dealsOfTalk(ports: Needs, id: string): Promise<readonly Deal[]> {
  const talk = await ports.talks.findTalk(id)
  return talk === undefined ? [] : dealsBehind(ports, talk)
}

/** The same of a talk that has been read. */
export async function dealsBehind(ports: Omit<Needs, 'talks'>, talk: KeptTalk): Promise<readonly Deal[]> {
  const written = contactOfTalk(talk)
  const found = Object.keys(written).length === 0 ? [] : await dealsOf(ports, written)
  if (found.length > 0) return found
  const client = talk.client === undefined ? undefined : await ports.knownClients.read(talk.client)
  const ids = [...new Set([...(client?.openDeals ?? []), ...(talk.deal === undefined ? [] : [talk.deal])])]
  const deals = ids.length === 0 ? [] : await ports.deals.findMany(ids)
  const open = deals.filter(({ status }) => status === 'open' || status === 'won')
  return open.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
}
