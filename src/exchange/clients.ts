import type { PersonalDoor } from '#ports/personal'

/**
 * How the room answers for personal data. As whom 1C knows somebody hangs on invoices that were issued to them, which the tax
 * code has kept for years, so it is not erased with a card; what came as bytes is gone after a day by itself.
 */
export const clients: PersonalDoor = {
  places: ['counterparty', 'exchange part'],
  export: async (ports, client) =>
    (await import('./usecases/counterparties-of-client')).counterpartiesOfClient(ports, client),
  erase: async () => [],
  moveTo: async (ports, moving, keep) =>
    (await import('./usecases/counterparties-of-client')).moveCounterparties(ports, moving, keep),
  moveBack: async (ports, moving, moved) =>
    (await import('./usecases/counterparties-of-client')).moveCounterpartiesBack(ports, moving, moved),
}
