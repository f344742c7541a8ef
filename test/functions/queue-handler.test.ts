import type { SQSEvent } from 'aws-lambda'
import { expect, test, vi } from 'vitest'

import { queueHandler, retryDelaySeconds, type QueueHandlerParts } from '#events/queue-handler'
import { eachSubject, together } from '#events/side-by-side'

const retry = { deliveryAttempts: 1, deliveryHours: 1, firstDelaySeconds: 1, longestDelaySeconds: 300 }
const eventIn = (id: string) => ({ id, name: 'deal.moved', schemaVersion: 1, detail: { dealId: 'deal_1', deal: {} } })
const batchOf = (...bodies: readonly string[]) =>
  ({
    Records: bodies.map((body, at) => ({
      messageId: `m${at}`,
      receiptHandle: `r${at}`,
      body,
      attributes: { ApproximateReceiveCount: '3' },
    })),
  }) as unknown as SQSEvent
const bodyOf = (detail: unknown) => JSON.stringify({ 'detail-type': 'deal.moved', detail })

function handlerOf(run: QueueHandlerParts['consumer']['run'], rest: Partial<QueueHandlerParts> = {}) {
  const ports = {} as QueueHandlerParts['ports']
  return queueHandler({ consumer: { name: 'a', retry, run }, ports, random: () => 1, log: () => undefined, ...rest })
}

test('the messages of the events that failed are reported, the others are done', async () => {
  const handle = handlerOf(() => Promise.resolve(['deal_1:2']))

  const answer = await handle(batchOf(bodyOf(eventIn('deal_1:1')), bodyOf(eventIn('deal_1:2'))))

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
})

test('a message nobody can read fails alone and never reaches the consumer', async () => {
  const run = vi.fn<QueueHandlerParts['consumer']['run']>().mockResolvedValue([])
  const unreadable = [
    'no json',
    bodyOf(null),
    bodyOf({ ...eventIn('x:1'), name: 'deal.exploded' }),
    bodyOf(eventIn('x')),
  ]

  const { batchItemFailures } = await handlerOf(run)(batchOf(...unreadable, bodyOf(eventIn('deal_1:1'))))

  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m0', 'm1', 'm2', 'm3'])
  expect(run.mock.calls[0]?.[1].map(({ id }) => id)).toEqual(['deal_1:1'])
})

test('an event of another subject needs no deal, one of a deal does', async () => {
  const run = vi.fn<QueueHandlerParts['consumer']['run']>().mockResolvedValue([])
  const of = (id: string, subject: object) => bodyOf({ ...eventIn(id), detail: { subject } })
  const bodies = [
    of('talk_1:3', { kind: 'talk', id: 'talk_1' }),
    of('deal_1:3', { kind: 'deal', id: 'deal_1' }),
    of('thing_1:3', { kind: 'thing', id: 'thing_1' }),
    of('talk_2:1', { kind: 'talk', id: '' }),
  ]

  const { batchItemFailures } = await handlerOf(run)(batchOf(...bodies))

  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2', 'm3'])
  expect(run.mock.calls[0]?.[1].map(({ id }) => id)).toEqual(['talk_1:3'])
})

test('events of one subject are handled one after another, those of others beside them', async () => {
  const steps: string[] = []
  const run = eachSubject(async () => async (_, { id }) => {
    steps.push(`${id} begins`)
    await Promise.resolve()
    steps.push(`${id} ends`)
  })
  const talk = { kind: 'talk', id: 'talk_1' }
  const events = [
    { ...eventIn('deal_1:1') },
    { ...eventIn('talk_1:1'), detail: { subject: talk } },
    { ...eventIn('talk_1:2'), detail: { subject: talk } },
  ]

  const failed = await run({} as QueueHandlerParts['ports'], events as never)

  expect(failed).toEqual([])
  expect(steps.slice(0, 2)).toEqual(['deal_1:1 begins', 'talk_1:1 begins'])
  expect(steps.indexOf('talk_1:1 ends')).toBeLessThan(steps.indexOf('talk_1:2 begins'))
})

test('what comes for a subject that is being handled is handled next, together; what failed is told to those whose events it were', async () => {
  const runs: (readonly string[])[] = []
  const ends: (() => void)[] = []
  const run = together(async () => async (_, events) => {
    runs.push(events.map(({ id }) => id))
    await new Promise<void>((resolve) => ends.push(resolve))
    if (runs.length === 1) throw new Error('the table is away')
  })
  const ports = {} as QueueHandlerParts['ports']
  const handled = (...ids: readonly string[]) => run(ports, ids.map(eventIn) as never)

  const first = handled('deal_1:1')
  await vi.waitFor(() => expect(ends).toHaveLength(1))
  const others = [handled('deal_1:2', 'deal_1:3'), handled('deal_1:4'), handled('deal_1:4')]
  ends[0]?.()
  await vi.waitFor(() => expect(ends).toHaveLength(2))
  ends[1]?.()

  expect(await first).toEqual(['deal_1:1'])
  expect(await Promise.all(others)).toEqual([[], [], []])
  expect(runs).toEqual([['deal_1:1'], ['deal_1:2', 'deal_1:3', 'deal_1:4', 'deal_1:4']])
})

test('a fault of the consumer fails the whole batch, and each message waits as declared', async () => {
  const postpone = vi.fn<NonNullable<QueueHandlerParts['postpone']>>().mockRejectedValue(new Error('throttled'))
  const handle = handlerOf(() => Promise.reject(new Error('the table is away')), { postpone })

  const { batchItemFailures } = await handle(batchOf(bodyOf(eventIn('deal_1:1')), bodyOf(eventIn('deal_1:2'))))

  expect(batchItemFailures).toHaveLength(2)
  expect(postpone.mock.calls).toEqual([
    ['r0', 4],
    ['r1', 4],
  ])
})

test.each([
  [1, 0, 1],
  [2, 1, 2],
  [5, 1, 16],
  [5, 0, 8],
  [50, 1, 300],
])('after attempt %i, with chance %d, a message waits %i seconds', (received, chance, seconds) => {
  expect(retryDelaySeconds(retry, received, () => chance)).toBe(seconds)
})
