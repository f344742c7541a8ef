import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'

// A process of its own that writes items into a store, five at a time, says each that was acknowledged, and waits to be killed.
const [dataDir = '', from = '0'] = process.argv.slice(2)
const store = await openStore({ dataDir })
await ensureTable(store, 'kept')
const client = localDynamo(store.line)
for (let no = Number(from); ; no += 5) {
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (more) => {
      await client.send(
        new PutCommand({ TableName: 'kept', Item: { pk: 'all', sk: String(no + more).padStart(6, '0') } }),
      )
      process.stdout.write(`${no + more}\n`)
    }),
  )
}
