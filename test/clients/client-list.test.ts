import { beforeEach, describe, expect, test } from 'vitest'

import { clientColumns } from '#clients/domain/client-columns'
import { listClients } from '#clients/usecases/list-clients'
import type { Ports } from '#ports/ports'
import { aDoor } from '#test/support/http'
import { pagesOn } from '#test/pages/support'
import { steadyRules } from '#test/support/steady-rules'
import { aWorldInMemory, type World } from '#test/support/world'

const rules = `${steadyRules()}
clients:
  kinds:
    company:
      fields:
        segment: { type: choice, name: Segment, options: [large, medium, small] }
        founded: { type: date, name: Founded }
        area: { type: number, name: Area }
    person:
      fields:
        segment: { type: choice, name: Circle, options: [friend, small] }
        diet: { type: text, name: Diet, personal: yes }
`
let world: World

beforeEach(async () => {
  world = await aWorldInMemory({ text: rules, now: '2026-11-22T22:30:00.000Z' })
  const door = await aDoor(world)
  for (const owner of ['anna', 'boris', 'helen'])
    // oxlint-disable-next-line no-await-in-loop -- made one after another
    await door.post('/clients', { kind: 'company', name: `Of ${owner}`, owner })
})

test('a list that is narrowed to one owner reads no list of anybody else', async () => {
  const { caller } = await world.as('helen')
  const asker = { caller, people: await world.ports.people.load() }
  const read: (string | null)[] = []
  const clients: Ports['clients'] = {
    ...world.ports.clients,
    listOf: async (ask) => {
      read.push(ask.owner)
      return world.ports.clients.listOf(ask)
    },
  }

  const mine = await listClients({ ...world.ports, clients }, asker, { where: 'owner=me', limit: 10 })

  expect(mine.items.map(({ name }) => name)).toEqual(['Of helen'])
  expect(read).toEqual(['helen'])
})

test('what the form of filters has no field for stays as it was asked', async () => {
  const ask = pagesOn(world)
  const where = 'owner=me;fields.segment=large,medium;createdAt=2026-11-23'
  const page = await (await ask(`/app/clients?where=${encodeURIComponent(where)}`, { as: 'helen' })).text()
  const sent = await ask(
    `/app/clients?sent=1&where=${encodeURIComponent(where)}&f.name=&f.kind=company&f.owner=me&f.fields.segment=large%2Cmedium&c=kind`,
    { as: 'helen' },
  )

  expect(page).toMatch(/<option value="me" selected[^>]*>Mine</)
  expect(page).toMatch(/<option value="large,medium" selected[^>]*>Large, Medium</i)
  expect(page).not.toContain('name="f.fields.founded"')
  expect(new URL(sent.headers.get('location') ?? '', 'http://n').searchParams.get('where')).toBe(
    'kind=company;owner=me;fields.segment=large,medium;createdAt=2026-11-23',
  )
})

test('the day on which a card was made is the company’s', async () => {
  const { model } = await world.ports.rules.current()
  const made = clientColumns(model, []).find(({ id }) => id === 'createdAt')
  const [card] = await world.ports.clients.findMany(
    (await world.ports.clients.listOf({ owner: 'anna', limit: 1 })).map(({ id }) => id),
  )

  expect(model.calendar.timezone).toBe('Europe/Moscow')
  expect(card === undefined ? undefined : made?.valueOf(card.client)).toBe('2026-11-23')
})

test('a field that companies and people have by one name offers what either can be, and is called as each is', async () => {
  const ask = pagesOn(world)
  const door = await aDoor(world)
  const fields = { segment: 'friend', diet: 'none' }
  await door.post('/clients', { kind: 'person', name: 'Ivan', owner: 'anna', fields })
  await door.post('/clients', { kind: 'company', name: 'Beta', owner: 'anna', fields: { segment: 'large' } })

  const page = await (await ask('/app/clients?columns=fields.segment', { as: 'helen' })).text()
  const listed = async (where: string) =>
    (await door.get(`/clients?where=${encodeURIComponent(where)}`)).body.items.map(({ name }: { name: string }) => name)

  expect(page).toContain('Segment / Circle')
  for (const option of ['large', 'medium', 'small', 'friend']) expect(page).toContain(`<option value="${option}"`)
  expect(page).not.toContain('Diet')
  expect(await listed('fields.segment=friend,large')).toEqual(['Beta', 'Ivan'])
})

test('whoever unticks every column sees the names alone, with and without a view', async () => {
  const ask = pagesOn(world)
  const door = await aDoor(world)
  const view = { list: 'clients', name: 'Sizes', where: '', columns: ['name', 'fields.segment'] }
  const { id } = (await door.post('/views', view)).body
  const headsOf = async (address: string) => {
    const sent = await ask(address, { as: 'helen' })
    const page = await (
      await ask((sent.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, ''), { as: 'helen' })
    ).text()
    return [...page.matchAll(/<th scope="col">([^<]*)</g)].map(([, title]) => title)
  }

  expect(await headsOf('/app/clients?sent=1&where=')).toEqual(['Name'])
  expect(await headsOf(`/app/clients?sent=1&where=&view=${id}`)).toEqual(['Name'])
  expect(await headsOf(`/app/clients?sent=1&where=&view=${id}&c=owner`)).toEqual(['Name', 'Whose client'])
})

