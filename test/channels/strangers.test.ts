import { beforeEach, expect, test } from 'vitest'

import { isGone } from '#channels/domain/gone-talk'
import { forgetStrangers } from '#channels/usecases/forget-strangers'
import { eraseTalks } from '#channels/usecases/talks-of-client'
import { reportCell } from '#domain/kernel/report-cell'
import type { TalkStore } from '#ports/talks'
import { totalsRow } from '#reports/domain/table'
import { plainRules } from '#test/support/steady-rules'
import { aDoor, type Door } from '#test/support/http'
import { pagesOn } from '#test/pages/support'
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
  const ofNobody = reported.map(({ talk: _talk, ...fact }) => fact)
  expect(after).toEqual(ofNobody)
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

const june = () => scene.ports.callBacks.between('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')
const over = '2026-12-02T00:00:00.000Z'
const heard = (id: string, at: string) => ({ kind: 'heard' as const, id, at, says: {} })

test('what is said at the moment of forgetting stays, and so does the talk, for as long again', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  const { talks } = scene.ports
  const id = await talkOf(stranger)
  const eraseTalk: TalkStore['eraseTalk'] = async (talk, read) => {
    await talks.saveLine(talk, heard('since', over))
    return talks.eraseTalk(talk, read)
  }

  expect(await forgetStrangers({ ...scene.ports, talks: { ...talks, eraseTalk } }, over)).toEqual({ erased: 0 })
  expect((await talks.lines(id, { limit: 5 })).items.map((line) => line.id)).toEqual(['since'])
  expect(await talks.oldestStrangers(5)).toEqual([{ talk: id, at: over }])
})

test('a call that comes behind the last look at a talk is noted anew', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  const { talks } = scene.ports
  const eraseTalk: TalkStore['eraseTalk'] = async (talk, read) => {
    const isErased = await talks.eraseTalk(talk, read)
    await talks.saveLine(talk, heard('since', over))
    return isErased
  }

  expect(await forgetStrangers({ ...scene.ports, talks: { ...talks, eraseTalk } }, over)).toEqual({ erased: 0 })
  expect(await talks.oldestStrangers(5)).toEqual([{ talk: await talkOf(stranger), at: over }])
})

test('what is said while a client is erased is erased as well', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  const { talks } = scene.ports
  const id = await talkOf(stranger)
  await talks.link('client_late', id)
  let came = 0
  const eraseTalk: TalkStore['eraseTalk'] = async (talk, read) => {
    came += 1
    if (came === 1) await talks.saveLine(talk, heard('since', over))
    return talks.eraseTalk(talk, read)
  }

  expect(await eraseTalks({ ...scene.ports, talks: { ...talks, eraseTalk } }, 'client_late')).toEqual([
    { place: 'talk', id },
  ])
  expect([came, await linesOf(stranger), await talks.talksOf('client_late')]).toEqual([2, 0, []])
})

test('where forgetting was cut off and somebody rang again, each call is counted once, and what paid it is found', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'missed')
  await rings(stranger, '2026-06-02T07:00:00.000Z', 'answered')
  const { talks } = scene.ports
  const reported = await june()
  const [newest] = (await talks.lines(await talkOf(stranger), { limit: 1 })).items
  if (newest === undefined) throw new Error('They have rung.')
  // The figures are there, and of the lines the newest is gone.
  const eraseTalk: TalkStore['eraseTalk'] = async (talk) => {
    await talks.eraseTalk(talk, { lines: [newest], rev: undefined })
    throw new Error('cut off')
  }
  await expect(forgetStrangers({ ...scene.ports, talks: { ...talks, eraseTalk } }, over)).rejects.toThrow('cut off')
  const cutOff = await june()
  await rings(stranger, '2026-12-02T08:00:00.000Z', 'answered')

  expect([cutOff, await forget('2026-12-03T00:00:00.000Z'), await june()]).toEqual([reported, 0, reported])
  expect(reported).toMatchObject([{ talk: await talkOf(stranger), closed: { how: 'got_through' } }])
})

test('a hundred that cannot be forgotten keep none of the others, and the night says that it failed', async () => {
  const { talks } = scene.ports
  for (let no = 0; no < 100; no += 1) await talks.noteStranger(`talk_stuck${no}`, '2026-05-01T07:00:00.000Z')
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  const eraseTalk: TalkStore['eraseTalk'] = async (talk, read) => {
    if (talk.startsWith('talk_stuck')) throw new Error(`stuck: ${talk}`)
    return talks.eraseTalk(talk, read)
  }

  const night = forgetStrangers({ ...scene.ports, talks: { ...talks, eraseTalk } }, over)
  await expect(night).rejects.toThrow('stuck: talk_stuck0')
  expect([await linesOf(stranger), (await talks.oldestStrangers(200)).length]).toEqual([0, 100])
})

test('whoever is forgotten twice stands under two names, and neither is a talk', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'answered')
  await forget(over)
  await rings(stranger, '2026-12-02T07:00:00.000Z', 'answered')
  await forget('2027-07-01T00:00:00.000Z')
  const lists = ['calls-2026-06', 'calls-2026-12']
  const found = await Promise.all(lists.map((name) => scene.ports.talks.listed(name, { limit: 10 })))
  const names = found.flatMap(({ items }) => items.map(({ talk }) => talk))

  expect([new Set(names).size, names.map(isGone), isGone(await talkOf(stranger))]).toEqual([2, [true, true], false])
})

test('behind the numbers of calls a forgotten talk is named without a page to open', async () => {
  await rings(stranger, '2026-06-01T07:00:00.000Z', 'missed')
  await rings(stranger, '2026-06-02T07:00:00.000Z', 'answered')
  const pages = pagesOn(scene)
  const cell = encodeURIComponent(reportCell('calls', totalsRow, 'missed'))
  const shown = async () =>
    (await pages(`/app/reports/calls/items?period=2026-06&cell=${cell}`, { as: 'helen' })).text()
  const before = await shown()
  await forget(over)
  const after = await shown()

  expect(before).toContain(`href="/app/talks/${await talkOf(stranger)}"`)
  expect([before, after].map((page) => page.includes('A missed call'))).toEqual([true, true])
  expect(after).not.toMatch(/href="\/app\/(talks|deals)\//)
})
