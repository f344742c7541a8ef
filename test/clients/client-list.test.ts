import { beforeEach, expect, test } from 'vitest'

import { clientColumns } from '#clients/domain/client-columns'
import { listClients } from '#clients/usecases/read-clients'
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
