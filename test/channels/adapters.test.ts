import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { Unreadable, type Adapter, type AdapterPart } from '#channels/adapter'
import { adapterOf, adapters } from '#channels/adapters'
import { loadedAdapter } from '#channels/loaded-adapter'
import { asterisk } from '#channels/adapters/asterisk'
import { fetchedLead } from '#channels/adapters/meta-leads'
import { generic } from '#channels/adapters/generic'
import { askedOf } from '#channels/domain/asked'
import { channelsSentence } from '#channels/words/channels-refusal'
import type { CallFact, Fact } from '#channels/domain/facts'

import { IntegrationSettings } from '#schemas/integration'

import { sampleAdapters, sampleIn, samplesIn, sampleSecrets } from './samples'

const all = [...samplesIn('telephony'), ...samplesIn('forms')]

describe('what the samples say', () => {
  test('is what was looked through and found right', () => {
    const right: unknown = JSON.parse(readFileSync('test/fixtures/channels/said.json', 'utf8'))

    expect(Object.fromEntries(all.map(({ name }) => [name, saidBy(name)]))).toEqual(right)
  })

  test.each(all.filter(({ name }) => name.includes('bad')).map(({ name }) => name))('%s is refused', (name) => {
    const { one, part } = partOf(name)

    expect([one.verify(part), one.knock?.(part.asked)]).toEqual([false, undefined])
  })

  test.each(all.filter(({ name }) => !/bad|echo/.test(name)).map(({ name }) => name))(
    '%s is from whoever knows the secret, and from nobody who does not',
    (name) => {
      const { one, part } = partOf(name)
      const wrong = Object.fromEntries(Object.keys(part.secrets).map((key) => [key, 'guess']))
      const empty = Object.fromEntries(Object.keys(part.secrets).map((key) => [key, '']))

      expect(one.verify(part)).toBe(true)
      if (Object.keys(wrong).length === 0) return
      expect([one.verify({ ...part, secrets: wrong }), one.verify({ ...part, secrets: empty })]).toEqual([false, false])
      expect(one.verify({ ...part, secrets: {} })).toBe(false)
    },
  )

  test('of the echo, the ping and the confirmation are answered as the manuals ask, and say nothing', () => {
    const echo = partOf('telephony/12-zadarma-echo.http')
    const ping = partOf('forms/01-tilda-test-ping.http')
    const confirmation = partOf('forms/07-vk-confirmation.http')

    expect(echo.one.knock?.(echo.part.asked)).toMatchObject({ status: 200, body: '5f3c1a' })
    expect(ping.one.ping?.(ping.part)).toMatchObject({ status: 200, body: 'ok' })
    expect(confirmation.one.ping?.(confirmation.part)).toMatchObject({ status: 200, body: '1a2b3c4d' })
  })

  test('of the challenge of Meta is told to whoever has the verify token', () => {
    const one = adapterOf('meta_leads') as Adapter
    const asked = (token: string) =>
      askedOf({
        method: 'GET',
        tail: '',
        query: `hub.mode=subscribe&hub.challenge=77&hub.verify_token=${token}`,
        headers: {},
        body: new Uint8Array(),
      })
    const part = (token: string): AdapterPart => ({ asked: asked(token), settings, secrets: secretsOf(one) })

    expect(one.verify(part('verify-0001'))).toBe(true)
    expect(one.verify(part('guess'))).toBe(false)
    expect(one.ping?.(part('verify-0001'))).toMatchObject({ body: '77' })
  })

  test('of the question who rings is asked, and answered by name and login or by nothing', () => {
    const { one, part } = partOf('telephony/19-vats-contact.http')

    expect(one.asks?.(part.asked)).toBe('79005550103')
    expect(one.tells?.({ name: 'Мария Тестова', login: 'anna' }).body).toBe(
      '{"contact_name":"Мария Тестова","responsible":"anna"}',
    )
    expect(one.tells?.(undefined).body).toBe('{}')
  })

  test('of properties that every object has touches none', () => {
    const before = Object.keys(Object.prototype)
    const [said] = saidBy('forms/17-prototype-pollution.http') as readonly Fact[]

    expect(said).toMatchObject({ name: 'x', phone: '+79005550309' })
    expect([Object.keys(Object.prototype), ({} as { isAdmin?: boolean }).isAdmin]).toEqual([before, undefined])
  })

  test('of a lead that was fetched from Meta is a form like others', () => {
    const lead: unknown = JSON.parse(readFileSync('test/fixtures/channels/forms/10-facebook-lead-fetched.json', 'utf8'))

    expect(fetchedLead(lead)).toMatchObject({
      once: '300000000000009',
      name: 'Анна Тестова',
      phone: '+79005550305',
      email: 'anna.t@client.example',
      at: '2026-12-01T06:00:00.000Z',
    })
  })
})

