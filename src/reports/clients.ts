import type { PersonalDoor } from '#ports/personal'

/**
 * What reports keep of clients: the names and short texts of their deals, on shelves and in packs. Nothing of it is handed out
 * or moved: it is made of the deals. Erasing makes facts and packs anew of deals that have been renamed before.
 */
export const clients: PersonalDoor = {
  places: ['facts for reports', 'facts, loose by themselves', 'facts, packed'],
  export: async () => [],
  erase: async (ports, client) => (await import('./usecases/rewrite-facts')).rewriteFacts(ports, client),
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
