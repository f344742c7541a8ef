import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll } from 'vitest'

import { localDynamo } from '#local/local-client'
import { ensureTable, openStore, type LocalStore } from '#local/open-store'

/** A real store for one test file, in memory: ready in `beforeAll`, gone with its data after the last test. */
export type TestEngine = {
  readonly client: DynamoDBDocumentClient
  readonly store: LocalStore
  /** Makes Norma's own table, empty, under a new name, and answers the name. */
  readonly createTable: (name?: string) => Promise<string>
}

/** Opens a store for the tests of this file; its members may be read from the first test (or `beforeAll`) on. */
export function useEngine(): TestEngine {
  let store: LocalStore | undefined
  let client: DynamoDBDocumentClient | undefined
  let tables = 0

  beforeAll(async () => {
    store = await openStore()
    client = localDynamo(store.line)
  })
  afterAll(async () => {
    client?.destroy()
    await store?.stop()
  })

  return {
    get client() {
      return started(client)
    },
    get store() {
      return started(store)
    },
    createTable: async (name = `table-${(tables += 1)}`) => {
      await ensureTable(started(store), name)
      return name
    },
  }
}

function started<T>(it: T | undefined): T {
  if (it === undefined) throw new Error('The engine runs inside tests only: read it in a test or in beforeAll.')
  return it
}
