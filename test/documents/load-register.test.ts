import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'

import { registerCsv, registerXlsx } from '#documents/http/register-file'
import { issueDocument } from '#documents/usecases/issue-document'
import { readDocument, readDocumentFile } from '#documents/usecases/read-documents'
import { readRegister } from '#documents/usecases/read-register'
import { loadRegister } from '#documents/usecases/register/load-register'
import { readRegisterFile } from '#documents/usecases/register/read-register-file'
import { readRegisterTable } from '#documents/domain/register/register-table'
import { dealNumber } from '#domain/deals/deal-number'
import { numberIn } from '#domain/numbers/number-text'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import type { LoadRegister, RegisterLoaded } from '#schemas/documents/register'
import type { Deal } from '#schemas/deal'
import { announceUpload } from '#usecases/files/uploads'
import { readWorkbook } from '#usecases/files/read-workbook'
import { createDeal } from '#usecases/deals/create-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aContract, documentRules, publishWith } from './document-world'

type Cell = ExcelJS.CellValue
const head = ['Документ', 'Номер', 'Дата', 'Клиент', 'ИНН', 'Сумма, руб.', 'Оплачено, руб.', 'Состояние', 'Сделка']
const inn = '5001001006'
const contract = (number: string, more: Partial<Record<number, Cell>> = {}): Cell[] =>
  ['Договор', number, '03.11.2026', 'ООО «Альфа Пример»', inn, 120_000, null, 'подписан', null].map(
    (cell, at) => more[at] ?? cell,
  )
const invoice = (number: string, more: Partial<Record<number, Cell>> = {}): Cell[] =>
  contract(number, { 0: 'Счёт', 7: 'оплачен частично', 6: 70_000.5, ...more })

async function bookOf(rows: readonly Cell[][], is1904 = false): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.properties.date1904 = is1904
  const sheet = book.addWorksheet('Реестр')
  sheet.addRow(['ООО «Норма Пример», реестр договоров за 2026 год'])
  sheet.addRow(head)
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function withDeal(world: World): Promise<Deal> {
  await publishWith(world, documentRules())
  return aDeal(world, 'Machine')
}

async function aDeal({ ports, asAnybody }: World, title: string, with_ = inn): Promise<Deal> {
  const client = { name: 'ООО «Альфа Пример»', inn: with_ }
  const fields = { amount: 12_000_000 }
  const given = { title, pipeline: 'b2b_new', owner: 'anna', client, fields }
  const deal = await createDeal(ports, await asAnybody('helen'), given)
  // As the consumer does that keeps with each client which deals they are in.
  for (const { client: id, role } of deal.links ?? [])
    // oxlint-disable-next-line no-await-in-loop -- one
    await ports.clients.keepDeal(id, { deal: deal.id, role, since: deal.createdAt })
  return deal
}

type Asked = Partial<Pick<LoadRegister, 'kind' | 'dryRun'>> & { readonly as?: string }

async function load(world: World, bytes: Uint8Array, { as, ...asked }: Asked = {}): Promise<RegisterLoaded> {
  const command = as === undefined ? await world.asAnybody('helen') : await world.as(as)
  const content = Buffer.from(bytes).toString('base64')
  return loadRegister(world.ports, { ...command, language: 'en' }, { name: 'r.xlsx', content, dryRun: false, ...asked })
}

const faultsOf = ({ faults }: RegisterLoaded): readonly string[] =>
  faults.map(({ line, cell, weight, text }) => `${cell ?? line} ${weight}: ${text}`)

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

