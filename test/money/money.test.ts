import { describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { planOf } from '#domain/deals/contribution'
import { bookPayment, ignorePayment, unbookPayment } from '#money/usecases/change-payment'
import { cancelInvoice, issueInvoice } from '#money/usecases/issue-invoice'
import { loadStatement } from '#money/usecases/load-statement'
import { makeInvoice } from '#money/usecases/make-invoice'
import { readPayments } from '#money/usecases/read-payments'
import { settleDeals } from '#money/usecases/settle-deals'
import type { Ports } from '#ports/ports'
import type { Payment, PaymentState } from '#schemas/money/money'
import { postEvent } from '#usecases/deals/post-event'
import { readDeal } from '#usecases/deals/read-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { useEngine } from '#test/support/engine'
import { insteadOf } from '#test/support/instead-of'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, alpha, anInvoice, dealNow, moneyRules, statementOf, type GivenPayment } from './money-world'

const engine = useEngine()
const stores = [
  ['the table', (text: string) => aWorld(engine, { text })],
  ['memory', async (text: string) => aWorldInMemory({ text })],
] as const

async function load(world: World, payments: readonly GivenPayment[]) {
  return loadStatement(world.ports, await world.as('alex'), statementOf(payments))
}

async function paymentsIn(world: World, state: PaymentState): Promise<readonly Payment[]> {
  const { caller } = await world.as('alex')
  return (await readPayments(world.ports, caller, { state, limit: 100 })).items
}

const invoiceNow = async ({ ports }: World, dealId: string) => (await ports.money.invoicesOf(dealId))[0]

async function refused(run: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('It was not refused.')
}

