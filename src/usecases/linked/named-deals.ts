import { dealNumber } from '#domain/deals/deal-number'
import { linksIn } from '#domain/deals/linked'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'

import { seenDeals } from './linkable-deals'

/** What deals that fields name are called, by id; those that the reader may not see are missing. */
export type DealNames = ReadonlyMap<string, string>

/** What the deals that some fields name are called: no request where the rules have no such field, or none is filled. */
export async function namedDeals(
  { deals }: Pick<Ports, 'deals'>,
  reader: { readonly caller: Caller; readonly people: People },
  model: Model,
  values: readonly Readonly<Record<string, FieldValue>>[],
): Promise<DealNames> {
  const ids = [...new Set(values.flatMap((one) => Object.values(linksIn(one, model))))]
  const found = await seenDeals(deals, reader, ids)
  return new Map(found.map((deal) => [deal.id, nameOfDeal(deal)]))
}

/** What a deal is called where another names it: its title and its number. */
export function nameOfDeal({ id, title }: { readonly id: string; readonly title: string }): string {
  return `${title} · № ${dealNumber(id)}`
}
