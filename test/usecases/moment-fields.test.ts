import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { dealTableFile } from '#reports/http/deal-table-file'
import { exportDealTable } from '#reports/usecases/export-deal-table'
import type { Task } from '#schemas/task'
import { toldImport } from '#test/import/company'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { reasonText } from '#test/support/told'
import { aWorldInMemory, type World } from '#test/support/world'
import { rulesOf, tryRules } from '#test/trial/tried'

const text = steadyRules()
  .replace(/^fields:.*\n/m, '$&  visit_at: { type: date_time, name: Visit }\n')
  .replace(
    '      send_deck:\n',
    `      remind: { do: Remind them, by: owner, due: 2 hours before visit_at, optional: yes }
      visit: { do: Be there, by: owner, due: at visit_at, optional: yes }
      send_deck:\n`,
  )
  .replace('filled: [decision_maker, need]', 'filled: [decision_maker, need]\n      must: { visit_at: before now }')

let world: World
let door: Door
let dealId = ''

beforeAll(async () => {
  world = await aWorldInMemory({ text })
  door = await aDoor(world)
})

beforeEach(async () => {
  world.setNow('2026-12-01T07:00:00.000Z')
  dealId = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body.id
  await world.run(consumers, dealId)
})

async function set(fields: object): Promise<Reply> {
  const { headers } = await door.get(`/deals/${dealId}`)
  const seen = { 'if-match': headers.get('etag') ?? '' }
  return door.ask('PATCH', `/deals/${dealId}`, { as: 'anna', body: { fields }, headers: seen })
}

async function taskOf(template: string): Promise<Task | undefined> {
  return (await world.ports.deals.tasksOf(dealId)).find((task) => task.template === template)
}

describe('a deal with a moment in a field', () => {
  test('is answered in UTC, and its tasks get their dates and follow it', async () => {
    expect((await taskOf('remind'))?.dueAt).toBeNull()

    const first = await set({ visit_at: '2026-12-05T19:30:00+03:00' })
    await world.run(consumers, dealId)
    expect(first.body.fields).toEqual({ visit_at: '2026-12-05T16:30:00.000Z' })
    expect(await taskOf('remind')).toMatchObject({
      dueAt: '2026-12-05T14:30:00.000Z',
      dueWhy: { rule: '2 hours before visit_at', anchor: 'field', anchorName: 'visit_at', skipped: [] },
    })
    expect((await taskOf('visit'))?.dueAt).toBe('2026-12-05T16:30:00.000Z')

    await set({ visit_at: '2026-12-07T10:00Z' })
    await world.run(consumers, dealId)
    expect((await taskOf('remind'))?.dueAt).toBe('2026-12-07T08:00:00.000Z')

    await set({ visit_at: null })
    await world.run(consumers, dealId)
    expect((await taskOf('visit'))?.dueAt).toBeNull()
  })

  test('refuses a moment without its zone, and says how it is written', async () => {
    const refused = await set({ visit_at: '2026-12-05T19:30' })

    expect([refused.status, refused.body.code]).toEqual([422, 'field_value'])
    expect(refused.body.detail).toBe(
      '“Visit” takes a day and a time with its zone, such as 2027-03-01T10:00+03:00, you sent "2026-12-05T19:30".',
    )
    expect(refused.body.errors).toMatchObject([{ pointer: '/fields/visit_at' }])
  })

  test('a gate that asks for what is over lets the deal go when it is', async () => {
    await set({ visit_at: '2026-12-01T08:00Z', decision_maker: 'Olga', need: 'Tea' })
    await world.run(consumers, dealId)
    for (const template of ['send_deck', 'confirm_seen']) {
      await door.post(`/tasks/task_${dealId.slice(5)}-1-${template}/completion`, {}, { as: 'anna' })
      await world.run(consumers, dealId)
    }
    const move = (): Promise<Reply> => door.post(`/deals/${dealId}/moves`, { toStage: 'general_offer' }, { as: 'anna' })

    const early = await move()
    world.setNow('2026-12-01T08:00:00.001Z')
    const late = await move()

    expect(early.body).toMatchObject({ code: 'gate_blocked', missing: { must: [{ text: 'visit_at: before now' }] } })
    expect(late.status).toBe(200)
  })

  test.each([
    ['en', '05/12/2026 19:30', '31/12/2026 16:30', '5 Dec 2026, 19:30'],
    ['ru', '05.12.2026 19:30', '31.12.2026 16:30', '5 дек. 2026 г., 19:30'],
  ])(
    'is shown and typed by the clocks of the company in %s, whatever the browser',
    async (language, shown, sample, said) => {
      await set({ visit_at: '2026-12-05T16:30:00.000Z' })
      const page = await (
        await pagesOn(world)(`/app/deals/${dealId}`, { as: 'anna', headers: { 'accept-language': language } })
      ).text()
      const [input = ''] = /<input[^>]*name="fields.visit_at"[^>]*>/.exec(page) ?? []

      expect(input).toContain(`value="${shown}"`)
      expect(input).toContain('data-type="moment"')
      expect(input).toContain('data-held="2026-12-05T16:30:00.000Z"')
      expect(input).toContain(`placeholder="${sample}"`)
      expect(input).not.toContain('datetime-local')
      expect(page.replaceAll('\u00a0', ' ')).toContain(`<ins>${said}</ins>`)
    },
  )
})

