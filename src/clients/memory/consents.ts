import { kept } from '#memory/kept'
import type { ConsentStore } from '#ports/client-store'
import type { KeptConsent } from '#schemas/clients/kept-consent'

/** What clients have agreed to, in memory. */
export function memoryConsents(): ConsentStore {
  const all = new Map<string, Map<string, KeptConsent>>()
  return {
    of: async (client) => [...(all.get(client)?.values() ?? [])],
    keep: async (client, said) => {
      all.set(client, (all.get(client) ?? new Map<string, KeptConsent>()).set(said.id, kept(said)))
    },
    drop: async (client, { id }) => void all.get(client)?.delete(id),
  }
}
