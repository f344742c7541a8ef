import { createHash } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

import type { Request } from '#channels/domain/request'
import { keepConsent } from '#channels/usecases/consents/keep-consent'
import { consentStore } from '#clients/store/consent-store'
import { memoryConsents } from '#clients/memory/consents'
import { check } from '#config/check'
import { refusedBy, standing } from '#domain/rules/consents'
import type { KeptConsent } from '#schemas/clients/kept-consent'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { aWorldInMemory, type World } from '#test/support/world'
import { afterMerging } from './merging'

const engine = useEngine()
const words = 'I agree to be written to.'
const rules = (version = 2) =>
  [
    steadyRules(),
    'consents:',
    `  news: { name: Offers, text: ${words}, version: ${version}, for: [mail, messenger] }`,
    '  data: { text: I agree to be kept., version: 1, required: yes }',
    '',
  ].join('\n')
const hash = createHash('sha256').update(words).digest('hex')

let world: World
let door: Door
let client = ''
beforeEach(async () => {
  world = await aWorldInMemory({ text: rules() })
  door = await aDoor(world)
  client = (await door.post('/clients', { kind: 'person', name: 'Vera', owner: 'anna' }, { as: 'helen' })).body.id
})

const give = (body: object, as = 'anna', of = client) => door.post(`/clients/${of}/consents`, body, { as })
const revoke = (consent: string, as = 'anna', of = client) =>
  door.post(`/clients/${of}/consents/${consent}/revocation`, {}, { as })
const stateOf = async (consent: string, of = client) =>
  (await door.get(`/clients/${of}/consents`)).body.items.find((one: { consent: string }) => one.consent === consent)

describe('a consent', () => {
  test('is kept with the wording, its hash, the page and the time, and so is its revocation', async () => {
    expect(await stateOf('news')).toMatchObject({ state: 'none', said: [] })
    const given = await give({ consent: 'news', page: 'https://aurora.example', at: '2026-11-30T08:00:00.000Z' })
    const agreed = await stateOf('news')
    const revoked = await revoke('news')
    await revoke('news')

    expect([given.status, revoked.status]).toEqual([201, 200])
    expect(agreed).toMatchObject({
      name: 'Offers',
      state: 'agreed',
      current: true,
      for: ['mail', 'messenger'],
      said: [
        {
          version: '2',
          textSha256: hash,
          page: 'https://aurora.example',
          at: '2026-11-30T08:00:00.000Z',
          by: 'anna',
        },
      ],
    })
    const after = await stateOf('news')
    expect([after.state, after.current]).toEqual(['revoked', false])
    expect(after.said.map((one: { state: string }) => one.state)).toEqual(['revoked', 'agreed'])
  })

  test('is refused for a wording that nobody can show, for the future, for what is not asked, and to whoever may not', async () => {
    const refused = async (body: object, as?: string) => (await give(body, as)).body.code

    expect(await refused({ consent: 'news', version: '1' })).toBe('consent_unfit')
    expect(await refused({ consent: 'news', textSha256: '0'.repeat(64) })).toBe('consent_unfit')
    expect(await refused({ consent: 'news', at: '2027-01-01T00:00:00.000Z' })).toBe('consent_unfit')
    expect(await refused({ consent: 'constructor' })).toBe('consent_unknown')
    expect((await revoke('constructor')).body.code).toBe('consent_unknown')
    expect(await refused({ consent: 'news' }, 'fedor')).toBe('client_unknown')
    expect((await give({ consent: 'news', version: '1', textSha256: hash })).status).toBe(201)
    expect(await stateOf('news')).toMatchObject({ state: 'agreed', current: false })
  })

  test('follows its card when two are merged, the stricter of the two, and goes back', async () => {
    const loser = (await door.post('/clients', { kind: 'person', name: 'Vera B', owner: 'anna' }, { as: 'helen' })).body
      .id
    await give({ consent: 'news' })
    await revoke('news', 'anna', loser)
    const { body } = await door.post(`/clients/${client}/merge`, { loser }, { as: 'helen' })
    await afterMerging(world, loser)
    const merged = await stateOf('news')
    world.setNow('2026-12-02T07:00:00.000Z')
    await give({ consent: 'news' })
    const again = await stateOf('news')
    await door.post(`/client-merges/${body.merge}/undo`, {}, { as: 'helen' })
    await afterMerging(world, loser)

    expect([merged.state, merged.said.length, again.state]).toEqual(['revoked', 2, 'agreed'])
    expect((await stateOf('news')).state).toBe('agreed')
    expect(await stateOf('news', loser)).toMatchObject({ state: 'revoked', said: [{ state: 'revoked' }] })
  })

  test('is handed out and erased with the card', async () => {
    await give({ consent: 'news', page: 'https://marked.example' })
    const { body } = await door.post(`/clients/${client}/personal-data`, {})
    await door.post(`/clients/${client}/erasure`, { reason: 'Asked for' }, { as: 'anna' })
    const act = (await door.post(`/clients/${client}/erasure/confirmation`, {})).body

    expect(JSON.stringify(body.parts)).toContain('marked.example')
    expect(act.places).toContainEqual({ room: 'clients', place: 'consent', count: 1 })
    expect(await world.ports.consents.of(client)).toEqual([])
  })

  test.each([
    ['en', ['Consents', 'Offers', 'needed, and not given', 'Mark as agreed', 'Mark as revoked']],
    ['ru', ['Согласия', 'Offers', 'нужно, но не получено', 'Клиент согласился', 'Клиент отозвал']],
  ])('is shown on the card, with what is missing (%s)', async (language, said) => {
    await give({ consent: 'news' })
    const page = await pagesOn(world)(`/app/clients/${client}`, {
      as: 'anna',
      headers: { 'accept-language': language },
    })
    const text = await page.text()

    for (const one of said) expect(text).toContain(one)
    expect(text).toContain(`POST /clients/${client}/consents/news/revocation`)
  })
})

