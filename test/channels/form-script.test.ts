import { gzipSync } from 'node:zlib'
import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { adapterOf } from '#channels/adapters'
import { askedOf } from '#channels/domain/asked'
import { formScript } from '#channels/http/form-script'
import { rawDoor } from '#channels/http/raw-door'
import { aWorldInMemory } from '#test/support/world'

type Input = Record<string, unknown> & { name: string; value: string }
type Sent = { readonly url: string; readonly body: Record<string, unknown> }

/** A page with one form, as little of a browser as the script needs; `answer` is what the network does. */
function aPage(answer: () => Promise<{ readonly ok: boolean }>) {
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
  class FormData {
    forEach(each: (value: string, name: string) => void): void {
      for (const { name, value } of inputs) each(value, name)
    }
  }
  const fetch = async (url: string, { body }: { readonly body: string }) => {
    sent.push({ url, body: JSON.parse(body) as Record<string, unknown> })
    return answer()
  }
  const location = { href: 'https://shop.example/?utm_source=yandex', assign: () => undefined }
  class CustomEvent {}
  runInNewContext(formScript, {
    document,
    window: { fetch, FormData },
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
    submit?.({ preventDefault: () => heard.push('kept') })
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  return { send, sent, heard, inputs }
}

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
