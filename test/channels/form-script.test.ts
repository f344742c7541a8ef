import { gzipSync } from 'node:zlib'
import { createHash, webcrypto } from 'node:crypto'
import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { adapterOf } from '#channels/adapters'
import { askedOf } from '#channels/domain/asked'
import { formScript } from '#channels/http/form-script'
import { rawDoor } from '#channels/http/raw-door'
import type { Request } from '#channels/domain/request'
import { aWorldInMemory } from '#test/support/world'

import { channelScene } from './channel-scene'

type Input = Record<string, unknown> & { name: string; value: string }
type Init = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string }
type Sent = { readonly url: string; readonly body: Record<string, unknown> }

/** A page with one form, as little of a browser as the script needs; `answer` is what the network does. */
function aPage(
  answer: () => Promise<{ readonly ok: boolean }>,
  beside?: (path: string, init?: Init) => Promise<Response>,
) {
  const inputs: Input[] = [
    { name: 'name', value: 'Иван' },
    { name: 'phone', value: '+7 900 555-01-01' },
    { name: 'agree', value: 'on' },
  ]
  const sent: Sent[] = []
  const heard: string[] = []
  let submit: ((event: { preventDefault: () => void }) => void) | undefined
  const box = {
    name: 'agree',
    checked: true,
    getAttribute: () => '2026-09-01',
    closest: () => ({ textContent: ' I agree ' }),
  }
  const form = {
    id: '',
    action: 'https://norma.example/in/site-main',
    getAttribute: (name: string) => (name === 'data-norma' ? 'callback' : null),
    appendChild: (input: Input) => inputs.push(input),
    querySelector: (what: string) =>
      what === '[data-norma-consent]' ? box : inputs.find(({ name }) => what === `[name="${name}"]`),
    querySelectorAll: () => [{ files }],
    addEventListener: (_: string, listener: typeof submit) => {
      submit = listener
    },
    dispatchEvent: () => heard.push('sent'),
    reset: () => heard.push('reset'),
    submit: () => heard.push('plainly'),
  }
  const document = {
    readyState: 'complete',
    cookie: '_ym_uid=17; other=1',
    referrer: 'https://ya.example/',
    title: 'Shop',
    createElement: () => ({ name: '', value: '', style: {}, setAttribute: () => undefined }),
    querySelectorAll: () => [form],
  }
  const files: { readonly name: string; readonly size: number; readonly arrayBuffer: () => Promise<ArrayBuffer> }[] = []
  class FormData {
    forEach(each: (value: string, name: string) => void): void {
      for (const { name, value } of inputs) each(value, name)
    }
  }
  const fetch = async (url: string, init: Init = {}) => {
    if (beside !== undefined && !url.endsWith('/site-main')) return beside(url, init)
    sent.push({ url, body: JSON.parse(init.body ?? '{}') as Record<string, unknown> })
    return answer()
  }
  const location = { href: 'https://shop.example/?utm_source=yandex', assign: () => undefined }
  class CustomEvent {}
  runInNewContext(formScript, {
    document,
    window: { fetch, FormData, ...(beside === undefined ? {} : { crypto: webcrypto }) },
    crypto: webcrypto,
    Uint8Array,
    DataView,
    Promise,
    URL,
    btoa,
    fetch,
    FormData,
    location,
    CustomEvent,
    Date,
    Math,
    RegExp,
    JSON,
    decodeURIComponent,
  })
  const send = async () => {
    const [before, told] = [sent.length, heard.length + 1]
    submit?.({ preventDefault: () => heard.push('kept') })
    const isDone = () => sent.length > before || heard.length > told
    while (beside !== undefined && !isDone()) await turn()
    await turn()
  }
  return { send, sent, heard, inputs, files }
}

const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

test('the script says who asks, where they came from and which consent they saw, and the adapter understands it', async () => {
  const page = aPage(async () => ({ ok: true }))
  await page.send()
  await page.send()
  const [first, second] = page.sent
  const body = Buffer.from(JSON.stringify(first?.body))
  const headers = { 'content-type': 'application/json' }
  const asked = askedOf({ method: 'POST', tail: '', query: '', headers, body })
  const facts = await adapterOf('site')?.read({ asked, settings: { zone: 'UTC' }, secrets: {} })

  expect(first?.url).toBe('https://norma.example/in/site-main')
  expect(facts).toMatchObject([
    {
      form: 'callback',
      name: 'Иван',
      phone: '+7 900 555-01-01',
      source: { utm_source: 'yandex', ym: '17', referrer: 'https://ya.example/' },
      consent: { given: true, text: 'I agree', version: '2026-09-01' },
      also: [],
    },
  ])
  expect(second?.body['submission']).not.toBe(first?.body['submission'])
  expect(page.heard).toEqual(['kept', 'sent', 'reset', 'kept', 'sent', 'reset'])
})

test.each([
  ['the network fails', () => Promise.reject(new Error('offline'))],
  ['the door refuses', () => Promise.resolve({ ok: false })],
])('where %s the form is sent plainly, under the number it had', async (_, answer) => {
  const page = aPage(answer)
  await page.send()
  const number = page.inputs.find(({ name }) => name === 'submission')?.value

  expect(page.heard).toEqual(['kept', 'plainly'])
  expect(number).toBe(page.sent[0]?.body['submission'])
})

