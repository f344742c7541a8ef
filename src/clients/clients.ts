import type { PersonalDoor } from '#ports/personal'

/** How the cards of clients are handed out, erased and moved. Code is loaded with the first call. */
export const clients: PersonalDoor = {
  places: [
    'client, core',
    'client, personal',
    'client, what it was',
    'link of clients',
    'way to find, head',
    'way to find',
    'my clients',
    'cards before a merge',
  ],
  export: async (ports, id) => (await import('./usecases/personal-data')).exportClient(ports, id),
  erase: async (ports, id) => (await import('./usecases/personal-data')).eraseClient(ports, id),
  moveTo: async (ports, moving, keep) => (await import('./usecases/personal-data')).moveLinks(ports, moving, keep),
  moveBack: async (ports, moving, moved) =>
    (await import('./usecases/personal-data')).moveLinksBack(ports, moving, moved),
}
