import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { clients } from '#channels/clients'
import { nextFetch, soundOf } from '#channels/domain/recordings'
import { fetchRecordings } from '#channels/usecases/recordings/fetch-recordings'
import { forgetRecordings } from '#channels/usecases/recordings/forget-recordings'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const rules = (recordings: string) => `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: head_of_sales }
  ${recordings}
`
const sound = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(200, 7)])

let server: Server
let provider: string
/** What the provider answers next, by path; a sound where nothing is said. */
const answers = new Map<string, (() => { status: number; headers?: Record<string, string>; body?: Buffer })[]>()
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const {
      status,
      headers = {},
      body,
    } = answers.get(path)?.shift()?.() ?? {
      status: 200,
      headers: { 'content-type': 'audio/mpeg' },
      body: sound,
    }
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

let world: World
let scene: ChannelScene
let door: Door

async function open(recordings = 'counts_as_talk: 5 calendar seconds'): Promise<void> {
  answers.clear()
  asked.length = 0
  world = await aWorldInMemory({ text: rules(recordings), now: '2026-12-01T07:00:00.000Z' })
  scene = await channelScene({ ports: { ...world.ports, outlet: webhookOutlet({ allowLoopback: true }) } })
  const kept = await scene.ports.integrations.find('site-main')
  if (kept === undefined) throw new Error('The site is connected.')
  await scene.ports.integrations.save({
    ...kept,
    id: 'own-pbx',
    adapter: 'generic',
    lines: { '+74955550000': 'main_line' },
    secrets: [{ values: { key: 'k1' } }],
    rev: 1,
  })
  door = await aDoor({ ports: scene.ports })
  const client = { name: 'Ivan', phone: '+79005550101' }
  await door.post('/deals', { title: 'Racks', pipeline: 'b2b_new', owner: 'anna', client })
}
beforeEach(() => open())

const call = 'own-pbx:8'
const rings = async (...recordings: string[]): Promise<void> => {
  world.setNow('2026-12-01T07:03:00.000Z')
  const notice = {
    call: '8',
    direction: 'in',
    client: '+79005550101',
    line: '+74955550000',
    startedAt: '2026-12-01T07:00:00Z',
    answeredAt: '2026-12-01T07:00:08Z',
    endedAt: '2026-12-01T07:02:00Z',
    result: 'answered',
    employee: 'anna',
    recordings,
  }
  await scene.tell('own-pbx', notice)
}
const fetchAt = (at: string) => {
  world.setNow(at)
  return fetchRecordings(scene.ports, at)
}
const hear = async (as = 'anna') =>
  door.post(`/talks/${await scene.ports.talks.talkIdOf('+79005550101')}/calls/${call}/recording`, {}, { as })
const known = async () => {
  const all = await scene.ports.talks.recordingsOf(call)
  return all.map(({ state, attempts, fault }) => [state, attempts, fault])
}
const bytesAt = (url: string) => world.bytes.read(url)?.bytes

test('a recording is fetched once, kept, and heard by an address that is good for a minute', async () => {
  await rings(`${provider}/8.mp3`)
  await rings(`${provider}/8.mp3`)
  const early = await hear()
  await fetchAt('2026-12-01T07:04:00.000Z')
  await fetchAt('2026-12-01T07:05:00.000Z')
  const { status, body } = await hear()
  const inTime = bytesAt(body.url)
  world.setNow('2026-12-01T07:06:01.000Z')

  expect([early.status, early.body.detail]).toEqual([422, expect.stringContaining('on its way')])
  expect([status, asked, await known()]).toEqual([200, ['/8.mp3'], [['kept', 1, undefined]]])
  expect(Buffer.from(inTime ?? []).equals(sound)).toBe(true)
  expect([body.expiresAt, bytesAt(body.url)]).toEqual(['2026-12-01T07:06:00.000Z', undefined])
  expect(world.bytes.read((await hear()).body.url)?.handing).toMatchObject({ type: 'audio/mpeg', as: 'inline' })
})

