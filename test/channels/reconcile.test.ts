import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Call } from '#channels/domain/calls'
import { reconcileCalls } from '#channels/usecases/reconciling/reconcile-calls'
import { callReports, type CallReports, type ReportedCall } from '#test/stand-ins/call-reports'
import { aWorldInMemory, type World } from '#test/support/world'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'

import { channelScene, type ChannelScene } from './channel-scene'
import { requestOf } from './provider-bodies'
import { plainRules } from '#test/support/steady-rules'

let world: World
let scene: ChannelScene
let reports: CallReports

beforeEach(async () => {
  reports = await callReports()
  const rules = `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
calls:
  missed: { call_back: 15 working minutes, by: head_of_sales }
`
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  const made = await channelScene(world)
  scene = { ...made, ports: { ...made.ports, outlet: webhookOutlet({ allowLoopback: true }) } }
  const more: Readonly<Record<string, object>> = {
    'mango-main': {},
    'vats-main': { history: 'history-key' },
    'uis-main': { access: 'access-key' },
    'zadarma-main': { key: 'zadarma-key' },
  }
  for (const one of await scene.ports.integrations.all()) {
    if (!Object.hasOwn(more, one.id)) continue
    const secrets = [{ values: { ...one.secrets[0]?.values, ...more[one.id] } }]
    const settings = { ...one.settings, zone: 'Europe/Moscow', api: reports.address }
    await scene.ports.integrations.save({ ...one, secrets, settings, rev: one.rev + 1 })
  }
})
afterEach(() => reports.stop())

/** Leaves one of them connected, so that the stand-in is asked by it alone. */
const only = async (id: string) => {
  for (const one of await scene.ports.integrations.all())
    if (one.id !== id) await scene.ports.integrations.save({ ...one, paused: true, rev: one.rev + 1 })
}
/** Lets minutes pass, each with a run. */
const pass = async (minutes: number) => {
  for (let no = 0; no < minutes; no += 1) {
    world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
    await reconcileCalls(scene.ports, world.now())
  }
  await scene.settle(world.now())
}
const clientNo = (no: number) => `+79005551${String(no).padStart(3, '0')}`
const aCall = (no: number, at: string, talkSeconds = 0): ReportedCall => {
  return { id: `e${no}`, at, client: clientNo(no), talkSeconds, seconds: 20 + talkSeconds }
}
const callsOf = async (no: number) => {
  const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf(clientNo(no)), { limit: 50 })
  return items.map(({ says }) => says as Call)
}
const owed = async (no: number) => {
  const id = await scene.ports.talks.talkIdOf(clientNo(no))
  return (await scene.ports.deals.tasksOfSubject({ kind: 'talk', id })).filter(({ status }) => status === 'open')
}
const summary = (one: ReportedCall) =>
  requestOf({
    provider: 'mango',
    body: {
      kind: 'summary',
      entry_id: one.id,
      call_direction: 1,
      from: { number: one.client.slice(1) },
      to: { number: '74955550000' },
      line_number: '74955550000',
      create_time: Date.parse(one.at) / 1000,
      forward_time: Date.parse(one.at) / 1000,
      talk_time: one.talkSeconds === 0 ? 0 : Date.parse(one.at) / 1000 + 20,
      end_time: Date.parse(one.at) / 1000 + one.seconds,
      entry_result: one.talkSeconds === 0 ? 0 : 1,
    },
  })

