import { parse, type HTMLElement } from 'node-html-parser'
import { expect, test } from 'vitest'

import { loadStatement } from '#money/usecases/load-statement'
import { makeInvoice } from '#money/usecases/make-invoice'
import { pagesOn } from '#test/pages/support'
import { aWorldInMemory } from '#test/support/world'
import { aDealWorth, anInvoice, moneyRules, statementOf } from './money-world'

const words = {
  en: ['paid ₽50,000', 'first undo what is booked', 'on the page of payments'],
  ru: ['оплачено 50 000', 'сначала отмените разнесение оплаты', 'на странице платежей'],
} as const

/** What the page of a deal of 120 000 roubles says, read by somebody. */
async function aDealPage() {
  const world = await aWorldInMemory({ text: moneyRules() })
  const { employees } = await world.ports.people.load()
  const { alex } = employees
  if (alex !== undefined) await world.ports.people.saveEmployee({ ...alex, rights: { deals_read: 'all' } })
  const { id } = await aDealWorth(world)
  const draft = async (kind: string) => makeInvoice(world.ports, await world.as('alex'), id, { kind })
  const page = async (language: 'en' | 'ru', as = 'alex'): Promise<HTMLElement> =>
    parse(await (await pagesOn(world)(`/app/deals/${id}`, { as, headers: { 'accept-language': language } })).text())
  return { world, id, draft, page }
}

const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ') ?? ''
const sureOf = (page: HTMLElement, invoice: string) =>
  plain(page.querySelector(`#${invoice} form[data-api$="/issue"]`)?.getAttribute('data-sure'))

test('whoever issues an invoice is asked first where more would be invoiced than the deal comes to', async () => {
  const { world, id, draft, page } = await aDealPage()
  const first = await draft('whole')

  const before = sureOf(await page('en'), first.id)
  await anInvoice(world, id, 'advance')
  const after = await Promise.all(
    (['en', 'ru'] as const).map(async (language) => sureOf(await page(language), first.id)),
  )
  const rest = await draft('advance')

  expect(before).toBe('')
  expect(after[0]).toContain('₽180,000 would be invoiced, and the deal comes to ₽120,000')
  expect(after[1]).toContain('будет выставлено 180 000 ₽, а сумма сделки – 120 000 ₽')
  expect(sureOf(await page('ru'), rest.id)).toBe('')
})

test('a first invoice whose own lines come to more than the deal is asked about, too', async () => {
  const { world, id, page } = await aDealPage()
  const lines = [{ name: 'More than was sold', quantity: 1, unit: 'шт.', priceKopecks: 15_000_000 }]
  const draft = await makeInvoice(world.ports, await world.as('alex'), id, { kind: 'whole', lines })

  expect(sureOf(await page('en'), draft.id)).toContain('₽150,000 would be invoiced, and the deal comes to ₽120,000')
})

test.each(['en', 'ru'] as const)(
  'an invoice tells what came in, and how it can be cancelled though something is booked on it (%s)',
  async (language) => {
    const { world, id, page } = await aDealPage()
    const { id: invoice, number } = await anInvoice(world, id)
    const payment = { kopecks: 5_000_000, purpose: `Оплата по счету № ${number}` }
    await loadStatement(world.ports, await world.as('alex'), statementOf([payment]))

    const [own, others] = await Promise.all([page(language), page(language, 'anna')])
    const [said, told] = [own, others].map((one) => plain(one.querySelector(`#${invoice}`)?.text))

    const [paid, first, where] = words[language]
    expect(said).toContain(paid)
    expect(said).toContain(first)
    expect(said).toContain(where)
    expect(own.querySelector(`#${invoice} a[href="/app/payments"]`)).not.toBeNull()
    expect(told).not.toContain(first)
  },
)

test('a deal whose first invoice is issued says that what is paid follows from invoices, not that fields changed', async () => {
  const { world, id, page } = await aDealPage()
  await anInvoice(world, id)

  const [en, ru] = await Promise.all((['en', 'ru'] as const).map(async (language) => (await page(language)).text))

  expect(en).toContain('What is paid follows from invoices from now on')
  expect(ru).toContain('Оплаченное теперь считается по счетам')
  expect(ru).not.toContain('Изменены поля')
})
