import { clientColumns } from '#clients/domain/client-columns'
import { isWantedClient, isWantedOwner } from '#clients/domain/client-conditions'
import { contactsSeenBy } from '#domain/people/seen-contacts'
import { cardView, chooseRow, linkView, rowView } from '#clients/domain/client-view'
import { clientRefusal } from '#clients/words/client-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import type { WholeClient } from '#schemas/kept-client'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { ClientCard, ClientDeals, ClientReaders, ClientRow, RevealedWay } from '#schemas/client'
import type { ClientKind } from '#schemas/client-names'
import type { ContactsSeen } from '#schemas/clients/client-rules'

import { countCard, countReveal, refuseSpent } from './reading/count-reading'
import { looksAtClient } from './reading/read-reading'
import { cardsOf } from './cards-of'
import { clientAt, readableClient, reachesClient, type Asker } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'deals' | 'rules'>

/** The card of a client that somebody may see. Numbers and addresses are open to whose client it is; others reveal them. */
export async function readClient(ports: Needs, asker: Asker, id: string): Promise<ClientCard> {
  return clientCard(ports, asker, await readableClient(ports, asker, id))
}

/** Opens a card for somebody, and keeps that they did. What cannot be kept is told to the log: masked as it is, the card opens. */
export async function openClient(
  ports: Needs & Pick<Ports, 'reading' | 'clock' | 'people' | 'notices'>,
  asker: Asker,
  id: string,
): Promise<ClientCard> {
  const whole = await readableClient(ports, asker, id)
  await countCard(ports, asker, whole).catch((error: unknown) => {
    console.error(JSON.stringify({ level: 'error', client: whole.client.id, error: String(error) }))
  })
  return clientCard(ports, asker, whole)
}

/** A card as its reader sees it. */
export async function clientCard(ports: Needs, asker: Asker, whole: WholeClient): Promise<ClientCard> {
  const links = await ports.clients.linksOf(whole.client.id)
  const others = await cardsOf(
    ports,
    links.map(({ id }) => id),
  )
  const { caller } = asker
  const seen = (await seenRule(ports))(asker, whole)
  const isOpen =
    seen !== 'no' &&
    whole.client.restrictedUntil === undefined &&
    caller.employee !== null &&
    caller.employee === whole.client.owner &&
    caller.reach.clients_contacts !== 'none'
  return cardView(whole, {
    isOpen,
    seen,
    links: links.flatMap((link) => {
      const other = others.get(link.id)
      return other === undefined ? [] : [linkView(link, other)]
    }),
  })
}

/** How much somebody sees of how to reach clients, by the rules in force. */
export async function seenRule({
  rules,
}: Pick<Ports, 'rules'>): Promise<(asker: Asker, whole: WholeClient) => ContactsSeen> {
  const { clients } = (await rules.current()).model
  return (asker, { client }) => contactsSeenBy(clients?.see, asker, client.owner)
}

type ListAsk = {
  readonly owner?: string
  readonly kind?: ClientKind
  /** What the list is narrowed to, as `client-conditions` reads it. */
  readonly where?: string
  readonly limit: number
  readonly cursor?: string
}

/** So many cards are looked through for one page of those that are wanted; whoever wants more asks for the next page. */
const mostLooked = 1_000
const lookedAtOnce = 250

/**
 * Clients by name, a page at a time: of one employee, or of all whose clients the caller may see. Costs a request for each
 * of these people, as far as they are wanted, and one for 50 clients; where the list is narrowed, for each 50 that are looked through, 1,000 at most: a
 * page may hold fewer than asked for and still have another after it.
 */
export async function listClients(ports: Needs, asker: Asker, ask: ListAsk): Promise<Page<ClientRow>> {
  const [seen, { model }] = await Promise.all([seenRule(ports), ports.rules.current()])
  const { caller, people } = asker
  const parts = [...(ask.kind === undefined ? [] : [`kind=${ask.kind}`]), ask.where ?? '']
  const columns = clientColumns(model, Object.keys(people.employees))
  const isWanted = isWantedClient(parts.join(';'), columns, caller.employee)
  const owners = ownersSeen(asker, ask.owner).filter(isWantedOwner(parts.join(';'), columns, caller.employee))
  const limit = parts.join('') === '' ? ask.limit : lookedAtOnce
  const items: WholeClient[] = []
  let [cursor, looked, isMore] = [ask.cursor, 0, true]
  while (isMore && items.length < ask.limit && looked < mostLooked) {
    // oxlint-disable-next-line no-await-in-loop -- page after page, until one is full
    const next = await placesAfter(ports, owners, { limit, cursor })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const cards = await ports.clients.findMany(next.places.map(({ id }) => id))
    const found = new Map(cards.map((one) => [one.client.id, one]))
    const wanted = next.places.flatMap(({ id, place }) => {
      const whole = found.get(id)
      return whole !== undefined && isWanted(whole.client) ? [{ whole, place }] : []
    })
    const room = ask.limit - items.length
    items.push(...wanted.slice(0, room).map(({ whole }) => whole))
    // A page that is full ends with its last client; what was looked through in vain is not looked through again.
    const end = next.places.at(-1)?.place
    const last = wanted.length >= room ? wanted[room - 1]?.place : end
    isMore = next.isMore || last !== end
    cursor = last ?? cursor
    looked += next.places.length
  }
  const rows = items.map((whole) => rowView(whole, seen(asker, whole)))
  return isMore && cursor !== undefined ? { items: rows, cursor } : { items: rows }
}