describe.each(stores)('money in %s', (_, open) => {
  test('an invoice is a draft without a number until it is issued, and is of the deal’s amount', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)

    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'advance', buyer: alpha })
    const issued = await issueInvoice(world.ports, await world.as('alex'), draft.id)

    expect(draft).toMatchObject({ state: 'draft', number: null, kopecks: 6_000_000, vatKopecks: 1_081_967 })
    expect(issued).toMatchObject({ state: 'issued', number: 'С-2026-001', on: '2026-12-01', buyer: alpha })
    expect((await dealNow(world.ports, id)).happened['invoice_issued']).toBeDefined()
  })

  test('part and the rest make an invoice paid, and the deal says so', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const { number } = await anInvoice(world, id)

    await load(world, [{ kopecks: 7_000_000, purpose: `Оплата по счету № ${number} от 01.12.2026` }])
    const part = await dealNow(world.ports, id)
    await load(world, [{ kopecks: 5_000_000, purpose: `Оплата по счету № ${number} от 01.12.2026`, number: '2' }])
    const whole = await dealNow(world.ports, id)

    expect(part.fields['paid']).toBe(7_000_000)
    expect(part.happened['payment_received']).toBeDefined()
    expect(part.happened['invoice_paid']).toBeUndefined()
    expect(whole.fields['paid']).toBe(12_000_000)
    expect(whole.happened['invoice_paid']).toBeDefined()
  })

  test('what is over stays an advance, which somebody has to look at', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const { number } = await anInvoice(world, id)

    const statement = await load(world, [{ kopecks: 12_500_000, purpose: `Счет ${number}` }])

    expect(statement).toMatchObject({ found: 1, booked: 1, known: 0 })
    expect(await paymentsIn(world, 'booked')).toMatchObject([{ restKopecks: 500_000, toDo: 'advance' }])
    expect((await dealNow(world.ports, id)).fields['paid']).toBe(12_000_000)
  })

  test('a statement loaded again adds nothing', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const { number } = await anInvoice(world, id)
    const payments = [
      { kopecks: 7_000_000, purpose: `Оплата по счету № ${number}` },
      { kopecks: 100, purpose: 'За что-то', number: '2' },
    ]

    const [first, second] = [await load(world, payments), await load(world, payments)]

    expect([first.booked, first.unmatched, first.known]).toEqual([1, 1, 0])
    expect([second.booked, second.unmatched, second.known]).toEqual([0, 0, 2])
    expect((await dealNow(world.ports, id)).fields['paid']).toBe(7_000_000)
  })

  test('a payment that fits nothing waits for somebody by working time, who books or ignores it', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const invoice = await anInvoice(world, id)
    await load(world, [
      { kopecks: 7_000_000, purpose: 'За оборудование' },
      { kopecks: 300, purpose: 'Возврат', number: '2', inn: '7702070139' },
    ])
    const [first] = await paymentsIn(world, 'unmatched')
    const [back] = await paymentsIn(world, 'suggested')
    const accountant = await world.as('alex')

    const booked = await bookPayment(world.ports, accountant, first?.id ?? '', {
      shares: [{ invoice: invoice.id, kopecks: 7_000_000 }],
    })
    const ignored = await ignorePayment(world.ports, accountant, back?.id ?? '', 'The supplier gives money back')

    expect(first).toMatchObject({ toDo: 'match', dueAt: '2026-12-01T11:00:00.000Z' })
    expect(booked).toMatchObject({ state: 'booked', restKopecks: 0, dueAt: null })
    expect(ignored).toMatchObject({ state: 'ignored' })
    expect((await dealNow(world.ports, id)).fields['paid']).toBe(7_000_000)
  })

  test('taken back and booked again, the sums are the same and both are traced', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const invoice = await anInvoice(world, id)
    await load(world, [{ kopecks: 12_000_000, purpose: `Счет ${invoice.number}` }])
    const [payment] = await paymentsIn(world, 'booked')
    const accountant = await world.as('alex')

    await unbookPayment(world.ports, accountant, payment?.id ?? '', 'The wrong deal')
    const between = await dealNow(world.ports, id)
    const again = await bookPayment(world.ports, accountant, payment?.id ?? '', {
      shares: [{ invoice: invoice.id, kopecks: 12_000_000 }],
    })

    expect(between.fields['paid']).toBeUndefined()
    expect(again.trace.map(({ did }) => did)).toEqual(['loaded', 'booked', 'unbooked', 'booked'])
    expect((await dealNow(world.ports, id)).fields['paid']).toBe(12_000_000)
  })

  test('a refund makes the invoice unpaid again and closes the gate; what a won deal counts for stays', async () => {
    const world = await open(moneyRules('{ paid: at least 100% }'))
    const { id } = await aDealWorth(world)
    const gate = async () => {
      const { caller } = await world.as('helen')
      return (await readDeal(world.ports, caller, await world.ports.people.load(), id)).gate.missing.must
    }
    const nothing = await gate()
    const { number } = await anInvoice(world, id)
    const unpaid = await gate()
    await load(world, [{ kopecks: 12_000_000, purpose: `Счет ${number}` }])
    const paid = await gate()
    const before = planOf(await dealNow(world.ports, id))

    const out = { kopecks: 12_000_000, purpose: `Возврат по счету ${number}`, number: '9', isOut: true }
    await load(world, [out])

    expect([nothing.length, unpaid.length, paid.length, (await gate()).length]).toEqual([1, 1, 0, 1])
    expect(planOf(await dealNow(world.ports, id))).toEqual(before)
    expect((await dealNow(world.ports, id)).fields['paid']).toBeUndefined()
    expect((await paymentsIn(world, 'booked')).find(({ direction }) => direction === 'out')?.toDo).toBe('refund')
  })

  test('a gate that asks for an invoice opens when it is issued and closes when it is cancelled', async () => {
    const world = await open(moneyRules('{ invoiced: whole }'))
    const { id } = await aDealWorth(world)
    const { caller } = await world.as('helen')
    const people = await world.ports.people.load()
    const must = async () => (await readDeal(world.ports, caller, people, id)).gate.missing.must.map(({ text }) => text)

    const before = await must()
    const { id: invoice } = await anInvoice(world, id)
    const issued = await must()
    await cancelInvoice(world.ports, await world.as('alex'), invoice, 'Another one')

    expect([before, issued, await must()]).toEqual([['invoiced: whole'], [], ['invoiced: whole']])
  })

  test('nobody writes by hand what is paid of a deal that has an invoice', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const helen = await world.asAnybody('helen')

    await updateDeal(world.ports, helen, id, { fields: { paid: 100 } })
    await makeInvoice(world.ports, helen, id, { kind: 'whole' })
    const byHand = await refused(updateDeal(world.ports, helen, id, { fields: { paid: 200 } }))
    const byEvent = await refused(
      postEvent(world.ports, helen, id, { event: 'payment_received', fields: { paid: 200 } }),
    )

    expect([byHand.code, byEvent.code]).toEqual(['paid_by_invoices', 'paid_by_invoices'])
    expect((await dealNow(world.ports, id)).fields['paid']).toBeUndefined()
  })

  test('what cannot be is refused, saying what and why', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const invoice = await anInvoice(world, id)
    await load(world, [{ kopecks: 20_000_000, purpose: 'За оборудование' }])
    const [payment] = await paymentsIn(world, 'unmatched')
    const alex = await world.as('alex')
    const anna = await world.as('anna')
    const helen = await world.asAnybody('helen')
    const book = (kopecks: number) =>
      bookPayment(world.ports, alex, payment?.id ?? '', { shares: [{ invoice: invoice.id, kopecks }] })

    const codes = [
      await refused(book(12_000_001)),
      await refused(book(20_000_001)),
      await refused(issueInvoice(world.ports, alex, invoice.id)),
      await refused(issueInvoice(world.ports, anna, invoice.id)),
      await refused(loadStatement(world.ports, anna, statementOf([]))),
      await refused(makeInvoice(world.ports, helen, id, { kind: 'half' })),
      await refused(makeInvoice(world.ports, helen, id, { kind: 'whole', buyer: { name: 'A', inn: '5001001007' } })),
      await refused(unbookPayment(world.ports, alex, payment?.id ?? '', 'No')),
      await refused(loadStatement(world.ports, alex, { name: 'x', content: 'aGVsbG8=' })),
    ].map(({ code }) => code)
    await book(12_000_000)
    const booked = await refused(cancelInvoice(world.ports, alex, invoice.id, 'No'))

    expect(codes).toEqual([
      'invoice_state',
      'payment_state',
      'invoice_state',
      'forbidden',
      'forbidden',
      'field_value',
      'field_value',
      'payment_state',
      'statement_unreadable',
    ])
    expect(booked.message).toContain('120,000.00 roubles are booked')
  })

  test('numbers begin anew with the year of the company, not of Greenwich', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)

    world.setNow('2026-12-31T20:59:59.000Z')
    const last = await anInvoice(world, id, 'advance')
    world.setNow('2026-12-31T21:00:01.000Z')
    const first = await anInvoice(world, id, 'advance')

    expect([last.number, last.on]).toEqual(['С-2026-001', '2026-12-31'])
    expect([first.number, first.on]).toEqual(['С-2027-001', '2027-01-01'])
  })

  test('a request repeated with its key has one effect and one number', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'whole', buyer: alpha })
    const once = { key: 'alex#1', requestHash: 'same', status: 200 }

    const numbers = []
    for (let no = 0; no < 5; no += 1)
      numbers.push((await issueInvoice(world.ports, await world.as('alex', { once }), draft.id)).number)
    const next = await anInvoice(world, id)

    expect([...numbers, next.number]).toEqual(['1', '1', '1', '1', '1', '2'])
  })

  test('a deal that a process could not tell is told by the clock', async () => {
    const world = await open(moneyRules())
    const { id } = await aDealWorth(world)
    const { number } = await anInvoice(world, id)
    const dying: Ports = {
      ...world.ports,
      deals: insteadOf(world.ports.deals, { save: () => Promise.reject(new Error('The process has ended.')) }),
    }
    const payment = [{ kopecks: 12_000_000, purpose: `Счет ${number}` }]

    await loadStatement(dying, await world.as('alex'), statementOf(payment)).catch(() => undefined)
    const untold = await dealNow(world.ports, id)
    await settleDeals(world.ports)

    expect(untold.fields['paid']).toBeUndefined()
    expect((await invoiceNow(world, id))?.shares).toHaveLength(1)
    expect((await dealNow(world.ports, id)).fields['paid']).toBe(12_000_000)
    expect(await world.ports.money.unsettled(10)).toEqual([])
  })
})

