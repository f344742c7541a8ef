import type { ColumnAsk, NamedCard } from '#ports/deals'
import type { Page } from '#ports/page'
import { placeInColumn } from '#domain/deals/deal-card'
import type { DealCard } from '#schemas/deal'
import { namedCardFrom, type DealRest } from './deal-item'
import { getMany } from '#store/get-many'
import { columnKeyAt, indexKeys, keys } from './keys'
import { encodeCursor, pageOf } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { fromText } from '#store/text-item'

type Found = { readonly deal: DealCard; readonly client?: string }

/**
 * A part of a column with the clients’ names. One query for what one answer holds (1 MB, some 1,500 cards), half a read
 * unit for 4 KB; cards that do not say the name of their client, for want of room or because they were written before
 * cards said it, cost one request for a hundred of them besides.
 */
export async function namedColumn(
  access: TableAccess,
  { pipeline, stage, limit, cursor }: ColumnAsk,
): Promise<Page<NamedCard>> {
  const pk = indexKeys.column(pipeline, stage)
  const from = cursor === undefined ? {} : { cursor: encodeCursor(columnKeyAt(pipeline, stage, cursor)) }
  const page = await pageOf(
    access,
    { index: 'gsi1', pk, limit, ...from },
    (item) => namedCardFrom(item['deal']) as Found,
  )
  const names = await clientsOf(
    access,
    page.items.flatMap(({ deal, client }) => (client === undefined ? [deal.id] : [])),
  )
  const items = page.items.map(({ deal, client }) => ({
    deal,
    client: client ?? names.get(deal.id) ?? '',
    place: placeInColumn(deal),
  }))
  const last = items.at(-1)
  return page.cursor === undefined || last === undefined ? { items } : { items, cursor: last.place }
}

async function clientsOf(access: TableAccess, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const items = await getMany(
    access,
    ids.map((id) => keys.dealFields(id)),
    { isConsistent: false },
  )
  return new Map(
    items.map((item) => {
      const rest = fromText<DealRest>(item['rest'])
      return [String(item['pk']).slice(keys.deal('').pk.length), rest?.client.name ?? '']
    }),
  )
}
