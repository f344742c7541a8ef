import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A server of DynamoDB with Norma's table in it, and how to leave it. */
export type Served = {
  readonly client: DynamoDBDocumentClient
  readonly table: string
  readonly close: () => Promise<void>
}

/** What a server is known to do otherwise than DynamoDB documents; it is not asked about those. */
export type Otherwise = readonly string[]

type Item = Record<string, unknown>

/** What Norma's code relies on in DynamoDB, whatever stands behind the client. */
export function dynamoSuite(open: () => Promise<Served>, otherwise: Otherwise = []): void {
  let served: Served
  let client: DynamoDBDocumentClient
  let TableName = ''
  let places = 0

  beforeAll(async () => {
    served = await open()
    client = served.client
    TableName = served.table
  })
  afterAll(() => served.close())

  // oxlint-disable-next-line vitest/valid-title -- it is the title that each promise is given below
  const promise = (name: string, run: () => Promise<void>) => test.skipIf(otherwise.includes(name))(name, run)
  const aPlace = (sk = '#') => ({ pk: `place_${(places += 1)}`, sk })
  const put = (item: Item, more: object = {}) => client.send(new PutCommand({ TableName, Item: item, ...more }))
  const get = async (key: Item) => {
    const { pk, sk } = key
    return (await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item
  }
  const update = (key: Item, UpdateExpression: string, more: Partial<UpdateCommandInput> = {}) =>
    client.send(new UpdateCommand({ TableName, Key: key, UpdateExpression, ReturnValues: 'ALL_NEW', ...more }))
  const transact = (...items: NonNullable<TransactWriteCommandInput['TransactItems']>) =>
    client.send(new TransactWriteCommand({ TransactItems: items }))
  const faultOf = (sent: Promise<unknown>): Promise<{ name: string; codes?: readonly string[] } | undefined> =>
    sent.then(
      () => undefined,
      ({ name, CancellationReasons: reasons }: Error & { CancellationReasons?: readonly { Code: string }[] }) => ({
        name,
        ...(reasons && { codes: reasons.map(({ Code }) => Code) }),
      }),
    )
  const invalid = { name: 'ValidationException' }
  const conditionFailed = { name: 'ConditionalCheckFailedException' }
  /** Fills a new partition; the sort keys are given back in no order of theirs. */
  const fill = async (sks: readonly string[], more: Item = {}) => {
    const { pk } = aPlace()
    for (const sk of sks) await put({ pk, sk, ...more })
    return pk
  }
  const query = async (KeyConditionExpression: string, values: Item, more: object = {}) => {
    const ask = { TableName, KeyConditionExpression, ExpressionAttributeValues: values, ...more }
    return client.send(new QueryCommand(ask))
  }
  const sksOf = async (KeyConditionExpression: string, values: Item, more: object = {}) =>
    ((await query(KeyConditionExpression, values, more)).Items ?? []).map(({ sk }) => String(sk))

  describe('an item', () => {
    const whole = {
      text: 'Кофе “Аврора” \u{1F600}',
      empty: '',
      number: -12.5,
      small: 1e-100,
      large: Number.MAX_SAFE_INTEGER,
      yes: true,
      nothing: null,
      bytes: new Uint8Array([0, 255, 7]),
      noBytes: new Uint8Array(),
      list: [1, 'two', [null], {}],
      map: { Item: 'no word of the protocol', deep: { er: [] }, '\u0000B': 'a name like a mark' },
      names: new Set(['a', 'b']),
      numbers: new Set([1, 2.5]),
    }

    promise('comes back as it was written', async () => {
      const place = aPlace()
      await put({ ...place, ...whole, gone: undefined })

      expect(await get(place)).toEqual({ ...place, ...whole })
    })

    promise('is replaced whole, and is gone when it is deleted', async () => {
      const place = aPlace()
      await put({ ...place, a: 1 })
      await put({ ...place, b: 2 })
      const replaced = await get(place)
      await client.send(new DeleteCommand({ TableName, Key: place }))
      await client.send(new DeleteCommand({ TableName, Key: place }))

      expect([replaced, await get(place)]).toEqual([{ ...place, b: 2 }, undefined])
    })

    promise('gives back what it was, where that is asked for', async () => {
      const place = aPlace()
      const first = await put({ ...place, a: 1 }, { ReturnValues: 'ALL_OLD' })
      const second = await put({ ...place, a: 2 }, { ReturnValues: 'ALL_OLD' })
      const gone = await client.send(new DeleteCommand({ TableName, Key: place, ReturnValues: 'ALL_OLD' }))

      expect([first.Attributes, second.Attributes, gone.Attributes]).toEqual([
        undefined,
        { ...place, a: 1 },
        { ...place, a: 2 },
      ])
    })

    promise('of 400 kB is taken and of one byte more is not', async () => {
      const place = aPlace()
      // "pk", "sk", "text" and the values of the keys count too.
      const own = 2 + place.pk.length + 2 + 1 + 4
      const largest = 400 * 1024 - own

      const fits = await faultOf(put({ ...place, text: 'x'.repeat(largest) }))
      const wide = await faultOf(put({ ...place, text: 'я'.repeat(largest / 2 + 1) }))
      const tooLarge = await faultOf(put({ ...place, text: 'x'.repeat(largest + 1) }))

      expect([fits, wide, tooLarge]).toEqual([undefined, invalid, invalid])
    })

    promise('grown beyond 400 kB by an update is refused, and stays what it was', async () => {
      const place = aPlace()
      await put({ ...place, n: 1, text: 'x'.repeat(300_000) })
      const grown = update(place, 'SET more = :more, n = :n', {
        ExpressionAttributeValues: { ':more': 'x'.repeat(200_000), ':n': 2 },
      })

      expect(await faultOf(grown)).toEqual(invalid)
      expect((await get(place))?.['n']).toBe(1)
    })

    promise('needs both keys, of text, neither empty nor too long', async () => {
      const faults = [
        { pk: 'a' },
        { sk: 'a' },
        { pk: '', sk: 'a' },
        { pk: 'a', sk: '' },
        { pk: 1, sk: 'a' },
        { pk: 'a', sk: true },
        { pk: 'x'.repeat(2049), sk: 'a' },
        { pk: 'a', sk: 'x'.repeat(1025) },
      ].map((item) => faultOf(put(item)))

      for (const fault of await Promise.all(faults)) expect(fault).toEqual(invalid)
      expect(await faultOf(put({ pk: 'x'.repeat(2048), sk: 'x'.repeat(1024) }))).toBeUndefined()
    })

    promise('needs no keys of an index, but those it has must be text', async () => {
      const faults = [{ gsi1pk: 1 }, { gsi1sk: true }, { gsi1pk: '' }].map((more) =>
        faultOf(put({ ...aPlace(), ...more })),
      )

      for (const fault of await Promise.all(faults)) expect(fault).toEqual(invalid)
      expect(await faultOf(put({ ...aPlace(), gsi1pk: 'only one of two' }))).toBeUndefined()
    })

    promise('holds numbers from 1e-130 to below 1e126 and no others', async () => {
      const written = (n: number) => faultOf(put({ ...aPlace(), n }))

      expect([await written(1e-130), await written(0)]).toEqual([undefined, undefined])
      expect([await written(1e-131), await written(-1e-131)]).toEqual([invalid, invalid])
    })

    promise('is nested 32 deep at most', async () => {
      const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

      expect(await faultOf(put({ ...aPlace(), it: nested(31) }))).toBeUndefined()
      expect(await faultOf(put({ ...aPlace(), it: nested(33) }))).toEqual(invalid)
    })

    promise('is read in part by a projection', async () => {
      const place = aPlace()
      await put({ ...place, a: { b: 1, c: 2 }, lst: [1, 2, 3], name: 'n' })
      const { Item } = await client.send(
        new GetCommand({
          TableName,
          Key: place,
          ProjectionExpression: 'a.b, lst[2], #name, absent',
          ExpressionAttributeNames: { '#name': 'name' },
        }),
      )

      expect(Item).toEqual({ a: { b: 1 }, lst: [3], name: 'n' })
    })
  })

  describe('a condition', () => {
    promise('is tested on what is there, and nothing is written when it fails', async () => {
      const place = aPlace()
      const once = { ConditionExpression: 'attribute_not_exists(pk)' }
      const first = await faultOf(put({ ...place, n: 1 }, once))
      const second = await faultOf(put({ ...place, n: 2 }, once))

      expect([first, second, (await get(place))?.['n']]).toEqual([undefined, conditionFailed, 1])
    })

    promise('that fails shows what is there where that is asked for', async () => {
      const place = aPlace()
      await put({ ...place, n: 1 })
      const failing = put(place, {
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })

      await expect(failing).rejects.toMatchObject({ Item: { n: { N: '1' }, pk: { S: place.pk } } })
    })

    const item = {
      n: 5,
      s: 'text',
      yes: true,
      nest: { deep: { n: 1 } },
      list: [1, { a: 'x' }],
      tags: new Set(['a', 'b']),
      bytes: new Uint8Array([1, 2, 3]),
    }
    const values = {
      ':5': 5,
      ':6': 6,
      ':4': 4,
      ':te': 'te',
      ':a': 'a',
      ':1': 1,
      ':true': true,
      ':text': 'text',
      ':kind': 'N',
      ':x': { a: 'x' },
      ':3': 3,
    }
    const holding = [
      'n = :5',
      'n <> :6',
      'n < :6 AND n <= :5 AND n > :4 AND n >= :5',
      'n BETWEEN :4 AND :6',
      'n IN (:4, :5)',
      'NOT n = :6',
      'n = :6 OR s = :text',
      'n = :6 OR (s = :text AND yes = :true)',
      'n = :5 OR s = :te AND yes = :6',
      'attribute_exists(nest.deep.n) AND attribute_not_exists(nest.deep.m)',
      'nest.deep.n = :1',
      '#list[0] = :1 AND #list[1].a <> :a',
      'begins_with(s, :te)',
      'contains(s, :te) AND contains(tags, :a) AND contains(#list, :x)',
      'attribute_type(n, :kind)',
      'size(s) = :4 AND size(tags) < :3 AND size(bytes) = :3',
      'absent <> :5',
      's <> :5',
      '#list[1] = :x',
    ]
    const failing = [
      'n = :6',
      'n = :text',
      's > :5',
      'absent = :5',
      'absent < :5',
      'NOT attribute_exists(n)',
      'begins_with(n, :te)',
      'contains(s, :5)',
      'nest.deep = :1',
      '#list[7] = :1',
    ]
    const tested = async (ConditionExpression: string) => {
      const place = aPlace()
      await put({ ...place, ...item })
      const uses = new Set(ConditionExpression.match(/[#:]\w+/g))
      const used = Object.fromEntries(Object.entries(values).filter(([name]) => uses.has(name)))
      return faultOf(
        put(place, {
          ConditionExpression,
          ...(Object.keys(used).length > 0 && { ExpressionAttributeValues: used }),
          ...(uses.has('#list') && { ExpressionAttributeNames: { '#list': 'list' } }),
        }),
      )
    }

    promise('holds for what it describes, and for nothing else', async () => {
      const outcomes = Object.fromEntries(
        await Promise.all([...holding, ...failing].map(async (one) => [one, (await tested(one))?.name] as const)),
      )

      expect(outcomes).toEqual({
        ...Object.fromEntries(holding.map((one) => [one, undefined])),
        ...Object.fromEntries(failing.map((one) => [one, conditionFailed.name])),
      })
    })

    promise('that cannot be read is refused', async () => {
      const wrong = [
        'n =',
        'n = :5 AND',
        '= :5',
        'n == :5',
        'n = :5)',
        '(n = :5',
        'n LIKE :5',
        'exists(n)',
        'name = :5',
        'n = 5',
        'attribute_exists(n) attribute_exists(n)',
        '',
        '#no = :5',
      ]
      const faults = await Promise.all(
        wrong.map(async (one) => [
          one,
          await faultOf(put(aPlace(), { ConditionExpression: one, ExpressionAttributeValues: { ':5': 5 } })),
        ]),
      )

      expect(Object.fromEntries(faults)).toEqual(Object.fromEntries(wrong.map((one) => [one, invalid])))
      const turned = { ConditionExpression: 'n BETWEEN :6 AND :4', ExpressionAttributeValues: { ':6': 6, ':4': 4 } }
      expect(await faultOf(put(aPlace(), turned))).toEqual(invalid)
    })

    promise('names no attribute by a reserved word, and no stand-in that is missing', async () => {
      const asked = [
        { ConditionExpression: 'attribute_exists(share)' },
        { ConditionExpression: 'attribute_exists(Status)' },
        { ConditionExpression: 'n = :missing' },
        { ConditionExpression: 'attribute_exists(#missing)', ExpressionAttributeNames: { '#other': 'n' } },
        { ConditionExpression: 'attribute_exists(n)', ExpressionAttributeValues: {} },
        { ConditionExpression: 'attribute_exists(n)', ExpressionAttributeNames: {} },
        { ExpressionAttributeValues: { ':unused': 1 } },
      ]

      for (const more of asked) expect([more, await faultOf(put(aPlace(), more))]).toEqual([more, invalid])
      const named = { ConditionExpression: 'attribute_not_exists(#s)', ExpressionAttributeNames: { '#s': 'share' } }
      expect(await faultOf(put(aPlace(), named))).toBeUndefined()
    })
  })

  describe('a stand-in', () => {
    promise('that nobody uses is refused before anything is looked at', async () => {
      const ConditionExpression = 'attribute_not_exists(n)'
      const value = { ConditionExpression, ExpressionAttributeValues: { ':unused': 1 } }
      const name = { ConditionExpression, ExpressionAttributeNames: { '#unused': 'n' } }

      expect(await faultOf(put(aPlace(), value))).toEqual(invalid)
      expect(await faultOf(put(aPlace(), name))).toEqual(invalid)
    })
  })

  describe('an update', () => {
    promise('makes an item that is not there', async () => {
      const place = aPlace()
      const { Attributes } = await update(place, 'ADD n :one SET a = :a', {
        ExpressionAttributeValues: { ':one': 1, ':a': 'x' },
      })

      expect(Attributes).toEqual({ ...place, n: 1, a: 'x' })
    })

    promise('sets, adds, removes and takes out of sets, all from the item as it was', async () => {
      const place = aPlace()
      await put({ ...place, n: 5, m: 1, nest: { a: 1, b: 2 }, list: [1, 2, 3, 4], tags: new Set(['a', 'b']), gone: 1 })
      const { Attributes } = await update(
        place,
        'SET n = m + :1, m = n - :1, #map.c = if_not_exists(#map.b, :1), fresh = if_not_exists(absent, :1) ' +
          'REMOVE gone, #map.a, #list[0] ADD tally :1 DELETE tags :a',
        {
          ExpressionAttributeNames: { '#map': 'nest', '#list': 'list' },
          ExpressionAttributeValues: { ':1': 1, ':a': new Set(['a']) },
        },
      )

      expect(Attributes).toEqual({
        ...place,
        n: 2,
        m: 4,
        nest: { b: 2, c: 2 },
        list: [2, 3, 4],
        tags: new Set(['b']),
        fresh: 1,
        tally: 1,
      })
    })

    promise('joins lists and adds to sets', async () => {
      const place = aPlace()
      await put({ ...place, items: 1, l: [1], tags: new Set(['a']) })
      const { Attributes } = await update(place, 'SET l = list_append(l, :more) ADD tags :b, fresh :b', {
        ExpressionAttributeValues: { ':more': [2], ':b': new Set(['b', 'a']) },
      })

      expect(Attributes).toEqual({
        ...place,
        items: 1,
        l: [1, 2],
        tags: new Set(['a', 'b']),
        fresh: new Set(['b', 'a']),
      })
    })

    promise('takes the places out of a list that it had', async () => {
      const place = aPlace()
      await put({ ...place, lst: [0, 1, 2, 3, 4] })
      const { Attributes } = await update(place, 'REMOVE lst[1], lst[2]')

      expect(Attributes?.['lst']).toEqual([0, 3, 4])
    })

    promise('puts at the end of a list what it sets beyond the end', async () => {
      const place = aPlace()
      await put({ ...place, lst: [1] })
      const { Attributes } = await update(place, 'SET lst[7] = :2', { ExpressionAttributeValues: { ':2': 2 } })

      expect(Attributes?.['lst']).toEqual([1, 2])
    })

    promise('counts in decimals', async () => {
      const place = aPlace()
      await put({ ...place, n: 0.1 })
      const { Attributes } = await update(place, 'ADD n :d', { ExpressionAttributeValues: { ':d': 0.2 } })

      expect(Attributes?.['n']).toBe(0.3)
    })

    promise('takes the last member of a set away with the set', async () => {
      const place = aPlace()
      await put({ ...place, tags: new Set(['a']) })
      const { Attributes } = await update(place, 'DELETE tags :a', {
        ExpressionAttributeValues: { ':a': new Set(['a']) },
      })

      expect(Attributes).toEqual(place)
    })

    promise('answers with what was asked for', async () => {
      const place = aPlace()
      await put({ ...place, a: 1, b: { c: 1, d: 2 } })
      const answers = []
      for (const ReturnValues of ['NONE', 'ALL_OLD', 'UPDATED_OLD', 'UPDATED_NEW', 'ALL_NEW'] as const) {
        const { Attributes } = await update(place, 'SET b.c = b.c + :1, n = :1', {
          ReturnValues,
          ExpressionAttributeValues: { ':1': 1 },
        })
        answers.push(Attributes)
      }

      expect(answers).toEqual([
        undefined,
        { ...place, a: 1, b: { c: 2, d: 2 }, n: 1 },
        { b: { c: 3 }, n: 1 },
        { b: { c: 5 }, n: 1 },
        { ...place, a: 1, b: { c: 6, d: 2 }, n: 1 },
      ])
    })

    promise('that cannot be done is refused and leaves the item as it was', async () => {
      const place = aPlace()
      const was = { ...place, n: 1, s: 'text', l: [1], m: {}, set: 1 }
      await put(was)
      const faults = await Promise.all(
        [
          'SET pk = :1',
          'SET sk = :1',
          'SET n = absent',
          'SET n = s + :1',
          'ADD s :1',
          'SET absent.deep = :1',
          'SET n.deep = :1',
          'SET n = :1, n = :1',
          'SET m.a = :1, m = :1',
          'SET n = :1 SET s = :1',
          'SET n = :1 + :1 + :1',
          'SET n',
          'CHANGE n :1',
          'ADD n',
          'SET n = list_append(n, :1)',
          'DELETE n :1',
        ].map(
          async (one) => [one, await faultOf(update(place, one, { ExpressionAttributeValues: { ':1': 1 } }))] as const,
        ),
      )

      for (const [one, fault] of faults) expect([one, fault]).toEqual([one, invalid])
      expect(await get(place)).toEqual(was)
    })

    promise('that may not be done counts for nothing, and one side by side with it does', async () => {
      const place = aPlace()
      await put({ ...place, n: 0 })
      const add = (more: object = {}) => update(place, 'ADD n :1', { ExpressionAttributeValues: { ':1': 1 }, ...more })
      const faults = await Promise.all(
        Array.from({ length: 20 }, (_, no) =>
          faultOf(no % 2 === 0 ? add() : add({ ConditionExpression: 'attribute_exists(absent)' })),
        ),
      )

      expect(faults.filter((fault) => fault !== undefined)).toHaveLength(10)
      expect((await get(place))?.['n']).toBe(10)
    })
  })

  describe('a query', () => {
    const sks = ['A#1', 'B', 'B#1', 'B#2', 'B$', 'C', 'c', 'я', '\uE000', '\u{1F600}', '\u{10FFFF}']

    promise('gives a partition in the order of its sort keys, by their bytes', async () => {
      const pk = await fill(sks.toReversed())

      expect(await sksOf('pk = :pk', { ':pk': pk })).toEqual(sks)
      expect(await sksOf('pk = :pk', { ':pk': pk }, { ScanIndexForward: false })).toEqual(sks.toReversed())
    })

    promise('gives a part of it', async () => {
      const pk = await fill(sks)
      const of = (condition: string, values: Item) => sksOf(`pk = :pk AND ${condition}`, { ':pk': pk, ...values })

      expect(await of('begins_with(sk, :p)', { ':p': 'B#' })).toEqual(['B#1', 'B#2'])
      expect(await of('begins_with(sk, :p)', { ':p': '\u{10FFFF}' })).toEqual(['\u{10FFFF}'])
      expect(await of('sk BETWEEN :a AND :b', { ':a': 'B', ':b': 'B#2' })).toEqual(['B', 'B#1', 'B#2'])
      expect(await of('sk BETWEEN :a AND :b', { ':a': ' ', ':b': '\uFFFF' })).toEqual(sks.slice(0, 9))
      expect(await of('sk = :a', { ':a': 'C' })).toEqual(['C'])
      expect(await of('sk < :a', { ':a': 'B' })).toEqual(['A#1'])
      expect(await of('sk <= :a', { ':a': 'B' })).toEqual(['A#1', 'B'])
      expect(await of('sk > :a', { ':a': '\uE000' })).toEqual(['\u{1F600}', '\u{10FFFF}'])
      expect(await of('sk >= :a', { ':a': '\u{10FFFF}' })).toEqual(['\u{10FFFF}'])
    })

    promise('keeps partitions and sort keys apart whose names hold any character', async () => {
      const { pk } = aPlace()
      const odd = ['a', 'a\u0000', 'a\u0000b', 'a\u0001', 'a\u0001\u0001', 'a\u0001\u0002', 'a ', 'b']
      for (const sk of odd) await put({ pk, sk, is: sk })

      expect(await sksOf('pk = :pk', { ':pk': pk })).toEqual(odd)
      expect(await sksOf('pk = :pk AND begins_with(sk, :p)', { ':pk': pk, ':p': 'a\u0001' })).toEqual(odd.slice(3, 6))
      expect((await get({ pk, sk: 'a\u0000' }))?.['is']).toBe('a\u0000')
    })

    promise('goes on behind the key of the last page, whether or not something still stands there', async () => {
      const pk = await fill(['1', '2', '3', '4', '5'])
      const page = async (more: object) => query('pk = :pk', { ':pk': pk }, { Limit: 2, ...more })
      const first = await page({})
      await client.send(new DeleteCommand({ TableName, Key: { pk, sk: '2' } }))
      const second = await page({ ExclusiveStartKey: first.LastEvaluatedKey })
      const third = await page({ ExclusiveStartKey: second.LastEvaluatedKey })
      const back = await page({ ExclusiveStartKey: { pk, sk: '3' }, ScanIndexForward: false })

      expect(first.LastEvaluatedKey).toEqual({ pk, sk: '2' })
      expect([first, second, third, back].map(({ Items = [] }) => Items.map(({ sk }) => String(sk)))).toEqual([
        ['1', '2'],
        ['3', '4'],
        ['5'],
        ['1'],
      ])
      expect(third.LastEvaluatedKey).toBeUndefined()
    })

    promise(
      'that is full with the last item gives a key all the same: only an answer without one is the last',
      async () => {
        const pk = await fill(['1', '2'])
        const { LastEvaluatedKey } = await query('pk = :pk', { ':pk': pk }, { Limit: 2 })
        const next = await query('pk = :pk', { ':pk': pk }, { Limit: 2, ExclusiveStartKey: LastEvaluatedKey })

        expect([LastEvaluatedKey, next.Items, next.LastEvaluatedKey]).toEqual([{ pk, sk: '2' }, [], undefined])
      },
    )

    promise('gives no more than about 1 MB at once', async () => {
      const all = Array.from({ length: 12 }, (_, no) => String(no).padStart(2, '0'))
      const pk = await fill(all, { text: 'x'.repeat(150_000) })
      const first = await query('pk = :pk', { ':pk': pk })
      const found: string[] = []
      let from: Item | undefined
      do {
        const page = await query('pk = :pk', { ':pk': pk }, from === undefined ? {} : { ExclusiveStartKey: from })
        found.push(...(page.Items ?? []).map(({ sk }) => String(sk)))
        from = page.LastEvaluatedKey
      } while (from !== undefined)

      expect(first.Items?.length).toBeGreaterThan(5)
      expect(first.Items?.length).toBeLessThan(9)
      expect(first.LastEvaluatedKey).toBeDefined()
      expect(found).toEqual(all)
    })

    promise('of many thousand items leaves none out', async () => {
      const { pk } = aPlace()
      for (let first = 0; first < 1_300; first += 25) {
        const puts = Array.from({ length: 25 }, (_, no) => ({
          PutRequest: { Item: { pk, sk: String(10_000 + first + no) } },
        }))
        await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }))
      }

      expect(await sksOf('pk = :pk', { ':pk': pk })).toHaveLength(1_300)
    })

    promise('filters and counts after it has read, and shows a part', async () => {
      const { pk } = aPlace()
      for (const n of [1, 2, 3, 4]) await put({ pk, sk: String(n), n, text: 'long' })
      const values = { ':pk': pk, ':two': 2 }
      const found = await query('pk = :pk', values, {
        FilterExpression: 'n > :two',
        ProjectionExpression: 'n',
        Limit: 3,
      })
      const counted = await query('pk = :pk', values, { FilterExpression: 'n > :two', Select: 'COUNT' })

      expect([found.Items, found.Count, found.ScannedCount]).toEqual([[{ n: 3 }], 1, 3])
      expect([counted.Items, counted.Count]).toEqual([undefined, 2])
    })

    promise('of an index shows what the index carries, of those that are in it', async () => {
      const { pk: at } = aPlace()
      await put({ ...aPlace(), gsi1pk: at, gsi1sk: '1', deal: { a: 1 }, other: 1 })
      await put({ ...aPlace(), gsi1pk: at, deal: 'without its sort key' })
      const second = { ...aPlace(), gsi1pk: at, gsi1sk: '2', task: 1 }
      await put(second)
      const found = await query('gsi1pk = :at', { ':at': at }, { IndexName: 'gsi1' })
      await update({ pk: second.pk, sk: second.sk }, 'REMOVE gsi1pk')
      const left = await query('gsi1pk = :at', { ':at': at }, { IndexName: 'gsi1' })

      expect(found.Items).toMatchObject([{ gsi1sk: '1', deal: { a: 1 } }, { gsi1sk: '2' }])
      expect(found.Items?.map((item) => Object.keys(item).toSorted())).toEqual([
        ['deal', 'gsi1pk', 'gsi1sk', 'pk', 'sk'],
        ['gsi1pk', 'gsi1sk', 'pk', 'sk'],
      ])
      expect(left.Items).toHaveLength(1)
    })

    promise('of an index goes on in the midst of items under one key', async () => {
      const { pk: at } = aPlace()
      const all = Array.from({ length: 7 }, (_, no) => String(no))
      for (const no of all)
        await put({ pk: `${at}_${no}`, sk: '#', gsi1pk: at, gsi1sk: no < '5' ? 'same' : 'tail', deal: no })
      const found: unknown[] = []
      let from: Item | undefined
      for (let pages = 0; pages < 9; pages += 1) {
        const start = from === undefined ? {} : { ExclusiveStartKey: from }
        const page = await query('gsi1pk = :at', { ':at': at }, { IndexName: 'gsi1', Limit: 2, ...start })
        found.push(...(page.Items ?? []).map(({ deal }) => deal))
        from = page.LastEvaluatedKey
        if (from === undefined) break
        expect(Object.keys(from).toSorted()).toEqual(['gsi1pk', 'gsi1sk', 'pk', 'sk'])
      }

      expect(found.toSorted()).toEqual(all)
      expect(found.slice(5).toSorted()).toEqual(['5', '6'])
    })

    promise('that cannot be asked is refused', async () => {
      const values = { ':pk': 'a' }
      const ask = (KeyConditionExpression: string, more: object = {}, given: Item = values) =>
        faultOf(query(KeyConditionExpression, given, more))

      expect(await ask('sk = :pk')).toEqual(invalid)
      expect(await ask('pk > :pk')).toEqual(invalid)
      expect(await ask('pk = :pk AND text = :pk')).toEqual(invalid)
      expect(await ask('pk = :pk OR sk = :pk')).toEqual(invalid)
      expect(await ask('pk = :pk AND contains(sk, :pk)')).toEqual(invalid)
      expect(await ask('pk = :pk AND sk = :pk AND sk > :pk')).toEqual(invalid)
      expect(await ask('pk = :pk', { IndexName: 'none' })).toEqual(invalid)
      expect(await ask('gsi1pk = :pk', { IndexName: 'gsi1', ConsistentRead: true })).toEqual(invalid)
      expect(await ask('pk = :pk', { Limit: 0 })).toEqual(invalid)
      expect(await ask('pk = :pk', { ExclusiveStartKey: { pk: 'a' } })).toEqual(invalid)
      const between = { ':pk': 'a', ':b': 'b' }
      expect(await ask('pk = :pk AND sk BETWEEN :b AND :pk', {}, between)).toEqual(invalid)
    })

    promise('for a key that none can be is refused', async () => {
      expect(await faultOf(query('pk = :pk', { ':pk': '' }))).toEqual(invalid)
      expect(await faultOf(query('pk = :pk', { ':pk': 1 }))).toEqual(invalid)
    })

    promise('of a table that is not there says so', async () => {
      const ask = { TableName: 'nowhere', Key: { pk: 'a', sk: 'a' } }

      expect(await faultOf(client.send(new GetCommand(ask)))).toEqual({ name: 'ResourceNotFoundException' })
    })
  })

  describe('a scan', () => {
    promise('finds everything, page by page', async () => {
      const pk = await fill(['1', '2', '3'])
      const found: Item[] = []
      let from: Item | undefined
      do {
        const start = from === undefined ? {} : { ExclusiveStartKey: from }
        const page = await client.send(new ScanCommand({ TableName, Limit: 50, ConsistentRead: true, ...start }))
        found.push(...(page.Items ?? []))
        from = page.LastEvaluatedKey
      } while (from !== undefined)

      expect(found.filter((item) => item['pk'] === pk)).toHaveLength(3)
      expect(new Set(found.map(({ pk: a, sk }) => JSON.stringify([a, sk]))).size).toBe(found.length)
    })
  })

  describe('a batch', () => {
    promise('reads up to a hundred items, those that are there', async () => {
      const pk = await fill(['1', '2', '3'])
      const Keys = Array.from({ length: 100 }, (_, no) => ({ pk, sk: String(no) }))
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
      )

      expect(Responses?.[TableName]?.map(({ sk }) => String(sk)).toSorted()).toEqual(['1', '2', '3'])
      expect(UnprocessedKeys ?? {}).toEqual({})
    })

    promise('reads no item twice, and not more than a hundred', async () => {
      const read = (Keys: Item[]) =>
        faultOf(client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } })))
      const key = aPlace()

      expect(await read([key, key])).toEqual(invalid)
      expect(await read([])).toEqual(invalid)
      expect(await read(Array.from({ length: 101 }, () => aPlace()))).toEqual(invalid)
      expect(await read([{ pk: 'a' }])).toEqual(invalid)
    })

    promise('writes and deletes up to 25 items, each once', async () => {
      const places = Array.from({ length: 26 }, () => aPlace())
      const puts = places.map((place) => ({ PutRequest: { Item: place } }))
      const write = (all: object[]) =>
        client.send(new BatchWriteCommand({ RequestItems: { [TableName]: all as never } }))
      const [first = aPlace()] = places

      expect(await faultOf(write(puts))).toEqual(invalid)
      expect(await faultOf(write([puts[0] ?? {}, { DeleteRequest: { Key: first } }]))).toEqual(invalid)
      await write(puts.slice(0, 25))
      await write([{ DeleteRequest: { Key: first } }])
      const there = await Promise.all(places.map(get))
      expect(there.filter((item) => item !== undefined)).toEqual(places.slice(1, 25))
    })
  })

  describe('a transaction', () => {
    promise('writes all or nothing, and says of each part why', async () => {
      const [a, b, c] = [aPlace(), aPlace(), aPlace()]
      await put({ ...b, n: 1 })
      const fault = await faultOf(
        transact(
          { Put: { TableName, Item: a } },
          { Put: { TableName, Item: b, ConditionExpression: 'attribute_not_exists(pk)' } },
          { Update: { TableName, Key: c, UpdateExpression: 'ADD n :1', ExpressionAttributeValues: { ':1': 1 } } },
        ),
      )
      const there = await Promise.all([a, b, c].map(get))

      expect(fault).toEqual({
        name: 'TransactionCanceledException',
        codes: ['None', 'ConditionalCheckFailed', 'None'],
      })
      expect(there).toEqual([undefined, { ...b, n: 1 }, undefined])
    })

    promise('puts, updates, deletes and checks together', async () => {
      const [a, b, c, d] = [aPlace(), aPlace(), aPlace(), aPlace()]
      await Promise.all([put({ ...b, n: 1 }), put(c), put({ ...d, version: 7 })])
      const isSeven = { ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': 7 } }
      await transact(
        { Put: { TableName, Item: { ...a, n: 1 } } },
        { Update: { TableName, Key: b, UpdateExpression: 'ADD n :1', ExpressionAttributeValues: { ':1': 1 } } },
        { Delete: { TableName, Key: c } },
        { ConditionCheck: { TableName, Key: d, ...isSeven } },
      )

      expect(await Promise.all([a, b, c, d].map(get))).toEqual([
        { ...a, n: 1 },
        { ...b, n: 2 },
        undefined,
        { ...d, version: 7 },
      ])
    })

    promise('shows what stood in the way where that is asked for', async () => {
      const a = aPlace()
      await put({ ...a, n: 3 })
      const failing = transact({
        Put: {
          TableName,
          Item: a,
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      })

      await expect(failing).rejects.toMatchObject({ CancellationReasons: [{ Item: { n: { N: '3' } } }] })
    })

    promise('takes from 1 to 100 actions, each of another item, 4 MB in all', async () => {
      const puts = (count: number, more: Item = {}) =>
        Array.from({ length: count }, () => ({ Put: { TableName, Item: { ...aPlace(), ...more } } }))
      const twice = aPlace()

      expect(await faultOf(transact(...puts(100)))).toBeUndefined()
      expect(await faultOf(transact(...puts(101)))).toEqual(invalid)
      expect(await faultOf(transact())).toEqual(invalid)
      expect(
        await faultOf(transact({ Put: { TableName, Item: twice } }, { Delete: { TableName, Key: twice } })),
      ).toEqual(invalid)
      expect(await faultOf(transact(...puts(12, { text: 'x'.repeat(380_000) })))).toEqual(invalid)
      expect(await faultOf(transact(...puts(10, { text: 'x'.repeat(380_000) })))).toBeUndefined()
    })

    promise('that is sent again with its token is done once', async () => {
      const a = aPlace()
      const TransactItems = [
        { Update: { TableName, Key: a, UpdateExpression: 'ADD n :1', ExpressionAttributeValues: { ':1': 1 } } },
      ]
      const token = { ClientRequestToken: `token-${a.pk}` }
      await client.send(new TransactWriteCommand({ TransactItems, ...token }))
      await client.send(new TransactWriteCommand({ TransactItems, ...token }))
      const other = [{ Delete: { TableName, Key: a } }]

      expect((await get(a))?.['n']).toBe(1)
      expect(await faultOf(client.send(new TransactWriteCommand({ TransactItems: other, ...token })))).toEqual({
        name: 'IdempotentParameterMismatchException',
      })
    })

    promise('of rivals lets exactly one win', async () => {
      const [a, b] = [aPlace(), aPlace()]
      await put({ ...a, version: 1 })
      const rival = (no: number) =>
        faultOf(
          transact(
            {
              Put: {
                TableName,
                Item: { ...a, version: 2, by: no },
                ConditionExpression: 'version = :1',
                ExpressionAttributeValues: { ':1': 1 },
              },
            },
            { Put: { TableName, Item: { ...b, sk: String(no), by: no } } },
          ),
        )
      const faults = await Promise.all(Array.from({ length: 12 }, (_, no) => rival(no)))
      const winner = faults.findIndex((fault) => fault === undefined)

      expect(faults.filter((fault) => fault === undefined)).toHaveLength(1)
      expect((await get(a))?.['by']).toBe(winner)
      expect(await sksOf('pk = :pk', { ':pk': b.pk })).toEqual([String(winner)])
    })

    promise('reads items as they are at one moment', async () => {
      const [a, b] = [aPlace(), aPlace()]
      await put({ ...a, n: 1 })
      const ask = (keys: Item[]) =>
        client.send(new TransactGetCommand({ TransactItems: keys.map((Key) => ({ Get: { TableName, Key } })) }))
      const { Responses = [] } = await ask([a, b])

      expect(Responses.map(({ Item }) => Item)).toEqual([{ ...a, n: 1 }, undefined])
      expect(await faultOf(ask([a, a]))).toEqual(invalid)
    })
  })

  describe('capacity', () => {
    const told = { ReturnConsumedCapacity: 'TOTAL' } as const
    const unitsOf = (answer: { ConsumedCapacity?: { CapacityUnits?: number | undefined } | undefined }) =>
      answer.ConsumedCapacity?.CapacityUnits

    promise('is counted by kilobytes, twice in a transaction, and by what changes in indexes', async () => {
      const place = aPlace()
      const at = { gsi1pk: place.pk, gsi1sk: '1', deal: 'x' }
      const writes = [
        await put({ ...place, text: 'x'.repeat(900) }, told),
        await put({ ...place, text: 'x'.repeat(1_500) }, told),
        await put({ ...place, ...at }, told),
        await put({ ...place, ...at, other: 1 }, told),
        await put({ ...place, ...at, gsi1sk: '2' }, told),
        await put(place, told),
      ]
      const items = [{ Put: { TableName, Item: { ...place, ...at } } }]
      const { ConsumedCapacity = [] } = await client.send(new TransactWriteCommand({ TransactItems: items, ...told }))

      // The third replaces an item of two kilobytes and makes an entry; the fifth moves the entry.
      expect(writes.map(unitsOf)).toEqual([1, 2, 3, 1, 3, 2])
      expect(ConsumedCapacity.map((one) => one.CapacityUnits)).toEqual([3])
    })

    promise('of a read is counted by four kilobytes, half where it need not be the newest', async () => {
      const pk = await fill(['1', '2'], { text: 'x'.repeat(3_000) })
      const Key = { pk, sk: '1' }
      const strong = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true, ...told }))
      const weak = await client.send(new GetCommand({ TableName, Key, ...told }))
      const both = await query('pk = :pk', { ':pk': pk }, { ConsistentRead: true, ...told })

      expect([strong, weak, both].map(unitsOf)).toEqual([1, 0.5, 2])
    })
  })
}
