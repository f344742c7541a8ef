import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { localDynamo } from '#local/local-client'
import { ensureTable, openStore, type LocalStore } from '#local/open-store'

const TableName = 'wire'
let store: LocalStore
/** One that goes its own way, and one whose requests go through the SDK because somebody watches them. */
let direct: DynamoDBDocumentClient
let watched: DynamoDBDocumentClient
let seen = 0

beforeAll(async () => {
  store = await openStore()
  direct = localDynamo(store.line)
  watched = localDynamo(store.line)
  watched.middlewareStack.add((next) => (args) => {
    seen += 1
    return next(args)
  })
  await ensureTable(store, TableName)
})

afterAll(async () => {
  direct.destroy()
  watched.destroy()
  await store.stop()
})

const whole = {
  text: 'Кофе “Аврора” \u{1F600}',
  empty: '',
  number: -12.5,
  large: Number.MAX_SAFE_INTEGER,
  yes: true,
  nothing: null,
  bytes: new Uint8Array([0, 255, 7]),
  list: [1, 'two', [null], {}],
  map: { Item: 'no word of the protocol', Key: { S: 'x' }, deep: { er: [] } },
}
const keyOf = (sk: string) => ({ pk: 'wire', sk })

test('what is written past the SDK is read by it, and the other way round', async () => {
  await direct.send(new PutCommand({ TableName, Item: { ...keyOf('direct'), ...whole, gone: undefined } }))
  await watched.send(new PutCommand({ TableName, Item: { ...keyOf('sdk'), ...whole, gone: undefined } }))

  for (const client of [direct, watched]) {
    for (const sk of ['direct', 'sdk']) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(sk) }))
      expect(Item).toEqual({ ...keyOf(sk), ...whole })
    }
  }
  expect(seen).toBeGreaterThan(0)
})

test('pages, batches and updates answer as with the SDK', async () => {
  const items = ['a', 'b', 'c'].map((sk) => ({ pk: 'page', sk, n: 1 }))
  const puts = items.map((Item) => ({ PutRequest: { Item } }))
  await direct.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }))
  const query = {
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'page' },
    Limit: 2,
  }
  const update = { TableName, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } }
  const keys = items.map(({ pk, sk }) => ({ pk, sk }))

  const answers = await Promise.all(
    [direct, watched].map(async (client, at) => {
      const page = await client.send(new QueryCommand(query))
      const next = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: page.LastEvaluatedKey }))
      const some = await client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys } } }))
      const Key = { pk: 'counter', sk: String(at) }
      const { Attributes } = await client.send(new UpdateCommand({ ...update, Key, ReturnValues: 'UPDATED_NEW' }))
      return [page.Items, page.LastEvaluatedKey, next.Items, next.LastEvaluatedKey, some.Responses, Attributes]
    }),
  )

  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.slice(1, 3)).toEqual([{ pk: 'page', sk: 'b' }, [items[2]]])
})

test('what the engine refuses has the name and the reasons that the SDK gives it', async () => {
  const Item = keyOf('once')
  const once = { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  await direct.send(new PutCommand(once))
  const faultOf = (sent: Promise<unknown>) =>
    sent.then(
      () => undefined,
      ({ name, CancellationReasons: reasons, constructor }) => [
        name,
        reasons?.map(({ Code }: { Code: string }) => Code),
        constructor.name,
      ],
    )
  const transaction = { TransactItems: [{ Put: { TableName, Item: keyOf('new') } }, { Put: once }] }

  const single = await Promise.all([direct, watched].map((client) => faultOf(client.send(new PutCommand(once)))))
  const cancelled = await Promise.all(
    [direct, watched].map((client) => faultOf(client.send(new TransactWriteCommand(transaction)))),
  )

  expect(single[0]?.[0]).toBe('ConditionalCheckFailedException')
  expect(single[0]?.[0]).toBe(single[1]?.[0])
  expect(cancelled[0]).toEqual([
    'TransactionCanceledException',
    ['None', 'ConditionalCheckFailed'],
    'TransactionCanceledException',
  ])
  expect(cancelled[0]).toEqual(cancelled[1])
})

test('a set comes back as a set', async () => {
  const value = new Set(['a', 'b'])
  await direct.send(new PutCommand({ TableName, Item: { ...keyOf('set'), value } }))

  const { Item } = await direct.send(new GetCommand({ TableName, Key: keyOf('set') }))

  expect(Item?.['value']).toEqual(value)
})

test.each([Number.NaN, Infinity, 2 ** 60])(
  'what would come back as something else is not written: %s',
  async (value) => {
    const written = direct.send(new PutCommand({ TableName, Item: { ...keyOf('wrong'), value } }))

    await expect(written).rejects.toThrow('An item cannot hold')
  },
)
