import type { KnownClients } from '#ports/known-clients'

/** Nobody is known, and no card is made, as long as no room keeps clients. */
export const nobodyKnown: KnownClients = {
  find: async () => ({ known: [], linked: undefined }),
  take: async () => undefined,
  read: async () => undefined,
}
