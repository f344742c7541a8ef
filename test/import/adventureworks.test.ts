import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import { percentOf } from '#domain/kernel/ratio'
import { nameToId } from '#import/name-to-id'
import type { ProgressRow } from '#schemas/plan'
import { useEngine } from '#test/support/engine'
import { realData } from '#test/support/real-data'
import { aWorld, type World } from '#test/support/world'
import { readProgress } from '#usecases/plan/read-progress'
import { readTargets } from '#usecases/plan/read-targets'
import { keepBooks, importBy, recording, type ToldReport } from './company'

const { folder, missing } = realData('adventureworks-plans')
const mapping = 'examples/import/adventureworks.yaml'
const caller = systemCaller('system', 'test')
const engine = useEngine()

type Truth = { readonly plan: number; readonly actual: number; readonly percent: string | null }
type Truths = Readonly<Record<string, Readonly<Record<string, Truth>>>>

describe.skipIf(missing !== undefined)(
  `orders and targets of a wholesaler${missing === undefined ? '' : ` (left out: ${missing})`}`,
  () => {
    let world: World
    let report: ToldReport
    let truth: { readonly plan_vs_actual: Truths; readonly orders: number; readonly order_lines: number }

    beforeAll(async () => {
      truth = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8'))
      world = await aWorld(engine, { text: readFileSync('examples/import/adventureworks-pipelines.yaml', 'utf8') })
      const { ports, events } = recording(world.ports)
      report = await importBy(ports, mapping, folder)
      const handing = performance.now()
      await keepBooks(world.ports, events)
      const lines = report.inputs.reduce((sum, { rows }) => sum + rows, 0)
      const handed = ((performance.now() - handing) / 1000).toFixed(1)
      console.info(
        `${lines} lines in ${report.seconds.toFixed(1)} s: ${Math.round(lines / report.seconds)} rows/s; ${events.length} events handed on in ${handed} s`,
      )
    }, 900_000)

    test('every line is taken, and lines of an order are one deal', () => {
      const deals = report.inputs.filter(({ kind }) => kind === 'deals')

      expect(report.inputs.flatMap(({ leftOut }) => leftOut)).toEqual([])
      expect(deals.reduce((sum, { rows }) => sum + rows, 0)).toBe(truth.order_lines)
      expect(deals.reduce((sum, { made }) => sum + made, 0)).toBe(truth.orders)
    })

    test.each(['month', 'quarter', 'half', 'year'] as const)(
      'plan, fact and percent of every %s are the truth',
      async (kind) => {
        const people = truth.plan_vs_actual[`salesperson_${kind}`] ?? {}
        const company = truth.plan_vs_actual[`company_${kind}`] ?? {}
        const periods = Object.keys(company)
        const said: Record<string, unknown> = {}
        const wanted: Record<string, unknown> = {}

        for (const period of periods) {
          const byEmployee = await readProgress(world.ports, caller, period, { by: 'employee' })
          const byCompany = await readProgress(world.ports, caller, period, { by: 'company' })
          for (const row of byEmployee.rows) if (row.scope === 'employee') said[`${row.id}|${period}`] = seen(row)
          said[`|${period}`] = seen(byCompany.rows.find(({ id }) => id === ''))
        }
        for (const [key, one] of Object.entries(people)) {
          const [name = '', period = ''] = key.split('|')
          wanted[`${nameToId(name)}|${period}`] = told(one)
        }
        for (const [period, one] of Object.entries(company)) wanted[`|${period}`] = told(one)

        expect(Object.keys(wanted).length).toBeGreaterThan(periods.length)
        expect(said).toEqual(wanted)
      },
    )

    test('running it again makes nothing and moves nothing', async () => {
      const { ports, events } = recording(world.ports)

      const again = await importBy(ports, mapping, folder)

      expect(events).toEqual([])
      expect(
        again.inputs.filter(({ kind }) => kind === 'deals').map(({ made, continued }) => made + continued),
      ).toEqual([0, 0])
    })

    test('the plan out of the wide file in thousands is the same plan', async () => {
      const before = await readTargets(world.ports, caller, '2019-08')

      const wide = await importBy(world.ports, 'examples/import/adventureworks-wide-targets.yaml', folder)

      expect(wide.inputs[0]).toMatchObject({ made: 809, leftOut: [] })
      expect(await readTargets(world.ports, caller, '2019-08')).toEqual(before)
    })
  },
)

/** What the product says, with the percent at two decimals beside its own. */
function seen(row: ProgressRow | undefined) {
  if (row === undefined) return undefined
  expect(row.percent).toBe(percentOf(row.fact, row.plan, 1))
  return { plan: row.plan ?? 0, fact: row.fact, percent: percentOf(row.fact, row.plan, 2) }
}

function told({ plan, actual, percent }: Truth) {
  return {
    plan: Math.round(plan * 100),
    fact: Math.round(actual * 100),
    percent: percent === null ? null : Number(percent),
  }
}
