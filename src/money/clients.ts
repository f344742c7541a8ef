import type { PersonalDoor } from '#ports/personal'

/**
 * How the room answers for personal data. Invoices hang on deals, so they are handed out by the deals of a client with what
 * was paid on them, and follow these when cards are merged. The tax code has invoices and payments kept for years: they are
 * not erased with a card.
 */
export const clients: PersonalDoor = {
  places: ['invoice', 'payment', 'statement'],
  export: async (ports, client) => (await import('./usecases/money-of-client')).moneyOfClient(ports, client),
  erase: async () => [],
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
