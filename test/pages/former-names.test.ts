import Excel from 'exceljs'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { firstRules } from '#product/memory-language'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import { withFormerNames } from '#release/domain/with-former-names'
import { dealTableFile } from '#reports/http/deal-table-file'
import { exportDealTable } from '#reports/usecases/export-deal-table'
import { rememberingRules } from '#release/usecases/remembering-rules'
import { publishRules } from '#release/usecases/publish-rules'
import { loseDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { reportRules } from '#test/reports/histories'
import { aDoor, type Door } from '#test/support/http'
import { departments, employees } from '#test/support/world'

import { pagesOn, type PagesDoor } from './support'

const now = '2026-11-25T09:00:00.000Z'
const followed = consumers.filter(({ name }) =>
  ['follow-deal', 'keep-plan-ledger', 'keep-column-counters'].includes(name),
)
const first = reportRules.replace(
  'remark: {',
  'mood: { type: choice, options: { warm: Warm, cold: Ice-cold } }\n  remark: {',
)
/** Without a reason, a choice, a stage and what was to be done in it. */
const second = first
  .replace(', silence: Silence', '')
  .replace(', cold: Ice-cold', '')
  .replace(/ {2}contact:\n(?: {4}.*\n)+/, '')
  .replace('stages: [contact, offer', 'stages: [offer')
/** Without a direction; what was forgotten before is forgotten still. */
const third = second
  .replace(/ {2}retail: .*\n/, '')
  .replace('pipeline: retail', 'pipeline: trade')
  .replace(', regular]', ']')
  .replace('[b2b, b2c]', '[b2b]')

async function publish({ ports, as }: MemoryWorld, text: string): Promise<void> {
  const { version } = await ports.rules.current()
  await publishRules(ports, await as(), { text, note: 'Less of it', expected: version })
}

async function aForgetfulCompany(): Promise<MemoryWorld> {
  const world = await memoryWorld({
    rules: await firstRules(first, now),
    employees,
    departments,
    now,
    consumers: followed,
  })
  await world.ports.settings.save({ currency: 'RUB', rates: {} })
  for (const [title, pipeline] of [
    ['Coffee machines', 'trade'],
    ['Gift set', 'retail'],
  ] as const) {
    const { id } = await createDeal(world.ports, await world.as(), {
      title,
      pipeline,
      owner: 'anna',
      client: { name: 'Aurora' },
      fields: { mood: 'cold', amount: 100_00 },
    })
    await world.settle()
    await loseDeal(world.ports, await world.as('helen'), id, { reason: 'silence' })
    await world.settle()
  }
  return world
}

describe('a reason, a choice, a stage and a direction that were taken out of the rules are told by their last names', () => {
  let world: MemoryWorld
  let door: Door
  let page: PagesDoor
  beforeAll(async () => {
    world = await aForgetfulCompany()
    await publish(world, second)
    await publish(world, third)
    door = await aDoor(world)
    page = pagesOn(world)
  })
  const wholeText = async (path: string, lang = 'en'): Promise<string> =>
    (await page(path, { as: 'helen', headers: { 'accept-language': lang } })).text()

  test.each(['en', 'ru'])('in reports (%s)', async (lang) => {
    const { body } = await door.get(`/reports/lost_reasons?period=2026-11&lang=${lang}`)
    const [table] = body.tables
    const byMood = await door.get(`/reports/lost_reasons?period=2026-11&by=field&field=mood&lang=${lang}`)

    const cells = table.rows.map((row: { cells: Record<string, unknown> }) => JSON.stringify(row))
    expect(cells.join()).toContain('Silence')
    expect(cells.join()).toContain('Contact')
    expect(cells.join()).toContain('Retail')
    expect(JSON.stringify(byMood.body.tables[0].rows)).toContain('Ice-cold')
  })

  test.each(['en', 'ru'])('in files of reports (%s)', async (lang) => {
    const csv = String((await door.get(`/reports/lost_reasons/csv?period=2026-11&lang=${lang}`)).body)

    expect(csv).toMatch(/Silence;Contact;Trade/)
    expect(csv).toMatch(/Silence;Offer;Retail/)
  })

  test.each(['en', 'ru'])('on the page of deals and in its files (%s)', async (lang) => {
    const query = 'where=status%3Dlost&columns=title,direction,stage,reason,fields.mood'
    const csv = String((await door.get(`/deal-table/csv?${query}&lang=${lang}`)).body)
    const html = await wholeText(`/app/deals?${query}`, lang)

    expect(csv).toContain('Coffee machines;Trade;Contact;Silence;Ice-cold')
    expect(csv).toContain('Gift set;Retail;Offer;Silence;Ice-cold')
    for (const name of ['Contact', 'Retail', 'Silence', 'Ice-cold'])
      expect(html).toMatch(new RegExp(`<td[^>]*>${name}<`))
    expect(html).not.toMatch(/<td[^>]*>(?:contact|retail|silence|cold)</)
  })

  test('in a workbook', async () => {
    const { caller } = await world.as('helen')
    const reader = { caller, people: await world.ports.people.load() }
    const columns = 'title,direction,stage,reason,fields.mood'
    const table = await exportDealTable(world.ports, reader, { asked: { columns }, format: 'xlsx', language: 'ru' })
    const book = new Excel.Workbook()
    await book.xlsx.load(((await dealTableFile(table, 'xlsx')).body as Uint8Array<ArrayBuffer>).buffer)

    const rows = book.worksheets[0]?.getSheetValues().flat().map(String) ?? []
    expect(rows).toEqual(expect.arrayContaining(['Retail', 'Contact', 'Silence', 'Ice-cold']))
  })

  test('in the history of their deal', async () => {
    const id = world.history().find(({ name }) => name === 'deal.lost')?.detail.dealId ?? ''
    const html = await wholeText(`/app/deals/${id}`)

    expect(html.slice(html.indexOf('id="timeline"'))).toContain('Silence')
    expect(html).not.toMatch(/\bsilence\b/)
  })
})

describe('names of what was taken out', () => {
  test('are kept by the next rules where those in force were published before names were kept', async () => {
    const world = await aForgetfulCompany()
    const faults = vi.spyOn(console, 'error').mockReturnValue()
    const before = await world.ports.rules.current()
    const { former: _former, ...model } = (await firstRules(second, now)).model
    await world.ports.rules.publish({ ...before, version: 2, model, text: second, hash: 'second' }, 1)
    await publish(world, third)
    const { model: kept } = await world.ports.rules.current()

    expect(kept.former).toMatchObject({
      'reason/silence': 'Silence',
      'stage/trade/contact': 'Contact',
      'task/trade/contact/call': 'Call',
      'direction/retail': 'Retail',
      'stage/retail/offer': 'Offer',
    })
    expect(kept.fields['mood']?.former).toEqual({ cold: 'Ice-cold' })
    expect(faults).not.toHaveBeenCalled()
    faults.mockRestore()
  })

  test('are left out where the version that had them cannot be read, which is told to the log', async () => {
    const { former: _former, ...model } = (await firstRules(second, now)).model
    const faults = vi.spyOn(console, 'error').mockReturnValue()
    const version = () => Promise.reject(new Error('Unreadable.'))
    const { rules } = (await aForgetfulCompany()).ports

    expect(await rememberingRules({ rules: { ...rules, version } }, { version: 2, model })).toEqual(model)
    expect(faults.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
      { level: 'error', what: 'earlier rules not read for names', version: 1, error: 'Error: Unreadable.' },
    ])
    faults.mockRestore()
  })

  test('are kept of choices of clients too', async () => {
    const { model } = await firstRules(first, now)
    const grade = { id: 'grade', name: 'Grade', type: 'choice', builtIn: false } as const
    const withGrades = (options: Readonly<Record<string, string>>) => ({
      ...model,
      clients: { kinds: { company: { grade: { ...grade, options } }, person: {} }, roles: {} },
    })
    const one = withFormerNames(withGrades({ a: 'Gold' }), withGrades({ a: 'Golden', c: 'Copper' }))
    const two = withFormerNames(withGrades({ a: 'Gold', b: 'Bronze' }), one)

    expect(two.clients?.kinds.company['grade']?.former).toEqual({ c: 'Copper' })
  })

  test('are not kept of what has come back', async () => {
    const world = await aForgetfulCompany()
    await publish(world, third)
    await publish(world, first.replace('Silence', 'No answer'))
    const { model } = await world.ports.rules.current()

    expect(model.former).toEqual({})
    expect(model.fields['mood']?.former).toBeUndefined()
    expect(model.outcomes.lost.reasons['silence']).toBe('No answer')
  })
})
