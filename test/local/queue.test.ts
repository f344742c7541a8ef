import type { SQSEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openStore, type LocalStore } from '#local/open-store'
import { openQueueLog } from '#local/queues/queue-log'
import { openQueues, type QueuesOptions } from '#local/queues/queue'
import type { QueueHandler, QueueSettings } from '#local/queues/queue-state'
import { manualClock } from '#test/support/manual-clock'

const settings: QueueSettings = {
  name: 'follow-deal',
  batchSize: 10,
  concurrency: 1,
  maxReceiveCount: 3,
  visibilityTimeoutSeconds: 30,
  retry: { deliveryAttempts: 1, deliveryHours: 1, firstDelaySeconds: 2, longestDelaySeconds: 60 },
}
const event = (no: number) => JSON.stringify({ detail: { id: `deal_1:${no}` } })
const to = ['follow-deal']
const never: QueueHandler = () => new Promise(() => undefined)
const numbersIn = (batch: SQSEvent) => batch.Records.map(({ body }) => Number(/:(\d+)"/.exec(body)?.[1]))
const failing = (batch: SQSEvent) =>
  Promise.resolve({ batchItemFailures: batch.Records.map(({ messageId }) => ({ itemIdentifier: messageId })) })

/** Lets everything happen that needs no time to pass. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('the queues', () => {
  let store: LocalStore
  beforeEach(async () => {
    store = await openStore()
  })
  afterEach(() => store.stop())

  const openLog = () => {
    store.embedded.file.flush()
    return openQueueLog(store.embedded, 'queues', () => undefined)
  }
  const open = (handler: QueueHandler, more: Partial<QueuesOptions> & { tuned?: Partial<QueueSettings> } = {}) =>
    openQueues({
      queueLog: openLog(),
      queues: [{ settings: { ...settings, ...more.tuned }, handler }],
      random: () => 1,
      ...more,
    })

  test('hand messages over in batches and forget those that are handled', async () => {
    const batches: number[][] = []
    const queues = open((batch) => {
      batches.push(numbersIn(batch))
      return Promise.resolve()
    })
    queues.start()

    queues.put(Array.from({ length: 12 }, (_, no) => ({ body: event(no), to })))
    await queues.idle()

    expect(batches).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      [10, 11],
    ])
    await queues.stop()
    expect(open(never).pending()).toBe(0)
  })

  test('work on no more batches at once than declared', async () => {
    let running = 0
    let most = 0
    const queues = open(
      async () => {
        running += 1
        most = Math.max(most, running)
        await settle()
        running -= 1
      },
      { tuned: { concurrency: 3, batchSize: 1 } },
    )
    queues.start()

    queues.put(Array.from({ length: 20 }, (_, no) => ({ body: event(no), to })))
    await queues.idle()

    expect(most).toBe(3)
    await queues.stop()
  })

  test('lose nothing when the process is killed: what nobody answered for is handed over again', async () => {
    const first = open((batch) => (numbersIn(batch).includes(0) ? Promise.resolve() : new Promise(() => undefined)), {
      tuned: { batchSize: 1, concurrency: 2 },
    })
    first.start()
    first.put([0, 1, 2].map((no) => ({ body: event(no), to })))
    await settle()

    const again: number[] = []
    const second = open((batch) => Promise.resolve(void again.push(...numbersIn(batch))))
    second.start()
    await second.idle()

    expect(new Set(again)).toEqual(new Set([1, 2]))
    await second.stop()
  })

  test('do not take the end of the process for a failure, until one message has seen it twenty times', async () => {
    for (let life = 0; life < 19; life += 1) {
      const queues = open(never)
      queues.start()
      if (life === 0) queues.put([{ body: event(1), to }])
      await settle()
    }
    const last = open(never)
    expect([last.pending(), last.deadLetters()]).toEqual([1, []])

    const dying = open(never)
    dying.start()
    await settle()
    const queues = open(never)
    queues.start()
    await queues.idle()

    expect(queues.deadLetters()).toMatchObject([{ why: 'The process ended 20 times while it was being handled.' }])
  })

  test('hand over alone what the process ended over again and again, so that it is known which it was', async () => {
    for (let life = 0; life < 3; life += 1) {
      const queues = open(never)
      queues.start()
      if (life === 0) queues.put([1, 2].map((no) => ({ body: event(no), to })))
      await settle()
    }
    const batches: number[][] = []
    const queues = open((batch) => Promise.resolve(void batches.push(numbersIn(batch))))
    queues.start()
    await queues.idle()

    expect(batches).toEqual([[1], [2]])
  })

  test('try what failed again, after pauses that double, then put it aside', async () => {
    const clock = manualClock()
    const attempts: string[] = []
    const queues = open(
      (batch) => {
        attempts.push(
          `${new Date(clock.now()).toISOString().slice(14, 19)} #${batch.Records[0]?.attributes.ApproximateReceiveCount}`,
        )
        return failing(batch)
      },
      { clock },
    )
    queues.start()
    queues.put([{ body: event(1), to }])
    await settle()

    for (const seconds of [1, 1, 3, 1, 10]) {
      clock.advance(seconds * 1_000)
      await settle()
    }

    expect(attempts).toEqual(['00:00 #1', '00:02 #2', '00:06 #3'])
    expect(queues.pending()).toBe(0)
    expect(queues.deadLetters()).toEqual([
      {
        consumer: 'follow-deal',
        id: '1',
        event: { detail: { id: 'deal_1:1' } },
        received: 3,
        why: 'It failed 3 times, the last time because it reported the message as failed.',
        at: '2026-11-23T09:00:06.000Z',
      },
    ])
    await queues.stop()
  })

  test('leave half of a pause to chance', async () => {
    const clock = manualClock()
    const queues = open(failing, { clock, random: () => 0 })
    queues.start()

    queues.put([{ body: event(1), to }])
    await settle()

    clock.advance(999)
    expect(clock.untilNext()).toBe(1)
    await queues.stop()
  })

  test('try only those of a batch again that failed', async () => {
    const clock = manualClock()
    const batches: number[][] = []
    const queues = open(
      (batch) => {
        batches.push(numbersIn(batch))
        return failing({ Records: batches.length === 1 ? batch.Records.slice(1, 2) : [] })
      },
      { clock },
    )
    queues.start()
    queues.put([0, 1, 2].map((no) => ({ body: event(no), to })))
    await settle()

    clock.advance(2_000)
    await settle()

    expect(batches).toEqual([[0, 1, 2], [1]])
    await queues.stop()
  })

  test('take an answer about messages that were never given as a failure of all', async () => {
    const clock = manualClock()
    const queues = open(() => Promise.resolve({ batchItemFailures: [{ itemIdentifier: 'unheard of' }] }), { clock })
    queues.start()

    queues.put([{ body: event(1), to }])
    await settle()

    expect(queues.pending()).toBe(1)
    await queues.stop()
  })

  test('give a message to another when its handler does not answer in time, and still take the late answer', async () => {
    const clock = manualClock()
    const answers: (() => void)[] = []
    const queues = open(() => new Promise((resolve) => void answers.push(resolve)), { clock })
    queues.start()
    queues.put([{ body: event(1), to }])
    await settle()

    clock.advance(30_000)
    await settle()
    answers[0]?.()
    await queues.idle()

    expect(answers).toHaveLength(2)
    answers[1]?.()
    await queues.stop()
  })

  test('redrive dead letters as new messages', async () => {
    let isBroken = true
    const handled: string[] = []
    const queues = open(
      (batch) => {
        if (isBroken) return Promise.reject(new Error('the calendar is unknown'))
        handled.push(
          ...batch.Records.map(({ messageId, attributes }) => `${messageId} #${attributes.ApproximateReceiveCount}`),
        )
        return Promise.resolve()
      },
      { tuned: { maxReceiveCount: 1 } },
    )
    queues.start()
    queues.put([1, 2, 3].map((no) => ({ body: event(no), to })))
    await queues.idle()
    isBroken = false

    const redriven = queues.redrive('follow-deal', ['2'])
    await queues.idle()

    expect(redriven).toBe(1)
    expect(handled).toEqual(['2 #1'])
    expect(queues.deadLetters().map(({ id, why }) => [id, why])).toEqual([
      ['1', 'It failed 1 times, the last time because the calendar is unknown.'],
      ['3', 'It failed 1 times, the last time because the calendar is unknown.'],
    ])
    await queues.stop()
  })

  test('keep dead letters over a restart', async () => {
    const first = open(never)
    first.bury('relay', event(1), 'It could not be published.')

    const second = open(never)

    expect(second.deadLetters('relay')).toMatchObject([{ id: '1', why: 'It could not be published.' }])
    expect(second.deadLetters('follow-deal')).toEqual([])
    expect(second.pending()).toBe(0)
  })

  test('keep the messages of a consumer that is not declared for the day it is', async () => {
    open(never).put([{ body: event(1), to: ['send-letters'] }])

    const without = open(never)
    const handled: number[] = []
    const queues = open((batch) => Promise.resolve(void handled.push(...numbersIn(batch))), {
      tuned: { name: 'send-letters' },
    })
    queues.start()
    await queues.idle()

    expect(without.pending()).toBe(0)
    expect(handled).toEqual([1])
    await queues.stop()
  })

  test('leave nothing of what is done in the log for longer than a day, nor when they end with nothing to do', async () => {
    const clock = manualClock()
    const queues = open(() => Promise.resolve(), { clock })
    queues.start()
    queues.put([{ body: event(1), to }])
    await queues.idle()
    const kept = openLog().size()
    clock.advance(24 * 3_600_000)
    queues.put([{ body: event(2), to }])
    await queues.idle()
    await settle()
    const dayLater = openLog().entries.filter(({ t }) => t === 'put')
    await queues.stop()
    await settle()

    expect(kept).toBeGreaterThan(0)
    expect(JSON.stringify(dayLater)).not.toContain('deal_1:1"')
    expect(openLog().size()).toBe(0)
  })

  test('rewrite the log when most of it is done, and lose nothing by it', async () => {
    const stuck = new Set([5, 500])
    const clock = manualClock()
    const queues = open(
      (batch) => failing({ Records: batch.Records.filter((_, at) => stuck.has(numbersIn(batch)[at] ?? 0)) }),
      { clock, compactAt: 10_000 },
    )
    queues.start()

    queues.bury('relay', event(2_000), 'It could not be published.')
    for (let no = 0; no < 1_000; no += 50) {
      queues.put(Array.from({ length: 50 }, (_, more) => ({ body: event(no + more), to })))
      while (queues.pending() > stuck.size) await settle()
    }

    await settle()
    expect(openLog().size()).toBeLessThan(15_000)
    const again: number[] = []
    const reopened = open((batch) => Promise.resolve(void again.push(...numbersIn(batch))))
    reopened.start()
    await reopened.idle()
    expect(new Set(again)).toEqual(new Set(stuck))
    expect(reopened.deadLetters('relay')).toHaveLength(1)
    await reopened.stop()
  })
})
