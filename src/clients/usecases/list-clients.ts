import { clientColumns } from '#clients/domain/client-columns'
import { isWantedClient, isWantedOwner } from '#clients/domain/client-conditions'
import { rowView } from '#clients/domain/client-view'
import { clientRefusal } from '#clients/words/client-refusal'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { ClientRow } from '#schemas/client'
import type { ClientKind } from '#schemas/client-names'
import type { WholeClient } from '#schemas/kept-client'

import { countRead, type ReadingPorts } from '#usecases/people/count-reading'

import { reachesClient, type Asker } from './readable-client'
import { seenRule } from './read-clients'

type Needs = Pick<Ports, 'clients' | 'rules'>

type ListAsk = {
  /** Whose clients; null for nobody’s. */
  readonly owner?: string | null
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
 * of these people, as far as they are wanted, and one for 50 clients; where the list is narrowed, for each 50 that are
 * looked through, 1,000 at most: a page may hold fewer than asked for and still have another after it.
 */
export async function listClients(ports: Needs & ReadingPorts, asker: Asker, ask: ListAsk): Promise<Page<ClientRow>> {
  const [seen, { items, ...rest }] = await Promise.all([seenRule(ports), listedCards(ports, asker, ask)])
  const rows = othersIn(items, asker)
  // What cannot be counted is told to the log: masked as it is, the list is shown.
  if (rows > 0)
    await countRead(ports, asker, { rows }).catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', what: 'rows of clients not counted', error: String(error) }))
    })
  return { items: items.map((whole) => rowView(whole, seen(asker, whole))), ...rest }
}

/** How many of these are other people’s clients: those count for the budget of whoever reads. */
export function othersIn(cards: readonly WholeClient[], { caller }: Asker): number {
  return cards.filter(({ client }) => client.owner === null || client.owner !== caller.employee).length
}

/** The same as cards, with what they say of how to reach clients: for whoever masks it. */
export async function listedCards(
  ports: Pick<Ports, 'clients' | 'rules'>,
  asker: Asker,
  ask: ListAsk,
): Promise<Page<WholeClient>> {
  const { model } = await ports.rules.current()
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
  return isMore && cursor !== undefined ? { items, cursor } : { items }
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
export function ownersSeen(asker: Asker, owner?: string | null): readonly (string | null)[] {
  if (owner !== undefined) {
    if (reachesClient(asker, 'clients_read', owner)) return [owner]
    throw clientRefusal('forbidden.clients_of', { id: owner ?? '' })
  }
  const all = [...Object.keys(asker.people.employees), null]
  return all.filter((one) => reachesClient(asker, 'clients_read', one))
}
