import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { arrivalDays, arrivalEvent } from '#channels/domain/arrivals'
import type { IntegrationHealth, IntegrationStore, KeptArrival, KeptIntegration, LookedInto } from '#ports/integrations'
import type { CallOrders } from '#schemas/channels/call-orders'
import type { Arrival } from '#schemas/integration'
import { putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { Saying } from '#schemas/saying'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { behind, keys, partitions } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** An item holds 400 kB; a larger body lies beside it in pieces. */
const pieceBytes = 300_000

const dayMs = 86_400_000

/** What is connected, all in one partition; what came by it, one partition each, gone after thirty days. */
export function integrationStore(access: Access): IntegrationStore {
  const { document, table: TableName } = access
  return {
    all: async () => (await queryAll(access, { pk: partitions.integrations() })).flatMap((item) => kept(item) ?? []),
    find: async (id) => {
      const key = { TableName, Key: keys.integration(id), ConsistentRead: true }
      return kept((await document.send(new GetCommand(key))).Item)
    },
    save: async (integration) => {
      const { id, rev } = integration
      const item = { ...keys.integration(id), rev, integration: asText(integration) }
      return putRevision(access, item, rev)
    },
    lookedInto: async (id) => {
      const { Item } = await document.send(
        new GetCommand({ TableName, Key: keys.lookedInto(id), ConsistentRead: true }),
      )
      return fromText<LookedInto>(Item?.['looked'])
    },
    saveLookedInto: async (looked) => {
      const { integration, rev } = looked
      return putRevision(access, { ...keys.lookedInto(integration), rev, looked: asText(looked) }, rev)
    },
    ...callOrdersOf(access),
    ...countsOf(access),
    ...arrivalsOf(access),
  }
}

function callOrdersOf(access: Access): Pick<IntegrationStore, 'callOrders' | 'saveCallOrders'> {
  const { document, table: TableName } = access
  return {
    callOrders: async (id) => {
      const { Item } = await document.send(
        new GetCommand({ TableName, Key: keys.callOrders(id), ConsistentRead: true }),
      )
      return fromText<CallOrders>(Item?.['orders'])
    },
    saveCallOrders: async (orders) => {
      const { integration, rev } = orders
      return putRevision(access, { ...keys.callOrders(integration), rev, orders: asText(orders) }, rev)
    },
  }
}

function countsOf(access: Access): Pick<IntegrationStore, 'health' | 'days' | 'countRefused' | 'countRead'> {
  const { document, table: TableName } = access
  const update = async (id: string, UpdateExpression: string, values: Readonly<Record<string, unknown>>) => {
    const ExpressionAttributeValues = { ...values }
    await document.send(
      new UpdateCommand({ TableName, Key: keys.health(id), UpdateExpression, ExpressionAttributeValues }),
    )
  }
  return {
    health: async (id) => {
      const { Item } = await document.send(new GetCommand({ TableName, Key: keys.health(id) }))
      return healthIn(Item ?? {})
    },
    days: async (id, from) =>
      (await queryAll(access, { pk: partitions.days(id), from, to: '~', newestFirst: true })).map((item) => ({
        day: String(item['sk']),
        arrived: Number(item['arrived'] ?? 0),
        unreadable: Number(item['unreadable'] ?? 0),
      })),
    countRefused: (id, times = 1) => update(id, 'ADD refused :times', { ':times': times }),
    countRead: async (id, { at, arrived, unreadable, unmapped }) => {
      await countDay(access, id, { at, arrived, unreadable })
      const values = { ':at': at, ':arrived': arrived, ':unreadable': unreadable }
      if (unmapped.length === 0)
        return update(id, 'SET lastAt = :at ADD arrived :arrived, unreadable :unreadable', values)
      return update(id, 'SET lastAt = :at ADD arrived :arrived, unreadable :unreadable, unmapped :unmapped', {
        ...values,
        ':unmapped': new Set(unmapped),
      })
    },
  }
}

/** So long the days are shown for. */
const keptDays = 60

async function countDay(
  { document, table: TableName }: Access,
  id: string,
  { at, arrived, unreadable }: { readonly at: string; readonly arrived: number; readonly unreadable: number },
): Promise<void> {
  const expiresAt = Math.ceil((Date.parse(at) + keptDays * dayMs) / 1000)
  await document.send(
    new UpdateCommand({
      TableName,
      Key: keys.day(id, at.slice(0, 10)),
      UpdateExpression: 'SET expiresAt = :until ADD arrived :arrived, unreadable :unreadable',
      ExpressionAttributeValues: { ':until': expiresAt, ':arrived': arrived, ':unreadable': unreadable },
    }),
  )
}

function arrivalsOf(access: Access): Pick<IntegrationStore, 'keep' | 'arrival' | 'arrivals' | 'noteRead'> {
  const { document, table: TableName } = access
  return {
    keep: (arrival) => keep(access, arrival),
    arrival: async (integration, id) => {
      const { Item } = await document.send(
        new GetCommand({ TableName, Key: keys.arrival(integration, id), ConsistentRead: true }),
      )
      if (Item === undefined) return undefined
      const body = Item['pieces'] === undefined ? Item['body'] : await bodyOf(access, integration, id)
      return { ...shown(Item), ...restIn(Item), integration, body: body as Uint8Array }
    },
    arrivals: (integration, page) =>
      pageOf(access, { pk: partitions.arrivals(integration), newestFirst: true, ...page }, shown),
    noteRead: async (integration, id, state, why) => {
      const set =
        why === undefined ? 'SET #state = :state REMOVE why, said' : 'SET #state = :state, why = :why, said = :said'
      await document.send(
        new UpdateCommand({
          TableName,
          Key: keys.arrival(integration, id),
          UpdateExpression: set,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':state': state,
            ...(why === undefined ? {} : { ':why': why.text, ':said': asText(why.said) }),
          },
        }),
      )
    },
  }
}

