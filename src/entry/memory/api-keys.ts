import { kept } from '#memory/kept'
import type { ApiKeyStore } from '#ports/api-keys'
import type { KeptApiKey } from '#schemas/entry/kept-api-key'

/** The keys of programs, in memory. */
export function memoryApiKeys(): ApiKeyStore {
  const keys = new Map<string, KeptApiKey>()
  return {
    find: async (id) => keys.get(id),
    all: async () => [...keys.values()],
    save: async (key) => {
      if ((keys.get(key.id)?.rev ?? 0) !== key.rev - 1) return false
      keys.set(key.id, kept(key))
      return true
    },
    remove: async (id) => void keys.delete(id),
    touch: async (id, at) => {
      const key = keys.get(id)
      if (key !== undefined) keys.set(id, kept({ ...key, usedAt: at }))
    },
  }
}
