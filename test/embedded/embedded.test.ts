import { describe } from 'vitest'

import { nodeSqlite } from '#embedded/sqlite-node'
import { wasmSqlite } from '#embedded/sqlite-wasm'
import type { SqliteAdapter } from '#embedded/sqlite'
import { openEmbeddedStore } from '#embedded/store'
import { embeddedLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { tableDefinition } from '#store/table'

import { dynamoSuite, type Served } from './dynamo-suite'

const served = async (adapter: SqliteAdapter, isThroughSdk: boolean): Promise<Served> => {
  const store = openEmbeddedStore({ adapter })
  const client = localDynamo(embeddedLine(store))
  if (isThroughSdk) client.middlewareStack.add((next) => (args) => next(args))
  store.declare('contract', { ...tableDefinition, sets: true })
  return {
    client,
    table: 'contract',
    close: () => {
      client.destroy()
      store.close()
      return Promise.resolve()
    },
  }
}

for (const isThroughSdk of [false, true]) {
  const way = isThroughSdk ? 'through the SDK' : 'past the SDK'
  describe(`the embedded store over WebAssembly, ${way}`, () =>
    dynamoSuite(async () => served(await wasmSqlite(), isThroughSdk)))

  const builtIn = nodeSqlite()
  describe.skipIf(builtIn === undefined)(`the embedded store over Node's own SQLite, ${way}`, () =>
    dynamoSuite(async () => served(builtIn ?? (await wasmSqlite()), isThroughSdk)),
  )
}
