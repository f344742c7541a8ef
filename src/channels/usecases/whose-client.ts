import { contactsOf } from '#domain/deals/contacts'
import type { KeptTalk } from '#ports/talks'
import type { Deal } from '#schemas/deal'
import type { ChannelNeeds } from './channel-needs'

/** Who is outside, as they wrote or rang. */
export type Contact = { readonly phone?: string; readonly email?: string }

/** Who is outside, by what their talk is called by; of a messenger’s own name for them nobody is known. */
export function contactWritten(contact: string | undefined): Contact {
  if (contact === undefined) return {}
  if (contact.startsWith('+')) return { phone: contact }
  return contact.includes('@') ? { email: contact } : {}
}

/** The same of a talk, with the number they shared in a messenger. */
export function contactOfTalk({ contact, phone }: Pick<KeptTalk, 'contact' | 'phone'>): Contact {
  return { ...contactWritten(contact), ...(phone === undefined ? {} : { phone }) }
}

type Needs = Pick<ChannelNeeds, 'deals' | 'knownClients' | 'people'>

/** The open deals of whoever is behind a number or an address, the newest first; of nobody where nobody is known. */
export async function dealsOf(ports: Needs, contact: Contact): Promise<readonly Deal[]> {
  const { known } = await ports.knownClients.find(contact)
  const ids = known.flatMap(({ openDeals }) => openDeals)
  const last = ids.length > 0 ? undefined : await ports.deals.lastDealOf(contactsOf(contact))
  const found = await ports.deals.findMany([...new Set([...ids, ...(last === undefined ? [] : [last.dealId])])])
  const open = found.filter(({ status }) => status === 'open' || status === 'won')
  return open.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
}

/** Who has a client: the owner of their newest open deal, else whoever has their card, else who had their last deal. */
export async function ownerOf(
  ports: Needs,
  contact: Contact,
): Promise<{ readonly owner?: string; readonly deal?: string }> {
  const [deal] = await dealsOf(ports, contact)
  const { employees } = await ports.people.load()
  const active = (id: string | null | undefined) =>
    id !== null && id !== undefined && employees[id]?.active === true ? id : undefined
  const ofDeal = active(deal?.owner)
  const onDeal = deal === undefined ? {} : { deal: deal.id }
  if (ofDeal !== undefined) return { owner: ofDeal, ...onDeal }
  const [{ known }, last] = await Promise.all([
    ports.knownClients.find(contact),
    ports.deals.lastDealOf(contactsOf(contact)),
  ])
  const owner = known.map((one) => active(one.owner)).find((one) => one !== undefined) ?? active(last?.owner)
  return { ...(owner === undefined ? {} : { owner }), ...onDeal }
}
