import { beforeEach, expect, test } from 'vitest'

import { consumers as followers } from '#clients/events/consumers'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
channels:
  box: { kind: mail, name: Mailbox of the sales department }
intake:
  lines:
    - when: { open_deals: more than 0 }
      becomes: part_of_deal
    - becomes: request
      by: head_of_sales
`
const mailbox = 'sales@in.norma.example'
const from = 'ivan@client.example'

let world: World
let scene: ChannelScene
let door: Door
let older: string
let newer: string

beforeEach(async () => {
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  scene = await channelScene(world)
  for (const id of ['mail-main', 'telegram-main']) {
    const kept = await scene.ports.integrations.find(id)
    if (kept === undefined) throw new Error('It is connected.')
    await scene.ports.integrations.save({ ...kept, settings: { ...kept.settings, mailbox }, rev: kept.rev + 1 })
  }
  door = await aDoor({ ports: scene.ports })
  older = await dealOf('Racks', 'boris')
  world.setNow('2026-12-01T07:05:00.000Z')
  newer = await dealOf('Shelves', 'anna')
})

async function dealOf(title: string, owner: string, client = { name: 'Ivan', email: from }): Promise<string> {
  const { status, body } = await door.post('/deals', { title, pipeline: 'b2b_new', owner, client })
  if (status !== 201) throw new Error(JSON.stringify(body))
  await world.run([...followers], body.id)
  return body.id
}

let minute = 10
const mail = async (id: string, text: string, answersTo?: string): Promise<void> => {
  minute += 1
  const at = `2026-12-01T07:${minute}:00.000Z`
  world.setNow(at)
  const lines = [`From: ${from}`, `To: ${mailbox}`, `Message-ID: <${id}@client.example>`, 'Subject: A question']
  if (answersTo !== undefined) lines.push(`In-Reply-To: <${answersTo}@client.example>`)
  const body = Buffer.from([...lines, `Date: ${new Date(at).toUTCString()}`, '', text].join('\r\n'))
  const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
  await scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body })
  await scene.read()
}
const unanswered = async (as: string) => (await door.get('/inbox/unanswered', { as })).body.items
const talk = () => scene.ports.talks.talkIdOf(from)
const pick = async (dealId: string, as = 'anna') => door.post(`/talks/${await talk()}/belonging`, { dealId }, { as })
const belonging = async (): Promise<Record<string, string | undefined>> => {
  const { items } = (await door.get(`/deals/${newer}/conversation`, { as: 'anna' })).body
  const written = items.filter(({ kind }: { kind: string }) => kind === 'message')
  return Object.fromEntries(written.map((one: { text: string; dealId?: string }) => [one.text, one.dealId]))
}

test('a mail of a client with two open deals belongs to neither, and waits for the owner of the newest to say', async () => {
  await mail('one', 'When will it come?')
  const [waits] = await unanswered('anna')
  const page = await (await pagesOn({ ...world, ports: scene.ports })('/app/unanswered', { as: 'anna' })).text()

  expect(waits).toMatchObject({
    responsible: 'anna',
    between: [
      { id: newer, title: 'Shelves' },
      { id: older, title: 'Racks' },
    ],
  })
  expect([waits.deal, await belonging()]).toEqual([undefined, { 'When will it come?': undefined }])
  for (const title of ['Racks', 'Shelves']) expect(page).toContain(`<button class="secondary">${title}</button>`)
})

test('whoever says which gives the answer to the owner of that deal, with the date it had; later mails of the thread follow', async () => {
  await mail('one', 'When will it come?')
  const [before] = await unanswered('anna')
  const { status } = await pick(older)
  const again = await pick(older, 'boris')
  await mail('two', 'And how much is it?', 'one')
  const [owed] = await unanswered('boris')

  expect([status, again.status, await unanswered('anna')]).toEqual([200, 200, []])
  expect(owed).toMatchObject({ deal: { id: older }, responsible: 'boris', times: 2, dueAt: before.dueAt })
  expect(owed.between).toBeUndefined()
  expect(await belonging()).toEqual({ 'When will it come?': older, 'And how much is it?': older })
})

test('a mail that begins anew is asked about again; what was put to a deal before stays there', async () => {
  await mail('one', 'When will it come?')
  await pick(older)
  await mail('new', 'About something else')
  const [waits] = await unanswered('boris')
  const asked = await belonging()
  await pick(newer, 'boris')

  expect(waits.between).toHaveLength(2)
  expect(asked).toEqual({ 'When will it come?': older, 'About something else': undefined })
  expect(await unanswered('anna')).toHaveLength(1)
  expect(await belonging()).toEqual({ 'When will it come?': older, 'About something else': newer })
})

test('a deal of somebody else cannot be picked, nor can a stranger pick', async () => {
  await mail('one', 'When will it come?')
  const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  const [other, stranger] = [await pick(body.id), await pick(older, 'cyril')]

  expect([other.status, other.body.detail]).toEqual([422, expect.stringContaining(older)])
  expect(stranger.status).toBe(404)
})

test('with one open deal a mail is of that, and its thread stays with it when another deal is opened', async () => {
  const client = { name: 'Olga', email: 'olga@client.example' }
  const boxes = await dealOf('Boxes', 'anna', client)
  const write = async (id: string, answersTo?: string) => {
    const reply = answersTo === undefined ? '' : `In-Reply-To: <${answersTo}@client.example>\r\n`
    const head = `From: olga@client.example\r\nTo: ${mailbox}\r\nMessage-ID: <${id}@client.example>\r\n${reply}Subject: S\r\n`
    const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
    const sent = Buffer.from(`${head}\r\nText of ${id}`)
    await scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body: sent })
    await scene.read()
  }
  await write('first')
  world.setNow('2026-12-01T07:08:00.000Z')
  await dealOf('More boxes', 'boris', client)
  await write('second', 'first')

  const items = await unanswered('anna')
  expect(items.map((one: { deal?: { id: string }; times: number }) => [one.deal?.id, one.times])).toEqual([[boxes, 2]])
})
