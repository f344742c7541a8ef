import { describe, expect, test } from 'vitest'

import { loadRegister } from '#documents/usecases/register/load-register'
import { bookPayment, unbookPayment } from '#money/usecases/change-payment'
import { loadStatement } from '#money/usecases/load-statement'
import { readPaymentInbox } from '#money/usecases/read-payment-inbox'
import type { Deal } from '#schemas/deal'
import { createDeal } from '#usecases/deals/create-deal'
import { alpha, dealNow, statementOf, type GivenPayment } from '#test/money/money-world'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { documentRules, publishWith } from './document-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

/** Loads invoice 9 of a deal with so much paid. */
async function loadNine(world: World, who: string, dealId: string, paid: string) {
  const rows = [
    'Документ;Номер;Дата;Клиент;ИНН;Сумма;Оплачено;Сделка',
    `Счёт;9;03.11.2026;${alpha.name};${alpha.inn};120000;${paid};${dealId}`,
  ]
  const content = Buffer.from(rows.join('\n')).toString('base64')
  const command = { ...(await world.as(who)), language: 'en' as const }
  const { added, known, faults } = await loadRegister(world.ports, command, { name: 'r.csv', content, dryRun: false })
  return [added, known, faults.map(({ weight, text }) => `${weight}: ${text}`).join()]
}

