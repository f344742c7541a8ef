import { readFileSync } from 'node:fs'
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { queueHandler } from '#events/queue-handler'
import { relay } from '#events/relay'
import { startNorma, type Norma } from '#local/norma'
import { startRuntime, type Runtime } from '#local/runtime'
import type { Ports } from '#ports/ports'
import { createDeal } from '#usecases/deals/create-deal'
import { runNorma } from '#test/e2e/product'
import { useEngine } from '#test/support/engine'
import { historyFaults } from '#test/support/history-checker'
import { useFolder } from '#test/support/temporary-folder'
import { aWorld, type World } from '#test/support/world'

const poison: Readonly<Record<string, { name: string; detail: string }>> = {
  'nothing of an event': { name: 'deal.moved', detail: '{"half":"an ev"}' },
  'an event without its deal': {
    name: 'deal.moved',
    detail: '{"id":"deal_x:1","name":"deal.moved","schemaVersion":1}',
  },
  'a name nobody knows': {
    name: 'deal.moved',
    detail: '{"id":"deal_x:1","name":"deal.flown","schemaVersion":1,"detail":{"dealId":"deal_x","deal":{}}}',
  },
  'a version from the future': {
    name: 'deal.moved',
    detail: '{"id":"deal_x:1","name":"deal.moved","schemaVersion":99,"detail":{"dealId":"deal_x","deal":{}}}',
  },
}

const quick = { firstDelaySeconds: 0.02, longestDelaySeconds: 0.1 }

describe('a poisoned event', () => {
  const engine = useEngine()
  const folder = useFolder()
  let runtime: Runtime | undefined
  afterEach(async () => {
    await runtime?.stop()
    runtime = undefined
  })

  /** The shipped consumers behind real queues, with short pauses; `ports` is what they work with. */
  async function start(world: World, ports: Ports, tries: number[]): Promise<Runtime> {
    const served = consumers.map((consumer) => {
      const declaration = { ...consumer, retry: { ...consumer.retry, ...quick } }
      const handler = queueHandler({ consumer: declaration, ports, random: () => 1, log: () => undefined })
      return {
        declaration,
        handler: async (batch: Parameters<typeof handler>[0]) => {
          if (consumer.name === 'keep-column-counters') tries.push(performance.now())
          return handler(batch)
        },
      }
    })
    runtime = await startRuntime({
      dataDir: folder.path('data'),
      store: engine.store,
      table: world.table,
      consumers: served,
      log: () => undefined,
      relayFor:
        (putEvents) =>
        async ({ Records }: DynamoDBStreamEvent) => ({
          batchItemFailures: [
            ...(await relay(
              { told: toldPrefixes, putEvents, pause: () => Promise.resolve(), random: Math.random },
              Records,
            )),
          ],
        }),
    })
    return runtime
  }

  test.each(Object.entries(poison))(
    'with %s ends with the dead letters and holds up nobody',
    async (_, { name, detail }) => {
      const world = await aWorld(engine)
      const running = await start(world, world.ports, [])

      await running.putEvents([{ Source: 'norma', DetailType: name, Detail: detail }])
      await createDeal(world.ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
      await running.idle()

      const letters = running.deadLetters()
      const subscribed = consumers.filter(({ on, where }) => on.includes('deal.moved') && where === undefined)
      expect(letters.map(({ consumer }) => consumer).toSorted()).toEqual(subscribed.map((one) => one.name).toSorted())
      for (const letter of letters) {
        expect(letter).toMatchObject({ received: 5, why: expect.stringContaining('It failed 5 times') as string })
        expect(JSON.stringify(letter.event)).toContain(JSON.stringify(JSON.parse(detail)).slice(1, 20))
      }
      expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table })).toEqual([])
    },
  )

  test('that is no JSON at all fails alone: the message beside it is handled', async () => {
    const world = await aWorld(engine)
    const deal = await createDeal(world.ports, await world.as(), { title: 'One', pipeline: 'b2b_new', owner: 'anna' })
    const [event] = await world.eventsOf(deal.id)
    const bodies = ['{"detail":{"id":"deal_', JSON.stringify({ detail: event })]
    const batch = bodies.map((body, no) => ({ messageId: String(no), body, receiptHandle: '', attributes: {} }))

    for (const consumer of consumers) {
      const handle = queueHandler({ consumer, ports: world.ports, random: Math.random, log: () => undefined })
      expect(await handle({ Records: batch } as unknown as SQSEvent)).toEqual({
        batchItemFailures: [{ itemIdentifier: '0' }],
      })
    }

    expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table })).toEqual([])
  })

  test('that a consumer cannot handle is tried again with growing pauses, and done once it is redriven', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const world = await aWorld(engine)
    let isBroken = true
    const countColumn: Ports['plans']['countColumn'] = (...told) =>
      isBroken ? Promise.reject(new Error('The books are closed.')) : world.ports.plans.countColumn(...told)
    const ports = { ...world.ports, plans: { ...world.ports.plans, countColumn } }
    const tries: number[] = []
    const running = await start(world, ports, tries)

    const { id } = await createDeal(ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
    await running.idle()
    const letters = running.deadLetters()
    const pauses = tries.slice(1).map((at, no) => at - (tries[no] ?? 0))
    const other = running.redrive('keep-plan-ledger')
    isBroken = false
    const redriven = running.redrive(
      'keep-column-counters',
      letters.map((letter) => letter.id),
    )
    await running.idle()

    expect(letters).toMatchObject([
      { consumer: 'keep-column-counters', received: 5, event: { detail: { id: `${id}:1` } } },
    ])
    expect(pauses).toHaveLength(4)
    // 20, 40, 80 and 100 ms, half of it left to chance. Timers may ring a moment early.
    for (const [no, least] of [10, 20, 40, 50].entries()) expect(pauses[no]).toBeGreaterThanOrEqual(least - 3)
    expect([other, redriven, running.deadLetters()]).toEqual([0, 1, []])
    expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table })).toEqual([])
  })
})

