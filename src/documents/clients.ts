import type { PersonalDoor } from '#ports/personal'

/**
 * How the room answers for personal data. Documents hang on deals, so they are handed out by the deals of a client, and
 * follow these when cards are merged. A document that is issued is kept for as long as the law wants it: only drafts, which
 * nobody has been given, are erased.
 */
export const clients: PersonalDoor = {
  places: ['document'],
  export: async (ports, client) =>
    (await import('#documents/usecases/documents-of-client')).documentsOfClient(ports, client),
  erase: async (ports, client) => (await import('#documents/usecases/documents-of-client')).eraseDrafts(ports, client),
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
