import { finishMerge } from '#clients/usecases/merging/finish-merge'
import { keepClientDeals } from '#clients/usecases/keep-client-deals'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { WholeClient } from '#schemas/kept-client'
import { createDeal } from '#usecases/deals/create-deal'
import { relinkDeal } from '#usecases/deals/relink-deal'
import type { World } from '#test/support/world'

/** Hands the events of a card, the newest first, to what moves things after a merge. */
export async function afterMerging({ ports }: World, client: string): Promise<void> {
  const { items } = await ports.clients.events(client, { limit: 1 })
  for (const event of items) await finishMerge(ports, event as unknown as DomainEvent)
}

/** A deal of clients in these roles, kept with each of them. */
export async function dealOf(
  world: World,
  links: readonly (readonly [client: string, role: string])[],
  title = 'Machines',
): Promise<Deal> {
  const { ports } = world
  const { id } = await createDeal(ports, await world.as(), { title, pipeline: 'b2b_new', owner: 'anna' })
  const deal = await relinkDeal(ports, await world.as(), id, () => links.map(([client, role]) => ({ client, role })))
  for (const event of await world.eventsOf(id)) await keepClientDeals(ports, event)
  if (deal === undefined) throw new Error('There is no deal.')
  return deal
}

/** Everything that is kept of a client, in an order of its own: what a merge must neither lose nor double. */
export async function allOf({ ports }: World, id: string) {
  const { clients, talks, duplicates } = ports
  const card = await clients.find(id)
  const rows = await clients.dealsOf(id)
  return {
    card: card === undefined ? undefined : plain(card),
    links: (await clients.linksOf(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    deals: rows.toSorted((one, other) => (one.deal < other.deal ? -1 : 1)),
    talks: [...(await talks.talksOf(id))].toSorted(),
    apart: (await duplicates.apartFrom(id)).map(({ one, other }) => [one, other].toSorted().join()).toSorted(),
    linked: (await ports.deals.findMany(rows.map(({ deal }) => deal)))
      .map(
        (deal) => [deal.id, (deal.links ?? []).filter(({ client }) => client === id).map(({ role }) => role)] as const,
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  }
}

/** A card in all but version and times. */
export function plain({ client, personal }: WholeClient): WholeClient {
  return { client: { ...client, version: 0, updatedAt: '' }, personal }
}
