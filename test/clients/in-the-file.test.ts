import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { vocabularyOf } from '#config/schema/vocabulary'
import { clientFacts } from '#domain/rules/client-facts'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'

const engine = useEngine()
const text = readFileSync('test/config/fixtures/codes/client-role-of-wrong-kind/good.yaml', 'utf8').replace(
  'filled: [client.contact.email]',
  'filled: [client.inn, client.contact.email]',
)

describe.each([
  ['the table', () => aWorld(engine, { text })],
  ['memory', () => aWorldInMemory({ text })],
])('a gate that asks clients in %s', (_, open) => {
  let world: World
  let door: Door
  let company = ''
  let person = ''
  let deal = ''
  beforeEach(async () => {
    world = await open()
    door = await aDoor(world)
    company = await made({ kind: 'company', name: 'Aurora', owner: 'helen' })
    person = await made({ kind: 'person', name: 'Ivan', owner: 'helen' })
    deal = (await door.post('/deals', { title: 'Machines', pipeline: 'sales', owner: 'helen' }, asHelen)).body.id
    await link(company, 'client')
  })

  const asHelen = { as: 'helen' }
  const made = async (body: object): Promise<string> => (await door.post('/clients', body, asHelen)).body.id as string
  const link = (client: string, role: string) => door.post(`/deals/${deal}/clients`, { client, role }, asHelen)
  const change = (client: string, body: object) =>
    door.ask('PATCH', `/clients/${client}`, { ...asHelen, body, headers: { 'if-match': '*' } })
  const move = (toStage: string, complete: string) =>
    door.post(`/deals/${deal}/moves`, { toStage, complete: [complete] }, asHelen)
  const first = () => move('payment', `${deal.replace('deal_', 'task_')}-1-draft`)

  test('says what is missing on which card, in both languages, and lets pass as soon as it is written there', async () => {
    const stopped = await first()
    const russian = await door.post(
      `/deals/${deal}/moves`,
      { toStage: 'payment' },
      { ...asHelen, headers: { 'accept-language': 'ru' } },
    )

    expect(stopped.body).toMatchObject({
      code: 'gate_blocked',
      missing: {
        fields: [
          { id: 'client.inn', name: 'INN of the client' },
          { id: 'client.contact.email', name: 'E-mail address of the client (Contact)' },
        ],
      },
    })
    expect(russian.body.detail).toContain('ИНН клиента')
    const inRussian = { ...asHelen, headers: { 'accept-language': 'ru' } }
    const shown = [await door.get(`/deals/${deal}`, asHelen), await door.get(`/deals/${deal}`, inRussian)]
    const missing = [...shown.map(({ body }) => body.gate.missing.fields), russian.body.missing.fields]
    expect(missing.map((fields: { name: string }[]) => fields.map(({ name }) => name))).toEqual([
      ['INN of the client', 'E-mail address of the client (Contact)'],
      ['ИНН клиента', 'Почта клиента (Contact)'],
      ['ИНН клиента', 'Почта клиента (Contact)'],
    ])
    expect(shown.map(({ headers }) => headers.get('content-language'))).toEqual(['en', 'ru'])
    await change(company, { inn: '7707083893' })
    await door.post(`/clients/${person}/ways`, { kind: 'email', text: 'ivan@aurora.example' }, asHelen)
    expect((await link(person, 'contact')).status).toBe(200)
    expect((await first()).body).toMatchObject({ stage: 'payment' })
  })

  test('is decided anew where the card changes at the very moment', async () => {
    await change(company, { inn: '7707083893' })
    const card = await world.ports.clients.find(company)
    const found = await world.ports.deals.find(deal)
    const { sources, values } = await world.ports.gateFacts.find(found as never, ['client.inn'])
    await change(company, { inn: null })
    const at = world.now()

    expect(values).toEqual({ 'client.inn': '7707083893' })
    expect(sources).toEqual([{ subject: { kind: 'client', id: company }, version: card?.client.version }])
    const event = (await world.eventsOf(deal)).at(-1)
    const next = { ...(found as NonNullable<typeof found>), version: (found?.version ?? 0) + 1, updatedAt: at }
    const saving = world.ports.deals.save({
      was: found,
      deal: next,
      event: { ...event, id: `${deal}:${next.version}` } as never,
      sources,
    })
    await expect(saving).rejects.toMatchObject({ code: 'version_conflict' })
  })

  test('puts clients into roles of their kind, as many as the rules say, and takes them out', async () => {
    const other = await made({ kind: 'person', name: 'Olga', owner: 'helen' })
    const refused = async (client: string, role: string) => {
      const { status, body } = await link(client, role)
      return [status, body.code, body.detail]
    }

    expect(await refused(company, 'contact')).toEqual([422, 'client_role', expect.stringContaining('Contact')])
    expect(await refused(person, 'boss')).toEqual([422, 'client_role', expect.stringContaining('boss')])
    expect((await link(person, 'contact')).body.links).toEqual([
      { client: company, role: 'client', kind: 'company' },
      { client: person, role: 'contact', kind: 'person' },
    ])
    expect(await refused(other, 'contact')).toEqual([422, 'client_role', expect.stringContaining('1')])
    const taken = await door.ask('DELETE', `/deals/${deal}/clients/${person}/contact`, asHelen)
    expect(taken.body.links).toEqual([{ client: company, role: 'client', kind: 'company' }])
    expect((await link(person, 'client')).body).toMatchObject({ client: { name: 'Ivan' } })
    expect((await door.ask('DELETE', `/deals/${deal}/clients/${person}/client`, asHelen)).body.code).toBe('client_role')
    expect(
      (await door.post(`/deals/${deal}/clients`, { client: person, role: 'contact' }, { as: 'cyril' })).status,
    ).toBe(404)
  })

  test('keeps fields of the file on cards, personal ones for whose client it is', async () => {
    const saved = await change(company, { fields: { segment: 'large' } })
    const wrong = await change(company, { fields: { segment: 'huge' } })
    const unknown = await change(company, { fields: { birthday: '1990-05-01' } })
    await change(person, { fields: { birthday: '1990-05-01' } })

    expect(saved.body.fields).toEqual({ segment: 'large' })
    expect([wrong.status, wrong.body.code, wrong.body.detail]).toEqual([
      422,
      'field_value',
      expect.stringContaining('huge'),
    ])
    expect([unknown.status, unknown.body.code]).toEqual([422, 'field_value'])
    const kept = await world.ports.clients.find(person)
    expect([kept?.client.fields, kept?.personal.fields]).toEqual([{}, { birthday: '1990-05-01' }])
    await change(person, { owner: 'anna' })
    expect((await door.get(`/clients/${person}`, asHelen)).body.fields).toBeUndefined()
    const page = await (await pagesOn(world)(`/app/clients/${company}`, { as: 'helen' })).text()
    expect(page).toContain('<dt>Segment</dt><dd>Large</dd>')
  })
})

test('editors offer what gates may ask of clients, by the kind of each role', () => {
  const { model } = check(text)
  const known = [...(vocabularyOf(text).clientFields?.keys() ?? [])]

  expect(known.toSorted()).toEqual([...clientFacts(model?.clients).keys()].toSorted())
  expect(known).toEqual(expect.arrayContaining(['client.segment', 'client.kpp', 'client.contact.email']))
  expect(known).not.toContain('client.contact.kpp')
})
