import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { SQSEvent } from 'aws-lambda'
import { afterEach, describe, expect, test } from 'vitest'

import { consumer } from '#events/consumer'
import { relay } from '#events/relay'
import { relayLetters, startRuntime } from '#local/runtime'
import type { LocalConsumer, Runtime, RuntimeOptions } from '#local/runtime'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { keys } from '#store/deals/keys'
import { asText } from '#store/text-item'
import { useEngine } from '#test/support/engine'
import { useFolder } from '#test/support/temporary-folder'

const eventsIn = (batch: SQSEvent) =>
  batch.Records.map(({ body }) => (JSON.parse(body) as { detail: { id: string; version: number } }).detail)

describe('the runtime', () => {
  const engine = useEngine()
  const folder = useFolder()
  let table = ''
  const running: Runtime[] = []
  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop()
  })

  const shippedRelay: RuntimeOptions['relayFor'] = (putEvents) => {
    const ports = { told: toldPrefixes, putEvents, pause: () => Promise.resolve(), random: Math.random }
    return async ({ Records }) => ({ batchItemFailures: [...(await relay(ports, Records))] })
  }
  const start = async (consumers: readonly LocalConsumer[], relayFor = shippedRelay) => {
    const { store } = engine
    const log = () => undefined
    const runtime = await startRuntime({ dataDir: folder.path('data'), store, table, consumers, relayFor, log })
    running.push(runtime)
    return runtime
  }
  const declared = (name: string, more: Parameters<typeof consumer>[0] | object = {}) =>
    consumer({ name, on: ['deal.moved'], run: () => Promise.resolve([]), ...more })
  const write = async (version: number, name = 'deal.moved', deal = 'deal_1') => {
    const event = { id: `${deal}:${version}`, name, version, detail: { dealId: deal } }
    await engine.client.send(
      new PutCommand({ TableName: table, Item: { ...keys.event(deal, version), event: asText(event) } }),
    )
  }

  test('brings an event from the table to every consumer that asked for it', async () => {
    table = await engine.createTable()
    const seen: string[] = []
    const listener = (name: string, on: 'deal.moved' | 'deal.lost'): LocalConsumer => ({
      declaration: consumer({ name, on: [on], run: () => Promise.resolve([]) }),
      handler: (batch) => Promise.resolve(void seen.push(...eventsIn(batch).map(({ id }) => `${name} ${id}`))),
    })
    const runtime = await start([listener('a', 'deal.moved'), listener('b', 'deal.moved'), listener('c', 'deal.lost')])

    await write(1)
    await write(2, 'deal.lost')
    await runtime.idle()

    expect(seen.toSorted()).toEqual(['a deal_1:1', 'b deal_1:1', 'c deal_1:2'])
  })

  test('is idle only when the events that consumers wrote are handled too', async () => {
    table = await engine.createTable()
    const seen: number[] = []
    const runtime = await start([
      {
        declaration: declared('count-down'),
        handler: async (batch) => {
          for (const { version } of eventsIn(batch)) {
            seen.push(version)
            if (version < 12) await write(version + 1)
          }
        },
      },
    ])

    await write(1)
    await runtime.idle()

    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('goes on after a restart where it stopped', async () => {
    table = await engine.createTable()
    const seen: string[] = []
    const consumers: LocalConsumer[] = [
      {
        declaration: declared('listen'),
        handler: (batch) => Promise.resolve(void seen.push(...eventsIn(batch).map(({ id }) => id))),
      },
    ]
    const first = await start(consumers)
    await write(1)
    await first.idle()
    await running.pop()?.stop()
    await write(2)

    const second = await start(consumers)
    await second.idle()

    expect(seen).toEqual(['deal_1:1', 'deal_1:2'])
  })

  test('reads the stream again from where the relay failed', async () => {
    table = await engine.createTable()
    const seen = new Set<string>()
    let calls = 0
    const stumbling: RuntimeOptions['relayFor'] = (putEvents) => {
      const handler = shippedRelay(putEvents)
      return async (batch) => {
        calls += 1
        const failed = batch.Records.find(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S === keys.event('deal_1', 2).sk)
        if (calls > 3 || failed === undefined) return await handler(batch)
        const before = batch.Records.slice(0, batch.Records.indexOf(failed))
        await handler({ Records: before })
        return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    for (const version of [1, 2, 3]) await write(version)

    const handler = (batch: SQSEvent) => {
      for (const { id } of eventsIn(batch)) seen.add(id)
      return Promise.resolve()
    }
    const runtime = await start([{ declaration: declared('listen'), handler }], stumbling)
    await runtime.idle()

    expect(calls).toBe(4)
    expect([...seen]).toEqual(['deal_1:1', 'deal_1:2', 'deal_1:3'])
  })

  test('tells how many events are to come, of all and of one consumer, while it waits for no longer than it may', async () => {
    table = await engine.createTable()
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const held: LocalConsumer = { declaration: declared('held'), handler: () => gate }
    const free: LocalConsumer = { declaration: declared('free'), handler: () => Promise.resolve() }
    const runtime = await start([held, free])
    for (const version of [1, 2, 3]) await write(version)

    const behind = await runtime.idleWithin(300)
    const ofOne = [runtime.toCome('held'), runtime.toCome('free')]
    open()
    await runtime.idle()

    expect(behind).toEqual({ isIdle: false, toCome: 3 })
    expect(ofOne).toEqual([3, 0])
    expect(await runtime.idleWithin(1_000)).toEqual({ isIdle: true, toCome: 0 })
  })

  test('puts aside what a consumer cannot handle, and gives it back', async () => {
    table = await engine.createTable()
    let isBroken = true
    const seen: string[] = []
    const runtime = await start([
      {
        declaration: declared('follow-deal', { maxReceiveCount: 1 }),
        handler: (batch) => {
          if (isBroken) return Promise.reject(new Error('no rules'))
          return Promise.resolve(void seen.push(...eventsIn(batch).map(({ id }) => id)))
        },
      },
    ])
    await write(1)
    await runtime.idle()
    const letters = runtime.deadLetters()
    isBroken = false

    const redriven = runtime.redrive()
    await runtime.idle()

    expect(letters).toMatchObject([{ consumer: 'follow-deal', event: { detail: { id: 'deal_1:1' } } }])
    expect(redriven).toBe(1)
    expect(seen).toEqual(['deal_1:1'])
    expect(runtime.deadLetters()).toEqual([])
  })

  test('shows an event that could not be published among the dead letters', async () => {
    table = await engine.createTable()
    const runtime = await start([{ declaration: declared('listen'), handler: () => Promise.resolve() }])

    const Item = { ...keys.event('deal_1', 1), event: 'unreadable' }
    await engine.client.send(new PutCommand({ TableName: table, Item }))
    await runtime.idle()

    expect(runtime.deadLetters(relayLetters)).toMatchObject([{ event: { detail: { pk: 'D#deal_1' } } }])
  })

  test('says which table has no stream', async () => {
    table = 'nowhere'

    await expect(start([])).rejects.toThrow('could not start on the table nowhere')
  })
})
