import type { Deal, DealCard, FieldValue } from '#schemas/deal'

/** Built-in fields are on the card of a deal, so that a list can show them. */
const cardFields = new Set(['amount', 'paid', 'client_type', 'repeat_client', 'source', 'expected_close'])

/** Whether lists show a field of a deal. */
export function isOnCard(field: string): boolean {
  return cardFields.has(field)
}

/** A deal as lists show it. */
export function cardOf(deal: Deal): DealCard {
  const { client: _client, links: _links, won: _won, countedBefore: _before, corrections: _corrections, ...card } = deal
  return { ...card, fields: pickFields(deal.fields, isOnCard) }
}

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