describe('who has revoked', () => {
  const said = (state: 'agreed' | 'revoked', at: string, of = ['c1']): KeptConsent => ({
    id: `ref_${at}`,
    consent: 'news',
    name: 'Offers',
    state,
    at,
    by: 'anna',
    of,
    for: ['mail'],
  })

  test('is not written to by what the consent is for, and by anything else is', () => {
    const revoked = [said('agreed', '1'), said('revoked', '2')]

    expect([refusedBy(revoked, 'mail'), refusedBy(revoked, 'messenger')]).toEqual(['Offers', undefined])
    expect(refusedBy([...revoked, said('agreed', '3')], 'mail')).toBeUndefined()
    expect(refusedBy([said('agreed', '1')], 'mail')).toBeUndefined()
    expect(refusedBy([], 'mail')).toBeUndefined()
  })

  test('on one of two cards stays so until they agree on the card they have now', () => {
    const both = [said('revoked', '1', ['c2']), said('agreed', '2', ['c1'])]

    expect([standing(both), standing([...both, said('agreed', '3', ['c1', 'c2'])])]).toEqual(['revoked', 'agreed'])
  })
})

test.each([
  ['the table', async () => consentStore({ document: engine.client, table: await engine.createTable() })],
  ['memory', async () => memoryConsents()],
])('what was said is kept once and taken away (%s)', async (_, open) => {
  const store = await open()
  const one: KeptConsent = {
    id: 'ref_1',
    consent: 'news',
    name: 'Offers',
    state: 'agreed',
    at: '2026-12-01T07:00:00.000Z',
    by: 'anna',
    of: ['client_1'],
    for: ['mail'],
  }
  await store.keep('client_1', one)
  await store.keep('client_1', one)

  expect(await store.of('client_1')).toEqual([one])
  expect(await store.of('client_2')).toEqual([])
  await store.drop('client_1', one)
  expect(await store.of('client_1')).toEqual([])
})

test('a consent without its words is told by the check', () => {
  const codes = (text: string) =>
    check(`${steadyRules()}\nconsents:\n  news: { text: ${text}, version: 1, for: mail }\n`)
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)

  expect(['a.pdf', 'consents/news.DOCX', 'x/y.html'].map(codes)).toEqual(
    Array.from({ length: 3 }, () => ['consent-text-missing']),
  )
  expect(codes(words)).toEqual([])
  expect(codes('consents/news.md')).toEqual([])
})

