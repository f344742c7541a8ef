import type { Ports } from '#ports/ports'
import type { WholeClient } from '#schemas/kept-client'

/** The cards that ids lead to, by these ids: their own, or those they were merged into. Two requests at most for 50. */
export async function cardsOf(
  { clients }: Pick<Ports, 'clients'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WholeClient>> {
  const own = ids.length === 0 ? [] : await clients.findMany(ids)
  const merged = own.flatMap(({ client }) => client.into ?? [])
  const into = merged.length === 0 ? [] : await clients.findMany(merged)
  const found = new Map([...own, ...into].map((card) => [card.client.id, card]))
  return new Map(
    ids.flatMap((id) => {
      const card = found.get(id)
      const last = card?.client.into === undefined ? card : found.get(card.client.into)
      return last === undefined ? [] : [[id, last] as const]
    }),
  )
}
