import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb'

import type { Key } from './key'
import type { TableAccess } from './table-access'

/** BatchGetItem takes so many keys. */
const mostKeys = 100

/**
 * Items by their keys, in no particular order, those that are there: `atOnce` keys a request, the requests side by side. A
 * request answers with 16 MB at most; what one could not read is asked of the next. Read strongly unless told otherwise:
 * what was decided on an old state would only be refused when it is written.
 */
export async function getMany(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  wanted: readonly Key[],
  { atOnce = mostKeys, isConsistent = true }: { readonly atOnce?: number; readonly isConsistent?: boolean } = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const groups: (readonly Key[])[] = []
  for (let first = 0; first < wanted.length; first += atOnce) groups.push(wanted.slice(first, first + atOnce))
  const found = await Promise.all(
    groups.map(async (group) => {
      const items: Record<string, unknown>[] = []
      let left: Record<string, unknown>[] | undefined = group.map((key) => ({ ...key }))
      while (left !== undefined && left.length > 0) {
        const ask = { RequestItems: { [table]: { Keys: left, ConsistentRead: isConsistent } } }
        // oxlint-disable-next-line no-await-in-loop -- what one request could not read is asked of the next
        const answer: BatchGetCommandOutput = await document.send(new BatchGetCommand(ask))
        items.push(...(answer.Responses?.[table] ?? []))
        left = answer.UnprocessedKeys?.[table]?.Keys
      }
      return items
    }),
  )
  return found.flat()
}
