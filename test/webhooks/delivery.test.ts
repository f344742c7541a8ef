import { Webhook } from 'standardwebhooks'
import { beforeAll, describe, expect, test } from 'vitest'

import { queueWebhooks } from '#webhooks/usecases/queue-webhooks'
import { rotateWebhookSecret } from '#webhooks/usecases/save-webhook'
import { useEngine } from '#test/support/engine'
import { insteadOf } from '#test/support/instead-of'
import { answering, aReceiver, aScene, type Received, type Scene } from '#test/webhooks/scene'

const engine = useEngine()
const hour = 3_600_000
let scene: Scene
beforeAll(async () => {
  // The library compares timestamps with the real clock.
  scene = await aScene(engine)
  scene.world.setNow(new Date().toISOString())
})

const verified = (secret: string, { headers, body }: Received): unknown => {
  // Turned back a little where the test has let hours pass.
  const library = new Webhook(secret)
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const [expected] = library.sign(headers['webhook-id'] ?? '', at, body).split(' ')
  if (headers['webhook-signature']?.split(' ').includes(expected ?? '') !== true) throw new Error('Not signed by it.')
  return JSON.parse(body)
}

describe('a message', () => {
  test('arrives at once, signed as the library of Standard Webhooks verifies it', async () => {
    const receiver = await aReceiver()
    const { webhook, secret } = await scene.add(receiver.url)
    const event = await scene.happen()

    await scene.queue(event)

    const [message] = receiver.received
    expect(receiver.received).toHaveLength(1)
    expect(new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})).toMatchObject({
      type: 'deal.created',
      timestamp: event.at,
      data: { id: event.id, dealId: event.detail.dealId, sequence: 1, actor: { id: 'helen' }, configVersion: 1 },
    })
    const [delivery] = await scene.deliveries(webhook.id)
    expect(delivery).toMatchObject({ id: message?.headers['webhook-id'], state: 'delivered', attempts: 1 })
    expect(delivery?.tries.map(({ status }) => status)).toEqual([204])
  })

  test('that somebody has changed on the way is not verified', async () => {
    const receiver = await aReceiver()
    const { secret } = await scene.add(receiver.url)

    await scene.queue(await scene.happen())

    const { headers = {}, body = '' } = receiver.received[0] ?? {}
    expect(() => new Webhook(secret).verify(body.replace('Tea', 'Sea'), headers)).toThrow('No matching signature')
    expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'msg_other' })).toThrow('No matching')
  })

  test('tells what was before and after, and which change of the deal it is', async () => {
    const receiver = await aReceiver()
    await scene.add(receiver.url)
    const { detail } = await scene.happen()
    const first = await scene.change(detail.dealId, { amount: 500_00, need: 'Tea' })
    const second = await scene.change(detail.dealId, { amount: 700_00 })

    await scene.queue(first, second)

    const told = receiver.received.map(({ body }) => JSON.parse(body).data)
    expect(told.map(({ sequence }) => sequence)).toEqual([2, 3])
    expect(told[0].before.fields).toMatchObject({ amount: null, need: null })
    expect(told[0].after.fields).toMatchObject({ amount: 500_00, need: 'Tea' })
    expect(told[1].before).toMatchObject({ amountMinor: 500_00, fields: { amount: 500_00 }, stage: 'presentation' })
    expect(told[1].after).toMatchObject({ amountMinor: 700_00, fields: { amount: 700_00 }, owner: 'anna' })
  })

  test('is sent once for an event that comes twice, at the same time too', async () => {
    const receiver = await aReceiver()
    const { webhook } = await scene.add(receiver.url)
    const event = await scene.happen()

    await Promise.all([scene.queue(event), scene.queue(event)])
    await scene.queue(event)
    await scene.sweep()

    expect(receiver.received).toHaveLength(1)
    expect(await scene.deliveries(webhook.id)).toHaveLength(1)
  })

  test('is sent again under its id when the sender died before it could note that it was sent', async () => {
    const receiver = await aReceiver()
    const { webhook } = await scene.add(receiver.url)
    const event = await scene.happen()
    const dying = insteadOf(scene.ports.webhooks, {
      changeDelivery: () => Promise.reject(new Error('The process was killed.')),
    })

    const failed = await queueWebhooks({ ...scene.ports, webhooks: dying }, [event])
    await scene.sweep()
    const beforeLease = receiver.received.length
    scene.wait(61_000)
    await scene.sweep()

    expect([failed, beforeLease, receiver.received.length]).toEqual([[], 1, 2])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await scene.deliveries(webhook.id)).map(({ state }) => state)).toEqual(['delivered'])
  })

  test('is sent by one of two senders that look at the same moment', async () => {
    const receiver = await aReceiver(answering(500))
    await scene.add(receiver.url)
    await scene.queue(await scene.happen())
    receiver.answer = answering(200)
    scene.wait(6_000)

    await Promise.all([scene.sweep(), scene.sweep(), scene.sweep()])

    expect(receiver.received).toHaveLength(2)
  })
})

describe('a webhook', () => {
  test('gets what it asked for and nothing else', async () => {
    const [moves, b2c, borises, all] = await Promise.all([aReceiver(), aReceiver(), aReceiver(), aReceiver()])
    await scene.add(moves.url, { events: ['deal.moved'] })
    await scene.add(b2c.url, { filter: { pipelines: ['b2c_new'] } })
    await scene.add(borises.url, { filter: { owners: ['boris'], stages: ['presentation'] } })
    await scene.add(all.url, { filter: { owners: ['boris', 'anna'], stages: ['presentation'] } })

    await scene.queue(await scene.happen())

    expect([moves, b2c, borises, all].map(({ received }) => received.length)).toEqual([0, 0, 0, 1])
  })

  test('that is switched off, or was made later, gets nothing', async () => {
    const [off, late] = await Promise.all([aReceiver(), aReceiver()])
    await scene.add(off.url, { active: false })
    const event = await scene.happen()
    scene.wait(1)
    await scene.add(late.url)

    await scene.queue(event)

    expect([off.received.length, late.received.length]).toEqual([0, 0])
  })

  test('signs with both secrets for a day after a new one was made', async () => {
    const receiver = await aReceiver()
    const { webhook, secret: old } = await scene.add(receiver.url)
    const { secret: fresh } = await rotateWebhookSecret(scene.ports, await scene.world.as('helen'), webhook.id)

    await scene.queue(await scene.happen())
    scene.wait(25 * hour)
    await scene.queue(await scene.happen())

    const [within, after] = receiver.received
    if (within === undefined || after === undefined) throw new Error('Two messages were expected.')
    expect(verified(old, within)).toEqual(verified(fresh, within))
    expect(verified(fresh, after)).toBeDefined()
    expect(() => verified(old, after)).toThrow('Not signed by it.')
  })

  test('is not sent again what a replay of the archive brings after a month', async () => {
    const receiver = await aReceiver()
    await scene.add(receiver.url)
    const event = await scene.happen()
    scene.wait(31 * 24 * hour)

    await scene.queue(event)

    expect(receiver.received).toHaveLength(0)
  })
})
