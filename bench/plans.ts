import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'

import { axesText } from '#domain/deals/contribution'
import { monthsOf } from '#domain/time/period'
import type { PlanProgress } from '#schemas/plan'
import { keys } from '#store/plan/keys'

import { department, sellers } from './company'
import { measure, printMeasured, type Bench } from './measured'
import { heading, printTable, spreadOf } from './print'
import { table } from './product'

// A year that no other part of the benchmark wins deals in.
const year = '2025'
const deals = 10_000
const amountMinor = 100_000_00

/** The fact of 12 people in 12 months, and progress against the plan, over 10,000 won deals. */
export async function measurePlans(bench: Bench): Promise<void> {
  heading('Plan and fact over HTTP, 10,000 won deals of 12 people in 12 months and 4 directions')
  await keepBooks(bench)
  const months = monthsOf(year, 1)
  const pages = await factOf(bench, months)
  await setPlans(bench, months)
  const paths = [
    ['progress of a month by employee', `/plans/${year}-06/progress?by=employee`],
    ['progress of a year by employee', `/plans/${year}/progress?by=employee`],
    ['progress of a year, the company', `/plans/${year}/progress`],
  ] as const
  const measured = []
  for (const [name, path] of paths) {
    const get = (count: number) => Array.from({ length: count }, () => ({ method: 'GET' as const, path }))
    await measure(bench, { name, clients: 16, requests: get(100) })
    measured.push(await measure(bench, { name, clients: 1, requests: get(100) }))
    measured.push(await measure(bench, { name, clients: 16, requests: get(400) }))
  }
  printMeasured(measured)
  const table12 = spreadOf(pages)
  console.log('\nFact by 12 people × 12 months, whole (12 requests, side by side), in ms:\n')
  printTable(
    ['n', 'p50', 'p95', 'min', 'max'],
    [[`${pages.length}`, table12.p50, table12.p95, table12.min, table12.max]],
  )
}

/** Reads the whole table of people and months some times over; fails when it does not add up. Answers how long each took. */
async function factOf({ product, generator }: Bench, months: readonly string[]): Promise<readonly number[]> {
  const requests = months.map((month) => ({ method: 'GET' as const, path: `/plans/${month}/progress?by=employee` }))
  const taken: number[] = []
  for (let round = 0; round < 25; round += 1) {
    const { bodies, tookMs } = await generator.run({ ...product, clients: months.length, requests, keep: true })
    if (round >= 5) taken.push(tookMs)
    const sum = (bodies as PlanProgress[])
      .flatMap(({ rows }) => rows.filter(({ scope, id }) => scope === 'employee' && sellers.includes(id)))
      .reduce((total, { fact }) => total + fact, 0)
    const unplanned = (bodies as PlanProgress[]).flatMap(({ rows }) =>
      rows.filter(({ id }) => !sellers.includes(id)),
    ).length
    if (sum !== deals * amountMinor)
      throw new Error(`The fact adds up to ${sum}, not ${deals * amountMinor} (${unplanned} other rows).`)
  }
  return taken
}

async function setPlans({ product, generator }: Bench, months: readonly string[]): Promise<void> {
  const targets = sellers.map((id) => ({ metric: 'sum', scope: 'employee', id, value: 75 * amountMinor }))
  const requests = months.map((month) => ({ method: 'PUT' as const, path: `/plans/${month}`, body: { targets } }))
  await generator.run({ ...product, clients: 4, requests })
}

/** Writes the ledger of the year and the counters it adds up to, in the store's own shape. */
async function keepBooks({ product }: Bench): Promise<void> {
  const { model } = await product.ports.rules.current()
  const pipelines = Object.values(model.pipelines)
  const months = monthsOf(year, 1)
  const counts = new Map<string, { key: ReturnType<typeof keys.fact>; count: number }>()
  const items: Record<string, unknown>[] = []
  for (let no = 0; no < deals; no += 1) {
    const pipeline = pipelines[no % pipelines.length]
    const month = months[no % 12] ?? ''
    const parts = {
      employee: sellers[Math.floor(no / 12) % 12] ?? '',
      department,
      pipeline: pipeline?.id ?? '',
      axes: axesText(pipeline?.axes ?? {}),
    }
    items.push({
      ...keys.contribution(month, `deal_won_${no}`, parts),
      version: 9,
      sumMinor: amountMinor,
      deals: 1,
      tasks: 0,
    })
    const key = keys.fact(month, parts)
    const found = counts.get(`${key.pk} ${key.sk}`) ?? { key, count: 0 }
    counts.set(`${key.pk} ${key.sk}`, { key, count: found.count + 1 })
  }
  for (const { key, count } of counts.values())
    items.push({ ...key, sumMinor: count * amountMinor, deals: count, tasks: 0, rev: count })
  await writeAll(product, items)
}

async function writeAll({ document }: Bench['product'], items: readonly Record<string, unknown>[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, at) => items.slice(at * 25, at * 25 + 25))
  for (let at = 0; at < batches.length; at += 8) {
    await Promise.all(
      batches.slice(at, at + 8).map((batch) => {
        const puts = batch.map((Item) => ({ PutRequest: { Item } }))
        return document.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
      }),
    )
  }
}