describe.each(stores)('a register of another system in %s', (_, open) => {
  test('is looked at first, then kept, and loaded again it adds nothing', async () => {
    const world = await open()
    const deal = await withDeal(world)
    const bytes = await bookOf([contract('Д-2026-014'), contract('45/11', { 7: 'расторгнут' }), invoice('9')])

    const dry = await load(world, bytes, { dryRun: true })
    expect(await world.ports.documents.ofDeal(deal.id)).toEqual([])
    const loaded = await load(world, bytes)
    const again = await load(world, bytes)

    expect(dry).toEqual({ ...loaded, dryRun: true })
    expect(loaded).toMatchObject({ found: 3, added: 3, known: 0, refused: 0, left: 0, faults: [] })
    expect(again).toMatchObject({ found: 3, added: 0, known: 3, refused: 0, faults: [] })
    const { rows } = await readRegister(world.ports, (await world.asAnybody('helen')).caller, {})
    expect(
      rows.map(({ name, number, on, state, kopecks, paidKopecks }) => [name, number, on, state, kopecks, paidKopecks]),
    ).toEqual([
      ['Договор', 'Д-2026-014', '2026-11-03', 'signed', 12_000_000, null],
      ['Договор', '45/11', '2026-11-03', 'cancelled', 12_000_000, null],
      ['Счёт', '9', '2026-11-03', 'part_paid', 12_000_000, 7_000_050],
    ])
    const now = await world.ports.deals.find(deal.id)
    expect(now?.fields['paid']).toBe(7_000_050)
    expect(Object.keys(now?.happened ?? {})).toEqual(expect.arrayContaining(['contract_signed', 'invoice_issued']))
  })

  test('keeps its numbers: what is issued here comes behind the last of them, and none is given twice', async () => {
    const world = await open()
    const deal = await withDeal(world)
    await load(
      world,
      await bookOf([contract('Д-2026-003'), contract('Д-2026-014'), contract('Д-2026-007'), invoice('12')]),
    )

    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), deal.id, { kind: 'whole' })
    const { number } = await issueInvoice(world.ports, await world.as('alex'), draft.id)
    const made = await aContract(world, deal.id)
    const issued = await issueDocument(world.ports, await world.as('lena'), made.id)
    const taken = await load(
      world,
      await bookOf([contract('Д-2026-015', { 4: null, 8: deal.id, 5: 1 }), invoice('11')]),
    )

    expect([number, issued.number]).toEqual(['13', 'Д-2026-015'])
    expect(taken).toMatchObject({ added: 1, known: 1 })
    expect(faultsOf(taken)).toEqual([
      'Реестр!C3 warning: The day is 2026-12-01 here, not 2026-11-03. Nothing was changed: put right what is wrong.',
      'Реестр!F3 warning: The sum is 120000.00 here, not 1.00. Nothing was changed: put right what is wrong.',
    ])
  })
})

