import { describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { shareOfLines } from '#domain/money/deal-lines'
import { commonRate, linesKopecks, linesVat } from '#domain/money/lines'
import { issueDocument } from '#documents/usecases/issue-document'
import { makeDocument } from '#documents/usecases/make-document'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { readInvoice } from '#money/usecases/read-invoices'
import { createDeal } from '#usecases/deals/create-deal'
import { readLines, setLines } from '#usecases/money/deal-lines'
import { updateDeal } from '#usecases/deals/update-deal'
import { aDealWithPapers, documentRules, publishWith, templates, textOfFile } from '#test/documents/document-world'
import { templateOf } from '#test/documents/template-files'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, alpha, dealNow, moneyRules } from './money-world'

const engine = useEngine()
const stores = [
  ['the table', (text: string) => aWorld(engine, { text })],
  ['memory', async (text: string) => aWorldInMemory({ text })],
] as const

const machine = { name: 'Кофемашина', quantity: 2, unit: 'шт.', priceKopecks: 10_000_000 }
const course = { name: 'Обучение', quantity: 1.5, unit: 'ч', priceKopecks: 333_333, vatPercent: null }
const book = { name: 'Книга', priceKopecks: 110_000, vatPercent: 10 }

async function refused(run: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('It was not refused.')
}

async function sell(world: World, dealId: string, items: Parameters<typeof setLines>[3]['items']) {
  return setLines(world.ports, await world.asAnybody('helen'), dealId, { items })
}

describe.each(stores)('lines of a deal in %s', (_, open) => {
  test('their sum is the amount, VAT is counted line by line, and the amount is not written by hand', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)

    const told = await sell(world, id, [machine, course, book])
    const byHand = await refused(updateDeal(world.ports, await world.asAnybody('helen'), id, { fields: { amount: 1 } }))
    const read = await readLines(world.ports, (await world.asAnybody('helen')).caller, id)

    const deal = await dealNow(world.ports, id)
    expect(deal).toMatchObject({ amountFrom: 'lines', fields: { amount: 20_000_000 + 500_000 + 110_000 }, version: 2 })
    expect(told).toEqual(read)
    expect(read.items.map(({ kopecks, vatPercent, vatKopecks }) => [kopecks, vatPercent, vatKopecks])).toEqual([
      [20_000_000, 22, 3_606_557],
      [500_000, null, null],
      [110_000, 10, 10_000],
    ])
    expect([read.kopecks, read.vatKopecks]).toEqual([20_610_000, 3_616_557])
    expect(byHand.code).toBe('amount_by_lines')
  })

  test('without lines again the amount stays and is written by hand', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    await sell(world, id, [machine])

    await sell(world, id, [])
    const between = await dealNow(world.ports, id)
    await updateDeal(world.ports, await world.asAnybody('helen'), id, { fields: { amount: 700 } })

    expect(between.amountFrom).toBeUndefined()
    expect(between.fields['amount']).toBe(20_000_000)
    expect((await dealNow(world.ports, id)).fields['amount']).toBe(700)
    expect(await world.ports.deals.linesOf(id)).toEqual([])
  })

  test('an invoice bills the lines of the deal as they are when it is issued, and stays as it was issued', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'whole', buyer: alpha })
    await sell(world, id, [machine, book])
    const { caller } = await world.asAnybody('helen')
    const seen = await readInvoice(world.ports, caller, draft.id)

    const issued = await issueInvoice(world.ports, await world.as('alex'), draft.id)
    await sell(world, id, [course])

    expect(seen).toMatchObject({ state: 'draft', kopecks: 20_110_000 })
    expect(issued).toMatchObject({ kopecks: 20_110_000, vatPercent: null, vatKopecks: 3_616_557 })
    expect(issued.lines.map(({ name, vatPercent }) => [name, vatPercent])).toEqual([
      ['Кофемашина', 22],
      ['Книга', 10],
    ])
    expect(await readInvoice(world.ports, caller, draft.id)).toEqual(issued)
  })

  test('what is wrong with lines is refused, and nothing is written', async () => {
    const world = await open(moneyRules())
    const command = await world.asAnybody('helen')
    const { id } = await aDealWorth(world)
    await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
    const foreign = await createDeal(world.ports, command, {
      title: 'Abroad',
      pipeline: 'b2b_new',
      owner: 'anna',
      currency: 'USD',
    })
    const long = Array.from({ length: 101 }, () => ({ ...machine, name: 'Ш'.repeat(500) }))
    const dear = { ...machine, quantity: 1_000_000_000, priceKopecks: 10_000_000_000_000 }

    const refusals = [
      await refused(sell(world, foreign.id, [machine])),
      await refused(sell(world, id, long)),
      await refused(sell(world, id, [dear])),
      await refused(makeInvoice(world.ports, command, id, { kind: 'whole', lines: long })),
      await refused(setLines(world.ports, { ...command, ifMatch: 7 }, id, { items: [machine] })),
    ]

    expect(refusals.map(({ code }) => code)).toEqual([
      'field_value',
      'field_value',
      'field_value',
      'field_value',
      'precondition_failed',
    ])
    expect((await dealNow(world.ports, id)).version).toBe(1)
  })
})

test('a document prints the lines of the deal, and what is issued keeps them', async () => {
  const world = await aWorldInMemory()
  await publishWith(world, documentRules(), {
    ...templates,
    'templates/offer.docx': templateOf(
      '{#lines}{no}. {name} {quantity} {unit} {sum|money} {vat|percent} {vat_sum|money}{/lines}',
      '{total|money} {vat_sum|money} {vat|percent}',
    ),
  })
  const { id } = await aDealWithPapers(world)
  await sell(world, id, [machine, course])
  const draft = await makeDocument(world.ports, await world.asAnybody('helen'), id, { kind: 'offer' })

  const issued = await issueDocument(world.ports, await world.as('helen'), draft.id)
  await sell(world, id, [book])

  expect(issued.totalKopecks).toBe(20_500_000)
  expect((await textOfFile(world, issued.id)).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(
    '1. Кофемашина 2 шт. 200 000,00 22% 36 065,572. Обучение 1,5 ч 5 000,00  \n205 000,00 36 065,57 ',
  )
})

test('a part of several lines is one line a rate, and the parts come to the part of the whole', () => {
  const lines = [
    machine,
    { ...machine, name: 'Вторая' },
    { ...course, priceKopecks: 1 },
    { ...book, quantity: 1, unit: 'шт.' },
  ]
  const share = shareOfLines(lines, { percent: 33.3, name: 'Аванс', vat: 22 })

  expect(share.map(({ name, vatPercent }) => [name, vatPercent])).toEqual([
    ['Аванс', 22],
    ['Аванс', null],
    ['Аванс', 10],
  ])
  expect(linesKopecks(share)).toBe(Math.round((linesKopecks(lines) * 333) / 1000))
  expect(commonRate(share, 22)).toBeUndefined()
  expect(linesVat([course], 22)).toBeNull()
})
