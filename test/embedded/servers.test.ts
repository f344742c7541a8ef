import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { describe } from 'vitest'

import { serverLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { createTableRequest } from '#store/table'
import { findDynoxide, startDynoxide } from '#test/support/dynoxide'

import { dynamoSuite, type Otherwise, type Served } from './dynamo-suite'

/** A server of DynamoDB that somebody names: the suite is run on it, in a table of its own. */
const named = process.env['NORMA_CONTRACT_ENDPOINT']
const program = findDynoxide()

async function servedAt(endpoint: string, stop: () => Promise<void>): Promise<Served> {
  const client = localDynamo(serverLine(endpoint))
  const table = `contract-${Date.now()}`
  await client.send(new CreateTableCommand(createTableRequest(table)))
  return {
    client,
    table,
    close: () => {
      client.destroy()
      return stop()
    },
  }
}

/** Where the independent server does otherwise than DynamoDB documents. */
const otherwise: Otherwise = [
  'that nobody uses is refused before anything is looked at',
  'puts at the end of a list what it sets beyond the end',
  'takes the places out of a list that it had',
  'for a key that none can be is refused',
]

describe.skipIf(program === undefined)('an independent server', () =>
  dynamoSuite(async () => {
    const { endpoint, stop } = await startDynoxide(program ?? '')
    return servedAt(endpoint, stop)
  }, otherwise),
)

describe.skipIf(named === undefined)(`the server at ${named}`, () =>
  dynamoSuite(() => servedAt(named ?? '', () => Promise.resolve())),
)
