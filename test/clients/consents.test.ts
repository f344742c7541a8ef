import { createHash } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

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
    ['en', ['Consents', 'Offers', 'needed, and not given', 'Has agreed', 'Has revoked it']],
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

  expect(codes('consents/news.md')).toEqual(['consent-text-missing'])
  expect(codes(words)).toEqual([])
})
