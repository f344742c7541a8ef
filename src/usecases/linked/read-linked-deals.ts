import { dealNumber } from '#domain/deals/deal-number'
import { linksIn } from '#domain/deals/linked'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { LinkedDeal, LinkedDeals } from '#schemas/lists/linked-deals'
import type { Model } from '#schemas/model'
import { dealSeenBy } from '#usecases/deals/readable-deal'

import { seenAmong, seenDeals } from './linkable-deals'

/** So many deals that name one are told at once. */
export const mostLinkedFrom = 50

type Reader = { readonly caller: Caller; readonly people: People }
type Needs = Pick<Ports, 'deals' | 'rules'>

/** Which deals the fields of a deal name, and which name it. Of one that the reader may not see it is told that it is there. */
export async function readLinkedDeals(ports: Needs, reader: Reader, dealId: string): Promise<LinkedDeals> {
  const [{ deal }, { model }] = await Promise.all([
    dealSeenBy(ports, reader.caller, reader.people, dealId),
    ports.rules.current(),
  ])
  return linkedDealsOf(ports, reader, { deal, model })
}

/** The same of a deal that has been read already. */
export async function linkedDealsOf(
  { deals }: Pick<Ports, 'deals'>,
  reader: Reader,
  { deal, model }: { readonly deal: Deal; readonly model: Model },
): Promise<LinkedDeals> {
  if (Object.values(model.fields).every(({ type }) => type !== 'link')) return { to: [], from: [], isAll: true }
  const to = Object.entries(linksIn(deal.fields, model))
  const { items: naming, cursor } = await deals.linkedFrom({ deal: deal.id, limit: mostLinkedFrom })
  const [named, sources] = await Promise.all([
    seenDeals(deals, reader, [...new Set(to.map(([, id]) => id))]),
    // What they hold says by which field; whether they may be seen is asked behind that.
    naming.length === 0 ? [] : deals.findMany(naming),
  ])
  const from = sources
    .flatMap((one) => fieldsNaming(one, deal.id, model).map((field) => ({ field, one })))
    .toSorted((a, b) => (a.one.createdAt < b.one.createdAt ? 1 : -1))
  const telling = [...new Set(from.map(({ one }) => one))]
  const seen = new Set((await seenAmong(deals, reader, telling)).map(({ id }) => id))
  return {
    to: to.map(([field, id]) =>
      linked(
        field,
        named.find((one) => one.id === id),
      ),
    ),
    from: from.map(({ field, one }) => linked(field, seen.has(one.id) ? one : undefined)),
    isAll: cursor === undefined,
  }
}

function fieldsNaming(deal: Deal, id: string, model: Model): readonly string[] {
  return Object.entries(linksIn(deal.fields, model)).flatMap(([field, value]) => (value === id ? [field] : []))
}

function linked(field: string, deal: Deal | undefined): LinkedDeal {
  if (deal === undefined) return { field, deal: null }
  const { id, title, pipeline, stage, status, owner } = deal
  return { field, deal: { id, number: dealNumber(id), title, pipeline, stage, status, owner } }
}
