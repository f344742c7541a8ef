import type { ClientKind } from '#schemas/client-names'
import type { Deal, Fields, FieldValue } from '#schemas/deal'

/** The role of who buys. */
export const buyerRole = 'client'

/** The id of the card of who buys, as soon as there is one. */
export function buyerOf({ links }: { readonly links?: Deal['links'] | undefined }): string | undefined {
  return links?.find(({ role }) => role === buyerRole)?.client
}

/** Who buys, as far as the fields of a deal follow from it. */
export type Buyer = { readonly kind: ClientKind; readonly boughtAt?: string }

/**
 * The fields of a deal with what the card of who buys says: `client_type` is what it is a card of, `repeat_client` whether a
 * deal of theirs was won before this one was made. What was written of a client of whom nothing else is known stays.
 */
export function withBuyer<F extends Fields>(fields: F, { kind, boughtAt }: Buyer, madeAt: string): F {
  const isRepeat = boughtAt !== undefined && boughtAt <= madeAt ? true : (fields['repeat_client'] ?? false)
  return { ...fields, client_type: kind, repeat_client: isRepeat }
}

/** What a new card is of, where the deal says it. */
export function kindIn({ client_type: kind }: Fields): ClientKind | undefined {
  return kind === 'company' || kind === 'person' ? kind : undefined
}

/** Fields without what was said of the one who bought before. */
export function bareOfBuyer<F extends Fields>(fields: F): Omit<F, 'client_type' | 'repeat_client'> & Fields {
  const { client_type: _kind, repeat_client: _repeat, ...rest } = fields
  return rest
}

/** What of a deal’s fields changed because of who buys, before and after. */
export function changedByBuyer(was: Fields, next: Fields): Record<string, [FieldValue, FieldValue]> {
  const ids = following.filter((id) => (was[id] ?? null) !== (next[id] ?? null))
  return Object.fromEntries(ids.map((id) => [id, [was[id] ?? null, next[id] ?? null]]))
}

/** Fields with what has changed of them. */
export function withChanged<F extends Fields>(
  fields: F,
  changes: Readonly<Record<string, [FieldValue, FieldValue]>>,
): F {
  return { ...fields, ...Object.fromEntries(Object.entries(changes).map(([id, [, next]]) => [id, next])) }
}

/** Whether a field says who buys. */
export function isOfBuyer(id: string): boolean {
  return following.includes(id)
}

/** Whether a field of a deal follows from the card of who buys: nobody writes it any more. */
export function followsBuyer(id: string, { links, fields }: Pick<Deal, 'links' | 'fields'>): boolean {
  // Of deals that got their cards later nothing may have been said yet.
  return isOfBuyer(id) && (fields[id] ?? null) !== null && (links ?? []).some(({ role }) => role === buyerRole)
}

const following = ['client_type', 'repeat_client']
