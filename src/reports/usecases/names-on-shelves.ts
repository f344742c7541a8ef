import { cardOnShelf } from '#reports/domain/deal-table/client-on-shelf'
import type { Ports } from '#ports/ports'

/** What is shown for what a shelf says of a client. */
export type NameOf = (onShelf: string) => string

/** Nothing is shown of persons whose names were not read. */
export const unread: NameOf = (onShelf) => (cardOnShelf(onShelf) === undefined ? onShelf : '')

/**
 * Reads the names of the persons that shelves name by their cards alone: fifty a request, the card it was merged into where
 * it was.
 */
export async function namesOnShelves({ clients }: Pick<Ports, 'clients'>, said: Iterable<string>): Promise<NameOf> {
  const cards = new Set<string>()
  for (const text of said) {
    const card = cardOnShelf(text)
    if (card !== undefined) cards.add(card)
  }
  if (cards.size === 0) return unread
  const found = await clients.findMany([...cards])
  const into = found.flatMap(({ client }) => client.into ?? [])
  const winners = into.length === 0 ? [] : await clients.findMany(into)
  const names = new Map(winners.map(({ client }) => [client.id, client.name]))
  for (const { client } of found) names.set(client.id, names.get(client.into ?? '') ?? client.name)
  return (onShelf) => {
    const card = cardOnShelf(onShelf)
    return card === undefined ? onShelf : (names.get(card) ?? '')
  }
}
