import { buyerOf, buyerRole, changedByBuyer, kindIn, withBuyer } from '#domain/deals/of-buyer'
import type { Ports } from '#ports/ports'
import type { Deal, FieldValue } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import type { Command } from '#usecases/command'

/** What a client who comes in with a deal makes of it: who it is of, what is told of that, what finds it again. */
export type ComeIn = {
  readonly client: Deal['client']
  readonly links?: Deal['links']
  readonly told: Pick<EventDetail, 'client' | 'links'>
  readonly finders: readonly string[]
  /** What of the deal’s fields follows from who it is. */
  readonly changes: Readonly<Record<string, [FieldValue, FieldValue]>>
}

type Of = {
  readonly written: Deal['client']
  /** The fields of the deal, and when it was made. */
  readonly fields: Deal['fields']
  readonly madeAt: string
  readonly owner: string
  readonly at: string
  /** The deal as it was; a new one names what its client is taken in for. */
  readonly was?: Deal
  readonly once?: string
}

/**
 * Finds or makes the card of the client a deal was written down for, and links it. How to reach them is on the card alone:
 * the deal holds a name and who it is, and its events the name of a company at most.
 */
export async function takeClient(
  { knownClients }: Pick<Ports, 'knownClients'>,
  { caller, correlationId }: Command,
  { written, owner, at, was, once, ...deal }: Of,
): Promise<ComeIn> {
  const { name = '', ...ways } = written
  const of = was && buyerOf(was)
  const kind = kindIn(deal.fields)
  const taken = await knownClients.take(
    { ...(name === '' ? {} : { name }), ...ways },
    { actor: caller.actor, at, owner, correlationId, ...(once && { once }), ...(of && { of }), ...(kind && { kind }) },
  )
  const said = name === '' ? (was?.client.name ?? taken?.client.name ?? '') : name
  const client = said === '' ? {} : { name: said }
  const finders = await findersIn(ways)
  if (taken === undefined) return { client, told: {}, finders, changes: {} }
  const others = was?.links?.filter(({ role }) => role !== buyerRole) ?? []
  const links = [{ client: taken.client.id, role: buyerRole, kind: taken.client.kind }, ...others]
  return {
    client,
    links,
    finders,
    changes: changedByBuyer(deal.fields, withBuyer(deal.fields, taken.client, deal.madeAt)),
    told: { links, ...(taken.client.kind === 'company' && said !== '' ? { client } : {}) },
  }
}

/** What the owner of a returning client is looked for by; see `lookedForBy`. */
export async function contactsIn(ways: Deal['client']): Promise<readonly string[]> {
  if ((ways.phone ?? '') === '' && (ways.email ?? '') === '') return []
  return (await import('#domain/deals/contacts')).lookedForBy(ways)
}

/** What is known of telephone numbers everywhere is loaded where one is written alone. */
async function findersIn(ways: Deal['client']): Promise<readonly string[]> {
  if ((ways.phone ?? '') === '' && (ways.email ?? '') === '') return []
  return (await import('#domain/deals/contacts')).findersOf(ways)
}
