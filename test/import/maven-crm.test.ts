import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import { nameToId } from '#import/name-to-id'
import type { Metric, PlanScope } from '#schemas/plan'
import { useEngine } from '#test/support/engine'
import { realData } from '#test/support/real-data'
import { aWorld, type World } from '#test/support/world'
import { readProgress } from '#usecases/plan/read-progress'
import { keepBooks, importBy, recording, type ToldReport } from './company'

const { folder, missing } = realData('maven-crm')
const mapping = 'examples/import/maven.yaml'
const caller = systemCaller('system', 'test')
const engine = useEngine()

type Sum = { readonly count: number; readonly amount: number }
type Truth = {
  readonly won: Readonly<Record<string, Readonly<Record<string, Sum>>>>
  readonly lost_count_by_month: Readonly<Record<string, number>>
  readonly stage_counts: Readonly<Record<string, number>>
  readonly stage_counts_by_agent: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly referential: { readonly agents_in_teams_without_deals: readonly string[] }
}

describe.skipIf(missing !== undefined)(
  `opportunities of another CRM${missing === undefined ? '' : ` (left out: ${missing})`}`,
  () => {
    let world: World
    let report: ToldReport
    let truth: Truth

    beforeAll(async () => {
      truth = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8'))
      world = await aWorld(engine, { text: readFileSync('examples/import/maven-pipelines.yaml', 'utf8') })
      const { ports, events } = recording(world.ports)
      report = await importBy(ports, mapping, folder)
      await keepBooks(world.ports, events)
      const rows = report.inputs.reduce((sum, one) => sum + one.rows, 0)
      console.info(`${rows} lines in ${report.seconds.toFixed(1)} s: ${Math.round(rows / report.seconds)} rows/s`)
    }, 900_000)

    test('every opportunity is taken, and agents without one are employees all the same', async () => {
      const { employees } = await world.ports.people.load()

      expect(report.inputs.map(({ made, leftOut }) => ({ made, leftOut }))).toEqual([
        { made: 35, leftOut: [] },
        { made: 8800, leftOut: [] },
      ])
      for (const name of truth.referential.agents_in_teams_without_deals)
        expect(employees).toHaveProperty([nameToId(name)])
    })

    test('won sums and counts per month, agent, manager and office are the truth', async () => {
      const months = Object.keys(truth.won['by_month'] ?? {})

      for (const period of [...months, '2017-Q1', '2017-Q2', '2017-H1', '2017-H2', '2017']) {
        const said = {
          company: await brought(world, period, 'company'),
          agents: await brought(world, period, 'employee'),
          teams: await brought(world, period, 'department'),
          offices: await brought(world, period, 'pipeline'),
        }

        expect(said).toEqual({
          company: wonIn(truth, 'company', period, () => ''),
          agents: wonIn(truth, 'agent', period, nameToId),
          teams: wonIn(truth, 'manager', period, (name) => nameToId(`team.${name}`)),
          offices: wonIn(truth, 'region', period, (name) => name.toLowerCase()),
        })
      }
    })

    test('open and lost deals per agent, stage and month are the truth', async () => {
      const cards = await everyCard(world)
      const counts: Record<string, Record<string, number>> = {}
      const lost: Record<string, number> = {}
      for (const card of cards) {
        const kind =
          { completed: 'Won', lost: 'Lost' }[card.status as string] ??
          (card.stage === 'engaging' ? 'Engaging' : 'Prospecting')
        const own = (counts[card.owner] ??= {})
        own[kind] = (own[kind] ?? 0) + 1
        const month = card.closed?.at.slice(0, 7) ?? ''
        if (kind === 'Lost') lost[month] = (lost[month] ?? 0) + 1
      }

      const wanted = Object.entries(truth.stage_counts_by_agent).map(([name, one]) => [nameToId(name), one])
      expect(counts).toEqual(Object.fromEntries(wanted))
      expect(lost).toEqual(truth.lost_count_by_month)
    })

    test('the columns of the boards hold the open ones', async () => {
      const columns = (
        await Promise.all(['central', 'east', 'west'].map((one) => world.ports.plans.columns(one)))
      ).flat()
      const open = (stage: string) =>
        columns.filter((one) => one.stage === stage).reduce((sum, { count }) => sum + count, 0)

      expect(open('prospecting')).toBe(truth.stage_counts['Prospecting'])
      expect(open('engaging')).toBe(truth.stage_counts['Engaging'])
      expect(open('delivery')).toBe(0)
    })
  },
)

/** Sum and count of everybody or everything that brought something in a period, by the product’s own reading. */
async function brought(world: World, period: string, by: PlanScope): Promise<Record<string, Sum>> {
  const facts = async (metric: Metric) => {
    const { rows } = await readProgress(world.ports, caller, period, { by, metric })
    return new Map(rows.filter((row) => row.scope === by && row.id !== 'unplanned').map((row) => [row.id, row.fact]))
  }
  const [sums, counts] = await Promise.all([facts('sum'), facts('count')])
  const all = [...sums].map(([id, sum]) => [id, { count: counts.get(id) ?? 0, amount: sum / 100 }] as const)
  return Object.fromEntries(all.filter(([, { count }]) => count > 0))
}

function wonIn({ won }: Truth, what: string, period: string, idOf: (name: string) => string): Record<string, Sum> {
  const kind = period.includes('Q') ? 'quarter' : period.includes('H') ? 'half' : period.length === 4 ? 'year' : 'month'
  const group = won[what === 'company' ? `by_${kind}` : `by_${what}_and_${kind}`] ?? {}
  const own = Object.entries(group).map(([key, sum]) => ({ parts: key.split('|'), sum }))
  return Object.fromEntries(
    own
      .filter(({ parts }) => parts.at(-1) === period)
      .map(({ parts, sum }) => [idOf(parts.length === 1 ? '' : (parts[0] ?? '')), sum]),
  )
}

/** Every deal there is, open or closed, page by page. */
async function everyCard(world: World) {
  const { deals } = world.ports
  const lists = [
    ...['central', 'east', 'west'].flatMap((pipeline) =>
      ['prospecting', 'engaging', 'delivery'].map(
        (stage) => (cursor?: string) =>
          deals.column({ pipeline, stage, limit: 500, ...(cursor === undefined ? {} : { cursor }) }),
      ),
    ),
    ...Array.from({ length: 12 }, (_, index) => `2017-${String(index + 1).padStart(2, '0')}`).map(
      (month) => (cursor?: string) =>
        deals.closedIn({ month, limit: 500, ...(cursor === undefined ? {} : { cursor }) }),
    ),
  ]
  const cards = []
  for (const list of lists) {
    for (let page = await list(); ; page = await list(page.cursor)) {
      cards.push(...page.items)
      if (page.cursor === undefined) break
    }
  }
  return cards
}
