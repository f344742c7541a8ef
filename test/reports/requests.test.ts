import { beforeAll, expect, test } from 'vitest'

import { dealFacts } from '#reports/domain/deal-facts'
import { writeTasks } from '#reports/domain/task-wire'
import type { Ports } from '#ports/ports'
import { reportNames, type ReportName } from '#schemas/report-names'
import { reportStore } from '#reports/store/report-store'
import { writePack } from '#reports/store/shelf-packs'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { readRecord, tellingOf } from '#reports/usecases/keep-reports'
import { readReport } from '#reports/usecases/read-report'
import { readReportItems } from '#reports/usecases/read-report-items'
import type { Reader } from '#reports/usecases/build-report'

const engine = useEngine()
let world: World
let cost: ReturnType<typeof meter>

const months = Array.from({ length: 20 }, (_, index) =>
  new Date(Date.UTC(2025, 5 + index, 1)).toISOString().slice(0, 7),
)

beforeAll(async () => {
  world = await aWorld(engine, { now: '2026-11-25T09:00:00.000Z' })
  const { ports, table } = world
  const ids: string[] = []
  for (let no = 0; no < 3; no += 1) {
    const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', fields: { amount: 5_00 } }
    ids.push((await createDeal(ports, await world.as('helen'), input)).id)
  }
  const record = await readRecord(ports, ids[0] ?? '')
  if (record === undefined) throw new Error('The deal is there.')
  const [open = '', deals = ''] = [...dealFacts(record, await tellingOf(ports, record.events)).values()]
  const tasks = writeTasks({ deal: record.deal.id, tasks: [] })
  const refusal = JSON.stringify({ deal: record.deal.id, owner: 'anna', at: 0, by: 'anna', pipeline: '', stage: '' })
  const pack = (shelf: string, body: string) =>
    writePack({ document: engine.client, table }, shelf, 0, [{ id: record.deal.id, rev: 1, body }])
  await pack('open', open)
  for (const month of months) {
    await Promise.all([pack(`d-${month}`, deals), pack(`t-${month}`, tasks), pack(`r-${month}`, refusal)])
  }
  cost = meter(engine.client)
})

/** A process that has read no pack yet; people, rules and settings, which are remembered, are not counted. */
async function aProcess(): Promise<{ readonly ports: Ports; readonly reader: Reader }> {
  const { ports, table } = world
  const [people, rules, settings] = await Promise.all([
    ports.people.load(),
    ports.rules.current(),
    ports.settings.load(),
  ])
  const { caller } = await world.as('helen')
  return {
    reader: { caller, people },
    ports: {
      ...ports,
      people: { ...ports.people, load: () => Promise.resolve(people) },
      rules: { ...ports.rules, current: () => Promise.resolve(rules) },
      settings: { ...ports.settings, load: () => Promise.resolve(settings) },
      reports: reportStore({ document: engine.client, table }),
    },
  }
}

async function requestsOf(name: ReportName, period: string): Promise<readonly [first: number, again: number]> {
  const { ports, reader } = await aProcess()
  const read = async () => {
    cost()
    await readReport(ports, reader, { name, asked: { period } }, { language: 'en' })
    return cost().requests
  }
  return [await read(), await read()]
}

const usual = [4, 3, 15, 14]
const promised: Readonly<Record<ReportName, readonly number[]>> = {
  plan_fact: [4, 4, 4, 4],
  accountant: [8, 7, 19, 18],
  funnel_cohort: usual,
  funnel_period: usual,
  time_in_stage: [5, 4, 16, 15],
  forecast: [5, 4, 16, 15],
  tasks: usual,
  load: [4, 3, 4, 3],
  discipline: usual,
  response: usual,
  calls: [0, 0, 0, 0],
  lost_reasons: usual,
  velocity: usual,
  compliance: [9, 8, 44, 41],
  plan_needs: [14, 13, 14, 13],
}

test.each(reportNames)(
  '%s takes the requests that docs/reports.md promises, of a month and of a year, first and again',
  async (name) => {
    const month = await requestsOf(name, '2026-11')
    const year = await requestsOf(name, '2026')

    expect([...month, ...year]).toEqual(promised[name])
  },
)

test('a page of what stands behind a number takes one more for the titles of its deals', async () => {
  const { ports, reader } = await aProcess()
  const asked = { period: '2026-11', cell: 'progress:*:count' }
  cost()

  const { items } = await readReportItems(ports, reader, { name: 'accountant', asked, language: 'en' }, { limit: 50 })

  expect(items.map(({ title }) => title)).toEqual(['Machines'])
  expect(cost().requests).toBe(9)
})