async function keep({ document, table: TableName }: Access, arrival: KeptArrival): Promise<void> {
  const { integration, id, body, ...rest } = arrival
  const pieces = body.length <= pieceBytes ? [] : piecesOf(body)
  const expiresAt = Math.ceil((Date.parse(arrival.at) + arrivalDays * dayMs) / 1000)
  for (const [no, piece] of pieces.entries())
    await document.send(new PutCommand({ TableName, Item: { ...keys.bytes(integration, id, no), piece, expiresAt } }))
  const Item = {
    ...keys.arrival(integration, id),
    arrival: asText(rest),
    ...(pieces.length === 0 ? { body } : { pieces: pieces.length }),
    event: asText(arrivalEvent(arrival)),
    expiresAt,
  }
  await document.send(new PutCommand({ TableName, Item }))
}

function piecesOf(body: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(body.length / pieceBytes)
  return Array.from({ length: count }, (_, no) => body.slice(no * pieceBytes, (no + 1) * pieceBytes))
}

async function bodyOf(access: Access, integration: string, id: string): Promise<Uint8Array> {
  const items = await queryAll(access, { pk: partitions.bytes(integration, id) })
  return Buffer.concat(items.map((item) => item['piece'] as Uint8Array))
}

type Rest = Omit<KeptArrival, 'integration' | 'id' | 'body'>

function restIn(item: Item): Rest {
  return fromText<Rest>(item['arrival']) as Rest
}

function shown(item: Item): Arrival {
  const { at, state, bytes, media } = restIn(item)
  const why = item['why']
  return {
    id: behind(String(item['sk'])),
    at,
    state: (item['state'] as Arrival['state'] | undefined) ?? state,
    bytes,
    media,
    ...(typeof why === 'string' ? { why } : {}),
    ...(item['said'] === undefined ? {} : { said: fromText<Saying[]>(item['said']) ?? [] }),
  }
}

function kept(item: Item | undefined): KeptIntegration | undefined {
  return fromText<KeptIntegration>(item?.['integration'])
}

function healthIn(item: Item): IntegrationHealth {
  const count = (name: string): number => Number(item[name] ?? 0)
  const { lastAt, unmapped } = item
  return {
    ...(typeof lastAt === 'string' ? { lastAt } : {}),
    arrived: count('arrived'),
    unreadable: count('unreadable'),
    refused: count('refused'),
    unmapped: unmapped instanceof Set ? [...unmapped].map(String).toSorted() : [],
  }
}
