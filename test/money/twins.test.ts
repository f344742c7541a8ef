import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'

import { bookPayment, ignorePayment, unbookPayment } from '#money/usecases/change-payment'
import { loadStatement } from '#money/usecases/load-statement'
import { readPaymentInbox } from '#money/usecases/read-payment-inbox'
import type { BankStatement } from '#schemas/money/money'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { alpha, aDealWorth, anInvoice, dealNow, moneyRules, ourAccount, statementOf } from './money-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine, { text: moneyRules() })],
  ['memory', () => aWorldInMemory({ text: moneyRules() })],
] as const

type Row = readonly (string | number)[]

const load = async (world: World, file: { name: string; content: string }): Promise<BankStatement> =>
  loadStatement(world.ports, await world.as('alex'), file)

function tableOf(head: readonly string[], rows: readonly Row[]): { name: string; content: string } {
  const lines = [`Выписка по счёту ${ourAccount}`, head.join(';'), ...rows.map((row) => row.join(';'))]
  return { name: 'table.csv', content: Buffer.from(lines.join('\r\n')).toString('base64') }
}

async function withInvoice(world: World, amount = 12_000_000) {
  const deal = await aDealWorth(world, amount)
  return { deal, invoice: await anInvoice(world, deal.id) }
}

/** What a bank tells of one payment in a table, by the names of its columns. */
const columns: Readonly<Record<string, (purpose: string) => string | number>> = {
  'Дата операции': () => '02.12.2026',
  'Номер документа': () => 17,
  Кредит: () => '120000,00',
  ИНН: () => alpha.inn,
  'Счёт контрагента': () => '40702810100000000777',
  Контрагент: () => 'Общество с ограниченной ответственностью «Альфа Пример»',
  'Назначение платежа': (purpose) => purpose,
}

const needed = ['Дата операции', 'Кредит']
const others = ['Номер документа', 'ИНН', 'Счёт контрагента', 'Контрагент', 'Назначение платежа']
const choices = Array.from({ length: 2 ** others.length }, (_, mask) =>
  others.filter((__, at) => (mask >> at) & 1),
).filter((chosen) => chosen.includes('Номер документа') || chosen.includes('Назначение платежа'))

describe('one payment in two files of a bank', () => {
  test.each(choices.map((chosen) => [chosen.join(', ') || 'day and sum alone', chosen] as const))(
    'is not booked twice, whichever file comes first: %s',
    async (_, chosen) => {
      const world = await aWorldInMemory({ text: moneyRules() })
      const { deal, invoice } = await withInvoice(world)
      const next = await withInvoice(world)
      const purpose = `Оплата по счету № ${invoice.number} от 01.12.2026`
      const head = [...needed, ...chosen]
      const table = tableOf(head, [head.map((name) => columns[name]?.(purpose) ?? '')])
      const own = statementOf([{ kopecks: 12_000_000, purpose, number: '17' }])

      await load(world, own)
      const behind = await load(world, table)
      const paid = [await dealNow(world.ports, deal.id), await dealNow(world.ports, next.deal.id)]
      const back = await aWorldInMemory({ text: moneyRules() })
      const first = await withInvoice(back)
      await load(back, table)
      await load(back, own)

      expect(paid.map(({ fields }) => fields['paid'])).toEqual([12_000_000, undefined])
      expect(behind.booked).toBe(0)
      expect((await dealNow(back.ports, first.deal.id)).fields['paid'] ?? 0).toBeLessThanOrEqual(12_000_000)
      const { booked } = await readPaymentInbox(back.ports, (await back.as('alex')).caller)
      expect(booked.length).toBeLessThanOrEqual(1)
    },
  )
})

test('where payments stand beside one another is forgotten some days later, and what is paid is not', async () => {
  const world = await aWorld(engine, { text: moneyRules() })
  await load(world, statementOf([{ kopecks: 100, purpose: 'x', number: '17' }]))

  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: world.table, ConsistentRead: true }))
  const untilOf = (prefix: string) =>
    Items.filter(({ pk }) => String(pk).startsWith(prefix)).map(({ expiresAt }) => expiresAt as unknown)

  expect(untilOf('PP#')).toEqual([Date.parse(world.now()) / 1000 + 3 * 86_400])
  expect(new Set(untilOf('PM#'))).toEqual(new Set([undefined]))
})

