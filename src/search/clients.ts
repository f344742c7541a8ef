import type { PersonalDoor } from '#ports/personal'

/**
 * What the search keeps of clients: words, all of them made of what deals and cards say. Nothing of it is handed out or
 * moved: it follows its deal or card by its events. Erasing takes the client’s own words away at once.
 */
export const clients: PersonalDoor = {
  places: ['word', 'words of a thing'],
  export: async () => [],
  erase: async ({ words }, client) => {
    const gone = await Promise.all(
      (['company', 'person'] as const).map(async (kind) => ((await words.forget(kind, client)) ? [client] : [])),
    )
    return gone.flat().map((id) => ({ place: 'word', id }))
  },
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
