import { describe, expect, test } from 'vitest'

import { reportFile } from '#reports/http/report-file'
import { exportReport } from '#reports/usecases/export-report'
import { readReport } from '#reports/usecases/read-report'
import { cancelInvoice } from '#money/usecases/issue-invoice'
import { loadStatement } from '#money/usecases/load-statement'
import { systemCaller } from '#domain/kernel/access'
import { groupFields } from '#reports/usecases/listed-deals'
import type { Report } from '#schemas/report'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, anInvoice, moneyRules, statementOf } from '#test/money/money-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine, { text: moneyRules() })],
  ['memory', () => aWorldInMemory({ text: moneyRules() })],
] as const

const ask = { name: 'accountant', asked: { period: '2026-12' } }

/** A month of money: paid in part, paid back, paid in advance, cancelled, and what fits nothing. */
async function aMonth(world: World): Promise<World> {
  const deals = await Promise.all([1, 2, 3].map((no) => aDealWorth(world, 12_000_000 + no, `Deal ${no}`)))
  const [part, back, cancelled] = deals.map(({ id }) => id)
  const one = await anInvoice(world, part ?? '')
  const two = await anInvoice(world, back ?? '')
  const three = await anInvoice(world, cancelled ?? '')
  const accountant = await world.as('alex')
  await cancelInvoice(world.ports, accountant, three.id, 'Nothing')
  const payments = [
    { kopecks: 7_000_001, purpose: `Счет ${one.number}`, number: '1' },
    { kopecks: 12_500_003, purpose: `Счет ${two.number}`, number: '2' },
    { kopecks: 12_000_002, purpose: `Возврат по счету ${two.number}`, number: '3', isOut: true },
    { kopecks: 99, purpose: 'Иное', number: '4', inn: '7736207543' },
  ]
  await loadStatement(world.ports, accountant, statementOf(payments))
  return world
}

async function read(world: World, as?: string): Promise<Report> {
  const people = await world.ports.people.load()
  const caller = as === undefined ? systemCaller('system', 'test') : (await world.as(as)).caller
  return readReport(world.ports, { caller, people }, ask, { language: 'en' })
}

const numbers = (report: Report, id: string) =>
  Object.fromEntries(
    Object.entries(report.tables.find((table) => table.id === id)?.totals ?? {}).map(([column, cell]) => [
      column,
      cell.value,
    ]),
  )

describe.each(stores)('the accountant’s summary in %s', (_, open) => {
  test('tells what was invoiced and paid, and both tie out to the kopeck', async () => {
    const report = await read(await aMonth(await open()))

    const invoices = numbers(report, 'invoices')
    expect(invoices).toMatchObject({ count: 2, invoiced: 24_000_003, paid: 19_000_003, refunded: 12_000_002 })
    expect(invoices['left']).toBe(24_000_003 - 19_000_003 + 12_000_002)
    const payments = numbers(report, 'payments')
    expect(payments).toMatchObject({
      received: 19_500_103,
      booked: 19_000_003,
      advance: 500_001,
      waiting: 99,
      other: 0,
      back: 12_000_002,
    })
    expect(
      [payments['booked'], payments['advance'], payments['waiting'], payments['other']].reduce(
        (a, b) => Number(a) + Number(b),
        0,
      ),
    ).toBe(payments['received'])
    const [row] = report.tables.find(({ id }) => id === 'invoices')?.rows ?? []
    expect([row?.label, row?.cells['seller']?.value]).toEqual(['December 2026', 'ООО «Норма Пример»'])
  })
})

test('by a field of deals invoices have a row for what their deals hold there, to the kopeck, and payments are left out', async () => {
  const world = await aMonth(await aWorldInMemory({ text: moneyRules() }))
  const whole = await read(world)
  const caller = systemCaller('system', 'test')
  const people = await world.ports.people.load()
  const [field = ''] = groupFields((await world.ports.rules.current()).model)

  const asked = { name: ask.name, asked: { ...ask.asked, by: 'field', field } } as const
  const report = await readReport(world.ports, { caller, people }, asked, { language: 'en' })

  expect(report.tables.map(({ id }) => id)).toEqual(['won', 'progress', 'invoices'])
  expect(numbers(report, 'invoices')).toEqual(numbers(whole, 'invoices'))
  expect(report.tables.map(({ rows }) => rows.map(({ label }) => label))).toEqual([[], [], ['Not filled in']])
})

test('whoever does not see all deals has the invoices of theirs, and no payments', async () => {
  const world = await aMonth(await aWorldInMemory({ text: moneyRules() }))

  const own = await read(world, 'anna')
  const none = await read(world, 'alex')

  expect(numbers(own, 'invoices')).toMatchObject({ count: 2 })
  expect(own.tables.map(({ id }) => id)).not.toContain('payments')
  expect(numbers(none, 'invoices')).toMatchObject({ count: 0 })
})

test('files have the same tables', async () => {
  const world = await aMonth(await aWorldInMemory({ text: moneyRules() }))
  const reader = { caller: systemCaller('system', 'test'), people: await world.ports.people.load() }
  const report = await exportReport(world.ports, reader, { ...ask, format: 'csv' }, { language: 'ru' })

  const csv = String((await reportFile(report, 'csv')).body)
  const xlsx = (await reportFile(report, 'xlsx')).body

  expect(csv).toContain('Месяц;Наша организация;Счетов;Выставлено, RUB;Оплачено, RUB;Возвращено, RUB')
  expect(csv).toMatch(/декабрь 2026[^\n]*ООО «Норма Пример»[^\n]*240000,03/iu)
  expect(xlsx.length).toBeGreaterThan(1000)
})

test('a company without invoices has the tables it had', async () => {
  const report = await read(await aWorldInMemory())

  expect(report.tables.map(({ id }) => id)).toEqual(['won', 'progress'])
})
