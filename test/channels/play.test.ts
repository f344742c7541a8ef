import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { masked, noMasks } from '#channels/domain/masked'
import { filled, readDay, type RecordedDay } from '#channels/domain/recorded-day'
import { playDay } from '#channels/usecases/play-day'
import { recordIntegration } from '#channels/usecases/record-integration'
import type { Message } from '#channels/domain/messages'
import { aWorldInMemory } from '#test/support/world'

import { channelScene } from './channel-scene'

const dayIn = (text: string): RecordedDay => {
  const day = readDay(text)
  if ('wants' in day) throw new Error(`${day.place} has to be ${day.wants}`)
  return day
}
const example = (): RecordedDay => dayIn(readFileSync('examples/channels/day.json', 'utf8'))

async function aCompany() {
  const world = await aWorldInMemory({ text: readFileSync('pipelines.yaml', 'utf8') })
  return { world, scene: await channelScene(world) }
}

test('the example day comes in by the doors of its providers: what is owed is owed, what cannot be read is kept', async () => {
  const { world, scene } = await aCompany()
  const waits: number[] = []
  const day = example()
  const played = await playDay(scene.ports, day, {
    wait: async (seconds) => {
      waits.push(seconds)
      world.setNow(new Date(Date.parse(world.now()) + seconds * 1000).toISOString())
    },
    tell: () => undefined,
  })
  await scene.read()
  world.setNow('2026-12-01T07:30:00.000Z')
  await scene.settle(world.now())
  const health = await scene.ports.integrations.health('office-pbx')
  const spam = await scene.ports.talks.listed('spam', { limit: 10 })
  const hidden = await scene.ports.talks.listed('hidden', { limit: 10 })
  const talk = await scene.ports.talks.talkIdOf('+79005550303')
  const mails = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf('olga@client.example'), { limit: 10 })
  const machine = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf('igor@client.example'), { limit: 10 })
  const owed = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id: talk })

  expect(played).toEqual({ sent: day.arrivals.length, refused: 0 })
  expect(waits.reduce((sum, one) => sum + one, 0)).toBe(600)
  expect(mails.items.map(({ says }) => (says as Message).text.split('\n')[0])).toEqual([
    'Забыла добавить: начать хотим с января.',
    'Добрый день!',
  ])
  expect(machine.items.map(({ says }) => (says as Message).isAutomatic)).toEqual([true])
  expect([health.unreadable, spam.items.length, hidden.items.length]).toEqual([1, 1, 1])
  expect(owed.map(({ owes, status }) => [owes?.kind, owes?.attempts, status])).toEqual([['call_back', 1, 'open']])
})

test('played a second time it connects nothing again and makes no deal twice', async () => {
  const { scene } = await aCompany()
  const playing = { wait: async () => undefined, tell: () => undefined }
  const deals = async () => {
    const { employees } = await scene.ports.people.load()
    const pages = await Promise.all(
      Object.keys(employees).map((owner) => scene.ports.deals.byOwner({ owner, limit: 100 })),
    )
    return pages.flatMap(({ items }) => items).length
  }
  await playDay(scene.ports, example(), playing)
  await scene.read()
  const first = [await deals(), (await scene.ports.integrations.all()).length]
  await playDay(scene.ports, example(), playing)
  await scene.read()

  expect([await deals(), (await scene.ports.integrations.all()).length]).toEqual(first)
})

test('what came is recorded without names, numbers, addresses and secrets, and can be played although no signature fits', async () => {
  const { scene } = await aCompany()
  await scene.sample('telephony/06-mango-summary-missed.http')
  await scene.sample('forms/02-tilda-lead.http')
  await scene.read()
  const mango = await recordIntegration(scene.ports, 'mango-main', 20)
  const tilda = JSON.stringify(await recordIntegration(scene.ports, 'tilda-main', 20))
  if (mango === undefined) throw new Error('Mango is connected.')
  const playing = { wait: async () => undefined, tell: () => undefined }
  const played = await playDay(scene.ports, dayIn(JSON.stringify(mango)), playing)
  await scene.read()
  const { items } = await scene.ports.integrations.arrivals('mango-main', { limit: 10 })

  expect(tilda).not.toMatch(/tilda-secret-0001|5550301|%D0%9C%D0%B0%D1%80%D0%B8%D1%8F/)
  expect(JSON.stringify(mango)).not.toContain('mangokey')
  expect([played, items.map(({ state }) => state)]).toEqual([{ sent: 1, refused: 0 }, ['read', 'read']])
  expect(await recordIntegration(scene.ports, 'nothing', 20)).toBeUndefined()
})

test('one number is replaced by one number, however it is written, and instants stay', () => {
  const masks = noMasks()
  const text =
    '{"from":"+79161234567","to":"89161234567","at":1796104800,"ms":1796104800000,"name":"Анна","mail":"a@b.example"}'
  const said = masked(text, [], masks)
  const { from, to, at, ms, name, mail } = JSON.parse(said) as Readonly<Record<string, string>>

  expect([from?.slice(2), to?.slice(1)]).toEqual([from?.slice(2), from?.slice(2)])
  expect(said).not.toContain('9161234567')
  expect([at, ms, name, mail]).toEqual([1796104800, 1796104800000, 'Someone 2', '1.mail@client.example'])
})

test.each([
  ['{', ''],
  ['{}', 'integrations'],
  ['{"integrations":[{"id":"a"}],"arrivals":[]}', 'integrations[0].adapter'],
  ['{"integrations":[{"id":"a","adapter":"site","name":"A"}],"arrivals":[{"at":"1"}]}', 'arrivals[0].at'],
  ['{"integrations":[],"arrivals":[{"at":1,"integration":"b"}]}', 'arrivals[0].integration'],
])('a file that is no day says where it is none: %s', (text, place) => {
  expect(readDay(text)).toMatchObject({ place })
})

test('what stands in double braces is filled in: instants of now, secrets, numbers of clients or made-up ones', () => {
  const fillings = { now: '2026-12-01T07:00:00.000Z', secrets: { key: 'k' }, clients: ['+79161234567'] }
  const text = '{{now-30}} {{unix}} {{secret.key}} {{client.1}} {{client.2}} {{other}}'

  expect(filled(text, fillings)).toBe('2026-12-01T06:59:30.000Z 1796108400 k +79161234567 +79005550102 {{other}}')
})
