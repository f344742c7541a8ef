import type { Language } from '#schemas/language-names'
import { describe, expect, test } from 'vitest'

import { planAsText } from '#release/domain/plan-text'
import type { MemoryWorld } from '#product/memory-world'
import { planRules } from '#release/usecases/plan-rules'
import { publishRules } from '#release/usecases/publish-rules'
import { aDealIn, aShop, offerWith, proposal, shopText } from './shop'

async function said(world: MemoryWorld, text: string, lang: Language = 'en') {
  const { plan } = await planRules(world.ports, await world.as('helen'), { text })
  return planAsText(plan, { file: 'pipelines.yaml', lang })
}

/** The lines of a plan that tell of new deals. */
const ofNewDeals = (plan: string) => plan.split('\n').filter((line) => line.includes('new_deals'))

describe('lines of new_deals', () => {
  const first = '  - { when: { mood: warm }, pipeline: works, give_to: head }\n'

  test('one that is put in at the top is one line that is new', async () => {
    const world = await aShop()
    const text = shopText().replace('new_deals:\n', `new_deals:\n${first}`)

    expect(ofNewDeals(await said(world, text))).toEqual([
      expect.stringMatching(/^ {2}\+ new_deals, line 1 \(works\) is new: when mood: warm, works, give_to head/),
    ])
    expect(ofNewDeals(await said(world, text, 'ru'))).toEqual([
      expect.stringMatching(/^ {2}\+ new_deals: новая строка 1 \(works\): when mood: warm/),
    ])
  })

  test('one that is gone, one that says something else and one that stands elsewhere are told each as that', async () => {
    const world = await aShop()
    const two = shopText().replace(
      'new_deals:\n',
      `new_deals:\n${first}  - { when: { mood: cold }, pipeline: shop, give_to: lawyer }\n`,
    )
    const { plan } = await planRules(world.ports, await world.as('helen'), { text: two })
    await publishRules(world.ports, await world.as('helen'), { text: two, note: 'two', expected: plan.from })
    const changed = two.replace('pipeline: works, give_to: head', 'pipeline: works, give_to: accountant')
    const lines = /new_deals:\n((?: {2}- .*\n)+)/.exec(two)?.[1]?.split(/(?<=\n)/) ?? []
    const turned = two.replace(lines.slice(0, 2).join(''), lines.slice(0, 2).toReversed().join(''))

    expect(ofNewDeals(await said(world, shopText().replace('new_deals:\n', `new_deals:\n${first}`)))).toEqual([
      expect.stringMatching(/^ {2}- new_deals, line 2 \(shop\) is gone: when mood: cold, shop, give_to lawyer/),
    ])
    expect(ofNewDeals(await said(world, changed))).toEqual([
      '  ~ new_deals, line 1 (works): give_to head → give_to accountant',
    ])
    expect(ofNewDeals(await said(world, turned))).toEqual([
      '  ~ new_deals: order 1 works, 2 shop, 3 shop → 2 shop, 1 works, 3 shop',
    ])
  })
})

test('a message that a gate gets, changes or loses is said as that, and never with empty quotes', async () => {
  const world = await aShop()
  const text = shopText({ offer: offerWith('filled: [need]', 'filled: [need], message: Ask what they need') })

  expect(await said(world, text)).toContain('offer.gate.message: new text “Ask what they need”')
  expect(await said(world, text, 'ru')).toContain('offer.gate.message: новый текст «Ask what they need»')
  const other = await aShop({ offer: offerWith('filled: [need]', 'filled: [need], message: Ask what they need') })
  expect(await said(other, shopText())).toContain('offer.gate.message: the text “Ask what they need” is gone')
})

describe('a plan in Russian', () => {
  test('quotes the titles of deals as Russian does', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer')

    const plan = await said(world, shopText(proposal), 'ru')

    expect(plan).toContain('например: «A deal in offer» (')
    expect(plan).not.toContain('“')
  })

  test.each([
    [1, 'отменяется 1 открытая задача', '1 открытая задача: остаётся, пока не выполнена'],
    [2, 'отменяются 2 открытые задачи', '2 открытые задачи: остаются, пока не выполнены'],
    [5, 'отменяются 5 открытых задач', '5 открытых задач: остаются, пока не выполнены'],
  ])('counts %i as one says it', async (count, cancelled, kept) => {
    const world = await aShop()
    for (let no = 0; no < count; no += 1) await aDealIn(world, 'offer')

    const plan = await said(
      world,
      shopText({ offer: offerWith('check_terms: { do: Check the terms, by: lawyer, due: 2 working days }', '') }),
      'ru',
    )
    const read = plan.replaceAll('\u00a0', ' ')

    expect(read).toContain(cancelled)
    expect(read).toContain(kept)
  })
})
