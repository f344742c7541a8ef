import type { PersonalDoor } from '#ports/personal'

/**
 * How the room answers for personal data. Invoices hang on deals, so they are handed out by the deals of a client, and follow
 * these when cards are merged. The tax code has invoices and payments kept for years: they are not erased with a card.
 */
export const clients: PersonalDoor = {
  places: ['invoice', 'payment', 'statement'],
  export: async ({ knownClients, money }, client) => {
    const known = await knownClients.read(client)
    const invoices = await Promise.all((known?.openDeals ?? []).map((dealId) => money.invoicesOf(dealId)))
    return invoices.flat().map((invoice) => ({ place: 'invoice', id: invoice.id, says: invoice }))
  },
  erase: async () => [],
  moveTo: async () => [],
  moveBack: async () => undefined,
}
