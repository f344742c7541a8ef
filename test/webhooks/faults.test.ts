import { beforeAll, describe, expect, test } from 'vitest'

import { queueWebhooks } from '#webhooks/usecases/queue-webhooks'
import { changeWebhook } from '#webhooks/usecases/save-webhook'
import type { WebhookMessage } from '#ports/webhooks'
import { useEngine } from '#test/support/engine'
import { answering, aReceiver, aScene, type Scene } from '#test/webhooks/scene'

const engine = useEngine()
const minute = 60_000
const hour = 60 * minute
let scene: Scene
beforeAll(async () => {
  scene = await aScene(engine)
})

const onlyTry = async (webhook: string) => {
  const [delivery] = await scene.deliveries(webhook)
  return { state: delivery?.state, ...delivery?.tries.at(-1) }
}

describe('a receiver that', () => {
  test('is slow is not waited for, and what it took in vain comes again', async () => {
    const receiver = await aReceiver(() => undefined)
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    expect(await onlyTry(webhook.id)).toMatchObject({
      state: 'waiting',
      status: null,
      error: expect.stringContaining('did not answer in time'),
      said: [{ say: 'delivery_late' }],
    })
  })

  test('sends its answer drop by drop is not waited for either', async () => {
    const receiver = await aReceiver((response) => {
      response.writeHead(200)
      const drops = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(drops))
    })
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'waiting', status: null })
  })

  test('answers 500 gets the message again, and the beginning of its answer is kept', async () => {
    const receiver = await aReceiver(answering(500, `Out of \u0000 order ${'x'.repeat(5000)}`))
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())
    const failed = await onlyTry(webhook.id)
    receiver.answer = answering(200)
    scene.wait(6_000)
    await scene.sweep()

    expect(failed).toMatchObject({ state: 'waiting', status: 500, error: 'The receiver answered 500, not 2xx.' })
    expect(failed.answer).toMatch(/^Out of {3}order x+$/)
    expect(failed.answer?.length).toBeLessThanOrEqual(200)
    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'delivered', status: 200 })
    const sent = receiver.received.map(({ headers, body }) => [headers['webhook-id'], body])
    expect(sent[1]).toEqual(sent[0])
    expect((await scene.ports.webhooks.find(webhook.id))?.failingSince).toBeUndefined()
  })

  test('hangs up in the middle of its answer has not taken the message', async () => {
    const receiver = await aReceiver((response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'waiting', status: null })
  })

  test('answers a megabyte is heard for a kilobyte', async () => {
    let written = 0
    const receiver = await aReceiver((response) => {
      response.writeHead(200)
      const pour = (): void => {
        while (!response.destroyed && written < 64_000_000) {
          written += 65_536
          if (!response.write(Buffer.alloc(65_536, 'x'))) return void response.once('drain', pour)
        }
        response.end()
      }
      pour()
    })
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'delivered', status: 200 })
    expect(written).toBeLessThan(64_000_000)
  })

  test('sends the message elsewhere is not followed', async () => {
    const elsewhere = await aReceiver()
    const receiver = await aReceiver((response) => response.writeHead(307, { location: elsewhere.url }).end())
    const { webhook } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'waiting', status: 307 })
    expect(elsewhere.received).toHaveLength(0)
  })

  test('is not there is tried again', async () => {
    const { webhook } = await scene.add('http://127.0.0.1:9/nobody')

    await scene.queue(await scene.happen())

    const said = [{ say: 'delivery_unreached', with: { host: '127.0.0.1:9', fault: 'ECONNREFUSED' } }]
    expect(await onlyTry(webhook.id)).toMatchObject({ state: 'waiting', status: null, said })
  })

  test('answers 410 is switched off, and whoever made the webhook is told once', async () => {
    const receiver = await aReceiver(answering(410))
    const { webhook } = await scene.add(receiver.url)
    const event = await scene.happen()

    await scene.queue(event)
    await scene.queue(await scene.change(event.detail.dealId, { amount: 100 }))

    expect(receiver.received).toHaveLength(1)
    expect((await scene.deliveries(webhook.id)).map(({ state }) => state).toSorted()).toEqual(['failed', 'held'])
    expect((await scene.ports.webhooks.find(webhook.id))?.disabled).toMatchObject({ reason: 'gone' })
    const { items } = await scene.ports.notices.inbox('helen', { limit: 100 })
    const told = items.filter(({ webhook: of }) => of?.id === webhook.id)
    expect(told).toMatchObject([{ kind: 'webhook_disabled', why: expect.stringContaining('410') }])
    expect(told[0]?.whyRu).toBe('Получатель ответил 410: по этому адресу его больше нет.')
  })
})

test('a receiver that is slow delays nobody else', async () => {
  const quick = await aReceiver()
  const slow = await aReceiver(() => undefined)
  const { webhook } = await scene.add(slow.url)
  await scene.add(quick.url)
  const { detail } = await scene.happen()
  const change = (amount: number) => scene.change(detail.dealId, { amount })

  // The first message finds out that it is slow; the others are put down without waiting for it.
  await scene.queue(await change(1))
  const events = [await change(2), await change(3), await change(4), await change(5)]
  await scene.queue(...events)

  expect(quick.received).toHaveLength(5)
  expect(slow.received).toHaveLength(1)
  expect((await scene.deliveries(webhook.id)).every(({ state }) => state === 'waiting')).toBe(true)
})

