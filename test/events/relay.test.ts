import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'

import { publishTo } from '#events/publish'
import { relay, relayFilter, unpublishablePattern } from '#events/relay'
import { compilePattern } from '#local/stream/event-pattern'
import { keys as dealKeys } from '#store/deals/keys'
import { keys as peopleKeys } from '#store/people/keys'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { asText } from '#store/text-item'

const event = (version: number, more: Record<string, unknown> = {}) => ({
  id: `deal_1:${version}`,
  name: 'deal.moved',
  detail: { dealId: 'deal_1' },
  ...more,
})
const record = (
  version: number,
  more: Partial<DynamoDBRecord> = {},
  stored: unknown = event(version),
): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: String(100 + version),
    Keys: marshall(dealKeys.event('deal_1', version)) as never,
    NewImage: marshall({
      ...dealKeys.event('deal_1', version),
      event: typeof stored === 'string' ? stored : asText(stored as object),
    }) as never,
  },
  ...more,
})

/** A bus that refuses what `refuses` says, attempt by attempt. */
function aBus(refuses: (entry: PutEventsRequestEntry, attempt: number) => boolean = () => false) {
  const packs: string[][] = []
  const published: string[] = []
  const pauses: number[] = []
  const idOf = ({ Detail = '' }: PutEventsRequestEntry) => (JSON.parse(Detail) as { id?: string }).id ?? Detail
  const ports = {
    told: toldPrefixes,
    putEvents: (entries: readonly PutEventsRequestEntry[]) => {
      packs.push(entries.map(idOf))
      const results = entries.map((entry) => ({ refused: refuses(entry, packs.length) }))
      published.push(...entries.filter((_, at) => results[at]?.refused === false).map(idOf))
      return Promise.resolve(results)
    },
    pause: (ms: number) => Promise.resolve(void pauses.push(ms)),
    random: () => 0.5,
  }
  return { ports, packs, published, pauses }
}

const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

