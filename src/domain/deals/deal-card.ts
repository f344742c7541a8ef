import { notOnCard } from '#schemas/lists/not-on-card'
import type { Deal, DealCard, FieldValue } from '#schemas/deal'

/** Built-in fields are on the card of a deal, so that a list can show them. */
const cardFields = new Set(['amount', 'paid', 'client_type', 'repeat_client', 'source', 'expected_close'])

/** Whether lists show a field of a deal. */
export function isOnCard(field: string): boolean {
  return cardFields.has(field)
}

/** A deal as it is kept for lists, which show its built-in fields alone. */
export function cardOf(deal: Deal): DealCard {
  return { ...listedOf(deal), fields: pickFields(deal.fields, isOnCard) }
}

/** A deal that was read whole as a list shows it: with all of its fields, without its client and its books. */
export function listedOf(deal: DealCard & Partial<Deal>): DealCard {
  return Object.fromEntries(Object.entries(deal).filter(([name]) => !hidden.has(name))) as DealCard
}

const hidden: ReadonlySet<string> = new Set(notOnCard)

/** Those fields that are wanted, in the order of their ids. */
export function pickFields(fields: Deal['fields'], isWanted: (id: string) => boolean): Record<string, FieldValue> {
  const picked: Record<string, FieldValue> = {}
  for (const id of Object.keys(fields).toSorted()) {
    const value = fields[id]
    if (isWanted(id) && value !== undefined) picked[id] = value
  }
  return picked
}

/** Where a deal stands in its column: who has been in the stage longest comes first. */
export function placeInColumn({ visit, id }: Pick<Deal, 'visit' | 'id'>): string {
  return `${visit.enteredAt}#${id}`
}
