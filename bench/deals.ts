import type { MoveDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { dealIdOf, taskIdOf } from '#domain/kernel/task-id'

import { sellerNo } from './company'
import type { LoadRequest } from './load-process'
import { measure, printMeasured, settledThroughput, throughput, type Bench, type Measured } from './measured'
import { heading } from './print'

const sequential = 150
const atOnce = 1_200
const clients = 16
const amountMinor = 100_000_00

/** Creates deals, completes their tasks, moves them on and wins them, one client and then sixteen. */
export async function measureDeals(bench: Bench): Promise<void> {
  heading('Commands over HTTP')
  // The first hundreds run in code that V8 has not optimised yet; whoever is measured first must not pay for all.
  await lifeOf(bench, 200, clients)
  const alone = await lifeOf(bench, sequential, 1)
  const many = await lifeOf(bench, atOnce, clients)
  const all = alone.flatMap((one, at) => [one, many[at] ?? one])
  printMeasured(all)
  const [moves] = many.filter(({ name }) => name === 'move to the next stage')
  if (moves === undefined) return
  console.log(
    `\nMoves at 16 clients: ${throughput(moves).toFixed(0)}/s, ${(settledThroughput(moves) ?? 0).toFixed(0)}/s with ` +
      `their tasks and counters; Odoo 17: 34.9/s (× ${(throughput(moves) / 34.9).toFixed(1)}), ` +
      `Directus 12: 55.3/s (× ${(throughput(moves) / 55.3).toFixed(1)}). Aim: 349/s.`,
  )
}

async function lifeOf(bench: Bench, count: number, side: number): Promise<readonly Measured[]> {
  const run = (name: string, requests: readonly LoadRequest[], keep = false) =>
    measure(bench, { name, clients: side, requests, keep, settle: side > 1 })
  const numbers = Array.from({ length: count }, (_, no) => no)
  const until = (has: string) => (side > 1 ? {} : { until: { path: '/deals/{id}/tasks', has } })

  const created = await run(
    'create a deal',
    numbers.map((no) => ({ ...newDeal(no), ...until('-1-prepare_offer') })),
    true,
  )
  await bench.product.idle()
  const ids = created.loaded.bodies.map((body) => (body as Deal).id)
  await expectTasks(bench, ids, 1)
  const completed = await run(
    'complete a task',
    ids.map((id) => completion(id, 1, 'prepare_offer')),
  )
  const moved = await run(
    'move to the next stage',
    ids.map((id) => ({ ...move(id, { toStage: 'contract' }), ...until('-2-send_link') })),
  )
  await bench.product.idle()
  await expectTasks(bench, ids, 2)
  await pay(bench, ids)
  const won = await run(
    'mark won',
    ids.map((id) => move(id, { toStage: 'delivery' })),
  )
  return [created, completed, moved, won]
}

/** Brings the deals to where one more move makes them won: in payment, paid for, its one task done. */
async function pay({ product, generator }: Bench, ids: readonly string[]): Promise<void> {
  const fields = { invoice_number: 'A-1', paid: amountMinor }
  const signed = ids.map((id) => move(id, { toStage: 'payment', fields, complete: [taskIdOf(id, 2, 'send_link')] }))
  await generator.run({ ...product, clients, requests: signed })
  await product.idle()
  await generator.run({ ...product, clients, requests: ids.map((id) => completion(id, 3, 'check_payment')) })
}

function completion(id: string, visit: number, template: string): LoadRequest {
  return { method: 'POST', path: `/tasks/${taskIdOf(id, visit, template)}/completion`, body: {} }
}

function move(id: string, body: MoveDeal): LoadRequest {
  return { method: 'POST', path: `/deals/${id}/moves`, body }
}

function newDeal(no: number): LoadRequest {
  const fields = { amount: amountMinor, discount: 0, offer_file: 'https://files.example/offer.pdf', source: 'website' }
  const client = { name: `Client ${no}`, phone: `+7 900 ${String(no).padStart(7, '0')}` }
  const body = { title: `Deal ${no} of the benchmark`, pipeline: 'b2c_repeat', owner: sellerNo(no), client, fields }
  return { method: 'POST', path: '/deals', body }
}

/** Fails unless every deal has exactly as many tasks as its stages so far have brought. */
async function expectTasks({ product }: Bench, ids: readonly string[], each: number): Promise<void> {
  for (const id of ids) {
    const tasks = await product.ports.deals.tasksOf(id)
    if (tasks.length === each && tasks.every((task) => dealIdOf(task.id) === id)) continue
    throw new Error(`The deal ${id} has ${tasks.length} tasks, not ${each}.`)
  }
}
