import { beforeAll, describe, expect, test } from 'vitest'

import { rawDoor } from '#channels/http/raw-door'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { sampleIn, samplesIn, sampleSecrets } from './samples'

const engine = useEngine()
let world: World
let scene: ChannelScene

beforeAll(async () => {
  world = await aWorld(engine)
  scene = await channelScene(world)
})

const arrivalsOf = async (integration: string) =>
  (await world.ports.integrations.arrivals(integration, { limit: 100 })).items

describe('the door', () => {
  test('tells nobody of an address that is none, and nothing of a secret that is wrong but 401', async () => {
    const unknown = await scene.send('nobody-here', sampleIn('telephony/06-mango-summary-missed.http').raw)
    const before = await arrivalsOf('mango-main')
    const wrong = await scene.sample('telephony/08-mango-bad-sign.http')

    expect([unknown.status, await unknown.text()]).toEqual([404, ''])
    expect([wrong.status, await wrong.text()]).toEqual([401, ''])
    expect(await arrivalsOf('mango-main')).toEqual(before)
    expect((await world.ports.integrations.health('mango-main')).refused).toBe(1)
  })

  test.each(['telephony/18-zadarma-bad-signature.http', 'telephony/24-vats-bad-token.http'])(
    'keeps nothing of %s but a count',
    async (name) => {
      const { integration } = sampleIn(name)
      const answer = await scene.sample(name)

      expect(answer.status).toBe(401)
      expect(await arrivalsOf(integration)).toEqual([])
      expect((await world.ports.integrations.health(integration)).refused).toBe(1)
    },
  )

  test('answers knocks, pings and confirmations as their manuals ask, and keeps nothing of them', async () => {
    const echo = await scene.sample('telephony/12-zadarma-echo.http')
    const ping = await scene.sample('forms/01-tilda-test-ping.http')
    const confirmation = await scene.sample('forms/07-vk-confirmation.http')

    expect([await echo.text(), ping.status, await confirmation.text()]).toEqual(['5f3c1a', 200, '1a2b3c4d'])
    expect([await arrivalsOf('tilda-main'), await arrivalsOf('vk-main')]).toEqual([[], []])
  })

  test('tells Sipuni success, whatever it sent, but for a wrong secret', async () => {
    const { raw } = sampleIn('telephony/25-sipuni-1-call.http')
    const right = await scene.send('sipuni-main', raw)
    const rubbish = await scene.send('sipuni-main', { ...raw, query: 'event=99' })
    const wrong = await scene.send('sipuni-main', { ...raw, tail: 'guess' })

    expect([await right.text(), await rubbish.text()]).toEqual(['{"success":true}', '{"success":true}'])
    expect([wrong.status, await wrong.text()]).toEqual([401, ''])
  })

  test('answers who rings by nothing when nobody is known', async () => {
    const answer = await scene.sample('telephony/19-vats-contact.http')

    expect([answer.status, await answer.text()]).toEqual([200, '{}'])
  })

  test('answers who rings by nothing when the number is hidden', async () => {
    const { token } = sampleSecrets['vats'] ?? {}
    const ask = (phone: string) => {
      const query = `cmd=contact&callid=1&phone=${phone}&crm_token=${token ?? ''}`
      return scene.send('vats-main', { method: 'GET', tail: '', query, headers: {}, body: new Uint8Array() })
    }
    const answers = await Promise.all(['', 'anonymous', 'private'].map(ask))

    expect(await Promise.all(answers.map((one) => one.text()))).toEqual(['{}', '{}', '{}'])
  })

  test('answers who rings by name and login when somebody is known', async () => {
    const known = { id: 'client_1', kind: 'person' as const, name: 'Мария Тестова', owner: 'anna', openDeals: [] }
    const ports = {
      ...world.ports,
      knownClients: {
        find: async () => ({ known: [known], linked: known }),
        take: async () => undefined,
        read: async () => undefined,
      },
    }
    const familiar = await channelScene({ ports: { ...ports, integrations: world.ports.integrations } })
    const answer = await familiar.sample('telephony/19-vats-contact.http')

    expect(await answer.json()).toEqual({ contact_name: 'Мария Тестова', responsible: '101' })
  })

  test('lets scripts of listed sites in, and leads a plain form to the page of thanks', async () => {
    const { raw } = sampleIn('forms/12-norma-embedded.http')
    const preflight = (origin: string) => scene.send('site-main', { ...raw, method: 'OPTIONS', headers: { origin } })
    const [own, other] = [await preflight('https://shop.example'), await preflight('https://evil.example')]
    const sent = await scene.send('site-main', raw)

    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, 'https://shop.example'])
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([404, null])
    expect(sent.headers.get('access-control-allow-origin')).toBe('https://shop.example')

    const kept = await world.ports.integrations.find('site-main')
    if (kept === undefined) throw new Error('It is connected.')
    const settings = { ...kept.settings, thanks: 'https://shop.example/thanks' }
    await world.ports.integrations.save({ ...kept, settings, rev: kept.rev + 1 })
    const plain = sampleIn('forms/15-no-contact.http').raw
    const led = await scene.send('site-main', { ...plain, headers: { ...plain.headers, accept: 'text/html,*/*' } })

    expect([led.status, led.headers.get('location')]).toEqual([303, 'https://shop.example/thanks'])
  })

  test('takes no more than a megabyte, and up to it every byte', async () => {
    const { raw } = sampleIn('forms/11-plain-html-windows-1251.http')
    const body = Buffer.concat([Buffer.from('note='), Buffer.alloc(990_000, 0xe5)])
    const most = await scene.send('site-main', { ...raw, body })
    const more = await scene.send('site-main', { ...raw, body: Buffer.alloc(1_000_001, 0x61) })
    const [last] = await arrivalsOf('site-main')
    const kept = await world.ports.integrations.arrival('site-main', last?.id ?? '')

    expect([most.status, more.status]).toEqual([200, 413])
    expect(Buffer.from(kept?.body ?? []).equals(body)).toBe(true)
  })

  test('reads no more of what does not say how long it is', async () => {
    let read = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        read += 100_000
        stream.enqueue(new Uint8Array(100_000))
      },
    })
    const door = rawDoor({ ports: scene.ports, log: () => undefined })
    const sent = new Request('http://here/in/site-main', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit)

    expect((await door.request(sent)).status).toBe(413)
    expect(read).toBeLessThan(2_000_000)
  })

  test('says 503 when nothing can be kept, so that whoever sends comes again', async () => {
    const broken = await channelScene({
      ports: {
        ...world.ports,
        integrations: {
          ...scene.ports.integrations,
          keep: () => Promise.reject(new Error('The store is away.')),
        },
      },
    })
    const answer = await broken.sample('forms/02-tilda-lead.http')

    expect(answer.status).toBe(503)
  })
})

