import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { chooseSqlite } from '#embedded/choose-sqlite'
import { openEmbeddedStore, type EmbeddedOptions, type EmbeddedStore } from '#embedded/store'
import type { Sqlite, SqliteAdapter } from '#embedded/sqlite'
import { tableDefinition } from '#store/table'
import { useFolder } from '#test/support/temporary-folder'

describe('the file of the embedded store', () => {
  const folder = useFolder()
  let adapter: SqliteAdapter
  let open: EmbeddedStore[] = []
  let commits = 0
  beforeEach(async () => {
    adapter = counting(await chooseSqlite(), () => (commits += 1))
    commits = 0
    open = []
  })
  afterEach(() => {
    for (const store of open) store.close()
  })

  const storeAt = (path?: string, more: Partial<EmbeddedOptions> = {}) => {
    const store = openEmbeddedStore({ adapter, ...(path !== undefined && { path }), ...more })
    store.declare('t', tableDefinition)
    open.push(store)
    return store
  }
  const put = (store: EmbeddedStore, pk: string, sk: string, more: object = {}) =>
    store.ask('PutItem', { TableName: 't', Item: { pk, sk, ...more } })
  const all = async (store: EmbeddedStore, pk: string) => {
    const ask = { TableName: 't', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
    const { Items } = (await store.ask('Query', ask)) as { Items: { sk: string }[] }
    return Items.map(({ sk }) => sk)
  }

  test('takes the writes of one turn in one transaction, and a condition that fails spoils nobody else’s', async () => {
    const store = storeAt()
    await put(store, 'a', 'there')
    commits = 0

    const outcomes = await Promise.allSettled([
      put(store, 'a', '1'),
      store.ask('PutItem', {
        TableName: 't',
        Item: { pk: 'a', sk: 'there' },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
      put(store, 'a', '2'),
      store.ask('UpdateItem', {
        TableName: 't',
        Key: { pk: 'a', sk: '1' },
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': new Date() },
      }),
      put(store, 'a', '3'),
    ])

    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await all(store, 'a')).toEqual(['1', '2', '3', 'there'])
    expect(commits).toBe(1)
  })

  test('in memory nobody waits for a disk that is not there, however long turns take', async () => {
    const { file } = storeAt()
    const slowly = () => {
      for (const until = performance.now() + 5; performance.now() < until;);
      return () => undefined
    }
    for (let no = 0; no < 4; no += 1) await file.turn(slowly)
    let isDone = false

    void file
      .turn(() => () => undefined)
      .then(() => {
        isDone = true
      })
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))

    expect(isDone).toBe(true)
  })

  test('is whole up to some write, wherever a power cut has cut its log', async () => {
    const path = folder.path('store.sqlite')
    const store = storeAt(path)
    const count = 60
    for (let no = 0; no < count; no += 1) {
      const at = String(no).padStart(3, '0')
      const items = ['a', 'b'].map((pk) => ({ Put: { TableName: 't', Item: { pk, sk: at, text: 'x'.repeat(700) } } }))
      await store.ask('TransactWriteItems', { TransactItems: items })
    }
    const log = statSync(`${path}-wal`).size
    const found: number[] = []
    for (const [no, kept] of [log, log - 1, log - 700, log * 0.7, log * 0.4, log * 0.1, 40, 0].entries()) {
      mkdirSync(folder.path(`cut${no}`))
      const copy = folder.path(`cut${no}/store.sqlite`)
      copyFileSync(path, copy)
      copyFileSync(`${path}-wal`, `${copy}-wal`)
      truncateSync(`${copy}-wal`, Math.floor(kept))
      const cut = openEmbeddedStore({ adapter, path: copy })
      open.push(cut)
      // Before the table was made there is none to ask.
      const [a, b] = cut.hasStream('t') ? [await all(cut, 'a'), await all(cut, 'b')] : [[], []]
      expect(a).toEqual(b)
      expect(a).toEqual(Array.from({ length: a.length }, (_, at) => String(at).padStart(3, '0')))
      found.push(a.length)
    }

    expect(found[0]).toBe(count)
    expect(found).toEqual(found.toSorted((a, b) => b - a))
    expect(found.at(-1)).toBeLessThan(count)
  })

  test('refuses what a full disk cannot take, keeps what was acknowledged and goes on when there is room', async () => {
    const store = storeAt(folder.path('store.sqlite'))
    const text = 'x'.repeat(20_000)
    store.file.sqlite.exec('PRAGMA max_page_count = 60')
    const written: string[] = []
    let trouble: unknown
    for (let no = 0; trouble === undefined && no < 200; no += 1) {
      const sk = String(no).padStart(3, '0')
      await put(store, 'a', sk, { text }).then(
        () => written.push(sk),
        (error: unknown) => (trouble = error),
      )
    }
    const small = await Promise.allSettled([put(store, 'b', '1', { text }), put(store, 'b', '2', { text })])
    store.file.sqlite.exec('PRAGMA max_page_count = 100000')
    await put(store, 'b', '3', { text })

    expect(trouble).toMatchObject({
      name: 'StoreTrouble',
      message: expect.stringContaining('Is the disk full') as string,
    })
    expect(written.length).toBeGreaterThan(5)
    expect(await all(store, 'a')).toEqual(written)
    expect(await all(store, 'b')).toEqual([
      ...small.flatMap(({ status }, no) => (status === 'fulfilled' ? [`${no + 1}`] : [])),
      '3',
    ])
  })

  test('lets itself be closed on a disk that is full, and opens again with all that was acknowledged', async () => {
    const path = folder.path('store.sqlite')
    const store = storeAt(path)
    const text = 'x'.repeat(20_000)
    store.file.sqlite.exec('PRAGMA max_page_count = 60')
    const asked = Array.from({ length: 40 }, (_, no) => put(store, 'a', String(no).padStart(3, '0'), { text }))
    const first = await Promise.allSettled(asked)
    const last = await Promise.allSettled([put(store, 'b', '1', { text: text.repeat(20) })])

    store.close()
    open.length = 0
    const again = storeAt(path)

    expect([...first, ...last].some(({ status }) => status === 'rejected')).toBe(true)
    expect(await all(again, 'a')).toEqual(
      first.flatMap(({ status }, no) => (status === 'fulfilled' ? [String(no).padStart(3, '0')] : [])),
    )
    expect(await all(again, 'b')).toEqual([])
  })

  test('uses an index for everything it asks of SQLite', async () => {
    const asked = new Set<string>()
    const watched = watching(adapter, (sql) => asked.add(sql))
    const store = openEmbeddedStore({ adapter: watched })
    open.push(store)
    store.declare('t', tableDefinition)
    await put(store, 'a', 'a', { expiresAt: 1 })
    const values = { ':a': 'a', ':b': 'b' }
    for (const [index, pk, sk] of [
      [undefined, 'pk', 'sk'],
      ['gsi1', 'gsi1pk', 'gsi1sk'],
      ['gsi2', 'gsi2pk', 'gsi2sk'],
    ]) {
      const start = { pk: 'a', sk: 'a', ...(index !== undefined && { [`${pk}`]: 'a', [`${sk}`]: 'a' }) }
      for (const more of [{}, { ExclusiveStartKey: start }, { ExclusiveStartKey: start, ScanIndexForward: false }]) {
        const IndexName = index === undefined ? {} : { IndexName: index }
        const ask = { TableName: 't', ...IndexName, ...more }
        const range = `${pk} = :a AND ${sk} BETWEEN :a AND :b`
        await store.ask('Query', { ...ask, KeyConditionExpression: range, ExpressionAttributeValues: values })
        await store.ask('Query', {
          ...ask,
          KeyConditionExpression: `${pk} = :a AND begins_with(${sk}, :a)`,
          ExpressionAttributeValues: { ':a': 'a' },
        })
      }
    }
    await store.expire(Date.now())
    store.stream.read('t', 0, 10)
    store.lines('queues').read()

    const scans = [...asked]
      .filter((sql) => /^\s*(SELECT|DELETE)/.test(sql))
      .flatMap((sql) => {
        const count = sql.split('?').length - 1
        const plan = store.file.sqlite
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...Array.from({ length: count }, () => 1))
        return plan
          .map(({ detail }) => String(detail))
          .filter((line) => /^SCAN (?!tables)|TEMP B-TREE/.test(line))
          .map((line) => `${line}: ${sql}`)
      })
    expect(asked.size).toBeGreaterThan(20)
    expect(scans).toEqual([])
  })

  test('takes away what is out of date, and tells nobody who does not want to hear it', async () => {
    const store = storeAt(undefined, { filter: ({ eventName }) => eventName === 'REMOVE' })
    const now = Date.parse('2026-11-29T09:00:00Z')
    await put(store, 'a', 'old', { expiresAt: now / 1000 - 1 })
    await put(store, 'a', 'new', { expiresAt: now / 1000 + 60 })
    await put(store, 'a', 'for ever')
    await put(store, 'a', 'a mistake', { expiresAt: 1 })

    const gone = await store.expire(now)

    expect(gone).toBe(1)
    expect(await all(store, 'a')).toEqual(['a mistake', 'for ever', 'new'])
    expect(store.stream.read('t', 0, 10).map(({ dynamodb }) => dynamodb.Keys['sk']?.S)).toEqual(['old'])
  })

  test('tells what was written in its order, as it was then, until it is forgotten', async () => {
    const store = storeAt()
    await put(store, 'a', '1', { n: 1 })
    await put(store, 'a', '1', { n: 1 })
    await put(store, 'a', '1', { n: 2, bytes: new Uint8Array([1]) })
    await store.ask('DeleteItem', { TableName: 't', Key: { pk: 'a', sk: '1' } })
    const told = store.stream.read('t', 0, 10)
    await store.file.turn(() => () => store.stream.trim('t', Number(told[1]?.dynamodb.SequenceNumber)))

    expect(told.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    expect(told.map(({ dynamodb }) => dynamodb.NewImage)).toEqual([
      { pk: { S: 'a' }, sk: { S: '1' }, n: { N: '1' } },
      { pk: { S: 'a' }, sk: { S: '1' }, n: { N: '2' }, bytes: { B: 'AQ==' } },
      undefined,
    ])
    expect(store.stream.read('t', 0, 10)).toEqual(told.slice(2))
  })

  test('counts beyond what JavaScript can, and gives the nearest number that there is to whoever has only that', async () => {
    const store = storeAt()
    const Key = { pk: 'a', sk: 'a' }
    const add = (n: number) => ({
      TableName: 't',
      Key,
      UpdateExpression: 'ADD n :n',
      ExpressionAttributeValues: { ':n': n },
    })
    await store.ask('UpdateItem', add(Number.MAX_SAFE_INTEGER))
    await store.ask('UpdateItem', add(2))
    const beyond = await store.ask('GetItem', { TableName: 't', Key })
    expect(beyond).toMatchObject({ Item: { n: Number.MAX_SAFE_INTEGER } })
    await store.ask('UpdateItem', add(-2))

    expect(await store.ask('GetItem', { TableName: 't', Key })).toEqual({
      Item: { ...Key, n: Number.MAX_SAFE_INTEGER },
    })
  })

  test.each([
    ['GetItem', { Key: { pk: 'a', sk: 'a' }, AttributesToGet: ['a'] }, 'the parameter AttributesToGet of GetItem'],
    ['Query', { KeyConditions: {} }, 'the parameter KeyConditions of Query'],
    ['Scan', { Segment: 0, TotalSegments: 2 }, 'the parameter Segment of Scan'],
    ['PutItem', { Item: { pk: 'a', sk: 'a' }, Expected: {} }, 'the parameter Expected of PutItem'],
    ['ExecuteStatement', { Statement: 'SELECT * FROM t' }, 'the operation ExecuteStatement'],
  ])('refuses what it does not know, such as %s with %j', async (operation, request, what) => {
    const asked = storeAt().ask(operation, { TableName: 't', ...request })

    await expect(asked).rejects.toMatchObject({
      name: 'NotKnownToTheStore',
      message: `The embedded store does not know ${what}.`,
    })
  })

  test('refuses sets in a table that is declared without', async () => {
    const store = storeAt()
    store.declare('t', { ...tableDefinition, sets: false })
    const written = put(store, 'a', 'a', { names: new Set(['a']) })

    await expect(written).rejects.toThrow('An item cannot hold a Set')
  })

  test('stays within twice what is in it, whatever is written over and over', async () => {
    const path = folder.path('store.sqlite')
    const store = storeAt(path)
    const text = 'x'.repeat(900)
    for (let round = 0; round < 12; round += 1) {
      for (let first = 0; first < 600; first += 100) {
        const puts = Array.from({ length: 100 }, (_, no) =>
          put(store, `p${first + no}`, '#', { text: `${text}${'y'.repeat(round * 20)}` }),
        )
        await Promise.all(puts)
        const [last] = store.stream.read('t', 0, 1_000).slice(-1)
        await store.file.turn(() => () => store.stream.trim('t', Number(last?.dynamodb.SequenceNumber)))
      }
    }
    store.close()
    open.length = 0
    const live = 600 * (900 + 11 * 20 + 60)

    expect(statSync(path).size).toBeLessThan(2 * live)
  })
})

/** Calls back for each transaction that is finished. */
function counting(adapter: SqliteAdapter, tell: () => void): SqliteAdapter {
  return watching(
    adapter,
    () => undefined,
    (sql) => {
      if (sql === 'COMMIT') tell()
    },
  )
}

function watching(
  adapter: SqliteAdapter,
  prepared: (sql: string) => void,
  run: (sql: string) => void = () => undefined,
): SqliteAdapter {
  return {
    name: adapter.name,
    open: (path): Sqlite => {
      const sqlite = adapter.open(path)
      return {
        ...sqlite,
        prepare: (sql) => {
          prepared(sql)
          const statement = sqlite.prepare(sql)
          return {
            ...statement,
            run: (...values) => {
              run(sql)
              statement.run(...values)
            },
          }
        },
      }
    },
  }
}
