import { entryRefusal } from '#entry/words/entry-refusal'
import type { ApiKeyStore, Keyholders } from '#ports/api-keys'

import { partsOfKey } from './key-text'
import { isSecret } from './secrets'

const noteMs = 3_600_000

/** Who stands behind keys. That one was used is noted once an hour, beside the answer. */
export function keyholders(apiKeys: ApiKeyStore): Keyholders {
  return {
    behind: async (shown, at) => {
      const parts = partsOfKey(shown)
      if (parts === undefined) throw entryRefusal('unauthenticated.key_form')
      const id = `key_${parts.id}`
      const key = await apiKeys.find(id)
      const isGood =
        key?.secrets.some(({ hash, until }) => (until ?? at) >= at && isSecret(parts.secret, hash)) === true
      // The same words for a key that never was and one that was taken away: nobody learns which ids there are.
      if (key === undefined || !isGood) throw entryRefusal('unauthenticated.key')
      if (key.expiresAt <= at) throw entryRefusal('unauthenticated.key_over', { name: key.name })
      if (Date.parse(at) - Date.parse(key.usedAt ?? key.createdAt) >= noteMs || key.usedAt === undefined) {
        await apiKeys.touch(id, at)
      }
      const { responsible, scopes, leftAt } = key
      return { id, responsible, scopes, outlives: leftAt !== undefined }
    },
  }
}