describe('rows of a register', () => {
  test('are told every fault with its cell and what to write instead, and the good ones are taken', async () => {
    const world = await aWorldInMemory()
    const deal = await withDeal(world)
    await aDeal(world, 'Second', '7707083893')
    await aDeal(world, 'Third', '7707083893')
    const bytes = await bookOf([
      contract('1', { 2: '31.02.2026', 5: 'сто' }),
      contract('2', { 2: '01.01.2030', 4: '5001001007' }),
      contract('3', { 0: 'Дагавор', 7: 'лежит' }),
      contract('4', { 4: '7736207543' }),
      contract('5', { 4: '7707083893' }),
      contract('6', { 8: 'нет такой' }),
      contract('7', { 5: { formula: 'A1*2' } as never }),
      contract('8', { 5: { error: '#DIV/0!' } }),
      contract('9'),
      contract('9'),
      contract('10', { 5: { formula: 'A1*2', result: 1234.5 }, 7: 'действует' }),
      ['Итого', null, null, null, null, 999],
    ])

    const loaded = await load(world, bytes)

    expect(faultsOf(loaded)).toEqual([
      'Реестр!C3 fault: “31.02.2026” is not a date. Write it as 25.11.2026, or format the cell as a date.',
      'Реестр!F3 fault: “сто” is not an amount. Write roubles and kopecks, such as 1234.50.',
      'Реестр!C4 fault: 2030-01-01 lies ahead. Write the day on which the paper was issued.',
      'Реестр!E4 fault: “5001001007” is not a valid INN: its check digit does not agree. Write 10 digits of a company or 12 of a person.',
      'Реестр!A5 fault: There is no kind “Дагавор”. Write one of: Предложение, Договор, Счёт на оплату, Счёт.',
      'Реестр!E6 fault: No client with the INN 7736207543 has a deal that is open or won. Make it first, or write its address into a column “Deal”.',
      expect.stringMatching(
        /^Реестр!E7 fault: The client with the INN 7707083893 has several deals\. .*: \w{6}, \w{6}\.$/,
      ),
      'Реестр!I8 fault: There is no deal “нет такой”. Write the address of its page, or its number with the INN of its client.',
      'Реестр!F9 fault: The formula has no value yet. Open the file in Excel, let it compute, and save.',
      'Реестр!F10 fault: The cell shows #DIV/0!. Put its formula right in Excel and save.',
      'Реестр!B12 fault: Row 11 has the same number. Take one of them out, or put its number right.',
    ])
    expect(loaded).toMatchObject({ found: 11, added: 2, refused: 9 })
    expect(
      (await world.ports.documents.ofDeal(deal.id))
        .map(({ number, totalKopecks }) => [number, totalKopecks])
        .toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      ['9', 12_000_000],
      ['10', 123_450],
    ])
  })

  test('hang on the deal that they name, whichever way they do', async () => {
    const world = await aWorldInMemory()
    const [one, other] = [await withDeal(world), await aDeal(world, 'Second')]
    const rows = [
      contract('1', { 8: `https://norma.example/app/deals/${one.id}` }),
      contract('2', { 8: `№ ${dealNumber(other.id)}` }),
      contract('3', { 8: other.id, 4: null }),
    ]

    const { rows: loaded } = await load(world, await bookOf(rows))

    expect(loaded.map(({ number, deal }) => [number, deal.title])).toEqual([
      ['1', 'Machine'],
      ['2', 'Second'],
      ['3', 'Second'],
    ])
  })

  test.each([false, true])('have the days that a spreadsheet shows, in either calendar (1904: %s)', async (is1904) => {
    const world = await aWorldInMemory()
    await withDeal(world)

    const { rows } = await load(world, await bookOf([contract('1', { 2: new Date('2026-03-01T00:00:00Z') })], is1904))

    expect(rows.map(({ on }) => on)).toEqual(['2026-03-01'])
  })

  test('are taken of the kinds that whoever loads them issues', async () => {
    const world = await aWorldInMemory()
    await withDeal(world)
    const bytes = await bookOf([contract('1'), invoice('2')])

    const lawyer = await load(world, bytes, { as: 'lena' })

    expect(lawyer).toMatchObject({ added: 1, refused: 1 })
    expect(faultsOf(lawyer)).toEqual(['Реестр!A4 fault: “Счёт” is issued by “Accountant”, who loads it, too.'])
    await expect(load(world, bytes, { as: 'anna' })).rejects.toThrow('The register is for those who issue')
  })

  test('of papers that are there are compared with them, and say that they are paid, for whoever issues them alone', async () => {
    const world = await aWorldInMemory()
    const deal = await withDeal(world)
    await load(world, await bookOf([contract('1'), invoice('2', { 6: 0, 7: 'выставлен' })]))

    const lawyer = await load(world, await bookOf([contract('1'), invoice('2', { 5: 70_000.5 })]), { as: 'lena' })

    expect(lawyer).toMatchObject({ added: 0, known: 1, refused: 1 })
    expect(faultsOf(lawyer)).toEqual(['Реестр!A4 fault: “Счёт” is issued by “Accountant”, who loads it, too.'])
    expect((await world.ports.money.invoicesOf(deal.id)).map(({ shares }) => shares)).toEqual([[]])
  })

  test('of a table without a column for it are what somebody says that they are', async () => {
    const world = await aWorldInMemory()
    await withDeal(world)
    const text =
      '№ п/п;№ договора;Дата;Контрагент;ИНН;Сумма\r\n1;К-1;03.11.2026;Альфа;500100100;1 234,50\r\n2;К-2;03.11.2026;"Аль;"5001001006";7\r\n'
    const bytes = new TextEncoder().encode(text)

    const without = await load(world, bytes)
    const loaded = await load(world, bytes, { kind: 'contract' })

    expect(without).toMatchObject({ added: 0, refused: 2 })
    expect(faultsOf(without)[0]).toContain('It is not said what this paper is.')
    expect(loaded).toMatchObject({ found: 2, added: 0, refused: 2 })
    await expect(load(world, bytes, { kind: 'nothing' })).rejects.toThrow('There is no kind of document “nothing”')
  })

  test('read digits of our own CSV as they were, and take nothing for a number that a spreadsheet has squeezed', () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ is: 'text' as const, text }))
    const model = { invoices: { whole: { id: 'whole', name: 'Счёт', by: 'accountant', number: 'n' } } } as never
    const rows = [
      { no: 1, cells: cells(...head) },
      { no: 2, cells: cells('whole', '="000123456789"', '03.11.2026', "'-Альфа", '="0500100109"', '1') },
      { no: 3, cells: cells('whole', '1,23457E+11', '03.11.2026', 'Альфа', '500100109', '1') },
      { no: 4, cells: cells('whole', '7', '03.11.2026', 'Альфа', '5,001E+08', '1') },
    ]

    const { lines, faults } = readRegisterTable(
      { encoding: 'utf-8', rows },
      { model, today: '2026-12-01', language: 'en' },
    )

    expect(lines.map(({ number, buyer, inn }) => [number, buyer, inn])).toEqual([
      ['000123456789', '-Альфа', '0500100109'],
    ])
    expect(faults.map(({ line, weight, about }) => `${line} ${weight} ${about.say}`)).toEqual([
      '3 fault register_squeezed',
      '3 warning register_inn_nought',
      '4 fault register_squeezed',
    ])
  })

  test('lose no nought of an INN that a spreadsheet took for a number', () => {
    const rows = [
      { no: 1, cells: head.map((text) => ({ is: 'text' as const, text })) },
      {
        no: 2,
        cells: ['whole', '1', '03.11.2026', 'Альфа', '500100109', '1'].map((text) => ({ is: 'text' as const, text })),
      },
    ]
    const model = { invoices: { whole: { id: 'whole', name: 'Счёт', by: 'accountant', number: 'n' } } } as never

    const { lines, faults } = readRegisterTable(
      { encoding: 'xlsx', sheet: 'Л', rows },
      { model, today: '2026-12-01', language: 'en' },
    )

    expect(lines.map((line) => line.inn)).toEqual(['0500100109'])
    expect(faults.map(({ weight, about }) => `${weight} ${about.say}`)).toEqual(['warning register_inn_nought'])
  })
})

