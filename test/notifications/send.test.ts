import { expect, test } from 'vitest'

import { Undeliverable } from '#domain/kernel/delivering'
import { sayNotice } from '#domain/kernel/texts/say-notice'
import { AddressRefused } from '#webhooks/events/safe-fetch'
import { webhookSaying } from '#webhooks/words/webhook-refusal'
import { pagesOn } from '#test/pages/support'
import type { Ports } from '#ports/ports'
import { notify } from '#notices/usecases/notify'
import { sendNotifications } from '#notices/usecases/send-notifications'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults } from '#test/support/faults'
import { aWorld, type World } from '#test/support/world'

import { aChannel, inboxOf, overdueEvent, settingsWith } from './scene'

const engine = useEngine()
// A Tuesday, noon in Moscow.
const noon = '2026-12-01T09:00:00.000Z'

type Scene = { readonly world: World; readonly ports: Ports; readonly telegram: ReturnType<typeof aChannel> }

async function aScene(settings = settingsWith({ telegram: '42' })): Promise<Scene> {
  const world = await aWorld(engine, { now: noon })
  const telegram = aChannel()
  const ports = { ...world.ports, channels: { telegram: telegram.send } }
  await ports.notices.saveSettings('anna', settings)
  return { world, ports, telegram }
}

const late = (no: number) => overdueEvent({ notify: ['anna'], id: `deal_1:${no}~overdue-task_${no}` })

async function statesOf(ports: Ports) {
  return (await ports.notices.deliveries('anna', { limit: 100 })).items.map(({ state }) => state)
}

function wait(world: World, minutes: number): void {
  world.setNow(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString())
}

test('what comes close together goes out as one message, and only once', async () => {
  const { world, ports, telegram } = await aScene()
  await Promise.all([1, 2, 3].map((no) => notify(ports, late(no))))

  await sendNotifications(ports, 'telegram')
  const before = telegram.sent.length
  wait(world, 1)
  await sendNotifications(ports, 'telegram')
  await sendNotifications(ports, 'telegram')

  expect(before).toBe(0)
  expect(telegram.sent).toHaveLength(1)
  expect(telegram.sent[0]).toMatchObject({ to: '42', employee: 'anna', subject: '3 notifications from Norma' })
  expect(telegram.sent[0]?.text.match(/Overdue: Send the deck/g)).toHaveLength(3)
  expect(await statesOf(ports)).toEqual(['sent', 'sent', 'sent'])
})

test('after a message the next one waits for ten minutes', async () => {
  const { world, ports, telegram } = await aScene()
  await notify(ports, late(1))
  wait(world, 1)
  await sendNotifications(ports, 'telegram')
  await notify(ports, late(2))
  await notify(ports, late(3))

  for (let minute = 0; minute < 9; minute += 1) {
    wait(world, 1)
    await sendNotifications(ports, 'telegram')
  }
  const meanwhile = telegram.sent.length
  wait(world, 1)
  await sendNotifications(ports, 'telegram')

  expect([meanwhile, telegram.sent.length]).toEqual([1, 2])
  expect(telegram.sent[1]?.notices).toHaveLength(2)
})

test.each([-24 * 60, -60, -10])('a clock that is set by %i minutes after a message holds up none', async (minutes) => {
  const { world, ports, telegram } = await aScene()
  await notify(ports, late(1))
  wait(world, 1)
  await sendNotifications(ports, 'telegram')

  wait(world, minutes)
  await notify(ports, late(2))
  wait(world, 1)
  await sendNotifications(ports, 'telegram')

  expect(telegram.sent).toHaveLength(2)
})

test('who wants no digest gets a message for each, at once', async () => {
  const { ports, telegram } = await aScene(settingsWith({ telegram: '42', digest: false }))
  await Promise.all([1, 2].map((no) => notify(ports, late(no))))

  await sendNotifications(ports, 'telegram')

  expect(telegram.sent.map(({ subject }) => subject)).toEqual(Array(2).fill('Overdue: Send the deck'))
})

