import { beforeEach, expect, test } from 'vitest'

import { forgetStrangers } from '#channels/usecases/forget-strangers'
import { plainRules } from '#test/support/steady-rules'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'

const rules = (keep: string) => `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: head_of_sales }
intake:
  lines:
    - becomes: request
${keep}`

let world: World
let scene: ChannelScene
let door: Door

async function open(keep = ''): Promise<void> {
  world = await aWorldInMemory({ text: rules(keep), now: '2026-06-01T07:00:00.000Z' })
  scene = await channelScene(world)
  const site = await scene.ports.integrations.find('site-main')
  if (site === undefined) throw new Error('The site is connected.')
  const own = { id: 'own-pbx', adapter: 'generic', secrets: [{ values: { key: 'k1' } }], rev: 1 } as const
  await scene.ports.integrations.save({ ...site, ...own, lines: { '8 (495) 555-00-00': 'main_line' } })
  door = await aDoor({ ports: scene.ports })
}
beforeEach(() => open())

/** Rings in, and is taken or missed, a minute long; judged a minute later. */
async function rings(client: string, at: string, result: 'missed' | 'answered'): Promise<string> {
  const ends = new Date(Date.parse(at) + 60_000).toISOString()
  world.setNow(ends)
  const call = `c${Date.parse(at)}${client.slice(-4)}`
  const answered = result === 'answered' ? { answeredAt: at, employee: 'anna' } : {}
  const notice = {
    call,
    direction: 'in',
    client,
    line: '74955550000',
    startedAt: at,
    endedAt: ends,
    result,
    ...answered,
  }
  await scene.tell('own-pbx', notice)
  world.setNow(new Date(Date.parse(ends) + 120_000).toISOString())
  await scene.settle(world.now())
  return `own-pbx:${call}`
}

const stranger = '+79005550177'
const talkOf = (number: string) => scene.ports.talks.talkIdOf(number)
const forget = async (at: string): Promise<number> => {
  world.setNow(at)
  return (await forgetStrangers(scene.ports, at)).erased
}
const linesOf = async (number: string): Promise<number> =>
  (await scene.ports.talks.lines(await talkOf(number), { limit: 50 })).items.length

test('a talk with whoever has neither card nor deal is gone 180 days after the last word, and no day before', async () => {
  const call = await rings(stranger, '2026-06-01T07:00:00.000Z', 'missed')
  await rings(stranger, '2026-06-02T07:00:00.000Z', 'answered')
  const file = 'recordings/one'
  await scene.ports.talks.saveRecording({
    call,
    id: 'r',
    at: '2026-06-01T07:00:00.000Z',
    state: 'kept',
    file,
    attempts: 1,
    rev: 1,
  })
  const reported = await scene.ports.callBacks.between('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')

  expect(await forget('2026-11-28T20:00:00.000Z')).toBe(0)
  expect(await linesOf(stranger)).toBe(2)
  expect(await forget('2026-11-30T00:00:00.000Z')).toBe(1)
  expect([await linesOf(stranger), await scene.ports.talks.findTalk(await talkOf(stranger))]).toEqual([0, undefined])
  expect([await scene.ports.talks.findCall(call), await scene.ports.talks.recordingsOf(call)]).toEqual([undefined, []])
  expect(await scene.ports.talks.oldestStrangers(10)).toEqual([])
  expect(await forget('2026-12-29T07:00:00.000Z')).toBe(0)

  // A report of that time says what it said, of nobody.
  const after = await scene.ports.callBacks.between('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')
  const ofNobody = ({ talk: _talk, ...fact }: (typeof after)[number]) => fact
  expect(after.map(ofNobody)).toEqual(reported.map(ofNobody))
  expect(after).toMatchObject([{ channel: 'main_line', closed: { how: 'got_through' } }])
  const { items } = await scene.ports.talks.listed('calls-2026-06', { limit: 10 })
  expect([items.length, JSON.stringify(items).includes(stranger.slice(1))]).toEqual([2, false])
})

test('whoever was never reached is counted on whoever owed it, when they are forgotten', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'missed')
  const [task] = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id: await talkOf(stranger) })
  const whileOpen = await forget('2027-06-01T07:00:00.000Z')
  if (task === undefined) throw new Error('A call back is owed.')
  await door.post(`/talks/${await talkOf(stranger)}/dismissal`, { reason: 'A courier' }, { as: task.responsible })
  const reported = await scene.ports.callBacks.between('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')

  // What is owed keeps them for as long again as it was looked at; then it is over.
  expect([whileOpen, await forget('2027-06-02T07:00:00.000Z'), await forget('2027-12-01T07:00:00.000Z')]).toEqual([
    0, 0, 1,
  ])
  const after = await scene.ports.callBacks.between('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')
  expect(after.map(({ person }) => person)).toEqual(reported.map(({ person }) => person))
  expect(after.map(({ person }) => person)).toEqual([task.responsible])
})

test('a card, a deal or a number that came later keeps what was said, and so does a card that lost its number', async () => {
  const [carded, dealt, lost] = ['+79005550181', '+79005550182', '+79005550183']
  await rings(carded, '2026-06-01T07:00:00.000Z', 'answered')
  await rings(dealt, '2026-06-01T07:00:00.000Z', 'answered')
  await door.post('/clients', { kind: 'person', name: 'Ivan Late', owner: 'anna', phone: carded }, { as: 'anna' })
  await door.post('/deals', {
    title: 'Late',
    pipeline: 'b2b_new',
    owner: 'anna',
    client: { name: 'Oleg', phone: dealt },
  })
  const { body } = await door.post(
    '/clients',
    { kind: 'person', name: 'Vera Lost', owner: 'anna', phone: lost },
    { as: 'anna' },
  )
  await rings(lost, '2026-06-01T08:00:00.000Z', 'answered')
  await scene.ports.talks.noteStranger(await talkOf(lost), '2026-06-01T08:00:00.000Z')
  await door.ask('DELETE', `/clients/${body.id}/ways/${body.ways[0].id}`, { as: 'anna' })

  expect(await forget('2027-01-01T00:00:00.000Z')).toBe(0)
  expect(await Promise.all([carded, dealt, lost].map(linesOf))).toEqual([1, 1, 1])
})

test('the file says how long; what a robot sent leaves no name behind; who was cut off goes on', async () => {
  await open('clients: { personal_data: { of: RU, keep: { unknown: 30 calendar days } } }\n')
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  await rings('+79005550178', '2026-06-20T07:00:00.000Z', 'answered')
  const { talks } = scene.ports
  const cut = { ...talks, eraseTalk: () => Promise.reject(new Error('cut off')) }
  const robot = await talkOf('+79005550179')
  await talks.saveTalk({
    id: robot,
    contact: '+79005550179',
    name: 'Robot',
    lastAt: '2026-06-01T07:00:00.000Z',
    rev: 1,
  })
  await talks.noteStranger(robot, '2026-06-01T07:00:00.000Z')
  const at = '2026-07-02T00:00:00.000Z'

  await expect(forgetStrangers({ ...scene.ports, talks: cut }, at)).rejects.toThrow('cut off')
  expect(await forget(at)).toBe(2)
  expect([await linesOf(stranger), await linesOf('+79005550178'), await talks.findTalk(robot)]).toEqual([
    0,
    1,
    undefined,
  ])
})
