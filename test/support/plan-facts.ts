import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { type FactKeyParts, keys } from '#store/plan/keys'

/** Writes counters of a month as the ledger would leave them, by the thousand. */
export async function writeFacts(
  client: DynamoDBDocumentClient,
  table: string,
  month: string,
  rows: readonly (FactKeyParts & { readonly sumMinor: number })[],
): Promise<void> {
  const puts = rows.map(({ sumMinor, ...parts }) => ({
    PutRequest: { Item: { ...keys.fact(month, parts), sumMinor, deals: 1, tasks: 0, rev: 1 } },
  }))
  const batches = Array.from({ length: Math.ceil(puts.length / 25) }, (_, no) => puts.slice(no * 25, no * 25 + 25))
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (const batch of batches.filter((_, no) => no % 4 === lane)) {
        await client.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }))
      }
    }),
  )
}
