import { afterEach, beforeEach, expect, test } from 'vitest'

import { makeClient } from '#clients/usecases/change-clients'
import { dialTalk, waysToDial } from '#channels/usecases/dialling/dial-talk'
import { diallingExchanges, type DiallingExchanges } from '#test/stand-ins/dialling-exchanges'
import { plainRules } from '#test/support/steady-rules'
import { aWorldInMemory, type World } from '#test/support/world'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'

import { channelScene, type ChannelScene } from './channel-scene'

const number = '+79005550101'
const secrets = {
  key: 'mango-key',
  salt: 'mango-salt',
  dial: 'vats-dial',
  zadarmaKey: 'zadarma-key',
  zadarmaSecret: 'zadarma-secret',
  account: '093181',
  sipuniKey: 'sipuni-key',
  access: 'uis-token',
}
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mango-main': { key: secrets.key, salt: secrets.salt },
  'vats-main': { dial: secrets.dial },
  'zadarma-main': { key: secrets.zadarmaKey, secret: secrets.zadarmaSecret },
  'sipuni-main': { account: secrets.account, key: secrets.sipuniKey },
  'uis-main': { access: secrets.access },
}

let world: World
let scene: ChannelScene
let exchanges: DiallingExchanges
let talk: string

beforeEach(async () => {
  exchanges = await diallingExchanges(secrets)
  const rules = `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
calls:
  missed: { call_back: 15 working minutes, by: head_of_sales }
`
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  const made = await channelScene(world)
  scene = { ...made, ports: { ...made.ports, outlet: webhookOutlet({ allowLoopback: true }) } }
  for (const one of await scene.ports.integrations.all()) {
    const more = values[one.id]
    if (more === undefined) continue
    const kept = [{ values: { ...one.secrets[0]?.values, ...more } }]
    const api = `${exchanges.address}${one.adapter === 'uis' ? '/v2.0' : ''}`
    const settings = { ...one.settings, zone: 'Europe/Moscow', api }
    // Nobody is called from a free number there, and another one comes behind it.
    const lines = { '+78005550000': 'main_line', '+74955550001': 'main_line' }
    await scene.ports.integrations.save({ ...one, lines, secrets: kept, settings, rev: one.rev + 1 })
  }
  const site = await scene.ports.integrations.find('site-main')
  if (site === undefined) throw new Error('The site is connected.')
  const own = { id: 'own-pbx', adapter: 'generic', secrets: [{ values: { key: 'k1' } }], logins: {}, rev: 1 } as const
  await scene.ports.integrations.save({ ...site, ...own, lines: { '+74955550000': 'main_line' } })
  talk = await scene.ports.talks.talkIdOf(number)
})
afterEach(() => exchanges.stop())

/** So much later that the same call may be asked for again. */
const later = () => world.setNow(new Date(Date.parse(world.now()) + 11_000).toISOString())
/** Somebody asks for a call as they would by the API. */
const dial = async (as: string, body: { integration?: string } = {}) => {
  const command = await world.as(as)
  const people = await world.ports.people.load()
  return dialTalk(scene.ports, { caller: command.caller, people, command }, talk, body)
}

test.each(['mango', 'vats', 'uis', 'zadarma', 'sipuni'])(
  '%s rings the caller’s extension, and the client then',
  async (exchange) => {
    await aTalk()
    const [first] = (await waysToDial(scene.ports, 'anna')).filter(
      ({ integration: { id } }) => id === `${exchange}-main`,
    )

    const told = await dial('anna', { integration: `${exchange}-main` })

    expect(told).toMatchObject({ integration: `${exchange}-main`, extension: first?.extension })
    expect(exchanges.dialled).toMatchObject([{ exchange, first: first?.extension, client: '79005550101' }])
  },
)

