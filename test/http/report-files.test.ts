import { handle } from 'hono/aws-lambda'
import { parse } from 'csv-parse/sync'
import Excel from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { operationDoors } from '#product/lists/operation-doors'
import { createApp } from '#http/app'
import type { MemoryWorld } from '#product/memory-world'
import { aDoor, type Door } from '#test/support/http'
import { aReportedCompany } from './report-scene'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'

let world: MemoryWorld
let door: Door
beforeAll(async () => {
  world = await aReportedCompany()
  door = await aDoor(world)
})

describe('a file', () => {
  const bom = '\uFEFF'

  test('of CSV opens in a spreadsheet of the country, and runs nothing', async () => {
    const { body, headers } = await door.get('/reports/accountant/csv?period=2026-11&lang=ru')

    expect(headers.get('content-disposition')).toBe('attachment; filename="norma-accountant-2026-11.csv"')
    const text = String(body)
    expect(text.replace(bom, '').split('\r\n').at(0)).toBe(
      'Сделка;Дата;Клиент;Направление;Менеджер;Сумма;Валюта;Сделки;В валюте компании, RUB',
    )
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    const rows = parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]
    expect(rows.slice(0, 4)).toEqual([
      ['Сделка', 'Дата', 'Клиент', 'Направление', 'Менеджер', 'Сумма', 'Валюта', 'Сделки', 'В валюте компании, RUB'],
      ['Coffee; "best" machines', '25.11.2026', 'Aurora', 'Trade', 'Anna', '1250,00', 'RUB', '1', '1250,00'],
      [
        '\'=HYPERLINK("https://evil.example")',
        '25.11.2026',
        '+7 900 000',
        'Trade',
        'Cyril',
        '100,00',
        'USD',
        '1',
        '9050,00',
      ],
      ['Итого', '', '', '', '', '', '', '2', '10300,00'],
    ])
  })

  test('is valid, whatever deals were called before texts had a rule', async () => {
    const old = await aReportedCompany()
    const title = 'Zero\u0000 bell\u0007, two\r\nlines, \u202Eturned \uFFFE'
    const deal = { title, owner: 'anna', pipeline: 'trade', stage: 'close', fields: { amount: 100_00 } }
    const { id } = await createDeal(old.ports, await old.as(), deal)
    await old.settle()
    await moveDeal(old.ports, await old.as('helen'), id, {
      toStage: 'deliver',
      complete: [`task_${id.slice(5)}-1-paper`],
    })
    await old.settle()
    const itsDoor = await aDoor(old)

    const csv = String((await itsDoor.get('/reports/accountant/csv?period=2026-11')).body)
    const rows = parse(csv, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]

    expect(rows.map(([first]) => first)).toContain('Zero bell, two  lines, turned ')
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Control}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u)
  })

  test('of CSV begins with a byte order mark', async () => {
    const bytes = await raw('/reports/accountant/csv?period=2026-11')

    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    expect(new TextDecoder().decode(bytes)).toContain(';1250.00;RUB;1;1250.00')
  })

  test('of CSV puts tables of the same columns together, each line with its direction', async () => {
    const { body } = await door.get('/reports/funnel_cohort/csv?period=2026-11')

    const rows = parse(String(body), { bom: true, delimiter: ';' }) as string[][]
    expect(rows[0]?.slice(0, 3)).toEqual(['Direction', 'Stage', 'Reached'])
    expect(new Set(rows.slice(1).map(([direction]) => direction))).toEqual(new Set(['Trade', 'Retail']))
  })

  test('of a workbook has numbers and dates as such, a heading that stays, totals, widths and a filter', async () => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load((await raw('/reports/accountant/xlsx?period=2026-11')).buffer as ArrayBuffer)

    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Won in the period', 'In progress'])
    const [won] = workbook.worksheets
    const values = (row: number) => ((won?.getRow(row).values ?? []) as unknown[]).slice(1)
    expect(values(1)).toEqual([
      'Deal',
      'Date',
      'Client',
      'Direction',
      'Manager',
      'Amount',
      'Currency',
      'Deals',
      'In company currency, RUB',
    ])
    expect(values(2)).toEqual([
      'Coffee; "best" machines',
      new Date('2026-11-25T00:00:00.000Z'),
      'Aurora',
      'Trade',
      'Anna',
      1250,
      'RUB',
      1,
      1250,
    ])
    expect(values(3)?.[0]).toBe('=HYPERLINK("https://evil.example")')
    expect(won?.getCell('A3').type).toBe(Excel.ValueType.String)
    expect([won?.getCell('A4').value, won?.getCell('I4').value, won?.getCell('I4').font.bold]).toEqual([
      'Total',
      10_300,
      true,
    ])
    expect([won?.getCell('I2').numFmt, won?.getCell('B2').numFmt]).toEqual(['#,##0.00', 'dd.mm.yyyy'])
    expect(won?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(won?.autoFilter).toBe('A1:I3')
    expect(won?.getColumn(1).width).toBeGreaterThan(30)
  })

  test.each([
    'plan_fact',
    'funnel_period',
    'time_in_stage',
    'forecast',
    'tasks',
    'load',
    'discipline',
    'response',
    'lost_reasons',
    'velocity',
    'compliance',
    'plan_needs',
  ])('of %s can be opened', async (name) => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load((await raw(`/reports/${name}/xlsx?lang=ru`)).buffer as ArrayBuffer)
    const { body } = await door.get(`/reports/${name}/csv?lang=ru`)

    expect(workbook.worksheets.length).toBeGreaterThan(0)
    expect(parse(String(body), { bom: true, delimiter: ';', relax_column_count: true }).length).toBeGreaterThan(1)
  })

  test('goes on record: who took what out, when, with which filters', async () => {
    await door.get('/reports/load/csv?person=anna', { as: 'boris' })

    const { body } = await door.get('/audit?limit=1')

    expect(body.items).toEqual([
      expect.objectContaining({
        by: 'boris',
        what: 'report load',
        format: 'csv',
        filters: { person: 'anna' },
        at: world.now(),
      }),
    ])
  })

  test('is on record for whoever may see what somebody took out, and for nobody else', async () => {
    await door.get('/reports/load/csv', { as: 'boris' })
    const seenBy = async (as: string) =>
      (await door.get('/audit', { as })).body.items.map(({ by }: { by: string }) => by)

    expect(await seenBy('helen')).toContain('boris')
    expect(await seenBy('boris')).toContain('boris')
    expect([await seenBy('anna'), await seenBy('clara')]).toEqual([[], []])
  })

  test('is for whoever may take files out: heads, and whom the company lets', async () => {
    const files = allOperations.filter(({ media = '' }) => /csv|spreadsheet/.test(media))
    const paths = files.map(({ id, path }) => [id, path.replace('{report}', 'deals')] as const)
    const refused = []
    for (const [id, path] of paths) refused.push([id, (await door.get(path, { as: 'anna' })).status])
    const told = (await door.get('/deal-table/csv', { as: 'anna' })).body

    expect(files.map(({ id }) => id)).toEqual([
      'readClientsCsv',
      'readClientsXlsx',
      'readRegisterCsv',
      'readRegisterXlsx',
      'readReportCsv',
      'readReportXlsx',
      'readDealTableCsv',
      'readDealTableXlsx',
    ])
    expect(refused.map(([, status]) => status)).toEqual(paths.map(() => 403))
    expect(told.code).toBe('forbidden')
    const { employees } = await world.ports.people.load()
    const anna = employees['anna']
    if (anna !== undefined) await world.ports.people.saveEmployee({ ...anna, rights: { export: 'all' } })
    expect((await door.get('/deal-table/csv', { as: 'anna' })).status).toBe(200)
    if (anna !== undefined) await world.ports.people.saveEmployee(anna)
    expect((await door.get('/deal-table/csv', { as: 'boris' })).status).toBe(200)
  })

  test('that is refused does not go on record', async () => {
    const before = (await door.get('/audit')).body.items.length

    await door.get('/reports/nothing/csv')

    expect((await door.get('/audit')).body.items).toHaveLength(before)
  })
})

const app = () =>
  createApp({
    ports: world.ports,
    doors: operationDoors,
    openApi: () => Promise.reject(new Error('Nobody asks for it.')),
    verifyToken: () => Promise.resolve('helen'),
    cursorSecret: 'secret',
  })

async function raw(address: string): Promise<Uint8Array> {
  const response = await app().request(address, { headers: { authorization: 'Bearer helen' } })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

test('a workbook comes through API Gateway whole', async () => {
  const request = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/reports/accountant/xlsx',
    rawQueryString: 'period=2026-11',
    headers: { authorization: 'Bearer helen' },
    requestContext: { domainName: 'api.example', http: { method: 'GET', path: '/reports/accountant/xlsx' } },
    isBase64Encoded: false,
  }

  const answer = (await handle(app())(request as never)) as { readonly body: string }

  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true })
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Uint8Array.from(Buffer.from(answer.body, 'base64')).buffer)
  expect(workbook.worksheets).toHaveLength(2)
})