test('what is not ready is tried after 1, 3, 9 and 27 minutes, and is not to be had then', async () => {
  answers.set(
    '/8.mp3',
    Array.from({ length: 9 }, () => () => ({ status: 404 })),
  )
  await rings(`${provider}/8.mp3`)
  const tries: number[] = []
  for (const minute of ['04', '05', '08', '17', '44', '59']) {
    await fetchAt(`2026-12-01T07:${minute}:00.000Z`)
    tries.push(asked.length)
  }
  const { status, body } = await hear()
  const talk = await scene.ports.talks.talkIdOf('+79005550101')
  const page = await pagesOn({ ...world, ports: scene.ports })(`/app/talks/${talk}`, {
    as: 'anna',
    headers: { 'accept-language': 'ru' },
  })

  expect([tries, await known()]).toEqual([[1, 2, 3, 4, 5, 5], [['lost', 5, 'not_there']]])
  expect([status, body.detail]).toEqual([422, expect.stringContaining('has not handed')])
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Запись получить не удалось')])
})

test('a redirect is followed, but not to an address inside, and a page that asks to sign in is no sound', async () => {
  answers.set('/once', [() => ({ status: 302, headers: { location: '/real.mp3' } })])
  answers.set('/inside', [() => ({ status: 302, headers: { location: 'https://10.0.0.1/secret' } })])
  answers.set('/page', [
    () => ({ status: 200, headers: { 'content-type': 'audio/mpeg' }, body: Buffer.from('<html>') }),
  ])
  await rings(`${provider}/inside`, `${provider}/once`, `${provider}/page`, '1702-record-number')
  await fetchAt('2026-12-01T07:04:00.000Z')

  expect((await known()).toSorted()).toEqual([
    ['kept', 1, undefined],
    ['lost', 1, 'bad_address'],
    ['lost', 1, 'no_address'],
    ['waiting', 1, 'no_sound'],
  ])
  expect(asked).toContain('/real.mp3')
})

test('whoever dies between fetching and noting fetches it again, and it is there once', async () => {
  await rings(`${provider}/8.mp3`)
  const { talks } = scene.ports
  const dying = {
    ...talks,
    saveRecording: async (one: Parameters<typeof talks.saveRecording>[0]) =>
      one.state === 'kept' ? Promise.reject(new Error('killed')) : talks.saveRecording(one),
  }
  world.setNow('2026-12-01T07:04:00.000Z')
  await expect(fetchRecordings({ ...scene.ports, talks: dying }, world.now())).rejects.toThrow('killed')
  await fetchAt('2026-12-01T07:05:00.000Z')
  const leased = await known()
  await fetchAt('2026-12-01T07:14:00.000Z')

  expect([leased, await known()]).toEqual([[['waiting', 1, undefined]], [['kept', 2, undefined]]])
  expect(bytesAt((await hear()).body.url)).toHaveLength(sound.length)
})

test.each([
  ['counts_as_talk: 5 calendar seconds', '2027-05-29T23:00:00.000Z', '2027-05-31T07:00:00.000Z'],
  ['recordings: { keep: 30 calendar days }', '2026-12-30T23:00:00.000Z', '2027-01-01T07:00:00.000Z'],
])('a recording is gone when its time is over, and the call stays (%s)', async (said, before, after) => {
  await open(said)
  await rings(`${provider}/8.mp3`)
  await fetchAt('2026-12-01T07:04:00.000Z')
  const [kept] = await scene.ports.talks.recordingsOf(call)
  const early = await forgetRecordings(scene.ports, before)
  const late = [await forgetRecordings(scene.ports, after), await forgetRecordings(scene.ports, after)]
  await scene.settle('2027-06-01T00:00:00.000Z')
  await rings(`${provider}/8.mp3`)
  await fetchAt('2027-06-01T00:00:00.000Z')
  const { status, body } = await hear()
  const talk = (await door.get(`/talks/${await scene.ports.talks.talkIdOf('+79005550101')}`, { as: 'anna' })).body

  expect([early, late]).toEqual([{ gone: 0 }, [{ gone: 1 }, { gone: 0 }]])
  expect(await scene.ports.files.get(kept?.file ?? '')).toBeUndefined()
  expect([status, body.detail]).toEqual([422, expect.stringContaining('gone')])
  expect(talk.items.map((one: { kind: string; recordingStates: string[] }) => [one.kind, one.recordingStates])).toEqual(
    [['call', ['gone']]],
  )
})

