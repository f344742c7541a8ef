import { beforeEach, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import type { RulesVersion } from '#ports/rules'
import { createDeal } from '#usecases/deals/create-deal'
import { linkClients } from '#clients/usecases/link-clients'
import { makeClient } from '#clients/usecases/change-clients'
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
  expect(deal).toContain('href="mailto:office@aurora.example"')
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

test('whoever may change a card writes its requisites, and the deal that waits for the INN leads there', async () => {
  const card = await page(`/app/clients/${client}`, 'anna', 'ru')
  const [, piece = ''] = /data-piece="(\/app\/pieces\/clients\/[^"]*\/requisites)"/.exec(card) ?? []
  const form = await page(piece, 'anna', 'ru')
  const { items } = await world.ports.deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 1 })
  const deal = items[0]?.id ?? ''
  const waits = pagesOn({ ports: { ...world.ports, rules: askingOfClients(world.ports.rules) } })
  const seen = async (path: string) => (await waits(path, { as: 'anna', headers: { 'accept-language': 'ru' } })).text()
  const to = [`href="/app/clients/${client}#requisites">ИНН клиента</a>`, `href="/app/clients/${client}">Segment</a>`]

  expect(card).toContain('ИНН нужен для договора и счёта')
  expect(form).toContain('data-body="{&quot;requisites&quot;:{}}"')
  for (const name of ['inn', 'kpp', 'requisites.legalName', 'requisites.bik', 'requisites.signsBy']) {
    expect(form).toContain(`name="${name}"`)
  }
  for (const asked of [await seen(`/app/deals/${deal}`), await seen(`/app/pieces/move/${deal}`)]) {
    for (const link of to) expect(asked).toContain(link)
  }
})

test('a number that is wrong is taken from the card by whoever may change it', async () => {
  const card = await page(`/app/clients/${client}`, 'anna', 'ru')

  expect(card).toContain(`data-api="DELETE /clients/${client}/ways/w1"`)
  expect(card).toContain('data-sure="Убрать +7 900 555-03-01 с карточки?"')
})

test('a person is found for the card of a company by what is typed, and linked there by whoever may change it', async () => {
  const olga = await makeClient(world.ports, await world.as('anna'), await world.ports.people.load(), {
    kind: 'person',
    name: 'Ольга Полюсова',
  })
  const words = { title: olga.name, about: '', words: ['ольга', 'полюсова'] }
  await world.ports.words.keep({ kind: 'person', id: olga.id, at: olga.createdAt, owner: 'anna', ...words }, undefined)
  const card = await page(`/app/clients/${client}`, 'anna', 'ru')
  const form = await page(`/app/pieces/clients/${client}/link`, 'anna', 'ru')
  const found = await page('/app/pieces/client-choice?kind=person&q=Полюс', 'anna', 'ru')
  await linkClients(
    world.ports,
    await world.as('anna'),
    { people: await world.ports.people.load(), id: client },
    { client: olga.id },
  )

  expect(card).toContain('Добавить человека')
  expect(form).toContain('data-find-thing="/app/pieces/client-choice?kind=person"')
  expect(found).toContain(`data-id="${olga.id}"`)
  expect(await page(`/app/clients/${client}`, 'anna', 'ru')).toContain(`DELETE /clients/${client}/links/${olga.id}`)
})

/** The rules with a first stage that asks for the INN of who buys. */
/** Rules by which a deal waits for the INN of its client and for a field of the company’s own. */
function askingOfClients(rules: World['ports']['rules']): World['ports']['rules'] {
  const asking = (version: RulesVersion): RulesVersion => {
    const pipeline = version.model.pipelines['b2b_new']
    if (pipeline === undefined) throw new Error('The shipped file changed.')
    const stages = pipeline.stages.map((stage) =>
      stage.id === 'presentation'
        ? { ...stage, gate: { filled: ['client.inn', 'client.segment'], origin: stage.origin } }
        : stage,
    )
    const pipelines = { ...version.model.pipelines, b2b_new: { ...pipeline, stages } }
    const segment = { id: 'segment', name: 'Segment', type: 'text', builtIn: false } as const
    const clients = { kinds: { company: { segment }, person: {} }, roles: {} }
    return { ...version, model: { ...version.model, pipelines, clients } }
  }
  return {
    ...rules,
    current: async () => asking(await rules.current()),
    version: async (no) => asking(await rules.version(no)),
  }
}
