import { leftBehind } from '#entry/domain/api-key'
import type { ApiKeyStore } from '#ports/api-keys'

/** Ends the keys of somebody who leaves: theirs at once, those of the company after a week. */
export async function closeApiKeys(apiKeys: ApiKeyStore, employee: string, at: string): Promise<void> {
  const its = (await apiKeys.all()).filter(
    ({ responsible, leftAt }) => responsible === employee && leftAt === undefined,
  )
  for (const key of its) {
    const left = leftBehind(key, at)
    // A key that somebody changes in this moment is closed by what its use asks: whether they work here.
    // oxlint-disable-next-line no-await-in-loop -- somebody has a handful of keys
    await (left === undefined ? apiKeys.remove(key.id) : apiKeys.save(left))
  }
}