test('other sheets of a workbook are named where something stands on them, and hidden or empty ones are not', async () => {
  const book = new ExcelJS.Workbook()
  for (const [name, state] of [
    ['Архив', 'veryHidden'],
    ['2026', 'visible'],
    ['2025', 'visible'],
    ['Лист3', 'visible'],
    ['Черновик', 'hidden'],
  ] as const) {
    const sheet = book.addWorksheet(name, { state })
    if (name === 'Лист3') continue
    sheet.addRow(head)
    sheet.addRow(contract(`Д-${name}`))
  }
  const table = await readRegisterFile(new Uint8Array(await book.xlsx.writeBuffer()))
  const world = await aWorldInMemory()
  await publishWith(world, documentRules())
  const { model } = await world.ports.rules.current()
  const { lines, faults } = readRegisterTable(table, { model, today: '2026-12-01', language: 'ru' })

  expect([table.sheet, table.otherSheets, lines.map(({ number }) => number)]).toEqual(['2026', ['2025'], ['Д-2026']])
  expect(faults.map(({ line, weight, about }) => [line, weight, about.say])).toEqual([
    [1, 'warning', 'register_sheets'],
  ])
})

test('what was taken out of the register comes back as known, as a workbook and as CSV', async () => {
  const world = await aWorldInMemory()
  await withDeal(world)
  await load(world, await bookOf([contract('=1+1'), invoice('9')]))
  const { rows } = await readRegister(world.ports, (await world.asAnybody('helen')).caller, {})

  for (const file of [await registerXlsx('r', rows, 'ru'), await registerCsv('r', rows, 'en')]) {
    const bytes = typeof file.body === 'string' ? new TextEncoder().encode(file.body) : file.body
    // oxlint-disable-next-line no-await-in-loop -- one after the other over one world
    expect(await load(world, bytes)).toMatchObject({ found: 2, added: 0, known: 2, faults: [] })
  }
})