describe('words that are a file beside the rules', () => {
  const inFile = (version: number, file = 'consents/news.md') =>
    `${steadyRules()}\nconsents:\n  news: { name: Offers, text: ${file}, version: ${version}, for: mail }\n`
  const send = async (text: string | Uint8Array, name = 'consents/news.md') =>
    door.post('/templates', { name, content: Buffer.from(text).toString('base64') })
  const publish = async (text: string, files?: object) =>
    door.post('/rules', {
      text,
      note: 'Words',
      expected: (await world.ports.rules.current()).version,
      ...(files === undefined ? {} : { files }),
    })
  const first = '# Offers\n\nI agree to be written to.\r\nЯ согласен.\n'
  const textOf = async () => {
    const { said } = await stateOf('news')
    return Promise.all(
      said.map(async ({ id }: { id: string }) => (await door.get(`/clients/${client}/consents/${id}/text`)).body.text),
    )
  }

  test('are published by their hash, are what is agreed to, and can be shown as they read then', async () => {
    const { sha256 } = (await send(first)).body
    await give({ consent: 'news' })
    const published = await publish(inFile(3), { 'consents/news.md': sha256 })
    await give({ consent: 'news' })
    const second = (await send('Other words.')).body.sha256
    await publish(inFile(4), { 'consents/news.md': second })
    await give({ consent: 'news' })
    const { said } = await stateOf('news')
    const page = await (
      await pagesOn(world)(`/app/pieces/clients/${client}/consents/${said[1].id}`, { as: 'helen' })
    ).text()

    expect(sha256).toBe(createHash('sha256').update(first).digest('hex'))
    expect(published.status).toBe(201)
    expect(said.map(({ textSha256 }: { textSha256: string }) => textSha256)).toEqual([second, sha256, hash])
    expect(await textOf()).toEqual(['Other words.', first, words])
    expect(page).toContain('Я согласен.')
    expect((await door.get(`/clients/${client}/consents/${said[0].id}/text`, { as: 'fedor' })).status).toBe(404)
    expect((await door.get(`/clients/${client}/consents/ref_none/text`)).body.code).toBe('consent_unknown')
    expect((await door.get(`/clients/${client}/consents/constructor/text`)).body.code).toBe('consent_unknown')
  })

  test('are refused where the file is not sent, no text, empty or too long, by name', async () => {
    const why = async (reply: Promise<{ status: number; body: { code: string; detail: string } }>) => {
      const { status, body } = await reply
      return [status, body.code, body.detail]
    }
    expect(await why(send(new Uint8Array([0xff, 0xfe, 0x00, 0x41])))).toEqual([
      422,
      'template_unknown',
      'consents/news.md is not plain text: save it as UTF-8.',
    ])
    expect((await send(' \n')).body.detail).toBe('consents/news.md is empty.')
    expect((await send('я'.repeat(100_001))).body.detail).toBe('consents/news.md is longer than 200 kB.')
    const { status, body } = await publish(inFile(3))
    expect([status, body.code]).toEqual([422, 'rules_faulty'])
    expect(body.diagnostics).toMatchObject([
      { code: 'consent-text-missing', line: expect.any(Number), message: 'There is no file consents/news.md.' },
    ])
  })

  test('stay those of the version before where they are not sent again, and a plan sees what the bytes say', async () => {
    const { sha256 } = (await send(first)).body
    await publish(inFile(3), { 'consents/news.md': sha256 })
    const warned = async (text: string, files?: object) =>
      (await door.post('/rules/plan', { text, ...(files === undefined ? {} : { files }) })).body.warnings.map(
        ({ code }: { code: string }) => code,
      )
    const other = (await send(`${first}And called.`)).body.sha256
    const same = (await send(`${first}\n`)).body.sha256
    const quoted = JSON.stringify(first)
    const inline = `${steadyRules()}\nconsents:\n  news: { name: Offers, text: ${quoted}, version: 3, for: mail }\n`

    expect(await warned(`${inFile(3)}# a comment\n`)).toEqual([])
    expect(await warned(inFile(3), { 'consents/news.md': other })).toEqual(['consent-text-changed'])
    expect(await warned(inFile(4), { 'consents/news.md': other })).toEqual([])
    expect(await warned(inFile(3), { 'consents/news.md': same })).toEqual([])
    expect(await warned(inline)).toEqual([])
  })

  test('are recognised on a form of a site, and its tick is kept with their hash', async () => {
    const { sha256 } = (await send(first)).body
    await publish(inFile(3), { 'consents/news.md': sha256 })
    const request = {
      id: 'request_1',
      integration: 'site',
      contact: {},
      said: { consent: { given: true, text: first.replaceAll(/\s+/g, ' ') }, source: {} },
    } as unknown as Request
    const phone = '+7 916 123-45-67'
    const deal = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', client: { name: 'Ann', phone } })).body
    await keepConsent(world.ports, { id: 'r1', at: world.now(), request: { ...request, dealId: deal.id } })
    client = deal.links[0].client
    const { said } = await stateOf('news')

    expect(said).toMatchObject([{ state: 'agreed', version: '3', textSha256: sha256 }])
    expect(said[0]).not.toHaveProperty('text')
    expect(await textOf()).toEqual([first])
  })
})