describe('the manager interface of Asterisk', () => {
  const text = readFileSync('test/fixtures/channels/telephony/31-asterisk-ami-missed-queue.txt')
  const facts = asterisk.read(partWith(asterisk, { body: text, 'content-type': 'text/plain' })) as readonly CallFact[]

  test('tells whole calls by what is linked', () => {
    expect(new Set(facts.map(({ call }) => call))).toEqual(new Set(['1796112000.10']))
    expect(facts[0]).toMatchObject({ direction: 'in', client: '79005550106', line: '74955550004' })
    expect(facts.flatMap(({ leg }) => (leg?.who === undefined ? [] : [[leg.who, leg.state]]))).toEqual([
      ['101', 'begins'],
      ['101', 'ends'],
    ])
  })

  test('tells when whoever waited gave up, and that the call is over', () => {
    expect(facts.find(({ endedAt }) => endedAt !== undefined)?.endedAt).toBe('2026-12-01T08:00:41.000Z')
    expect(facts.at(-1)).toMatchObject({ last: 'part' })
  })

  test('that says nothing is unreadable', () => {
    expect(() => asterisk.read(partWith(asterisk, { body: Buffer.from('hello') }))).toThrow(Unreadable)
  })
})

describe('what cannot be understood', () => {
  const uis = adapterOf('uis') as Adapter
  const empty =
    '{"integration_key":"uis-integration-key-0001","call_session_id":900000003,"talk_time_duration":,"event":"CALL_END"}'

  test('as a template whose variables were empty is from whoever has the key all the same, and unreadable', () => {
    const part = partWith(uis, { body: Buffer.from(empty), 'content-type': 'application/json' })

    expect(uis.verify(part)).toBe(true)
    expect(() => uis.read(part)).toThrow(Unreadable)
  })

  test.each([
    ['not JSON', '{', /not JSON/],
    ['no call', '{}', /“call” is missing/],
    ['a word that is none', '{"call":"1","result":"lost"}', /“lost”: write answered, missed, failed/],
    ['a time without a zone', '{"call":"1","startedAt":"2026-12-01 10:00"}', /2026-12-01 10:00/],
    ['too many', `[${'{"call":"1"},'.repeat(101).slice(0, -1)}]`, /1 to 100/],
  ])('in own notices is named: %s', (_, body, why) => {
    expect(whyUnread(() => generic.read(partWith(generic, { body: Buffer.from(body) })))).toMatch(why)
  })

  test('whatever it is, throws nothing else', async () => {
    const bodies = ['', 'null', '[]', '0', '"x"', '{"entry":3}', 'a=b', '\u0000', '{"object":{"answers":[null,3]}}']
    const others = await Promise.all(
      adapters.flatMap((one) =>
        bodies.flatMap((body) =>
          ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''].flatMap(
            (media) => faultOf(one, partWith(one, { body: Buffer.from(body), 'content-type': media })),
          ),
        ),
      ),
    )

    expect(others.flat()).toEqual([])
  })
})

