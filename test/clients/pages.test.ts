import { beforeEach, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { createDeal } from '#usecases/deals/create-deal'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let ask: PagesDoor
let client = ''

beforeEach(async () => {
  world = await aWorldInMemory()
  const deal = await createDeal(world.ports, await world.as('anna'), {
    title: 'Coffee machines',
    pipeline: 'b2b_new',
    owner: 'anna',
    client: { name: 'ООО «Аврора» <б>', phone: '+7 900 555-03-01', email: 'office@aurora.example' },
  })
  client = deal.links?.[0]?.client ?? ''
  await world.run(
    consumers.filter(({ name }) => name === 'keep-client-deals'),
    deal.id,
  )
  ask = pagesOn(world)
})

const page = async (path: string, as: string, language = 'en'): Promise<string> =>
  (await ask(path, { as, headers: { 'accept-language': language } })).text()

test.each([
  ['en', ['Clients', 'Company', 'New client', 'Contact details']],
  ['ru', ['Клиенты', 'Компания', 'Новый клиент', 'Как связаться']],
])('the list names clients, whose they are and a number that is masked (%s)', async (language, said) => {
  const text = await page('/app/clients', 'anna', language)

  for (const one of said) expect(text).toContain(one)
  expect(text).toContain(`<a href="/app/clients/${client}">ООО «Аврора» &lt;б&gt;</a>`)
  expect(text).not.toContain('9005550301')
})

test('the deal leads to the card, and the card to the deal; its owner sees how to reach them', async () => {
  const { items } = await world.ports.deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 1 })
  const deal = await page(`/app/deals/${items[0]?.id}`, 'anna')
  const card = await page(`/app/clients/${client}`, 'anna')

  expect(deal).toContain(`href="/app/clients/${client}"`)
  expect(card).toContain(`href="/app/deals/${items[0]?.id}"`)
  expect(card).toContain('href="tel:+79005550301"')
  expect(card).toContain('office@aurora.example')
})

test('a head sees the card with numbers masked, and whoever is shown one is kept on it', async () => {
  const card = await page(`/app/clients/${client}`, 'helen')
  const [, piece = ''] = /data-piece="(\/app\/pieces\/clients\/[^"]*\/ways\/w1)"/.exec(card) ?? []
  const before = await world.ports.clients.revealings(client)
  const shown = await page(piece, 'helen')

  expect(card).not.toContain('+79005550301')
  expect(before).toEqual([])
  expect(shown).toContain('+79005550301')
  expect((await world.ports.clients.revealings(client)).map(({ employee, way }) => [employee, way])).toEqual([
    ['helen', 'w1'],
  ])
})

test('somebody else’s client is not there, in the list as by its address', async () => {
  const list = await page('/app/clients', 'cyril')
  const card = await ask(`/app/clients/${client}`, { as: 'cyril' })
  const piece = await ask(`/app/pieces/clients/${client}/ways/w1`, { as: 'cyril' })

  expect(list).not.toContain(client)
  expect([card.status, piece.status]).toEqual([404, 404])
  expect(await card.text()).not.toContain('Аврора')
})