test('the table of deals narrows, shows and exports a moment', async () => {
  await set({ visit_at: '2026-12-05T16:30:00.000Z' })
  await world.run(consumers, dealId)
  const found = async (where: string): Promise<readonly string[]> => {
    const { body } = await door.get(`/deal-table?where=${encodeURIComponent(where)}`)
    return body.items.map(({ id }: { id: string }) => id)
  }
  const csv = await exportDealTable(
    world.ports,
    { caller: (await world.as('helen')).caller, people: await world.ports.people.load() },
    {
      asked: { where: 'fields.visit_at = 2026-12-05', columns: 'title,fields.visit_at' },
      format: 'csv',
      language: 'ru',
    },
  )

  expect(await found('fields.visit_at = 2026-12-05')).toEqual([dealId])
  expect(await found('fields.visit_at >= 2026-12-06')).toEqual([])
  expect(String((await dealTableFile(csv, 'csv')).body)).toContain('05.12.2026 19:30')
})

test('an import reads moments as the file writes them, and says what is no moment', async () => {
  const mapping = `
version: 1
inputs:
  - kind: deals
    file: deals.csv
    format: { delimiter: ";", dates: [DD.MM.YYYY HH:mm, DD.MM.YYYY, excel] }
    external_id: "old:{No}"
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    fields: { visit_at: Visit }
    created: { value: 30.11.2026 }
    outcome: { column: How, map: { open: { stage: presentation } } }
`
  const rows = ['1;A;05.12.2026 19:30', '2;B;2026-12-05T19:30:00+05:00', '3;C;46361.8125', '4;D;05.12.2026', '5;E;']
  const bytes = new TextEncoder().encode(['No;Title;Visit;How', ...rows.map((row) => `${row};open`)].join('\n'))
  const { inputs } = await toldImport(world.ports, { mapping, read: () => bytes, isDryRun: false })

  const kept = async (no: number): Promise<unknown> => {
    const id = await world.ports.deals.byExternalId(`old:${no}`)
    return id === undefined ? undefined : (await world.ports.deals.find(id))?.fields['visit_at']
  }
  expect(await Promise.all([1, 2, 3, 5].map(kept))).toEqual([
    '2026-12-05T16:30:00.000Z',
    '2026-12-05T14:30:00.000Z',
    '2026-12-05T16:30:00.000Z',
    undefined,
  ])
  expect(inputs[0]?.leftOut.map(({ line, reasons }) => [line, reasonText(reasons)])).toEqual([
    [5, expect.stringContaining('“05.12.2026” is a day without a time of day')],
  ])
})

test('rules with moments are tried: by the clocks of the company, with what happened in the same words', async () => {
  const { told, outcomes } = await tryRules(
    await rulesOf(text),
    `version: 1
tests:
  - name: The visit
    deal: { pipeline: b2b_new, visit_at: 2026-12-05 19:30 }
    expect: { due: { remind: 2026-12-05 17:30, visit: 2026-12-05 19:30 }, fields: { visit_at: 2026-12-05 } }
    steps:
      - set: { visit_at: 2026-12-07 10:00 }
        expect: { due: { remind: 2026-12-07 08:00 }, fields: { visit_at: after 2026-12-05 } }
  - name: Wrong
    deal: { pipeline: b2b_new, visit_at: 2026-12-05 19:30 }
    expect: { fields: { visit_at: 2026-12-06 } }
`,
  )

  expect(outcomes.map(({ failure }) => failure === undefined)).toEqual([true, false])
  expect(told.join('\n')).toContain('happened: visit_at: 2026-12-05 19:30')
})