test('a receiver that takes three seconds to say yes gets its next messages from the sweep, for ten minutes', async () => {
  const receiver = await aReceiver()
  const { webhook } = await scene.add(receiver.url)
  const { detail } = await scene.happen()
  const takingItsTime = async (message: WebhookMessage) => {
    scene.wait(3_000)
    return scene.ports.outlet.post(message)
  }
  const ports = { ...scene.ports, outlet: { ...scene.ports.outlet, post: takingItsTime } }
  await queueWebhooks(ports, [await scene.change(detail.dealId, { amount: 1 })])

  await scene.queue(await scene.change(detail.dealId, { amount: 2 }))
  const atOnce = receiver.received.length
  await scene.sweep()
  const bySweep = receiver.received.length
  scene.wait(11 * minute)
  await scene.queue(await scene.change(detail.dealId, { amount: 3 }))

  expect([atOnce, bySweep, receiver.received.length]).toEqual([1, 2, 3])
  expect((await scene.deliveries(webhook.id)).map(({ state }) => state)).toEqual(Array(3).fill('delivered'))
})

test('in a sweep a receiver that fails is left alone after a few attempts, and the others get everything', async () => {
  const [good, bad] = await Promise.all([aReceiver(answering(500)), aReceiver(answering(500))])
  const [toGood, toBad] = [await scene.add(good.url), await scene.add(bad.url)]
  const { detail } = await scene.happen()
  const events = []
  for (let amount = 1; amount <= 30; amount += 1) events.push(await scene.change(detail.dealId, { amount }))
  await scene.queue(...events)
  const before = bad.received.length
  good.answer = answering(204)
  scene.wait(minute)

  await scene.sweep()

  const states = async (id: string) => new Set((await scene.deliveries(id)).map(({ state }) => state))
  expect(await states(toGood.webhook.id)).toEqual(new Set(['delivered']))
  expect(await states(toBad.webhook.id)).toEqual(new Set(['waiting']))
  expect(bad.received.length - before).toBeLessThanOrEqual(10)
})

test('a message is tried ten times in 75.6 hours, then its webhook is switched off and its creator told', async () => {
  const receiver = await aReceiver(answering(503))
  const { webhook } = await scene.add(receiver.url, { filter: { owners: ['anna'] } })
  const began = Date.parse(scene.world.now())
  await scene.queue(await scene.happen())

  for (let sweeps = 0; sweeps < 40; sweeps += 1) {
    const [delivery] = await scene.deliveries(webhook.id)
    if (delivery?.nextAt === undefined) break
    scene.world.setNow(delivery.nextAt)
    await scene.sweep()
  }

  const [delivery] = await scene.deliveries(webhook.id)
  const pauses = (delivery?.tries ?? []).map(({ at }, no, all) => Date.parse(at) - Date.parse(all[no - 1]?.at ?? at))
  expect(delivery).toMatchObject({ state: 'failed', attempts: 10 })
  expect(pauses).toEqual([0, 5000, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)])
  expect((Date.parse(delivery?.tries.at(-1)?.at ?? '') - began) / hour).toBeCloseTo(75.6, 1)
  expect(receiver.received).toHaveLength(10)
  expect((await scene.ports.webhooks.find(webhook.id))?.disabled).toMatchObject({ reason: 'unreachable' })
  const { items } = await scene.ports.notices.inbox('helen', { limit: 100 })
  expect(items.filter(({ webhook: of }) => of?.id === webhook.id)).toHaveLength(1)
})

test('one message that is never taken does not switch off a webhook that takes the others', async () => {
  const receiver = await aReceiver()
  const { webhook } = await scene.add(receiver.url)
  const refused = { id: '' }
  receiver.answer = (response, request) => {
    const isRefused = request.headers['webhook-id'] === refused.id
    response.writeHead(isRefused ? 422 : 204).end()
  }
  await scene.queue(await scene.happen())
  refused.id = receiver.received[0]?.headers['webhook-id'] ?? ''
  const kept = await scene.ports.webhooks.findDelivery(webhook.id, refused.id)
  if (kept === undefined) throw new Error('The first message was not kept.')
  await scene.ports.webhooks.changeDelivery({
    ...kept,
    state: 'waiting',
    attempts: 9,
    nextAt: scene.world.now(),
    rev: kept.rev + 1,
  })

  await scene.sweep()

  expect(await scene.ports.webhooks.findDelivery(webhook.id, refused.id)).toMatchObject({ state: 'failed' })
  expect((await scene.ports.webhooks.find(webhook.id))?.disabled).toBeUndefined()
})

test('a webhook that was switched off is on again when it is saved, with a clean slate', async () => {
  const receiver = await aReceiver(answering(410))
  const { webhook } = await scene.add(receiver.url)
  await scene.queue(await scene.happen())
  receiver.answer = answering(204)
  scene.wait(1)

  const saved = await changeWebhook(scene.ports, await scene.world.as('helen'), webhook.id, {
    input: { url: receiver.url },
  })
  await scene.queue(await scene.happen())

  expect([saved.disabled, saved.failingSince]).toEqual([undefined, undefined])
  expect((await scene.deliveries(webhook.id))[0]?.state).toBe('delivered')
})