test('what happens at night is one message at the next opening, after holidays too', async () => {
  const { world, ports, telegram } = await aScene()
  world.setNow('2026-12-31T18:00:00.000Z')
  await notify(ports, late(1))
  world.setNow('2027-01-05T02:00:00.000Z')
  await notify(ports, late(2))

  world.setNow('2027-01-11T05:59:00.000Z')
  await sendNotifications(ports, 'telegram')
  const before = telegram.sent.length
  world.setNow('2027-01-11T06:00:00.000Z')
  await sendNotifications(ports, 'telegram')

  expect(before).toBe(0)
  expect(telegram.sent.map(({ notices }) => notices.length)).toEqual([2])
})

test('somebody who is away is left alone until they are back', async () => {
  const { world, ports, telegram } = await aScene()
  const { anna } = (await ports.people.load()).employees
  if (anna !== undefined) {
    await ports.people.saveEmployee({ ...anna, absences: [{ from: '2026-11-30', to: '2026-12-04' }] })
  }
  await notify(ports, late(1))

  world.setNow('2026-12-04T12:00:00.000Z')
  await sendNotifications(ports, 'telegram')
  world.setNow('2026-12-07T06:00:00.000Z')
  await sendNotifications(ports, 'telegram')

  expect(telegram.sent.map(({ at }) => at)).toEqual(['2026-12-07T06:00:00.000Z'])
})

test('who wants no quiet is written to at night', async () => {
  const { world, ports, telegram } = await aScene(settingsWith({ telegram: '42', quiet: false, digest: false }))
  world.setNow('2026-12-01T22:00:00.000Z')
  await notify(ports, late(1))

  await sendNotifications(ports, 'telegram')

  expect(telegram.sent).toHaveLength(1)
})

test('a channel that is down is tried again with longer pauses, gives one message in the end and holds up no other', async () => {
  const { world, ports, telegram } = await aScene(
    settingsWith({ telegram: '42', webhook: 'https://example.com/', quiet: false }),
  )
  const webhook = aChannel()
  const both = { ...ports, channels: { ...ports.channels, webhook: webhook.send } }
  telegram.failWith(new Error('Telegram answered 502: no reason'))
  await notify(both, late(1))
  wait(world, 1)

  await Promise.all([sendNotifications(both, 'telegram'), sendNotifications(both, 'webhook')])
  const [waiting] = (await both.notices.deliveries('anna', { limit: 10 })).items.filter(
    ({ channel }) => channel === 'telegram',
  )
  telegram.failWith(undefined)
  await sendNotifications(both, 'telegram')
  const tooEarly = telegram.sent.length
  wait(world, 1)
  await sendNotifications(both, 'telegram')

  expect(webhook.sent).toHaveLength(1)
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, error: 'Telegram answered 502: no reason' })
  expect([tooEarly, telegram.sent.length]).toEqual([0, 1])
})

test('what cannot be delivered for a day is given up, and the person finds that in the inbox, once', async () => {
  const { world, ports, telegram } = await aScene(settingsWith({ telegram: '42', quiet: false }))
  telegram.failWith(new Error('Telegram answered 502: no reason'))
  await notify(ports, late(1))
  await notify(ports, late(2))
  let minutes = 0

  for (; (await statesOf(ports)).includes('waiting') && minutes < 3000; minutes += 10) {
    wait(world, 10)
    await sendNotifications(ports, 'telegram')
  }

  expect(minutes / 60).toBeGreaterThanOrEqual(23)
  expect(minutes / 60).toBeLessThan(27)
  const kinds = (await inboxOf(ports, 'anna')).map(({ kind }) => kind)
  expect(kinds).toEqual(['channel_failed', 'task_overdue', 'task_overdue'])
})

test('a chat that will never take a message is given up at once', async () => {
  const { world, ports, telegram } = await aScene()
  telegram.failWith(new Undeliverable('Telegram answered 403: bot was blocked by the user'))
  await notify(ports, late(1))
  wait(world, 1)

  await sendNotifications(ports, 'telegram')

  expect(await statesOf(ports)).toEqual(['given_up'])
  expect((await inboxOf(ports, 'anna'))[0]).toMatchObject({ kind: 'channel_failed', channel: 'telegram' })
})