test('a second click rings nobody twice, in the same millisecond neither; ten seconds later it may be tried again, and others need not wait', async () => {
  await aTalk()
  const start = Date.parse(world.now())
  const both = await Promise.allSettled([
    dial('anna', { integration: 'mango-main' }),
    dial('anna', { integration: 'mango-main' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  world.setNow(new Date(start + 1_000).toISOString())
  await expect(dial('anna', { integration: 'vats-main' })).rejects.toMatchObject({
    code: 'field_value',
    message: expect.stringContaining('a moment ago') as string,
  })
  await dial('boris', { integration: 'mango-main' })
  world.setNow(new Date(start + 12_000).toISOString())
  await dial('anna', { integration: 'mango-main' })

  expect(exchanges.dialled.map(({ first }) => first)).toEqual(['101', '102', '101'])
})

test('what an exchange answers instead is told in its own words', async () => {
  await aTalk()
  exchanges.faults.push({ status: 200, says: { result: 3300 } })
  await expect(dial('anna', { integration: 'mango-main' })).rejects.toMatchObject({
    code: 'field_value',
    message: expect.stringContaining('3300') as string,
  })
  later()
  exchanges.faults.push({ status: 503, says: 'busy' })
  await expect(dial('anna', { integration: 'zadarma-main' })).rejects.toMatchObject({
    message: expect.stringContaining('HTTP 503') as string,
  })
  later()
  await exchanges.stop()
  await expect(dial('anna', { integration: 'vats-main' })).rejects.toMatchObject({ code: 'field_value' })
  expect(exchanges.dialled).toEqual([])
})

test('an exchange that answers 200 and does not call says why', async () => {
  await aTalk()
  const known = await scene.ports.integrations.all()
  for (const one of known.filter(({ id }) => id === 'sipuni-main' || id === 'uis-main')) {
    const values = { ...one.secrets[0]?.values, key: 'wrong', access: 'wrong' }
    await scene.ports.integrations.save({ ...one, secrets: [{ values }], rev: one.rev + 1 })
  }

  await expect(dial('anna', { integration: 'sipuni-main' })).rejects.toMatchObject({
    message: expect.stringContaining('Wrong hash') as string,
  })
  later()
  await expect(dial('anna', { integration: 'uis-main' })).rejects.toMatchObject({
    message: expect.stringContaining('Access token is invalid, access_token_invalid') as string,
  })
  later()
  exchanges.faults.push({ status: 200, says: '<html>Sign in</html>' })
  await expect(dial('anna', { integration: 'sipuni-main' })).rejects.toMatchObject({ code: 'field_value' })
  expect(exchanges.dialled).toEqual([])
})

test('of an employee whom UIS does not know nobody is rung, and without a number that may call it is not offered', async () => {
  await aTalk()
  const uis = await scene.ports.integrations.find('uis-main')
  if (uis === undefined) throw new Error('UIS is connected.')
  await scene.ports.integrations.save({ ...uis, logins: { '199': 'anna' }, rev: uis.rev + 1 })

  await expect(dial('anna', { integration: 'uis-main' })).rejects.toMatchObject({
    message: expect.stringContaining('199') as string,
  })
  await scene.ports.integrations.save({ ...uis, lines: { '+78005550000': 'main_line' }, rev: uis.rev + 2 })
  const ways = await waysToDial(scene.ports, 'anna')

  expect(ways.map(({ integration: { id } }) => id)).not.toContain('uis-main')
  expect(exchanges.dialled).toEqual([])
})

test('UIS calls from the number that the client has rung last, where it is one of those rented there', async () => {
  await aTalk()
  const uis = await scene.ports.integrations.find('uis-main')
  if (uis === undefined) throw new Error('UIS is connected.')
  const rented = { '88005550000': 'main_line', '74955550001': 'main_line', '8 (495) 555-00-00': 'main_line' }
  await dial('anna', { integration: 'uis-main' })
  await scene.ports.integrations.save({ ...uis, lines: rented, rev: uis.rev + 1 })
  world.setNow('2026-12-01T07:06:00.000Z')
  await dial('anna', { integration: 'uis-main' })

  expect(exchanges.dialled.map(({ from }) => from)).toEqual(['74955550001', '74955550000'])
})

test('nobody is rung whom no exchange knows, by an exchange that is paused, or in a talk that is not theirs', async () => {
  await aTalk()
  for (const one of await scene.ports.integrations.all()) {
    if (one.id !== 'mango-main') continue
    await scene.ports.integrations.save({ ...one, paused: true, rev: one.rev + 1 })
  }

  await expect(dial('anna', { integration: 'mango-main' })).rejects.toMatchObject({ code: 'field_value' })
  await expect(dial('helen')).rejects.toMatchObject({ code: 'field_value' })
  await expect(dial('cyril')).rejects.toMatchObject({ code: 'talk_unknown' })
  expect(exchanges.dialled).toEqual([])
})

/** A client of Anna’s has rung and was not reached. */
async function aTalk(): Promise<void> {
  const people = await world.ports.people.load()
  await makeClient(scene.ports, await world.as('anna'), people, { kind: 'person', name: 'Ivan', phone: number })
  const notice = {
    call: '1',
    client: number,
    direction: 'in',
    line: '+74955550000',
    startedAt: '2026-12-01T07:00:00Z',
    endedAt: '2026-12-01T07:00:20Z',
    result: 'missed',
  }
  await scene.tell('own-pbx', notice)
  world.setNow('2026-12-01T07:05:00.000Z')
  await scene.settle(world.now())
}
