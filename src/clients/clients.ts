import type { PersonalDoor } from '#ports/personal'

/** How the cards of clients are handed out, erased and moved. Code is loaded with the first call. */
export const clients: PersonalDoor = {
  places: [
    'client, core',
    'client, personal',
    'client, what it was',
    'consent',
    'link of clients',
    'way to find, head',
    'way to find',
    'my clients',
    'cards before a merge',
    'request of a client',
  ],
  export: async (ports, id) => [
    ...(await (await import('./usecases/personal-data')).exportClient(ports, id)),
    ...(await (await import('./usecases/consents')).exportConsents(ports, id)),
    ...(await (await import('./usecases/requests/requests-of-client')).exportRequests(ports, id)),
  ],
  erase: async (ports, id) => [
    ...(await (await import('./usecases/consents')).eraseConsents(ports, id)),
    ...(await (await import('./usecases/requests/requests-of-client')).eraseRequests(ports, id)),
    ...(await (await import('./usecases/personal-data')).eraseClient(ports, id)),
  ],
  moveTo: async (ports, moving, keep) => {
    await (await import('./usecases/consents')).moveConsents(ports, moving, keep)
    await (await import('./usecases/personal-data')).moveLinks(ports, moving, keep)
  },
  moveBack: async (ports, moving, moved) => {
    await (await import('./usecases/consents')).moveConsentsBack(ports, moving, moved)
    await (await import('./usecases/personal-data')).moveLinksBack(ports, moving, moved)
  },
}
