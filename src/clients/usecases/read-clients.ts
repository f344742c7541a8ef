import { contactsSeenBy, isOpenTo } from '#domain/people/seen-contacts'
import { cardView, chooseRow, linkView } from '#clients/domain/client-view'
import { clientRefusal } from '#clients/words/client-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import type { WholeClient } from '#schemas/kept-client'
import type { Ports } from '#ports/ports'
import type { ClientCard, ClientDeals, ClientReaders, RevealedWay } from '#schemas/client'
import type { ContactsSeen } from '#schemas/clients/client-rules'

import { countRead, type ReadingPorts } from '#usecases/people/count-reading'

import { countCard, refuseSpent } from './reading/count-reading'
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
  ports: Needs & ReadingPorts & Pick<Ports, 'callBacks' | 'talks'>,
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
  const seen = (await seenRule(ports))(asker, whole)
  return cardView(whole, {
    isOpen: isOpenTo(asker.caller, whole.client, seen),
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
  ports: Needs & ReadingPorts,
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
    await countRead(ports, asker, { reveals: 1 })
    await ports.clients.keepRevealing({
      client: client.id,
      employee: shownTo(asker.caller),
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

function shownTo({ actor, employee }: Caller): string {
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
