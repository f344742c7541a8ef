import { applyFields } from '#domain/deals/fields'
import type { Caller } from '#domain/kernel/access'
import type { Linkable } from '#domain/deals/linked'
import type { Ports } from '#ports/ports'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { DealFile } from '#usecases/deals/deal-file'

/** A deal, or one that is about to be. */
type Filling = Pick<DealFile, 'newest' | 'people'> & {
  readonly deal: Pick<Deal, 'fields' | 'currency'> & Partial<Pick<Deal, 'id'>>
}

/** The fields of a deal with what a command says of them, and what that changes. Refuses with `field_value`. */
export async function filledIn(
  ports: Pick<Ports, 'deals'>,
  caller: Caller,
  { deal, newest: { model }, people }: Filling,
  asked: Readonly<Record<string, FieldValue>> = {},
): Promise<ReturnType<typeof applyFields>> {
  const linkable = await linkableIn(ports, caller, { model, people, fields: asked })
  const self = deal.id === undefined ? {} : { self: deal.id }
  return applyFields(deal.fields, asked, { model, people, linkable, currency: deal.currency, ...self })
}

/** What deals the fields may name; what looks for them is loaded where any is named, which is seldom. */
async function linkableIn(
  ports: Pick<Ports, 'deals'>,
  caller: Caller,
  asked: { readonly model: Model; readonly people: DealFile['people']; readonly fields: Deal['fields'] },
): Promise<Linkable | undefined> {
  if (Object.keys(asked.fields).every((id) => asked.model.fields[id]?.type !== 'link')) return undefined
  return (await import('./linkable-deals')).linkableDeals(ports, caller, asked)
}