/** A deal with invoice 9 of 120 000, of which a register has said on 1 December that so much is paid. */
async function withPaid(world: World, paid: string): Promise<Deal> {
  await publishWith(world, `${documentRules()}\nbank: { by: accountant, unmatched: 4 working hours }\n`)
  const given = { title: 'Machine', pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
  const deal = await createDeal(world.ports, await world.asAnybody('helen'), given)
  expect(await loadNine(world, 'alex', deal.id, paid)).toEqual([1, 0, ''])
  return deal
}

async function told(world: World, deal: Deal, ...payments: readonly GivenPayment[]) {
  const loaded = await loadStatement(world.ports, await world.as('alex'), statementOf(payments))
  const [invoice] = await world.ports.money.invoicesOf(deal.id)
  const { fields } = await dealNow(world.ports, deal.id)
  const shares = invoice?.shares.map(({ by, kopecks }) => [by, kopecks])
  return {
    loaded,
    paid: fields['paid'],
    shares,
    inbox: await readPaymentInbox(world.ports, (await world.as('alex')).caller),
  }
}

const old: GivenPayment = {
  kopecks: 12_000_000,
  purpose: 'Оплата по счету № 9 от 03.11.2026',
  on: '10.11.2026',
  number: '7',
}

test('a payment stands in the place of nothing where nothing gave way to it', async () => {
  const world = await aWorldInMemory()
  const deal = await withPaid(world, '40000')
  const { inbox } = await told(world, deal, { ...old, kopecks: 4_000_000 })
  const [asked] = inbox.suggested
  const money = { ...world.ports.money, findPayments: () => Promise.resolve([]) }
  const shares = [{ invoice: asked?.payment.suggested[0] ?? '', kopecks: 4_000_000, inPlace: true }]

  const booked = await bookPayment({ ...world.ports, money }, await world.as('alex'), asked?.payment.id ?? '', {
    shares,
  })

  expect(booked.state).toBe('booked')
  expect(booked).not.toHaveProperty('inPlaceOf')
})

describe.each(stores)('a payment of the bank for an invoice that a register says to be paid, in %s', (_, open) => {
  test('takes the place of what was said: the money is there once, and nothing is an advance', async () => {
    const world = await open()
    const deal = await withPaid(world, '120000')

    const first = await told(world, deal, old)
    const again = await told(world, deal, old)

    expect(first.loaded).toMatchObject({ booked: 1, suggested: 0 })
    expect([first.paid, first.shares]).toEqual([12_000_000, [['told_before', 12_000_000]]])
    expect([again.paid, again.shares, again.loaded.known]).toEqual([12_000_000, [['told_before', 12_000_000]], 1])
    expect(first.inbox.booked.map(({ payment }) => payment.toDo)).toEqual([undefined])
  })

  test('in parts takes the place of it part by part, and what comes behind is more money', async () => {
    const world = await open()
    const deal = await withPaid(world, '120000')
    const part = { ...old, kopecks: 5_000_000 }

    const first = await told(world, deal, part)
    const second = await told(world, deal, { ...old, kopecks: 7_000_000, number: '8', on: '12.11.2026' })
    const late = await told(world, deal, { ...old, kopecks: 100, number: '9', on: '02.12.2026' })

    expect([first.paid, first.shares]).toEqual([
      12_000_000,
      [
        ['register', 7_000_000],
        ['told_before', 5_000_000],
      ],
    ])
    expect([second.paid, second.shares]).toEqual([
      12_000_000,
      [
        ['told_before', 5_000_000],
        ['told_before', 7_000_000],
      ],
    ])
    expect([late.paid, late.loaded.suggested]).toEqual([12_000_000, 1])
  })

  test('is asked about where the invoice is paid in part, and one click puts it in the place of what was said', async () => {
    const world = await open()
    const deal = await withPaid(world, '40000')

    const { loaded, paid, inbox } = await told(world, deal, { ...old, kopecks: 4_000_000 })
    const [asked] = inbox.suggested
    const [id = '', invoice = ''] = [asked?.payment.id, asked?.payment.suggested[0]]
    const book = async (inPlace: boolean) => {
      const shares = [{ invoice, kopecks: 4_000_000, inPlace }]
      await bookPayment(world.ports, await world.as('alex'), id, { shares })
      return (await dealNow(world.ports, deal.id)).fields['paid']
    }

    expect([loaded.booked, loaded.suggested, paid, asked?.payment.rule]).toEqual([0, 1, 4_000_000, 'told_before'])
    // There is room for both: whoever says that it is other money has it on top.
    expect(await book(false)).toBe(8_000_000)
    await unbookPayment(world.ports, await world.as('alex'), id, 'The same after all')
    expect(await book(true)).toBe(4_000_000)
  })

  test('is asked about where it names no number, and taken back it leaves the invoice paid by what was said before, with its trace', async () => {
    const world = await open()
    const deal = await withPaid(world, '120000')
    const { loaded, inbox } = await told(world, deal, { ...old, purpose: 'За станок' })
    const [asked] = inbox.suggested
    const id = asked?.payment.id ?? ''
    const shares = [{ invoice: asked?.payment.suggested[0] ?? '', kopecks: 12_000_000 }]

    await bookPayment(world.ports, await world.as('alex'), id, { shares })
    const booked = (await dealNow(world.ports, deal.id)).fields['paid']
    const { trace } = await unbookPayment(world.ports, await world.as('alex'), id, 'Another client')

    expect(loaded).toMatchObject({ booked: 0, suggested: 1 })
    expect(booked).toBe(12_000_000)
    expect((await dealNow(world.ports, deal.id)).fields['paid'] ?? 0).toBe(12_000_000)
    expect(trace.map(({ did }) => did)).toEqual(['loaded', 'booked', 'unbooked'])
  })

  test('in parts that are taken back in any order brings back what was said, kopeck by kopeck, once', async () => {
    const world = await open()
    const deal = await withPaid(world, '120000')
    await told(world, deal, { ...old, kopecks: 5_000_000 })
    await told(world, deal, { ...old, kopecks: 7_000_000, number: '8', on: '12.11.2026' })
    const bank = (await world.ports.money.payments({ state: 'booked', limit: 9 })).items.filter(({ line }) => line > 0)
    const paidAfter = async () => {
      const [invoice] = await world.ports.money.invoicesOf(deal.id)
      const shares = (invoice?.shares ?? []).map(({ by, kopecks }) => [by, kopecks])
      return [(await dealNow(world.ports, deal.id)).fields['paid'], shares]
    }

    const seen: unknown[] = []
    for (const { id } of bank.toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await unbookPayment(world.ports, await world.as('alex'), id, 'Not ours')
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      seen.push(await paidAfter())
    }
    const [said] = (await world.ports.money.payments({ state: 'booked', limit: 9 })).items
    for (const { id, kopecks } of bank) {
      const shares = [{ invoice: said?.shares[0]?.invoice ?? '', kopecks }]
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await bookPayment(world.ports, await world.as('alex'), id, { shares })
    }

    expect(bank.map(({ inPlaceOf }) => inPlaceOf?.map(({ kopecks }) => kopecks))).toEqual([[7_000_000], [5_000_000]])
    expect(seen).toEqual([
      [12_000_000, expect.arrayContaining([['register', 5_000_000]])],
      [12_000_000, [['register', 12_000_000]]],
    ])
    expect([said?.rule, said?.kopecks, said?.trace.at(-1)?.did]).toEqual(['register', 12_000_000, 'came_back'])
    expect(await paidAfter()).toEqual([
      12_000_000,
      [
        ['alex', 7_000_000],
        ['alex', 5_000_000],
      ],
    ])
  })

  test('is more money where the bank booked it after the register was loaded', async () => {
    const world = await open()
    const deal = await withPaid(world, '40000')

    const { loaded, paid } = await told(world, deal, { ...old, kopecks: 8_000_000, on: '02.12.2026' })

    expect([loaded.booked, paid]).toEqual([1, 12_000_000])
  })
})

/** A deal of Anna's whose invoice 9 those issue who sell: `load` says so much to be paid, and answers what was added and told. */
async function bySellers(writtenBy: string) {
  const world = await aWorldInMemory()
  const rules = documentRules()
    .replace('pay_in: 5 working days, by: accountant', 'pay_in: 5 working days, by: b2b_hunters')
    .replace('written_by: accountant', `written_by: ${writtenBy}`)
  await publishWith(world, `${rules}\nbank: { by: accountant, unmatched: 4 working hours }\n`)
  const given = { title: 'Machine', pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
  const deal = await createDeal(world.ports, await world.asAnybody('helen'), given)
  return {
    load: (who: string, paid: string) => loadNine(world, who, deal.id, paid),
    paid: async () => (await dealNow(world.ports, deal.id)).fields['paid'] ?? null,
  }
}

test('a register that says more to be paid than is known here is told so, and one that says less, as payments come in, is not', async () => {
  const world = await aWorldInMemory()
  const deal = await withPaid(world, '40000')

  const same = await loadNine(world, 'alex', deal.id, '40000')
  const more = await loadNine(world, 'alex', deal.id, '120000')
  await told(world, deal, { ...old, kopecks: 8_000_000, on: '02.12.2026' })
  const behind = await loadNine(world, 'alex', deal.id, '40000')

  expect([same, behind]).toEqual([
    [0, 1, ''],
    [0, 1, ''],
  ])
  expect(more).toEqual([0, 1, expect.stringMatching(/^warning: .*40000\.00.*120000\.00/)])
})

test('whoever issues invoices and does not look after the bank does not say by a register that one is paid, and is told so', async () => {
  const { load, paid } = await bySellers('accountant')

  const refused = await load('anna', '120000')
  const unpaid = await load('anna', '')
  const again = await load('anna', '120000')

  expect(refused).toEqual([0, 0, expect.stringContaining('fault: What is paid is said by “Accountant”')])
  expect(unpaid).toEqual([1, 0, ''])
  expect(again).toEqual([0, 1, expect.stringContaining('warning: What is paid is said by “Accountant”')])
  expect(await paid()).toBeNull()
})

test('where the owner of a deal writes what is paid, they say so of an invoice that is there, and nobody beside them', async () => {
  const { load, paid } = await bySellers('[accountant, owner]')
  await load('anna', '')

  const beside = await load('andrew', '120000')
  const before = await paid()
  const own = await load('anna', '120000')

  expect(beside).toEqual([0, 1, expect.stringContaining('“Accountant” or the manager of the deal')])
  expect(before).toBeNull()
  expect(own).toEqual([0, 1, ''])
  expect(await paid()).toBe(12_000_000)
})
