import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll } from 'vitest'

import { startEngine, type Engine } from '#local/engine'
import { localDynamo } from '#local/local-client'
import { createTableRequest } from '#store/table'

/** A real engine for one test file: ready in `beforeAll`, gone with its data after the last test. */
export type TestEngine = {
  readonly client: DynamoDBDocumentClient
  readonly endpoint: string
  readonly pid: number
  /** Makes Norma's own table, empty, under a new name, and answers the name. */
  readonly createTable: (name?: string) => Promise<string>
}

/** Starts an engine for the tests of this file; its members may be read from the first test (or `beforeAll`) on. */
export function useEngine(): TestEngine {
  let engine: Engine | undefined
  let client: DynamoDBDocumentClient | undefined
  let tables = 0

  beforeAll(async () => {
    engine = await startEngine()
    client = localDynamo(engine.endpoint)
  })
  afterAll(async () => {
    client?.destroy()
    await engine?.stop()
  })

  return {
    get client() {
      return started(client)
    },
    get endpoint() {
      return started(engine).endpoint
    },
    get pid() {
      return started(started(engine).pid)
    },
    createTable: async (name = `table-${(tables += 1)}`) => {
      await started(client).send(new CreateTableCommand(createTableRequest(name)))
      return name
    },
  }
}

function started<T>(it: T | undefined): T {
  if (it === undefined) throw new Error('The engine runs inside tests only: read it in a test or in beforeAll.')
  return it
}
