import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { startEngine } from '#local/engine'
import { localDynamo } from '#local/local-client'

// A process of its own that starts an engine, writes one item, says the engine's number and waits to be killed.
const engine = await startEngine({ dataDir: process.argv[2] ?? '' })
const client = localDynamo(engine.endpoint)
await client.send(
  new CreateTableCommand({
    TableName: 'kept',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
  }),
)
await client.send(new PutCommand({ TableName: 'kept', Item: { pk: 'a', sk: 'a', written: 'before the kill' } }))
console.log(engine.pid)
setInterval(() => undefined, 60_000)