test('of a hundred calls, five of which were never told of, all are there within 65 minutes, the five marked and owed', async () => {
  await only('mango-main')
  await pass(1)
  for (let no = 0; no < 100; no += 1) {
    const one = aCall(no, '2026-12-01T07:01:00.000Z', no % 2 === 0 ? 0 : 40)
    reports.calls.push(one)
    if (no % 20 !== 6) await scene.send('mango-main', summary(one))
  }
  await scene.read()
  reports.faults.push('not_ready', 'not_ready')
  await pass(64)
  const all = await Promise.all(Array.from({ length: 100 }, (_, no) => callsOf(no)))
  const late = all.flatMap((calls, no) => (calls[0]?.isFoundLater === true ? [no] : []))
  const tasks = await Promise.all(Array.from({ length: 100 }, (_, no) => owed(no)))

  expect(all.map((calls) => calls.length)).toEqual(Array.from({ length: 100 }, () => 1))
  expect(late).toEqual([6, 26, 46, 66, 86])
  expect(all[6]?.[0]).toMatchObject({ result: 'missed', client: clientNo(6), startedAt: '2026-12-01T07:01:00.000Z' })
  expect(tasks.map((one) => one.length)).toEqual(Array.from({ length: 100 }, (_, no) => (no % 2 === 0 ? 1 : 0)))
  // The time to call back begins when it was found: nobody could know before.
  expect((tasks[6]?.[0]?.dueAt ?? '') > (tasks[8]?.[0]?.dueAt ?? '~')).toBe(true)
  expect(reports.asked.filter((path) => path.includes('/result/'))).toHaveLength(4)
})

test('a client who was spoken with since is owed nothing for a miss that is found later', async () => {
  await only('mango-main')
  await pass(1)
  const spoken = { ...aCall(1, '2026-12-01T07:20:00.000Z', 60), id: 'spoken' }
  reports.calls.push(aCall(1, '2026-12-01T07:02:00.000Z'), spoken)
  await scene.send('mango-main', summary(spoken))
  await scene.read()
  await pass(65)

  expect((await callsOf(1)).map(({ result, isFoundLater }) => [result, isFoundLater])).toEqual([
    ['answered', undefined],
    ['missed', true],
  ])
  expect(await owed(1)).toEqual([])
})

describe.each(['mango-main', 'vats-main', 'uis-main', 'zadarma-main'])('%s', (id) => {
  test('is asked once an hour, and what its report says is the same call as its notices would have told', async () => {
    await only(id)
    await pass(1)
    reports.calls.push(aCall(1, '2026-12-01T07:10:00.000Z', 90), aCall(2, '2026-12-01T07:11:00.000Z'))
    await pass(130)
    const asked = reports.asked.filter((path) => !path.includes('/request/')).length

    expect(await callsOf(1)).toMatchObject([
      {
        direction: 'in',
        result: 'answered',
        talkSeconds: 90,
        startedAt: '2026-12-01T07:10:00.000Z',
        isFoundLater: true,
      },
    ])
    expect(await callsOf(2)).toMatchObject([{ result: 'missed', client: clientNo(2), isFoundLater: true }])
    expect(asked).toBe(3)
  })

  test('that is asked too much is asked again when it says, and one that shuts us out is left alone for half an hour', async () => {
    await only(id)
    reports.faults.push('too_many')
    await pass(1)
    const first = reports.asked.length
    await pass(1)
    const waited = reports.asked.length
    await pass(1)
    const again = reports.asked.length
    reports.faults.push('shut_out')
    await pass(60)
    const fault = (await scene.ports.integrations.lookedInto(id))?.fault
    const shut = reports.asked.length
    await pass(15)

    expect([waited - first, again > waited]).toEqual([0, true])
    expect(fault?.why).toContain('401')
    expect(reports.asked.length).toBe(shut)
    await pass(35)
    expect((await scene.ports.integrations.lookedInto(id))?.fault).toBeUndefined()
  })
})

test('a call that a report names otherwise than its notices is no second call', async () => {
  await only('vats-main')
  await pass(1)
  const body = new URLSearchParams({
    cmd: 'history',
    crm_token: 'vats-crm-token-0001',
    callid: 'other-name',
    type: 'in',
    status: 'Success',
    phone: '79005551001',
    start: '20261201T071000Z',
    duration: '90',
    user: 'anna',
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const told = { method: 'POST', tail: '', query: '', headers, body: Buffer.from(body.toString()) }
  await scene.send('vats-main', told)
  await scene.read()
  reports.calls.push(aCall(1, '2026-12-01T07:10:02.000Z', 90))
  await pass(65)

  expect(await callsOf(1)).toHaveLength(1)
})
