import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'

import { registerRows, type RegisterRow } from '#documents/domain/register/register-rows'
import { registerCsv, registerXlsx } from '#documents/http/register-file'
import { issueDocument } from '#documents/usecases/issue-document'
import { exportRegister } from '#documents/usecases/export-register'
import { readRegister } from '#documents/usecases/read-register'
import { cancelInvoice, issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { readWorkbook } from '#usecases/files/read-workbook'
import { useEngine } from '#test/support/engine'
import { pagesOn } from '#test/pages/support'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aContract, aDealWithPapers } from './document-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

async function withPapers(world: World): Promise<World> {
  const { id } = await aDealWithPapers(world)
  const accountant = await world.as('alex')
  for (const reason of ['', 'Another one']) {
    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'whole' })
    const invoice = await issueInvoice(world.ports, accountant, draft.id)
    if (reason !== '') await cancelInvoice(world.ports, accountant, invoice.id, reason)
  }
  await aContract(world, id)
  const [draft] = await world.ports.documents.ofDeal(id)
  await issueDocument(world.ports, await world.as('lena'), draft?.id ?? '')
  await aContract(world, id)
  return world
}

describe.each(stores)('the register in %s', (_, open) => {
  test('has what was issued in a year, the newest first, and of that what somebody may see', async () => {
    const world = await withPapers(await open())
    const of = async (who: string, asked = {}) => {
      const { rows } = await readRegister(world.ports, (await world.as(who)).caller, asked)
      return rows.map(({ name, number, state }) => `${name} ${number} ${state}`)
    }

    expect(await of('helen')).toEqual(['Договор Д-2026-001 issued', 'Счёт 2 cancelled', 'Счёт 1 issued'])
    expect(await of('alex')).toEqual(['Счёт 2 cancelled', 'Счёт 1 issued'])
    expect(await of('lena', { q: 'альфа' })).toEqual(['Договор Д-2026-001 issued'])
    expect(await of('helen', { kind: 'whole', state: 'issued' })).toEqual(['Счёт 1 issued'])
    expect(await of('helen', { year: 2025 })).toEqual([])
    await expect(of('anna')).rejects.toThrow('The register is for those who issue')
  })
})

const row: RegisterRow = {
  is: 'invoice',
  id: 'inv_1',
  dealId: 'deal_1',
  kind: 'whole',
  name: 'Счёт',
  number: '7',
  on: '2026-12-01',
  buyer: '=HYPERLINK("http://x","Альфа")',
  inn: '0500100100',
  kopecks: 12_345_67,
  vatKopecks: 2_226_27,
  paidKopecks: null,
  state: 'issued',
  seller: 'main',
}

test('a workbook keeps noughts in front and texts as texts, sums as numbers and days as days', async () => {
  const { body } = await registerXlsx('r.xlsx', [row], 'ru')
  const book = new exceljs.Workbook()
  await book.xlsx.load((body as Uint8Array<ArrayBuffer>).buffer)
  const cells = book.worksheets[0]?.getRow(2).values as unknown[]

  expect(cells.slice(1, 7)).toEqual([
    'Счёт',
    '7',
    new Date('2026-12-01T00:00:00.000Z'),
    '=HYPERLINK("http://x","Альфа")',
    '0500100100',
    12_345.67,
  ])
})

test('ten thousand contracts come out whole, and are read back with every number and every kopeck', async () => {
  const many = Array.from({ length: 10_000 }, (_, at): RegisterRow => ({
    ...row,
    number: `Д-2026-${String(at + 1).padStart(5, '0')}`,
    kopecks: 100 + at,
  }))

  const { body } = await registerXlsx('r.xlsx', many, 'ru')
  const table = await readWorkbook(body as Uint8Array<ArrayBuffer>)

  const rows = 'rows' in table ? table.rows.slice(1).map(({ cells }) => cells.map(({ text }) => text)) : []
  expect(rows.map(([, number]) => number)).toEqual(many.map(({ number }) => number))
  expect(rows.reduce((sum, cells) => sum + Math.round(Number(cells[5]) * 100), 0)).toBe(
    many.reduce((sum, { kopecks }) => sum + kopecks, 0),
  )
  expect(new Set(rows.map((cells) => cells[4]))).toEqual(new Set(['0500100100']))
})

test('a file of text can be taken for no formula but the one that keeps the noughts', async () => {
  const { body } = await registerCsv('r.csv', [row], 'ru')

  expect(String(body).split('\r\n')[1]).toBe(
    'Счёт;7;01.12.2026;"\'=HYPERLINK(""http://x"",""Альфа"")";"=""0500100100""";12345,67;2226,27;;выпущен',
  )
})

test('numbers are in the order of people', () => {
  const rows = ['9', '10', '100'].map((number) => ({ ...row, number }))

  expect(registerRows(rows, {}).map(({ number }) => number)).toEqual(['100', '10', '9'])
})

test('what is taken out is on record', async () => {
  const world = await withPapers(await aWorldInMemory())
  const asked = { asked: { kind: 'whole' }, format: 'csv' } as const
  const { caller } = await world.as('alex')
  await expect(exportRegister(world.ports, caller, asked)).rejects.toThrow('take files out')
  const may = { ...caller, reach: { ...caller.reach, export: 'all' as const } }
  const { name, rows } = await exportRegister(world.ports, may, asked)
  const { items } = await world.ports.reports.exports({ limit: 1 })

  expect([name, rows.length]).toEqual(['norma-register-2026.csv', 2])
  expect(items[0]).toMatchObject({ by: 'alex', what: 'register', format: 'csv', filters: { kind: 'whole' }, rows: 2 })
})

test('the page lists it and gives it out by the same narrowing', async () => {
  const world = await withPapers(await aWorldInMemory())
  const answer = await pagesOn(world)('/app/register?kind=contract', {
    as: 'helen',
    headers: { 'accept-language': 'ru' },
  })
  const text = await answer.text()

  expect(text).toContain('Д-2026-001')
  expect(text).not.toContain('отменён</td>')
  expect(text).toContain('/app/api/register/xlsx?kind=contract&amp;year=2026')
})