test('200 invoices of one series, issued by 20 at once while 30% of the writes fail, have the numbers 1 to 200', async () => {
  const world = await aWorld(engine, { text: moneyRules() })
  const deals = await Promise.all(Array.from({ length: 20 }, (_, no) => aDealWorth(world, 100_00, `Deal ${no}`)))
  let draws = 7
  const isUnlucky = (): boolean => {
    draws = (draws * 48_271) % 2_147_483_647
    return draws % 10 < 3
  }
  const { money } = world.ports
  const shaky: Ports = {
    ...world.ports,
    money: insteadOf(money, {
      save: async (change, mark) => {
        if (change.counting !== undefined && isUnlucky()) throw new Error('The store is away.')
        return money.save(change, mark)
      },
    }),
  }
  const accountant = await world.as('alex')
  const helen = await world.asAnybody('helen')
  const issueOne = async (dealId: string): Promise<number> => {
    const draft = await makeInvoice(world.ports, helen, dealId, { kind: 'whole', buyer: alpha })
    let last: unknown
    for (let tried = 0; tried < 400; tried += 1) {
      try {
        return Number((await issueInvoice(shaky, accountant, draft.id)).number)
      } catch (error) {
        last = error
      }
    }
    throw new Error('It was never issued.', { cause: last })
  }

  const numbers = await Promise.all(
    deals.map(async ({ id }) => {
      const own: number[] = []
      for (let no = 0; no < 10; no += 1) own.push(await issueOne(id))
      return own
    }),
  )

  expect(numbers.flat().toSorted((x, y) => x - y)).toEqual(Array.from({ length: 200 }, (_, no) => no + 1))
}, 120_000)
