import { beforeEach, expect, test } from 'vitest'

import { consumers } from '#automation/events/consumers'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const channels = `
channels:
  main_line: { kind: phone, name: Main number }
  site: { kind: form, name: Forms of the site }
intake:
  lines:
    - when: { open_deals: more than 0 }
      becomes: part_of_deal
    - becomes: request
      by: head_of_sales
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: head_of_sales }
`
const own = plainRules()
const told = (event: string) => `  told_${event}:
    on: ${event}
    do: [{ add_task: { do: Look at ${event}, by: owner, due: same day, optional: yes } }]
`
const ids = ['call_missed', 'call_answered', 'message_received', 'mail_received', 'form_received']
const withRules = own.replace(/^automation:.*\n/m, (line) => `${line}${ids.map(told).join('')}`)

let world: World
let scene: ChannelScene
let deal: string

async function open(text: string): Promise<void> {
  world = await aWorldInMemory({ text: text + channels, now: '2026-12-01T07:00:00.000Z' })
  scene = await channelScene(world)
  const kept = await scene.ports.integrations.find('site-main')
  if (kept === undefined) throw new Error('The site is connected.')
  const secrets = [{ values: { key: 'k1' } }]
  await scene.ports.integrations.save({ ...kept, id: 'own-pbx', adapter: 'generic', secrets, rev: 1 })
  const client = { name: 'Ivan', email: 'ivan@client.example', phone: '+79005550101' }
  const { createDeal } = await import('#usecases/deals/create-deal')
  const command = await world.as('anna')
  deal = (await createDeal(scene.ports, command, { title: 'Racks', pipeline: 'b2b_new', owner: 'anna', client })).id
}
beforeEach(() => open(withRules))

const post = async (to: string, type: string, body: string): Promise<void> => {
  const key = to === 'mail-main' ? 'mail-key-0001' : 'k1'
  const headers = { authorization: `Bearer ${key}`, 'content-type': type }
  await scene.send(to, { method: 'POST', tail: '', query: '', headers, body: Buffer.from(body) })
  await scene.read()
}
const rings = async (call: string, startedAt: string, more: object): Promise<void> => {
  const notice = { call, direction: 'in', client: '+79005550101', line: '+74955550000', startedAt, ...more }
  await post('own-pbx', 'application/json', JSON.stringify(notice))
  await scene.settle(world.now())
}
const mail = (id: string) =>
  post(
    'mail-main',
    'message/rfc822',
    `From: ivan@client.example\r\nTo: sales@in.norma.example\r\nMessage-ID: <${id}>\r\nDate: Tue, 01 Dec 2026 10:15:00 +0300\r\n\r\nWhen?`,
  )
const raised = async (): Promise<readonly string[]> =>
  (await world.eventsOf(deal)).flatMap(({ name, detail }) => (name === 'deal.event_posted' ? [detail.event ?? ''] : []))

test('what a client does by a channel happens to their deal once, however often it is told, and sets rules off', async () => {
  world.setNow('2026-12-01T07:30:00.000Z')
  const missed = { endedAt: '2026-12-01T07:11:00Z', result: 'missed' }
  await rings('1', '2026-12-01T07:10:00Z', missed)
  world.setNow('2026-12-01T07:32:00.000Z')
  await scene.settle(world.now())
  await rings('1', '2026-12-01T07:10:00Z', { ...missed, recordings: ['https://records.example/1.mp3'] })
  // A call from before, of which is heard later.
  const answered = { answeredAt: '2026-12-01T07:05:10Z', endedAt: '2026-12-01T07:06:00Z', result: 'answered' }
  await rings('2', '2026-12-01T07:05:00Z', { ...answered, employee: 'anna' })
  await rings('3', '2026-12-01T07:07:00Z', { endedAt: '2026-12-01T07:08:00Z', result: 'missed' })
  world.setNow('2026-12-01T07:40:00.000Z')
  await scene.settle(world.now())
  await mail('one@client.example')
  await mail('one@client.example')
  await post('site-main', 'application/x-www-form-urlencoded', 'phone=%2B79005550101&message=How+much%3F')
  await world.run(consumers, deal)
  const { items } = await scene.ports.deals.openTasks({ responsible: 'anna', limit: 100 })

  expect((await raised()).toSorted()).toEqual([
    'call_answered',
    'call_missed',
    'call_missed',
    'form_received',
    'mail_received',
  ])
  expect(
    items
      .map((task) => task.do)
      .filter((text) => text.startsWith('Look at '))
      .toSorted(),
  ).toEqual([
    'Look at call_answered',
    'Look at call_missed',
    'Look at call_missed',
    'Look at form_received',
    'Look at mail_received',
  ])
})

test('what is a day old when it is learned happens to no deal', async () => {
  world.setNow('2026-12-03T07:30:00.000Z')
  await rings('1', '2026-12-01T07:10:00Z', { endedAt: '2026-12-01T07:11:00Z', result: 'missed' })
  world.setNow('2026-12-03T07:33:00.000Z')
  await scene.settle(world.now())
  await mail('one@client.example')

  expect(await raised()).toEqual([])
})

test('where no rule waits for it the deal stays as it is', async () => {
  await open(own)
  world.setNow('2026-12-01T07:30:00.000Z')
  await mail('one@client.example')

  expect([await raised(), (await world.eventsOf(deal)).length]).toEqual([[], 1])
})
