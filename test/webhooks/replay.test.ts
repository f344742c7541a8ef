import { beforeAll, expect, test } from 'vitest'

import { changeWebhook } from '#webhooks/usecases/save-webhook'
import { replayWebhook } from '#webhooks/usecases/replay-webhook'
import type { ReplayWebhook } from '#schemas/webhook'
import { useEngine } from '#test/support/engine'
import { answering, aReceiver, aScene, type Scene } from '#test/webhooks/scene'

const engine = useEngine()
const minute = 60_000
let scene: Scene
beforeAll(async () => {
  scene = await aScene(engine)
})

const replay = async (webhook: string, input: ReplayWebhook) =>
  replayWebhook(scene.ports, (await scene.world.as('helen')).caller, webhook, input)
const dealsIn = (bodies: readonly { readonly body: string }[]): readonly string[] =>
  bodies.map(({ body }) => JSON.parse(body).data.dealId)

/** Five events, a minute apart; the receiver takes the first two only. */
const fiveEvents = async () => {
  const receiver = await aReceiver()
  const { webhook } = await scene.add(receiver.url)
  const events = []
  for (let no = 1; no <= 5; no += 1) {
    if (no === 3) receiver.answer = answering(500)
    events.push(await scene.happen())
    await scene.queue(...events.slice(-1))
    scene.wait(minute)
  }
  receiver.answer = answering(204)
  receiver.received.length = 0
  return { receiver, webhook, events }
}

test('a delivery is made again by its id, under the id it had', async () => {
  const { receiver, webhook, events } = await fiveEvents()
  const first = (await scene.deliveries(webhook.id)).at(-1)

  const { replayed } = await replay(webhook.id, { deliveryId: first?.id ?? '' })
  await scene.sweep()

  const again = receiver.received.filter(({ headers }) => headers['webhook-id'] === first?.id)
  expect(replayed).toBe(1)
  expect(dealsIn(again)).toEqual([events[0]?.detail.dealId])
  expect((await scene.deliveries(webhook.id)).at(-1)).toMatchObject({ state: 'delivered', attempts: 1 })
  expect((await scene.deliveries(webhook.id)).at(-1)?.tries).toHaveLength(2)
})

test('what was not delivered is made again by the time of its events', async () => {
  const { receiver, webhook, events } = await fiveEvents()
  const [, second, third, fourth] = events

  const { replayed } = await replay(webhook.id, { from: second?.at ?? '', to: fourth?.at ?? '' })
  const due = await scene.ports.webhooks.dueDeliveries(webhook.id, scene.world.now(), 100)
  await scene.sweep()

  expect(replayed).toBe(2)
  expect(due.length).toBeGreaterThanOrEqual(2)
  expect(dealsIn(receiver.received)).toEqual(
    expect.arrayContaining([third, fourth].map((event) => event?.detail.dealId)),
  )
  expect(dealsIn(receiver.received)).not.toContain(second?.detail.dealId)
})

test('everything of a time is made again when that is asked for', async () => {
  const { receiver, webhook, events } = await fiveEvents()

  const { replayed, nextFrom } = await replay(webhook.id, { from: events[0]?.at ?? '', all: true })
  await scene.sweep()

  expect([replayed, nextFrom]).toEqual([5, undefined])
  expect(dealsIn(receiver.received).toSorted()).toEqual(events.map(({ detail }) => detail.dealId).toSorted())
})

test('what happened while a webhook was disabled is held for it, and replayed when it is on again', async () => {
  const receiver = await aReceiver(answering(410))
  const { webhook } = await scene.add(receiver.url)
  const from = scene.world.now()
  await scene.queue(await scene.happen())
  scene.wait(1)
  const missed = await scene.happen()
  await scene.queue(missed)
  receiver.answer = answering(204)

  const whileOff = replay(webhook.id, { from })
  await expect(whileOff).rejects.toMatchObject({ code: 'webhook_inactive' })
  await changeWebhook(scene.ports, await scene.world.as('helen'), webhook.id, {
    input: { url: receiver.url },
  })
  const { replayed } = await replay(webhook.id, { from })
  await scene.sweep()

  expect(replayed).toBe(2)
  expect((await scene.deliveries(webhook.id)).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  expect(dealsIn(receiver.received)).toContain(missed.detail.dealId)
})

test('a replay that says neither which nor when, or both, is refused', async () => {
  const { webhook } = await scene.add('http://127.0.0.1:9/nobody')
  const now = scene.world.now()

  await expect(replay(webhook.id, {})).rejects.toMatchObject({ code: 'field_value' })
  await expect(replay(webhook.id, { to: now })).rejects.toMatchObject({ code: 'field_value' })
  await expect(replay(webhook.id, { deliveryId: 'msg_1', from: now })).rejects.toMatchObject({ code: 'field_value' })
  await expect(replay(webhook.id, { from: now, to: '2026-01-01T00:00:00Z' })).rejects.toThrow('swap the two')
  await expect(replay(webhook.id, { deliveryId: 'msg_1' })).rejects.toMatchObject({ code: 'delivery_unknown' })
})