describe('what came', () => {
  test('is read: every sample is understood, and what is none of them says why', async () => {
    for (const { name } of [...samplesIn('telephony'), ...samplesIn('forms')]) await scene.sample(name)
    await scene.read()
    const { raw } = sampleIn('telephony/28-uis-call-end.http')
    const empty =
      '{"integration_key":"uis-integration-key-0001","call_session_id":9,"talk_time_duration":,"event":"CALL_END"}'
    const answer = await scene.send('uis-main', { ...raw, body: Buffer.from(empty) })
    await scene.read()
    const [last, ...others] = await arrivalsOf('uis-main')

    expect(answer.status).toBe(200)
    expect(last).toMatchObject({ state: 'unreadable', why: expect.stringContaining('not JSON') as string })
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['read']))
    expect(await world.ports.integrations.health('uis-main')).toMatchObject({ unreadable: 1 })
  })

  test('carries no secret of its address', async () => {
    const kept = await world.ports.integrations.arrival('sipuni-main', (await arrivalsOf('sipuni-main'))[0]?.id ?? '')

    expect(JSON.stringify(kept)).not.toContain('sipuni-path-secret-0001')
  })

  test('becomes the same talks however often it comes', async () => {
    const { raw } = sampleIn('telephony/27-sipuni-2-hangup.http')
    await Promise.all(Array.from({ length: 50 }, () => scene.send('sipuni-main', raw)))
    await scene.read()
    await scene.settle('2026-12-02T07:00:00.000Z')
    const talk = await world.ports.talks.talkIdOf('+79005550104')
    const { items } = await world.ports.talks.lines(talk, { limit: 100 })

    expect(items.map(({ id, kind }) => [kind, id])).toEqual([['call', 'sipuni-main:1796108400.1']])
    expect(items[0]?.says).toMatchObject({ result: 'answered', by: '101', talkSeconds: 90 })
  })

  test('from a hidden number lies apart, and of colleagues nowhere', async () => {
    const { items } = await world.ports.talks.listed('hidden', { limit: 10 })

    expect(items.map(({ line }) => line.id)).toEqual(['mango-main:MTAwMDAwMDE6Mw'])
    expect(await world.ports.talks.findCall('mango-main:MTAwMDAwMDE6NA')).toMatchObject({ integration: 'mango-main' })
  })
})