describe('the relay', () => {
  test('publishes an event as it is stored', async () => {
    const entries: PutEventsRequestEntry[] = []
    const { ports } = aBus((entry) => entries.push(entry) < 0)

    const failures = await relay(ports, [record(3)])

    expect(failures).toEqual([])
    expect(entries).toEqual([{ Source: 'norma', DetailType: 'deal.moved', Detail: expect.any(String) as string }])
    expect(JSON.parse(entries[0]?.Detail ?? '')).toEqual(event(3))
  })

  test('publishes nothing but new event items', async () => {
    const { ports, packs } = aBus()
    const employee = { Keys: marshall(peopleKeys.employee('anna')) as never, SequenceNumber: '7' }
    const deal = { Keys: marshall(dealKeys.deal('deal_1')) as never, SequenceNumber: '8' }

    await relay(ports, [
      record(1, { eventName: 'MODIFY' }),
      record(2, { eventName: 'REMOVE' }),
      record(3, { dynamodb: employee }),
      record(4, { dynamodb: deal }),
    ])

    expect(packs).toEqual([])
  })

  test('asks the stream for the records it publishes and no others', () => {
    const isAskedFor = compilePattern(relayFilter(toldPrefixes))

    const asked = [
      record(1),
      record(1, { eventName: 'MODIFY' }),
      record(1, { dynamodb: { Keys: marshall(peopleKeys.employee('anna')) as never } }),
      record(1, { dynamodb: { Keys: marshall(dealKeys.task('deal_1', 'task_1')) as never } }),
    ].map(isAskedFor)

    expect(asked).toEqual([true, false, false, false])
  })

  test('publishes what a room declares as events beside those of deals, and nothing of a mixture of both', async () => {
    const { ports, packs } = aBus()
    const told = [...toldPrefixes, { pk: 'TK#', sk: 'V#' }]
    const item = (pk: string, sk: string) =>
      record(1, { dynamodb: { ...record(1).dynamodb, Keys: marshall({ pk, sk }) as never } })
    const all = [item('TK#talk_1', 'V#1'), item('TK#talk_1', 'E#1'), item('D#deal_1', 'V#1'), item('D#deal_1', 'E#1')]

    await relay({ ...ports, told }, all)

    expect(packs.map(({ length }) => length)).toEqual([2])
    expect(all.map(compilePattern(relayFilter(told)))).toEqual([true, true, true, true])
    expect(all.map(compilePattern(relayFilter(toldPrefixes)))).toEqual([false, false, false, true])
  })

  test('packs ten events at once', async () => {
    const { ports, packs } = aBus()

    await relay(
      ports,
      range(23).map((version) => record(version)),
    )

    expect(packs.map(({ length }) => length)).toEqual([10, 10, 3])
  })

  test('packs no more than the bus takes in bytes', async () => {
    const { ports, packs } = aBus()
    const long = (version: number) => record(version, {}, event(version, { comment: 'ы'.repeat(60_000) }))

    await relay(ports, range(5).map(long))

    expect(packs.map(({ length }) => length)).toEqual([2, 2, 1])
  })

  test('tries again what was refused, after a pause that grows', async () => {
    const { ports, packs, pauses } = aBus(({ Detail = '' }, attempt) => Detail.includes('deal_1:2') && attempt < 3)

    const failures = await relay(ports, [record(1), record(2), record(3)])

    expect(failures).toEqual([])
    expect(packs).toEqual([['deal_1:1', 'deal_1:2', 'deal_1:3'], ['deal_1:2'], ['deal_1:2']])
    expect(pauses).toEqual([100, 200])
  })

  test('reports the first record that stays refused, and publishes nothing behind its pack', async () => {
    const { ports, published } = aBus(({ Detail = '' }) => /deal_1:(12|14)"/.test(Detail))

    const failures = await relay(
      ports,
      range(25).map((version) => record(version)),
    )

    expect(failures).toEqual([{ itemIdentifier: '112' }])
    expect(published.at(-1)).toBe('deal_1:20')
  })

  test('treats a bus that is away like one that refuses', async () => {
    const { ports } = aBus()
    const putEvents = () => Promise.reject(new Error('socket hang up'))

    const failures = await relay({ ...ports, putEvents }, [record(1), record(2)])

    expect(failures).toEqual([{ itemIdentifier: '101' }])
  })

  test.each([
    ['that holds no event', 'not a map'],
    ['whose event has no name', { id: 'deal_1:2' }],
  ])('lets a record pass %s, and says so on the bus', async (_, stored) => {
    const entries: PutEventsRequestEntry[] = []
    const { ports } = aBus((entry) => entries.push(entry) < 0)

    const failures = await relay(ports, [record(1), record(2, {}, stored), record(3)])

    expect(failures).toEqual([])
    expect(entries.map(({ Source }) => Source)).toEqual(['norma', 'norma.relay', 'norma'])
    expect(JSON.parse(entries[1]?.Detail ?? '')).toEqual({
      ...dealKeys.event('deal_1', 2),
      sequenceNumber: '102',
      why: 'The item holds no readable event with an id and a name.',
    })
  })

  test('lets an event pass that is too long for the bus, and says so on the bus', async () => {
    const entries: PutEventsRequestEntry[] = []
    const { ports } = aBus((entry) => entries.push(entry) < 0)

    await relay(ports, [record(1, {}, event(1, { comment: 'x'.repeat(300_000) }))])

    const [{ Source: source, DetailType: type, Detail } = {}] = entries
    expect(compilePattern(unpublishablePattern)({ source, 'detail-type': type })).toBe(true)
    expect(Detail).toContain('the bus takes 256000')
  })
})

describe('publishing through EventBridge', () => {
  test('counts an entry without an id as refused', async () => {
    const sent: unknown[] = []
    const client = {
      send: (command: { input: unknown }) => {
        sent.push(command.input)
        return Promise.resolve({
          FailedEntryCount: 1,
          Entries: [{ EventId: 'a' }, { ErrorCode: 'ThrottlingException' }],
        })
      },
    }

    const results = await publishTo(client as never, 'norma-bus')([{ Source: 'a' }, { Source: 'b' }, { Source: 'c' }])

    expect(results).toEqual([{ refused: false }, { refused: true }, { refused: true }])
    expect(sent).toMatchObject([{ Entries: [{ EventBusName: 'norma-bus' }, {}, {}] }])
  })
})