test('whoever fills in what people do not see is said to be a robot', async () => {
  const page = aPage(async () => ({ ok: true }))
  const trap = page.inputs.find(({ name }) => name === 'website')
  if (trap !== undefined) trap.value = 'http://spam.example'
  await page.send()

  expect(page.sent[0]?.body['website']).toBe('http://spam.example')
})

test('the door hands the script out, small, to be kept for an hour, and no integration takes its name', async () => {
  const { ports } = await aWorldInMemory()
  const door = rawDoor({ ports, log: () => undefined })
  const answer = await door.request('/in/form.js')

  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'public, max-age=3600',
  ])
  expect(await answer.text()).toBe(formScript)
  expect(gzipSync(formScript).length).toBeLessThan(6_000)
  expect((await door.request('/in/form.js', { method: 'POST' })).status).toBe(404)
})

/** A company whose site asks every browser to work on a puzzle, and its door. */
async function aDoor() {
  const world = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  const scene = await channelScene(world)
  const kept = await scene.ports.integrations.find('site-main')
  if (kept === undefined) throw new Error('The site is connected.')
  const settings = { ...kept.settings, proof: 'always' as const }
  await scene.ports.integrations.save({ ...kept, settings, rev: kept.rev + 1 })
  const door = rawDoor({ ports: scene.ports, log: () => undefined })
  const beside = async (url: string, init: Init = {}): Promise<Response> => {
    if (!url.includes('/in/')) return new Response('', { status: 200 })
    return door.request(new URL(url).pathname, init)
  }
  const post = async (body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const bytes = Buffer.from(JSON.stringify(body))
    await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body: bytes })
    await scene.read()
  }
  const spam = async () => (await scene.ports.talks.listed('spam', { limit: 50 })).items.length
  return { world, scene, beside, post, spam }
}

test('the script works on the puzzle it is given, and its proof is good once', async () => {
  const { world, beside, post, spam } = await aDoor()
  const page = aPage(async () => ({ ok: true }), beside)
  await page.send()
  const body = page.sent[0]?.body ?? {}
  const opened = '2026-12-01T06:50:00.000Z'
  const asked = { ...body, opened, sent: world.now() }
  await post(asked)
  const first = await spam()
  world.setNow('2026-12-01T07:01:00.000Z')
  const other = { ...asked, submission: 'another', fields: { name: 'Robot', phone: '+7 900 555-02-02' } }
  await post(other)
  const replayed = await spam()
  await post({ ...other, submission: 'third', altcha: btoa('{}') })
  const wrong = await spam()
  await post({ ...other, submission: 'fourth', altcha: undefined })

  expect(typeof body['altcha']).toBe('string')
  expect([first, replayed, wrong, await spam()]).toEqual([0, 1, 2, 3])
}, 60_000)

test('where nobody attacks a form without the script is taken, and where robots do it lies apart', async () => {
  const { world, scene, spam } = await aDoor()
  const plain = async (no: number, more = '') => {
    world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = Buffer.from(`name=N${no}&phone=%2B790055500${String(no).padStart(2, '0')}${more}`)
    await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body })
    await scene.read()
  }
  await plain(1)
  const calm = await spam()
  for (let no = 10; no < 30; no += 1) await plain(no, '&website=http://x.example')
  const robots = await spam()
  await plain(2)

  expect([calm, robots, await spam()]).toEqual([0, 20, 21])
})

test('files go before the form, each to a place of its own, and are kept with the request', async () => {
  const { world, scene, beside, post } = await aDoor()
  const bytes = Buffer.from('%PDF-1.4 plan')
  const page = aPage(async () => ({ ok: true }), beside)
  const arrayBuffer = async () => new Uint8Array(bytes).buffer
  page.files.push({ name: 'План.pdf', size: bytes.length, arrayBuffer })
  await page.send()
  const { files = [] } = (page.sent[0]?.body ?? {}) as { readonly files?: { readonly id: string }[] }
  const [file] = files
  await scene.ports.files.put(`forms/site-main/${file?.id ?? ''}`, bytes)
  await post({ ...page.sent[0]?.body, opened: '2026-12-01T06:50:00.000Z', sent: world.now() })
  const talk = await scene.ports.talks.talkIdOf('+79005550101')
  const { items } = await scene.ports.talks.lines(talk, { limit: 10 })
  const refused = await Promise.all(
    [
      { size: 11 * 1024 * 1024, sha256: createHash('sha256').digest('hex') },
      { size: 5, sha256: 'none' },
      'nothing',
    ].map(
      async (one) =>
        (await beside('https://n.example/in/site-main/files', { method: 'POST', body: JSON.stringify(one) })).status,
    ),
  )

  const [said] = items.map(({ says }) => says as Request)

  expect(said?.files).toEqual([
    { name: 'План.pdf', file: `forms/site-main/${file?.id ?? ''}`, size: bytes.length, type: 'application/pdf' },
  ])
  expect(refused).toEqual([400, 400, 400])
}, 60_000)
