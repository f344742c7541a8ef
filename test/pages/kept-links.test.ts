import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'

import { keyTexts } from '#entry/pages/texts/keys'
import { createDeal } from '#usecases/deals/create-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { pagesOn } from '#test/pages/support'
import { aWorldInMemory } from '#test/support/world'

test.each([
  ['/app/documents/doc_1', 'Документ сделки'],
  ['/app/deals/deal_1/files/file_1', 'Файл сделки'],
  ['https://files.example/offer.pdf', 'https://files.example/offer.pdf'],
])('a field that holds %s can be left as it is, opens, and is told by name', async (link, said) => {
  const world = await aWorldInMemory()
  const title = { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' }
  const deal = await createDeal(world.ports, await world.asAnybody('helen'), title)
  await updateDeal(world.ports, await world.as('anna', { ifMatch: deal.version }), deal.id, {
    fields: { offer_file: link },
  })

  const answer = await pagesOn(world)(`/app/deals/${deal.id}`, { as: 'anna', headers: { 'accept-language': 'ru' } })
  const page = parse(await answer.text())
  const field = page.querySelector('#field-offer_file')

  // A browser would refuse what is no address whole.
  expect(field?.querySelector('input')?.getAttribute('type') ?? 'text').toBe('text')
  expect(field?.querySelector('a')?.getAttribute('href')).toBe(link)
  expect(page.querySelector('.changes ins')?.text).toBe(said)
})

test('a right that is had whole or not at all is offered to a new key once', async () => {
  const world = await aWorldInMemory()
  const page = parse(await (await pagesOn(world)('/app/keys', { as: 'helen' })).text())

  // Where nothing is chosen the API says so; a form without rights at all would leave out what it asks about.
  expect(page.querySelector('form[data-api="POST /keys"]')?.getAttribute('data-body')).toBe('{"scopes":{}}')
  const choices = page
    .querySelectorAll('select[name^="scopes."]')
    .map((one) => [one.getAttribute('name'), one.querySelectorAll('option').map(({ text }) => text)] as const)
  const twice = choices.filter(([, options]) => new Set(options).size < options.length)

  expect(choices.length).toBeGreaterThan(5)
  expect(twice).toEqual([])
  expect(Object.fromEntries(choices)['scopes.clients_know']).toEqual([keyTexts.en.nothing, 'Yes'])
})