describe('the list as a file', () => {
  const csv = async (query: string, as = 'helen') => {
    const door = await aDoor(world)
    const reply = await door.get(`/client-list/csv?${query}`, { as })
    return {
      status: reply.status,
      code: reply.body?.code,
      lines: String(reply.body).replace('\u{feff}', '').trim().split('\r\n'),
    }
  }
  const audit = async () => (await (await aDoor(world)).get('/audit')).body.items
  const readingOf = async (id: string) => (await (await aDoor(world)).get(`/employees/${id}/reading`)).body

  beforeEach(async () => {
    const door = await aDoor(world)
    const rights = { export: 'all', clients_read: 'department' } as const
    for (const id of ['anna', 'boris']) {
      const found = (await world.ports.people.load()).employees[id]
      if (found !== undefined) await world.ports.people.saveEmployee({ ...found, rights })
    }
    const phone = '+7 916 777-12-34'
    await door.post('/clients', { kind: 'company', name: '=Hook', owner: 'anna', phone, email: 'a@b.example' })
    await door.post('/clients', { kind: 'person', name: 'Ivan', owner: 'boris', phone: '+7 916 777-12-35' })
  })

  test('has what the list has, in its order, and goes on record before it is given', async () => {
    const file = await csv('columns=kind,owner,fields.segment&lang=ru&where=kind%3Dcompany%3Bname~o')

    expect(file.lines).toEqual([
      'Название или имя;Кто это;Чей клиент;Segment / Circle',
      "'=Hook;Компания;Anna;",
      'Of anna;Компания;Anna;',
      'Of boris;Компания;Boris;',
      'Of helen;Компания;Helen;',
    ])
    expect((await audit())[0]).toMatchObject({
      by: 'helen',
      what: 'clients',
      format: 'csv',
      filters: { where: 'kind=company;name~…', columns: 'kind,owner,fields.segment' },
      rows: 4,
    })
  })

  test('opens numbers of own clients to whoever may see them, masks those of others, and counts these', async () => {
    const of = async (as: string) => (await csv('columns=contact', as)).lines.slice(1)

    expect(await of('anna')).toEqual([
      `'=Hook;"=""+79167771234""";a@b.example`,
      'Ivan;+7 ··· ···-··-35;',
      'Of anna;;',
      'Of boris;;',
    ])
    expect((await of('helen'))[0]).toBe("'=Hook;+7 ··· ···-··-34;···@b···.example")
    expect([(await readingOf('anna')).rows, (await readingOf('helen')).rows]).toEqual([2, 4])
    const anna = (await world.ports.people.load()).employees['anna']
    if (anna !== undefined)
      await world.ports.people.saveEmployee({ ...anna, rights: { ...anna.rights, clients_contacts: 'none' } })
    expect((await of('anna'))[0]).toBe("'=Hook;+7 ··· ···-··-34;···@b···.example")
  })

  test('is refused without the right, beyond the budget, to whoever names no column, and then is not on record', async () => {
    const before = (await audit()).length
    await world.ports.reading.add({ reader: 'anna', day: '2026-11-23' }, { rows: 5999 })

    expect(await csv('', 'cyril')).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await csv('', 'anna')).toMatchObject({ status: 429, code: 'reading_budget' })
    expect(await csv('columns=phone')).toMatchObject({ status: 422, code: 'field_unknown' })
    expect(await csv('where=inn')).toMatchObject({ status: 422, code: 'field_value' })
    expect(await audit()).toHaveLength(before)
    expect((await readingOf('anna')).rows).toBe(5999)
  })

  test('has no field that the rules do not name for a kind, whatever its card holds', async () => {
    const { clients } = world.ports
    const findMany: Ports['clients']['findMany'] = async (ids) =>
      (await clients.findMany(ids)).map((card) => ({
        ...card,
        client: { ...card.client, fields: { founded: '2020-01-31' } },
      }))
    const door = await aDoor({ ports: { ...world.ports, clients: { ...clients, findMany } } })

    const { body } = await door.get('/client-list/csv?columns=fields.founded&lang=ru')

    expect(String(body)).toContain('Of anna;31.01.2020')
    expect(String(body)).toContain('Ivan;\r\n')
  })

  test('has numbers with parts as the spreadsheets of the reader’s country write them', async () => {
    const door = await aDoor(world)
    await door.post('/clients', { kind: 'company', name: 'Yard', owner: 'anna', fields: { area: 1.5 } })
    await door.post('/clients', { kind: 'company', name: 'Zone', owner: 'anna', fields: { area: 2 } })

    const [ru, en] = [await csv('columns=fields.area&lang=ru'), await csv('columns=fields.area&lang=en')]

    expect(ru.lines.slice(-2)).toEqual(['Yard;1,5', 'Zone;2'])
    expect(en.lines.slice(-2)).toEqual(['Yard;1.5', 'Zone;2'])
  })

  test('is not given where it cannot be put on record', async () => {
    const noteExport = () => Promise.reject(new Error('away'))
    const broken = await aDoor({ ports: { ...world.ports, reports: { ...world.ports.reports, noteExport } } })
    const reply = await broken.get('/client-list/csv')

    expect(reply.status).toBe(500)
    expect(JSON.stringify(reply.body)).not.toContain('Hook')
  })

  test('is offered on the page with its filters to whoever may take files out, and as a workbook', async () => {
    const ask = pagesOn(world)
    const of = async (as: string) => (await ask('/app/clients?where=kind%3Dcompany', { as })).text()
    const door = await aDoor(world)

    expect(await of('helen')).toContain(
      '/app/api/client-list/xlsx?where=kind%3Dcompany&amp;columns=name%2Ckind%2Cowner%2Ccontact&amp;lang=en',
    )
    expect(await of('cyril')).not.toContain('client-list')
    expect((await door.get('/client-list/xlsx')).headers.get('content-disposition')).toContain(
      'norma-clients-2026-11-23.xlsx',
    )
  })
})