describe.each(stores)('a payment that a table tells without an INN in %s', (_, open) => {
  test('adds nothing where the bank’s own file has brought it', async () => {
    const world = await open()
    const { deal, invoice } = await withInvoice(world)
    const purpose = `Оплата по счету № ${invoice.number} от 01.12.2026`
    await load(world, statementOf([{ kopecks: 12_000_000, purpose, number: '017' }]))

    const again = await load(
      world,
      tableOf(
        ['Дата', 'Номер', 'Кредит', 'Контрагент', 'Назначение платежа'],
        [['02.12.2026', 17, '120 000,00', 'АЛЬФА ПРИМЕР ООО', purpose]],
      ),
    )

    expect(again).toMatchObject({ found: 1, known: 1, booked: 0, suggested: 0, unmatched: 0 })
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(12_000_000)
  })

  test('is there once where both files are loaded in the same moment', async () => {
    const world = await open()
    const { deal, invoice } = await withInvoice(world)
    const purpose = `Оплата по счету № ${invoice.number} от 01.12.2026`
    const head = ['Дата', 'Номер', 'Кредит', 'Контрагент', 'ИНН', 'Назначение платежа']
    const table = tableOf(head, [['02.12.2026', 17, '60000,00', 'АЛЬФА ПРИМЕР ООО', alpha.inn, purpose]])

    const both = await Promise.all([
      load(world, table),
      load(world, statementOf([{ kopecks: 6_000_000, purpose, number: '17' }])),
    ])

    expect(both.map(({ booked, known }) => booked + known)).toEqual([1, 1])
    expect(both.reduce((sum, { booked }) => sum + booked, 0)).toBe(1)
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(6_000_000)
  })

  test('is booked when the bank’s own file says whose it is', async () => {
    const world = await open()
    const { deal, invoice } = await withInvoice(world)
    const purpose = `Оплата по счету № ${invoice.number} от 01.12.2026`
    const table = tableOf(['Дата', 'Номер', 'Кредит', 'Назначение платежа'], [['02.12.2026', 17, '120000,00', purpose]])

    const first = await load(world, table)
    const second = await load(world, statementOf([{ kopecks: 12_000_000, purpose, number: '17' }]))
    const third = await load(world, table)

    expect(first).toMatchObject({ suggested: 1, booked: 0 })
    expect(second).toMatchObject({ found: 1, known: 1, booked: 0 })
    expect(third).toMatchObject({ known: 1 })
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(12_000_000)
    const { booked, suggested } = await readPaymentInbox(world.ports, (await world.as('alex')).caller)
    expect([booked.length, suggested.length]).toEqual([1, 0])
    expect(booked[0]?.payment).toMatchObject({ inn: alpha.inn, number: '17' })
  })

  test('is not booked again by itself where somebody has taken it back', async () => {
    const world = await open()
    const { deal, invoice } = await withInvoice(world)
    const purpose = `Оплата по счету № ${invoice.number} от 01.12.2026`
    await load(
      world,
      tableOf(['Дата', 'Номер', 'Кредит', 'Назначение платежа'], [['02.12.2026', 17, '120000,00', purpose]]),
    )
    const command = await world.as('alex')
    const [one] = (await readPaymentInbox(world.ports, command.caller)).suggested
    const id = one?.payment.id ?? ''
    await bookPayment(world.ports, command, id, { shares: [{ invoice: invoice.id, kopecks: 12_000_000 }] })
    await unbookPayment(world.ports, command, id, 'Of somebody else')

    const again = await load(world, statementOf([{ kopecks: 12_000_000, purpose, number: '17' }]))

    expect(again).toMatchObject({ known: 1, booked: 0 })
    expect((await world.ports.money.findPayment(id))?.state).toBe('unmatched')
    expect((await dealNow(world.ports, deal.id)).fields['paid'] ?? 0).toBe(0)
  })

  test('that may be another one is asked about, with what it is like, and booked by nobody', async () => {
    const world = await open()
    const { deal, invoice } = await withInvoice(world, 24_000_000)
    const purpose = `Оплата по счету № ${invoice.number}`
    await load(world, statementOf([{ kopecks: 12_000_000, purpose, number: '17' }]))

    const asked = await load(
      world,
      tableOf(
        ['Дата', 'ИНН', 'Кредит', 'Назначение платежа'],
        [['02.12.2026', alpha.inn, '120000,00', `Доплата по счету № ${invoice.number}`]],
      ),
    )
    const caller = (await world.as('alex')).caller
    const [one] = (await readPaymentInbox(world.ports, caller)).suggested

    expect(asked).toMatchObject({ booked: 0, suggested: 1, known: 0 })
    expect(one).toMatchObject({
      payment: { rule: 'perhaps_known', suggested: [invoice.id] },
      twin: { number: '17', kopecks: 12_000_000 },
    })
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(12_000_000)
    const command = await world.as('alex')
    await bookPayment(world.ports, command, one?.payment.id ?? '', {
      shares: [{ invoice: invoice.id, kopecks: 12_000_000 }],
    })
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(24_000_000)
    await unbookPayment(world.ports, command, one?.payment.id ?? '', 'The same after all')
    await ignorePayment(world.ports, command, one?.payment.id ?? '', 'The same after all')
    expect((await dealNow(world.ports, deal.id)).fields['paid']).toBe(12_000_000)
  })

  test('is another one where number, payer or purpose say so: two of one day and sum are both taken', async () => {
    const world = await open()
    const { invoice } = await withInvoice(world, 24_000_000)
    const purpose = `Оплата по счету № ${invoice.number}`
    await load(world, statementOf([{ kopecks: 12_000_000, purpose, number: '17' }]))

    const other = await load(
      world,
      tableOf(
        ['Дата', 'Номер', 'ИНН', 'Кредит', 'Назначение платежа'],
        [
          ['02.12.2026', 18, alpha.inn, '120000,00', purpose],
          ['02.12.2026', 17, '7701990013'.replace('13', '06'), '120000,00', 'Аренда'],
        ],
      ),
    )

    expect(other).toMatchObject({ found: 2, known: 0, booked: 1, unmatched: 1 })
  })
})