/** The next places of the lists of several people together, in their order. */
async function placesAfter(
  { clients }: Pick<Ports, 'clients'>,
  owners: readonly (string | null)[],
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
) {
  const after = cursor === undefined ? {} : { after: cursor }
  const lists = await Promise.all(owners.map((owner) => clients.listOf({ owner, limit: limit + 1, ...after })))
  const places = lists.flat().toSorted((one, other) => (one.place < other.place ? -1 : 1))
  return { places: places.slice(0, limit), isMore: places.length > limit }
}

/** Whose clients somebody is shown. */
function ownersSeen(asker: Asker, owner: string | undefined): readonly (string | null)[] {
  const { caller, people } = asker
  if (owner !== undefined) {
    if (reaches(caller, 'clients_read', owner, people)) return [owner]
    throw clientRefusal('forbidden.clients_of', { id: owner })
  }
  const all = [...Object.keys(people.employees), null]
  return all.filter((one) => reachesClient(asker, 'clients_read', one))
}

/** The deals of a client that somebody may see, the newest first, at most 100. */
export async function readClientDeals(ports: Needs, asker: Asker, id: string): Promise<ClientDeals> {
  const { client } = await readableClient(ports, asker, id)
  const rows = (await ports.clients.dealsOf(client.id)).toSorted(chooseRow).slice(0, 100)
  const deals = new Map((await ports.deals.findMany(rows.map(({ deal }) => deal))).map((deal) => [deal.id, deal]))
  const items = rows.flatMap(({ deal: dealId, role, since }) => {
    const deal = deals.get(dealId)
    if (deal === undefined || !reaches(asker.caller, 'deals_read', deal.owner, asker.people)) return []
    const { title, pipeline, stage, status, owner } = deal
    return [{ id: dealId, role, title, pipeline, stage, status, owner, since }]
  })
  return { items }
}

/** Shows one number or address of a client in full. Who asked is kept first: what cannot be kept is not shown. */
export async function revealWay(
  ports: Needs & Pick<Ports, 'reading' | 'clock' | 'people' | 'notices'>,
  asker: Asker,
  id: string,
  wayId: string,
): Promise<RevealedWay> {
  const whole = await readableClient(ports, asker, id)
  const { client, personal } = whole
  if (!mayReveal(asker, client.owner)) throw clientRefusal('forbidden.client_contacts', { name: client.name })
  if ((await seenRule(ports))(asker, whole) === 'no')
    throw clientRefusal('forbidden.client_contacts_rules', { name: client.name })
  const { restrictedUntil: until } = client
  if (until !== undefined) throw clientRefusal('erasure_kept', { until }, { until })
  const way = personal.ways.find((one) => one.id === wayId)
  if (way === undefined) throw clientRefusal('client_way_unknown', { name: client.name, way: wayId })
  await refuseSpent(ports, asker)
  try {
    await countReveal(ports, asker)
    await ports.clients.keepRevealing({
      client: client.id,
      employee: readerOf(asker.caller),
      at: ports.clock.now(),
      way: way.id,
    })
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', client: client.id, error: String(error) }))
    throw clientRefusal('client_reading_unkept')
  }
  return { id: way.id, text: way.text }
}

/** Whether somebody may be shown how to reach an employee’s client. */
export function mayReveal(asker: Asker, owner: string | null): boolean {
  return reachesClient(asker, 'clients_contacts', owner)
}

function readerOf({ actor, employee }: Caller): string {
  return employee ?? `${actor.kind}:${actor.id}`
}

/** Who was shown numbers and addresses of a client, the newest first: for whoever may see who read the clients of its owner. */
export async function readClientReaders(
  ports: Needs & Pick<Ports, 'reading' | 'clock'>,
  asker: Asker,
  id: string,
): Promise<ClientReaders> {
  const found = await clientAt(ports, id)
  if (found === undefined || !reachesClient(asker, 'audit_read', found.client.owner)) {
    throw clientRefusal('client_unknown', { id })
  }
  // What was shown of a card that was merged into it was shown of this client.
  const ids = [found.client.id, ...(found.client.from ?? [])]
  const revealings = (await Promise.all(ids.map((one) => ports.clients.revealings(one)))).flat()
  const shown = revealings.map(({ employee, at, way }) => ({ employee, at, way }))
  const looks = (await looksAtClient(ports, asker, ids)).map(({ reader, at }) => ({ employee: reader, at }))
  return { items: [...shown, ...looks].toSorted((one, other) => (one.at < other.at ? 1 : -1)) }
}