describe('norma', () => {
  const folder = useFolder()
  let norma: Norma | undefined
  afterEach(async () => {
    await norma?.stop()
    norma = undefined
  })

  test('lists dead letters and redrives them from the command line', async () => {
    const dataDir = folder.path('data')
    const rulesText = readFileSync('pipelines.yaml', 'utf8')
    const log = () => undefined
    norma = await startNorma({ dataDir, port: 0, rulesText, log })
    const consumer = 'keep-column-counters'

    const none = await runNorma('dead-letters', '--data', dataDir)
    const Detail = '{"id":"deal_x:1","name":"deal.lost","schemaVersion":99}'
    await norma.runtime.putEvents([{ Source: 'norma', DetailType: 'deal.lost', Detail }])
    await norma.runtime.idle()
    const listed = await runNorma('dead-letters', '--consumer', consumer, '--data', dataDir)
    const stray = await runNorma('dead-letters', '--consumer', 'keep-column-counter', '--data', dataDir)
    const noLetter = await runNorma('redrive', '99', 'x', '--consumer', consumer, '--data', dataDir)
    const before = norma.runtime.deadLetters().length
    const redriven = await runNorma('redrive', '--consumer', consumer, '--data', dataDir)
    const left = norma.runtime.deadLetters().length
    await norma.runtime.idle()
    await norma.stop()
    norma = undefined
    const off = await runNorma('dead-letters', '--data', dataDir)

    expect(none).toEqual({ code: 0, out: 'There are no dead letters.\n' })
    expect(listed.code).toBe(0)
    expect(JSON.parse(listed.out)).toMatchObject({ consumer, received: 5, event: { detail: { id: 'deal_x:1' } } })
    expect(redriven).toEqual({ code: 0, out: '1 dead letter was given to its consumer again.\n' })
    expect(stray.code).toBe(2)
    expect(stray.out).toContain('There is no consumer “keep-column-counter”. Did you mean “keep-column-counters”?')
    expect(noLetter.code).toBe(2)
    expect(noLetter.out).toContain(`There is no dead letter “99”, “x” of ${consumer}.`)
    expect(left).toBe(before - 1)
    expect(off).toMatchObject({ code: 2, out: expect.stringContaining('npx norma start') as string })
  }, 120_000)
})