test('the file may say that no others than some may hear, and whoever may not is told nothing and noted nowhere', async () => {
  await open('recordings: { may_hear: [owner_manager] }')
  await rings(`${provider}/8.mp3`)
  await fetchAt('2026-12-01T07:04:00.000Z')
  const [speaker, head] = [await hear('anna'), await hear('boris')]
  const talk = await scene.ports.talks.talkIdOf('+79005550101')
  const { items } = await scene.ports.talks.lines(talk, { limit: 10 })

  expect([speaker.status, speaker.body.url, head.status]).toEqual([403, undefined, 200])
  expect(items.filter(({ kind }) => kind === 'heard').map(({ says }) => (says as { by: string }).by)).toEqual(['boris'])
})

test('a client who is erased takes their recordings with them, also one that was just being fetched', async () => {
  await rings(`${provider}/8.mp3`, `${provider}/9.mp3`)
  await fetchAt('2026-12-01T07:04:00.000Z')
  const before = await scene.ports.talks.recordingsOf(call)
  await scene.ports.talks.link('client_1', await scene.ports.talks.talkIdOf('+79005550101'))
  await clients.erase(scene.ports, 'client_1')
  await clients.erase(scene.ports, 'client_1')

  const left = await Promise.all(before.map(({ file }) => scene.ports.files.get(file)))
  expect([before.length, left, await known()]).toEqual([2, [undefined, undefined], []])

  await rings(`${provider}/late.mp3`)
  const { talks } = scene.ports
  const [waiting] = await talks.recordingsOf(call)
  const erasing = {
    ...scene.ports,
    outlet: {
      ...scene.ports.outlet,
      get: async () => {
        await talks.eraseRecordings(call)
        return { status: 200, type: 'audio/mpeg', bytes: sound }
      },
    },
  }
  await fetchRecordings(erasing, world.now())
  expect([await scene.ports.files.get(waiting?.file ?? ''), await known()]).toEqual([undefined, []])
})

describe('what came', () => {
  const [size, byContent] = [200, 'application/octet-stream']

  test.each([
    [{ status: 200, said: 'audio/x-wav; rate=8000', size, byContent }, { type: 'audio/wav' }],
    [{ status: 200, said: 'text/html', size, byContent }, { type: 'application/octet-stream' }],
    [{ status: 200, said: '', size, byContent: 'audio/ogg' }, { type: 'audio/ogg' }],
    [{ status: 200, said: 'audio/mpeg', size, byContent: 'text/plain' }, { fault: 'no_sound' }],
    [{ status: 200, said: 'audio/mpeg', size: 0, byContent }, { fault: 'not_there' }],
    [{ status: 202, said: 'audio/mpeg', size, byContent }, { fault: 'not_there' }],
    [{ status: 200, said: 'audio/mpeg', size: 50 * 1024 * 1024 + 1, byContent }, { fault: 'too_large' }],
  ])('%j is %j', (answer, is) => {
    expect(soundOf(answer)).toEqual(is)
  })

  test('is asked for five times at most', () => {
    const at = '2026-12-01T07:00:00.000Z'
    expect([1, 4, 5].map((attempts) => nextFetch(attempts, at))).toEqual([
      '2026-12-01T07:01:00.000Z',
      '2026-12-01T07:27:00.000Z',
      undefined,
    ])
  })
})