describe('a form in an old alphabet', () => {
  const multipart = (charset: string) =>
    Buffer.concat([
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="name"\r\n${charset}\r\n`),
      Buffer.from([0xd4, 0xb8, 0xe4, 0xee, 0xf0]),
      Buffer.from('\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF\r\n--b--\r\n'),
    ])

  test.each(['', 'Content-Type: text/plain; charset=windows-1251\r\n'])('of several parts is read: %j', (charset) => {
    const site = adapterOf('site') as Adapter
    const part = partWith(site, { body: multipart(charset), 'content-type': 'multipart/form-data; boundary=b' })

    expect(site.read(part)).toMatchObject([{ name: 'Фёдор', also: [['file', 'a.pdf']] }])
  })
})

describe('an adapter', () => {
  const files = readdirSync('src/channels/adapters')

  test.each(adapters)('$id is loaded by its name', async (one) => {
    expect(await loadedAdapter(one.id)).toBe(one)
    expect(await loadedAdapter('constructor')).toBeUndefined()
  })

  test('is listed', () => {
    expect(adapters.map(({ id }) => `${id.replaceAll('_', '-')}.ts`).toSorted()).toEqual(files.toSorted())
  })

  test.each(files)('knows what adapters are made of and nothing else: %s', (file) => {
    const named = [...readFileSync(`src/channels/adapters/${file}`, 'utf8').matchAll(/from '([^']+)'/g)]
    const allowed = /^(?:#channels\/adapter|#channels\/domain\/(?:facts|form-json|form-words|messages)|#schemas\/.*)$/

    expect(named.map(([, specifier = '']) => specifier).filter((one) => !allowed.test(one))).toEqual([])
  })

  test.each(adapters)('says in both languages how it is connected: $id', ({ connect, secrets, name, fetches }) => {
    const placed = (lines: readonly string[]) =>
      [...lines.join(' ').matchAll(/\{(?:address|secret|origin)\}/g)].map(([one]) => one)

    expect(placed(connect.ru)).toEqual(placed(connect.en))
    expect(connect.ru).toHaveLength(connect.en.length)
    // Nothing comes to a mailbox that is fetched.
    expect(connect.en.join(' ').includes('{address}')).toBe(fetches === undefined)
    expect(
      [name.en, name.ru, ...Object.values(secrets).flatMap((one) => [one.name.en, one.name.ru])].includes(''),
    ).toBe(false)
  })
})

const settings = { zone: 'Europe/Moscow' }

function secretsOf({ id }: Adapter): Readonly<Record<string, string>> {
  return sampleSecrets[id] ?? {}
}

function partOf(name: string): { readonly one: Adapter; readonly part: AdapterPart } {
  const { raw, integration } = sampleIn(name)
  const one = adapterOf(sampleAdapters[integration] ?? '') as Adapter
  return { one, part: { asked: askedOf(raw), settings, secrets: secretsOf(one) } }
}

function partWith(
  one: Adapter,
  { body, ...headers }: { readonly body: Uint8Array; readonly 'content-type'?: string },
): AdapterPart {
  return { asked: askedOf({ method: 'POST', tail: '', query: '', headers, body }), settings, secrets: secretsOf(one) }
}

function saidBy(name: string): unknown {
  const { one, part } = partOf(name)
  try {
    return one.read(part)
  } catch (error) {
    return error instanceof Unreadable ? channelsSentence(error.saying) : String(error)
  }
}

async function faultOf(one: Adapter, part: AdapterPart): Promise<readonly string[]> {
  try {
    one.verify(part)
    one.ping?.(part)
    one.asks?.(part.asked)
    await one.read(part)
    return []
  } catch (error) {
    return error instanceof Unreadable ? [] : [`${one.id}: ${String(error)}`]
  }
}

/** Why something could not be read, in the words of whoever is told. */
function whyUnread(read: () => unknown): string {
  try {
    return String(read())
  } catch (error) {
    return error instanceof Unreadable ? channelsSentence(error.saying) : String(error)
  }
}

test('what is to be done at a provider names no setting by its id', () => {
  const settings = Object.keys(IntegrationSettings.properties).join('|')
  const named = new RegExp(String.raw`[«“](?:${settings})[»”]|\bunder (?:${settings})\b|\bknownOnly\b`)
  const lines = adapters.flatMap(({ connect }) => [...connect.en, ...connect.ru])

  expect(lines.filter((line) => named.test(line))).toEqual([])
})
