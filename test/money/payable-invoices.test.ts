import { beforeAll, describe, expect, test } from 'vitest'

import { findPayableInvoices } from '#money/usecases/find-payable-invoices'
import { bookPayment, ignorePayment } from '#money/usecases/change-payment'
import { cancelInvoice } from '#money/usecases/issue-invoice'
import { loadStatement } from '#money/usecases/load-statement'
import type { PaymentState } from '#schemas/money/money'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, alpha, anInvoice, moneyRules, statementOf } from './money-world'

const engine = useEngine()

/** Open, paid in part, cancelled and paid invoices, and three payments nobody knows anything of. */
async function aCompany(world: World) {
  const beta = { name: 'ИП Ёлкина', inn: '500100732259' }
  const worth = [12_000_000, 7_000_000, 12_000_000, 5_000_000, 3_000_000]
  const deals = await Promise.all(worth.map((kopecks, no) => aDealWorth(world, kopecks, `Deal ${no}`)))
  const of = async (no: number, buyer = alpha) => anInvoice(world, deals[no]?.id ?? '', 'whole', buyer)
  const [whole, part, betas, gone, paid] = [await of(0), await of(1), await of(2, beta), await of(3), await of(4)]
  const accountant = await world.as('alex')
  await cancelInvoice(world.ports, accountant, gone.id, 'Nothing')
  const strange = { purpose: 'за работу', inn: '7736207543' }
  const payments = [
    { kopecks: 2_000_000, purpose: `Частично по счету № ${part.number}`, number: '1' },
    { kopecks: 3_000_000, purpose: `Счет ${paid.number}`, number: '2' },
    { ...strange, kopecks: 12_000_000, number: '3' },
    { ...strange, kopecks: 99, number: '4' },
    { ...strange, kopecks: 1_000_000, number: '5', isOut: true },
  ]
  await loadStatement(world.ports, accountant, statementOf(payments))
  const numbered = new Map<string, string>()
  for (const state of ['unmatched', 'ignored', 'suggested', 'booked'] as const satisfies readonly PaymentState[]) {
    // oxlint-disable-next-line no-await-in-loop -- one list after another
    for (const one of (await world.ports.money.payments({ state, limit: 50 })).items) numbered.set(one.number, one.id)
  }
  const names = new Map(
    [whole, part, betas, gone, paid].map((one, no) => [one.id, ['whole', 'part', 'betas', 'gone', 'paid'][no] ?? '']),
  )
  const found = async (number: string, q?: string, as = 'alex') => {
    const ask = { payment: numbered.get(number) ?? '', ...(q === undefined ? {} : { q }) }
    const { caller } = await world.as(as)
    return (await findPayableInvoices(world.ports, caller, ask)).map(({ id }) => names.get(id) ?? id)
  }
  return { world, found, numbered, invoices: { whole, part, betas, gone, paid } }
}

describe.each([
  ['the table', () => aWorld(engine, { text: moneyRules() })],
  ['memory', () => aWorldInMemory({ text: moneyRules() })],
] as const)('what a payment can be booked on, in %s', (_, open) => {
  let company: Awaited<ReturnType<typeof aCompany>>
  beforeAll(async () => {
    company = await aCompany(await open())
  })

  test('without a word it is what is open of the same sum; of another sum and from a stranger nothing', async () => {
    expect((await company.found('3')).toSorted()).toEqual(['betas', 'whole'])
    expect(await company.found('4')).toEqual([])
  })

  test.each([
    ['the number', ({ part }: typeof company.invoices) => part.number ?? '', ['part']],
    ['a word of the client, without its dots', () => 'елкина', ['betas']],
    ['two words in any order', () => 'ёлкина ип', ['betas']],
    ['the INN', () => '500100732259', ['betas']],
    ['the sum', () => '120 000,00', ['betas', 'whole']],
    ['what is left of it', () => '50000', ['part']],
    ['what nobody is called', () => 'ромашка', []],
    ['a cancelled one', ({ gone }: typeof company.invoices) => gone.number ?? '', []],
    ['a paid one', ({ paid }: typeof company.invoices) => paid.number ?? '', []],
  ])('%s finds it', async (_what, q, names) => {
    expect((await company.found('4', q(company.invoices))).toSorted()).toEqual(names)
  })

  test('money that went back finds what something was paid of', async () => {
    expect((await company.found('5', 'Альфа')).toSorted()).toEqual(['paid', 'part'])
  })

  test('whoever the file does not name under “bank” is told no', async () => {
    await expect(company.found('3', '', 'anna')).rejects.toThrow('Accountant')
    await expect(company.found('unknown')).rejects.toThrow('There is no payment')
  })
})

test('in the dialog an invoice is found and a part of the payment is booked on it; the rest is offered again', async () => {
  const { world, numbered, invoices } = await aCompany(await aWorldInMemory({ text: moneyRules() }))
  const ask = pagesOn(world)
  const id = numbered.get('3') ?? ''
  const headers = { 'accept-language': 'ru' }
  const inbox = await (await ask('/app/payments', { as: 'alex', headers })).text()
  const piece = `/app/pieces/payments/${id}/invoices`

  expect(inbox).toContain(`data-piece="${piece}"`)
  const dialog = await (await ask(piece, { as: 'alex', headers })).text()
  expect(dialog).toContain('120\u00A0000\u00A0₽ · ООО «Альфа Пример»')
  expect(dialog).toContain(`value="${invoices.whole.id}"`)
  const found = await (await ask(`${piece}/found?q=${encodeURIComponent('Ёлкина')}`, { as: 'alex', headers })).text()
  expect(found).toContain(`value="${invoices.betas.id}"`)
  expect(found).toContain('value="120000"')
  expect(found).not.toContain(invoices.whole.id)
  expect(await (await ask(`${piece}/found?q=zzz`, { as: 'alex', headers })).text()).toContain(
    'Такого открытого счёта нет',
  )

  const shares = [{ invoice: invoices.betas.id, kopecks: 5_000_000 }]
  await bookPayment(world.ports, await world.as('alex'), id, { shares })
  const after = await (await ask(piece, { as: 'alex', headers })).text()
  expect(after).toContain('value="70000"')
})

test('what was said to be for no invoice stays where it can be found, with the reason, and can be booked after all', async () => {
  const { world, numbered } = await aCompany(await aWorldInMemory({ text: moneyRules() }))
  const ask = pagesOn(world)
  const id = numbered.get('4') ?? ''
  await ignorePayment(world.ports, await world.as('alex'), id, 'Ошибка банка')

  const inbox = await (await ask('/app/payments', { as: 'alex', headers: { 'accept-language': 'ru' } })).text()

  expect(inbox).toContain('Ошибка банка')
  expect(inbox).toContain(`data-piece="/app/pieces/payments/${id}/invoices"`)
})
