import type { PersonalDoor } from '#ports/personal'

/**
 * What the search keeps of clients: words, all of them made of what deals and cards say. Nothing of it is handed out or
 * moved: it follows its deal or card by its events. Erasing takes the client’s own words away at once.
 */
export const clients: PersonalDoor = {
  places: ['word', 'words of a thing'],
  export: async () => [],
  erase: async ({ words }, client) => {
    await Promise.all((['company', 'person'] as const).map((kind) => words.forget(kind, client)))
    // Every card has words: said also of those that were gone when an erasure that had been broken off went on.
    return [{ place: 'word', id: client }]
  },
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
