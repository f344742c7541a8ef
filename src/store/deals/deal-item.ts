import { cardOf, isOnCard, pickFields, placeInColumn } from '#domain/deals/deal-card'
import { indexKeys, keys } from './keys'
import { asText, fromText } from '#store/text-item'
import type { Deal, DealCard } from '#schemas/deal'
import type { notOnCard } from '#schemas/lists/not-on-card'

/** What a deal's second item holds: what would push the core over 1 KB, the size of one write unit. */
export type DealRest = Pick<Deal, (typeof notOnCard)[number]> & {
  readonly fields: Deal['fields']
}

/** The core item of a deal with its index keys: open deals stand in their column, closed ones in their month. */
export function coreItem(deal: Deal): Record<string, unknown> {
  const isOnBoard = deal.status === 'open' || deal.status === 'won'
  const closedMonth = (deal.closed?.at ?? deal.updatedAt).slice(0, 7)
  const others = {
    ...keys.deal(deal.id),
    ...(isOnBoard
      ? {
          gsi1pk: indexKeys.column(deal.pipeline, deal.stage),
          gsi1sk: placeInColumn(deal),
          gsi2pk: indexKeys.ownerOpen(deal.owner),
          gsi2sk: `${deal.createdAt}#${deal.id}`,
        }
      : { gsi1pk: indexKeys.closedIn(closedMonth), gsi1sk: `${deal.closed?.at ?? deal.updatedAt}#${deal.id}` }),
    version: deal.version,
  }
  return { ...others, deal: cardText(deal, others) }
}

type KeptCard = DealCard & { readonly clientName?: string }

/** What a write costs by: DynamoDB rounds the size of an item up to whole ones. */
const unitBytes = 1024

/**
 * A card as it is kept: with the name of the client, by which people look for it though lists do not show it. Where that
 * would make every write of the deal cost a unit more, it stays out: who looks for a client reads it where it stands.
 */
function cardText(deal: Deal, others: Readonly<Record<string, unknown>>): string {
  const card = cardOf(deal)
  const kept: KeptCard = { ...card, clientName: deal.client.name ?? '' }
  const [bare, named] = [asText(card), asText(kept)]
  const units = (text: string) => Math.ceil(sizeOf({ ...others, deal: text }) / unitBytes)
  return units(named) === units(bare) ? named : bare
}

/** How large an item is: its names and its values. */
function sizeOf(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytesOf(name) + bytesOf(String(value)), 0)
}

const bytesOf = (text: string): number => Buffer.byteLength(text)

/** The card in the core item of a deal. */
export function cardFrom(stored: unknown): DealCard | undefined {
  return namedCardFrom(stored)?.deal
}

/** The same with the client’s name; undefined where the card does not say it: the second item does. */
export function namedCardFrom(stored: unknown): { readonly deal: DealCard; readonly client?: string } | undefined {
  const kept = fromText<KeptCard>(stored)
  if (kept === undefined) return undefined
  const { clientName, ...deal } = kept
  return clientName === undefined ? { deal } : { deal, client: clientName }
}

/** The second item of a deal, or undefined when there is nothing to put into it. */
export function restItem(deal: Deal): Record<string, unknown> | undefined {
  const rest = restOf(deal)
  const isEmpty =
    Object.keys(rest.fields).length === 0 &&
    Object.keys(rest.client).length === 0 &&
    rest.links === undefined &&
    rest.won === undefined &&
    rest.countedBefore === undefined &&
    rest.corrections === undefined
  return isEmpty ? undefined : { ...keys.dealFields(deal.id), rest: asText(rest) }
}

/** The whole deal from its two items. */
export function dealFrom(card: DealCard, rest: DealRest | undefined): Deal {
  return {
    ...card,
    client: rest?.client ?? {},
    ...(rest?.links === undefined ? {} : { links: rest.links }),
    fields: { ...card.fields, ...rest?.fields },
    ...(rest?.won === undefined ? {} : { won: rest.won }),
    ...(rest?.countedBefore === undefined ? {} : { countedBefore: rest.countedBefore }),
    ...(rest?.corrections === undefined ? {} : { corrections: rest.corrections }),
  }
}

/** Whether two states of a deal differ in what the second item holds. */
export function hasOtherRest(a: Deal, b: Deal): boolean {
  return JSON.stringify(restOf(a)) !== JSON.stringify(restOf(b))
}

function restOf(deal: Deal): DealRest {
  return {
    fields: pickFields(deal.fields, (id) => !isOnCard(id)),
    client: deal.client,
    ...(deal.links === undefined ? {} : { links: deal.links }),
    ...(deal.won === undefined ? {} : { won: deal.won }),
    ...(deal.countedBefore === undefined || deal.countedBefore.length === 0
      ? {}
      : { countedBefore: deal.countedBefore }),
    ...(deal.corrections === undefined ? {} : { corrections: deal.corrections }),
  }
}