test('a paper of another system has no file here, and is signed as any other', async () => {
  const world = await aWorldInMemory()
  const deal = await withDeal(world)
  await load(world, await bookOf([contract('1', { 7: 'выпущен' })]))
  const [document] = await world.ports.documents.ofDeal(deal.id)
  const { caller } = await world.as('lena')

  expect(await readDocument(world.ports, caller, document?.id ?? '')).toMatchObject({
    takenOver: true,
    waitsFor: 'client',
  })
  await expect(readDocumentFile(world.ports, caller, { id: document?.id ?? '', as: 'inline' })).rejects.toThrow(
    'issued by another system',
  )
})

test('what a process leaves between an invoice and its payment is made good by the next load', async () => {
  const world = await aWorldInMemory()
  const deal = await withDeal(world)
  const bytes = await bookOf([invoice('9')])
  const dies = () => Promise.reject(new Error('killed'))
  const { ports } = world
  const broken = { ...world, ports: { ...ports, toldPayments: { ...ports.toldPayments, take: dies } } } as World
  await expect(load(broken, bytes)).rejects.toThrow('killed')

  const again = await load(world, bytes)

  expect(again).toMatchObject({ added: 0, known: 1 })
  expect((await ports.money.invoicesOf(deal.id)).map(({ shares }) => shares.map(({ kopecks }) => kopecks))).toEqual([
    [7_000_050],
  ])
})

test('what is paid of papers that are there is kept as far as there is time, and the next load goes on', async () => {
  const world = await aWorldInMemory()
  const deal = await withDeal(world)
  await load(world, await bookOf([invoice('3', { 6: 0 }), invoice('4', { 6: 0 })]))
  const bytes = await bookOf([invoice('3'), invoice('4')])
  const { ports } = world
  const take: typeof ports.toldPayments.take = async (...given) => {
    world.setNow(new Date(Date.parse(world.now()) + 30_000).toISOString())
    return ports.toldPayments.take(...given)
  }
  const slow = { ...world, ports: { ...ports, toldPayments: { ...ports.toldPayments, take } } } as World

  const first = await load(slow, bytes)
  const second = await load(world, bytes)

  expect([first, second]).toMatchObject([
    { found: 2, known: 1, left: 1, refused: 0 },
    { found: 2, known: 2, left: 0, refused: 0 },
  ])
  const paid = (await ports.money.invoicesOf(deal.id)).map(({ shares }) => shares.map(({ kopecks }) => kopecks))
  expect(paid).toEqual([[7_000_050], [7_000_050]])
})

test('a register that two load at once is there once, and neither is told that its numbers are others’', async () => {
  const world = await aWorldInMemory()
  await withDeal(world)
  const bytes = await bookOf([contract('1'), contract('2'), invoice('3'), invoice('4')])

  const { ports } = world
  let other: Promise<RegisterLoaded> | undefined
  const takeInvoice: typeof ports.toldPayments.takeInvoice = async (...given) => {
    other ??= load(world, bytes)
    await other
    return ports.toldPayments.takeInvoice(...given)
  }
  const beside = { ...world, ports: { ...ports, toldPayments: { ...ports.toldPayments, takeInvoice } } } as World

  const first = await load(beside, bytes)
  const both = [first, await (other ?? load(world, bytes))]

  expect(both.map(({ faults }) => faults.map(({ text }) => text))).toEqual([[], []])
  expect(both.map(({ added, known, refused }) => [added + known, refused])).toEqual([
    [4, 0],
    [4, 0],
  ])
  expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(4)
})

test('a document that was sent elsewhere has that in what was done with it', async () => {
  const world = await aWorldInMemory()
  const deal = await withDeal(world)

  await load(world, await bookOf([contract('1', { 7: 'отправлен' }), contract('2')]))
  const documents = await world.ports.documents.ofDeal(deal.id)

  expect(documents.map(({ trace }) => trace.map(({ did }) => did)).toSorted()).toEqual([
    ['taken_over', 'issued', 'sent'],
    ['taken_over', 'issued', 'signed_us', 'signed_client'],
  ])
})