test('why a message did not come is told in the reader’s language, in the inbox and among what was sent', async () => {
  const { world, ports, telegram } = await aScene()
  telegram.failWith(new AddressRefused(webhookSaying('delivery_gone')))
  await notify(ports, late(1))
  wait(world, 1)

  await sendNotifications(ports, 'telegram')

  const [notice] = await inboxOf(ports, 'anna')
  expect(notice).toMatchObject({
    why: 'The receiver answered 410: it is gone for good.',
    whyRu: expect.stringContaining('410'),
  })
  if (notice === undefined) throw new Error('There is a notice.')
  const told = sayNotice(notice, 'ru', 'Europe/Moscow')
  expect(told.text).toContain(String(notice.whyRu))
  const page = await (
    await pagesOn(world)('/app/notifications', { as: 'anna', headers: { 'accept-language': 'ru' } })
  ).text()
  expect(page).toContain(String(notice.whyRu))
  expect(page).not.toContain('The receiver')
})

test('two senders at the same moment send one message', async () => {
  const { world, ports, telegram } = await aScene()
  await Promise.all([1, 2, 3].map((no) => notify(ports, late(no))))
  wait(world, 1)

  await Promise.all([1, 2, 3, 4].map(() => sendNotifications(ports, 'telegram')))

  expect(telegram.sent).toHaveLength(1)
})

test.each(faultKinds)(
  'with %s at each request a message gets through, and a double has the id of the first',
  async (kind) => {
    for (let request = 0; request < 14; request += 1) {
      const { world, ports, telegram } = await aScene()
      await Promise.all([1, 2].map((no) => notify(ports, late(no))))
      wait(world, 1)

      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, request)
      await sendNotifications(ports, 'telegram').catch(() => undefined)
      faults.remove()
      for (let run = 0; run < 4; run += 1) {
        wait(world, 6)
        await sendNotifications(ports, 'telegram')
      }

      expect(await statesOf(ports)).toEqual(['sent', 'sent'])
      expect(new Set(telegram.sent.map(({ id }) => id)).size).toBe(1)
      expect(telegram.sent.length).toBeLessThanOrEqual(2)
    }
  },
)

test('Russian settings give a Russian message, with times of the person’s own zone', async () => {
  const { world, ports, telegram } = await aScene(settingsWith({ telegram: '42', language: 'ru', digest: false }))
  await notify(ports, late(1))

  await sendNotifications(ports, 'telegram')

  expect(telegram.sent[0]?.subject).toBe('Просрочено: Send the deck')
  expect(telegram.sent[0]?.text).toContain('Сделка: Coffee machines.')
  expect(telegram.sent[0]?.text).toMatch(/Срок: 1\u00A0дек\. 2026\u00A0г\., 11:59\./)
  expect(world.now()).toBe(noon)
})

test('an urgent step of a ladder reaches people at night, any other waits', async () => {
  const { world, ports, telegram } = await aScene()
  const { rules } = ports
  const current = await rules.current()
  const [first, ...steps] = current.model.escalations['late_task'] ?? []
  const loud = first === undefined ? [] : [{ ...first, urgent: true }]
  const escalations = { ...current.model.escalations, late_task: [...loud, ...steps] }
  await rules.publish({ ...current, version: 2, model: { ...current.model, escalations } }, 1)
  world.setNow('2026-12-01T22:00:00.000Z')
  const climbed = (step: number) => {
    const event = overdueEvent({
      notify: ['anna'],
      name: 'task.escalated',
      id: `deal_1:3~step-${step}`,
      configVersion: 2,
    })
    const alert = { reason: 'late_task', ladder: 'late_task', step, since: noon, notify: ['anna'] } as const
    return { ...event, detail: { ...event.detail, alert: { ...alert, notify: ['anna'] } } }
  }

  await notify(ports, climbed(2))
  await sendNotifications(ports, 'telegram')
  const quiet = telegram.sent.length
  await notify(ports, climbed(1))
  await sendNotifications(ports, 'telegram')

  expect([quiet, telegram.sent.length]).toEqual([0, 1])
})
