import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { makeDemo } from '#demo/make-demo'
import { systemCaller } from '#domain/kernel/access'
import { consumers } from '#product/lists/consumers'
import { foundCompany } from '#local/found-company'
import { firstRules, rememberingLanguage } from '#product/memory-language'
import { memoryPorts } from '#product/memory-ports'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import type { Ports } from '#ports/ports'
import type { ReportTable } from '#schemas/report'
import { importBy } from '#test/import/company'
import { realData, type RealDataSet } from '#test/support/real-data'
import { readReport } from '#reports/usecases/read-report'

const caller = systemCaller('system', 'test')

async function tablesOf(ports: Ports, name: string, asked: object): Promise<Readonly<Record<string, ReportTable>>> {
  const reader = { caller, people: await ports.people.load() }
  const { tables } = await readReport(ports, reader, { name, asked }, { language: 'en', limit: 1e9 })
  return Object.fromEntries(tables.map((table) => [table.id, table]))
}

/** Won deals, their sum, and the fact of the plan, by employee and of the company. */
async function books(ports: Ports, period: string) {
  const [accountant, plan, company] = await Promise.all([
    tablesOf(ports, 'accountant', { period }),
    tablesOf(ports, 'plan_fact', { period }),
    tablesOf(ports, 'plan_fact', { period, by: 'company' }),
  ])
  const rows = accountant['won']?.rows ?? []
  return {
    deals: rows.length,
    listed: rows.reduce((sum, { cells }) => sum + Number(cells['base']?.value), 0),
    won: accountant['won']?.totals?.['base']?.value ?? 0,
    fact: plan['plan']?.totals?.['fact']?.value ?? 0,
    company: company['plan']?.totals?.['fact']?.value ?? 0,
  }
}

async function expectTied(ports: Ports, period: string): Promise<number> {
  const { deals, listed, won, fact, company } = await books(ports, period)
  expect([period, listed, fact, company]).toEqual([period, won, won, won])
  return deals
}

test('the accountant’s summary of the demo company is its plan’s fact to the kopeck, month by month and over the year', async () => {
  const now = '2026-11-23T11:00:00.000Z'
  const { ports } = memoryPorts({ clock: { now: () => now }, language: rememberingLanguage })
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  const { deals } = await makeDemo(ports, { seed: '1', now, deals: 120 })

  let won = 0
  for (const period of ['2026-08', '2026-09', '2026-10', '2026-11']) won += await expectTied(ports, period)
  expect(await expectTied(ports, '2026')).toBe(won)
  expect(won).toBe(deals.won + deals.completed)
}, 120_000)

const imports = [
  { set: 'adventureworks-plans', mapping: 'adventureworks.yaml', rules: 'adventureworks-pipelines.yaml' },
  { set: 'maven-crm', mapping: 'maven.yaml', rules: 'maven-pipelines.yaml' },
] as const

async function imported({ mapping, rules }: (typeof imports)[number], folder: string): Promise<MemoryWorld> {
  const now = '2026-12-01T07:00:00.000Z'
  const followed = consumers.filter(({ name }) =>
    ['keep-plan-ledger', 'keep-column-counters', 'follow-deal'].includes(name),
  )
  const text = readFileSync(`examples/import/${rules}`, 'utf8')
  const world = await memoryWorld({ rules: await firstRules(text, now), now, consumers: followed })
  await importBy(world.ports, `examples/import/${mapping}`, folder)
  await world.settle()
  return world
}

describe.each(imports)('the summary of $set', (one) => {
  const { folder, missing } = realData(one.set)

  test.skipIf(missing !== undefined)(
    `is the plan’s fact to the kopeck in every period, and the truth ${missing === undefined ? '' : `(left out: ${missing})`}`,
    async () => {
      const { ports } = await imported(one, folder)
      const truth = truthOf(one.set, folder)

      let compared = 0
      for (const [period, { count, minor }] of Object.entries(truth)) {
        const { deals, won, listed, fact, company } = await books(ports, period)
        expect([period, listed, fact, company]).toEqual([period, won, won, won])
        expect([period, won]).toEqual([period, minor])
        if (count !== undefined) expect([period, deals]).toEqual([period, count])
        compared += 1
      }
      expect(compared).toBeGreaterThan(8)
    },
    300_000,
  )
})

type Truth = Readonly<Record<string, { readonly count?: number; readonly minor: number }>>

/** What was won by period, as it was computed independently of this product. */
function truthOf(set: RealDataSet, folder: string): Truth {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  const minor = (amount: number): number => Math.round(amount * 100)
  if (set === 'maven-crm') {
    const months = truth.won.by_month as Record<string, { count: number; amount: number }>
    return Object.fromEntries(
      Object.entries(months).map(([month, sums]) => [month, { count: sums.count, minor: minor(sums.amount) }]),
    )
  }
  const kinds = ['month', 'quarter', 'half', 'year']
  return Object.fromEntries(
    kinds.flatMap((kind) =>
      Object.entries(truth.plan_vs_actual[`company_${kind}`] as Record<string, { actual: number }>).map(
        ([period, { actual }]) => [period, { minor: minor(actual) }],
      ),
    ),
  )
}