test('a file that is too large for a body goes past the API, and whoever sent it alone may use it', async () => {
  const world = await aWorldInMemory()
  await withDeal(world)
  const bytes = await bookOf([contract('1')])
  const command = await world.asAnybody('helen')
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice())
  const sha256 = Buffer.from(hash).toString('hex')
  const { id, url } = await announceUpload(world.ports, command, { size: bytes.length, sha256 })
  const asked = { name: 'r.xlsx', upload: id, dryRun: false }
  const other = { ...(await world.as('lena')), language: 'en' as const }

  await expect(loadRegister(world.ports, { ...command, language: 'en' }, asked)).rejects.toThrow('Nothing has come')
  expect(await world.bytes.send(url, bytes)).toBe(true)
  await expect(loadRegister(world.ports, other, asked)).rejects.toThrow('Nothing has come')
  expect(await loadRegister(world.ports, { ...command, language: 'en' }, asked)).toMatchObject({ added: 1 })
  await expect(loadRegister(world.ports, { ...command, language: 'en' }, asked)).rejects.toThrow('Nothing has come')
  await expect(
    loadRegister(world.ports, { ...command, language: 'en' }, { ...asked, content: 'AAAA' }),
  ).rejects.toThrow('Give the bytes once')
})

test('what is not a register is refused with what to do', async () => {
  const read = async (bytes: Uint8Array) =>
    readRegisterTable(await readRegisterFile(bytes), { model: {} as never, today: '', language: 'en' })
  const text = (said: string) => new TextEncoder().encode(said)

  await expect(read(text('a;b\r\n1;2'))).rejects.toThrow('No row of it names its columns')
  await expect(read(text('Дата;Сумма\r\n1;2'))).rejects.toThrow('no column “Номер”, “Клиент”. It has: Дата, Сумма')
  await expect(read(text('PK\u0003\u0004 and nothing'))).rejects.toThrow('This workbook cannot be read')
  await expect(read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).rejects.toThrow('old format (.xls)')
})

test.each([
  ['Д-{year}-{n:3}', 'Д-2026-007', 7],
  ['Д-{year}-{n:3}', 'Д-2026-1234', 1234],
  ['Д-{year}-{n:3}', 'Д-2026-07', undefined],
  ['Д-{year}-{n:3}', 'Д-2025-007', undefined],
  ['{n}', '12', 12],
  ['{n}', '012', undefined],
  ['{n}', '0', undefined],
  ['(А.{n})', '(А.5)', 5],
  ['(А.{n})', '(Аx5)', undefined],
])('of the series %s “%s” is number %s', (like, written, n) => {
  expect(numberIn(like, written, '2026')).toBe(n)
})

test('a sheet that has no cells is passed over, first or later, and one that is broken is not looked at', async () => {
  const book = new ExcelJS.Workbook()
  for (const name of ['Диаграмма', 'Окно', '2026', 'График', '2025', 'Битый']) {
    const sheet = book.addWorksheet(name)
    sheet.addRow(head)
    sheet.addRow(contract(`Д-${name}`))
  }
  const zip = new PizZip(await book.xlsx.writeBuffer())
  const relations = 'xl/_rels/workbook.xml.rels'
  const without = [
    [1, 'chartsheet'],
    [2, 'dialogsheet'],
    [4, 'chartsheet'],
  ] as const
  const written = without.reduce(
    (text, [no, kind]) => {
      const [from, to] = [`worksheets/sheet${no}.xml`, `${kind}s/sheet${no}.xml`]
      zip.file(`xl/${to}`, `<${kind} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`)
      zip.remove(`xl/${from}`)
      const relation = new RegExp(`<Relationship [^>]*${from}"[^>]*>`)
      return text.replace(relation, (found) =>
        found.replace(from, to).replace('relationships/worksheet', `relationships/${kind}`),
      )
    },
    zip.file(relations)?.asText() ?? '',
  )
  zip.file(relations, written)
  zip.file('xl/worksheets/sheet6.xml', '<worksheet><v>')

  const table = await readWorkbook(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }))

  expect(written.match(/relationships\/(?:chart|dialog)sheet/g)).toHaveLength(3)
  expect(table).toMatchObject({ sheet: '2026', otherSheets: ['2025', 'Битый'] })
})

test('a workbook of which no sheet is shown is refused as such', async () => {
  const book = new ExcelJS.Workbook()
  for (const state of ['hidden', 'veryHidden'] as const) book.addWorksheet(state, { state }).addRow(head)

  expect(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual({ is: 'no_sheet' })
})
