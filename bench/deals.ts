import type { Deal } from '#schemas/deal'
import { dealIdOf, taskIdOf } from '#domain/task-id'

import { sellerNo } from './company'
import type { LoadRequest } from './load-process'
import { measure, printMeasured, settledThroughput, throughput, type Bench, type Measured } from './measured'
import { heading } from './print'

const sequential = 200
const atOnce = 1_600
const clients = 16

/** Creates deals, completes their tasks, moves them on and wins them, one client and then sixteen. */
export async function measureDeals(bench: Bench): Promise<void> {
  heading('Commands over HTTP')
  // The first hundreds run in code that V8 has not optimised yet; whoever is measured first must not pay for all.
  await lifeOf(bench, 300, clients)
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
    numbers.map((no) => ({ ...newDeal(no, 'general_offer'), ...until('-1-send_general_offer') })),
    true,
  )
  await bench.product.idle()
  const ids = created.loaded.bodies.map((body) => (body as Deal).id)
  await expectTasks(bench, ids, 1)
  const completed = await run(
    'complete a task',
    ids.map((id) => ({ method: 'POST', path: `/tasks/${taskIdOf(id, 1, 'send_general_offer')}/completion`, body: {} })),
  )
  const moved = await run(
    'move to the next stage',
    ids.map((id) => ({
      method: 'POST',
      path: `/deals/${id}/moves`,
      body: { toStage: 'feedback' },
      ...until('-2-get_feedback'),
    })),
  )
  await bench.product.idle()
  await expectTasks(bench, ids, 2)
  const won = await winOf(bench, numbers, run)
  return [created, completed, moved, won]
}

type Run = (name: string, requests: readonly LoadRequest[], keep?: boolean) => Promise<Measured>

/** Deals that are paid for and whose one task is done leave the stage that makes them won. */
async function winOf(bench: Bench, numbers: readonly number[], run: Run): Promise<Measured> {
  const paid = await bench.generator.run({
    ...bench.product,
    clients,
    requests: numbers.map((no) => newDeal(no, 'payment')),
    keep: true,
  })
  await bench.product.idle()
  const ids = paid.bodies.map((body) => (body as Deal).id)
  const done = ids.map((id) => ({
    method: 'POST' as const,
    path: `/tasks/${taskIdOf(id, 1, 'check_payment')}/completion`,
    body: {},
  }))
  await bench.generator.run({ ...bench.product, clients, requests: done })
  return run(
    'mark won',
    ids.map((id) => ({ method: 'POST', path: `/deals/${id}/moves`, body: { toStage: 'delivery' } })),
  )
}

function newDeal(no: number, stage: string): LoadRequest {
  const fields = { amount: 100_000_00 + no, paid: 100_000_00 + no, source: 'website', client_type: 'company' }
  const client = { name: `Client ${no}`, phone: `+7 900 ${String(no).padStart(7, '0')}` }
  const body = { title: `Deal ${no} of the benchmark`, pipeline: 'b2b_new', stage, owner: sellerNo(no), client, fields }
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
