import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'

import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'

import { chooseSqlite } from '#embedded/choose-sqlite'
import { serverLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore, storeFile, type LocalStore } from '#local/open-store'
import { queuesOf } from '#local/queues/queue-log'
import { createTableRequest } from '#store/table'
import { createDeal } from '#usecases/deals/create-deal'
import { findDynoxide, startDynoxide } from '#test/support/dynoxide'
import { useFolder } from '#test/support/temporary-folder'
import { aWorld } from '#test/support/world'

type Item = Readonly<Record<string, unknown>>

const table = 'norma'
const program = findDynoxide()
const fillers = 1_200

/** A folder as a Norma with the former engine has left it: the engine’s file, how far events were told, the log of queues. */
describe.skipIf(program === undefined)('a folder of the former engine', () => {
  const folder = useFolder('all')
  const inData = (name: string) => folder.path(`data/${name}`)
  let items: readonly Item[] = []
  let untold: readonly { readonly keys: string; readonly image: string }[] = []
  const left = { db: '', queues: '', checkpoint: '' }

  beforeAll(async () => {
    mkdirSync(folder.path('data'), { recursive: true })
    const former = await startDynoxide(program ?? '', inData('norma.db'))
    const client = localDynamo(serverLine(former.endpoint))
    const createTable = async () => {
      await client.send(new CreateTableCommand(createTableRequest(table)))
      return table
    }
    const world = await aWorld({ client, createTable, store: undefined as never })
    const anna = await world.as('anna')
    for (let no = 0; no < 6; no += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the events are told in this order
      await createDeal(world.ports, anna, { title: `Deal ${no}`, fields: { amount: 10 ** 12 + no } })
    }
    await fill(client)
    items = await everything(client)
    client.destroy()
    await former.stop()

    const old = (await chooseSqlite()).open(inData('norma.db'))
    old.exec('PRAGMA locking_mode = EXCLUSIVE')
    const told = old
      .prepare(
        'SELECT CAST(sequence_number AS INTEGER) AS no, keys_json AS keys, new_image AS image FROM _stream_records ORDER BY 1',
      )
      .all()
      .filter(({ keys, image }) => image !== null && isOfDeal(String(keys)))
    old.close()
    const handedOver = told[2]?.['no']
    untold = told.slice(3).map(({ keys, image }) => ({ keys: String(keys), image: String(image) }))
    writeFileSync(inData('stream.checkpoint'), JSON.stringify({ sequenceNumber: String(handedOver) }))
    writeFileSync(inData('queue.log'), '{"one":1}\n{"two":2}\n{"cut sho')
    Object.assign(left, formerFiles())
  }, 120_000)

  const formerFiles = () => ({
    db: hashOf(inData('norma.db')),
    queues: hashOf(inData('queue.log')),
    checkpoint: hashOf(inData('stream.checkpoint')),
  })

  const opened = async <T>(use: (store: LocalStore, told: readonly string[]) => Promise<T>): Promise<T> => {
    const told: string[] = []
    const store = await openStore({
      dataDir: folder.path('data'),
      tellTakeOver: (done, total) => told.push(`${done}/${total}`),
    })
    try {
      await ensureTable(store, table)
      return await use(store, told)
    } finally {
      await store.stop()
    }
  }

  test('is taken over whole, with progress: every item, every event not told yet, every line of the queues', async () => {
    // What a start that was cut short has left is begun again.
    writeFileSync(inData(`${storeFile}.taking`), 'half a file')

    await opened(async (store, told) => {
      const found = await everything(localDynamo(store.line))
      const records = store.embedded.stream.read(table, 0, 1_000)

      expect(found).toHaveLength(items.length)
      expect(byKey(found)).toEqual(byKey(items))
      expect(untold.length).toBeGreaterThan(2)
      expect(records.map(({ dynamodb }) => dynamodb.Keys)).toEqual(untold.map(({ keys }) => JSON.parse(keys) as Item))
      expect(records.map(({ dynamodb }) => dynamodb.NewImage)).toEqual(
        untold.map(({ image }) => JSON.parse(image) as Item),
      )
      expect(store.embedded.lines(queuesOf(table)).read()).toEqual(['{"one":1}', '{"two":2}'])
      expect(told[0]).toBe(`0/${items.length}`)
      expect(told.at(-1)).toBe(`${items.length}/${items.length}`)
      expect(told.length).toBeGreaterThan(3)
    })
  })

  test('keeps its files as they were, and is taken over once', async () => {
    const told = await opened(async (_store, progress) => [...progress])

    expect(told).toEqual([])
    expect(formerFiles()).toEqual(left)
    expect(readdirSync(folder.path('data')).filter((name) => name.includes('.taking'))).toEqual([])
  })
})

/** Whether a change is a birth of an event of a deal: nothing else is told here. */
function isOfDeal(keys: string): boolean {
  const { pk, sk } = JSON.parse(keys) as Readonly<Record<'pk' | 'sk', { readonly S: string }>>
  return pk.S.startsWith('D#') && sk.S.startsWith('E#')
}

async function fill(client: DynamoDBDocumentClient): Promise<void> {
  for (let from = 0; from < fillers; from += 25) {
    const batch = Array.from({ length: 25 }, (_, no) => ({
      PutRequest: { Item: { pk: `filler#${from + no}`, sk: '#', n: from + no, list: ['a', { deep: true }, null] } },
    }))
    // oxlint-disable-next-line no-await-in-loop -- one batch after another
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }))
  }
}

async function everything(client: DynamoDBDocumentClient): Promise<readonly Item[]> {
  const found: Item[] = []
  let from: Record<string, unknown> | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await client.send(new ScanCommand({ TableName: table, ...(from && { ExclusiveStartKey: from }) }))
    found.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return found
}

function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [`${String(item['pk'])} / ${String(item['sk'])}`, item]))
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
