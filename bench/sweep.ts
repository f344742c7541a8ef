import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readFileSync } from 'node:fs'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { taskIdOf } from '#domain/kernel/task-id'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { coreItem } from '#store/deals/deal-item'
import { storePorts } from '#product/store-ports'
import { taskItem } from '#store/deals/task-item'
import { createDeal } from '#usecases/deals/create-deal'
import { followDeal } from '#usecases/tasks/follow-deal'
import { sweepDue } from '#usecases/tasks/sweep-due'

import { hire, sellerNo } from './company'
import { heading, printTable } from './print'
import { table } from './product'
import { wireMeter, type Wire } from './wire-meter'

const born = '2026-12-01T07:00:00.000Z'
const swept = '2026-12-02T15:01:00.000Z'

/** What the time in Lambda is computed from: assumptions about AWS that cannot be measured here. */
const lambda = { lanes: 8, transactionMs: 80, readMs: 15, vcpu: 512 / 1769, timeoutSec: 900 } as const

/** Everything of an open task that falls due in one minute, for 100,000 tasks (or `SWEEP_TASKS`) of as many deals. */
export async function measureSweep(count = 100_000): Promise<void> {
  heading(`${count} tasks that fall due in one minute`)
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const ports = await founded(document)
    await seed(document, ports, count)
    const cost = wireMeter(document)
    const cpuBefore = process.cpuUsage()
    const began = performance.now()
    const result = await sweepDue(ports, swept)
    const tookMs = performance.now() - began
    const { user, system } = process.cpuUsage(cpuBefore)
    const wire = cost()
    const again = await sweepDue(ports, swept)
    if (result.noted !== count || again.looked !== 0) {
      throw new Error(`Of ${count} tasks ${result.noted} were noted; a second sweep found ${again.looked}.`)
    }
    print(count, { tookMs, cpuMs: (user + system) / 1000, wire })
  } finally {
    document.destroy()
    await store.stop()
  }
}

async function founded(document: DynamoDBDocumentClient): Promise<Ports> {
  const ports = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  await hire(ports)
  return { ...ports, clock: { now: () => born } }
}

/** One deal is made by the product; the others are copies of it and its task, written past the commands. */
async function seed(document: DynamoDBDocumentClient, ports: Ports, count: number): Promise<void> {
  const command = { caller: systemCaller('system', 'bench'), correlationId: 'cor_bench' }
  const input = { title: 'Coffee machines for Aurora', pipeline: 'b2b_new', owner: sellerNo(0) }
  const first = await createDeal(ports, command, input)
  const [event] = (await ports.deals.events(first.id, { order: 'oldest', limit: 1 })).items
  if (event !== undefined) await followDeal(ports, [event])
  const [task] = (await ports.deals.tasksOf(first.id)).filter(({ status }) => status === 'open')
  if (task === undefined) throw new Error('The deal that is to be copied has no open task.')
  const lanes = Array.from({ length: 4 }, (_, lane) => seedLane(document, { first, task }, { lane, count }))
  await Promise.all(lanes)
}

async function seedLane(
  document: DynamoDBDocumentClient,
  { first, task }: { first: Deal; task: Task },
  { lane, count }: { lane: number; count: number },
): Promise<void> {
  // The first one is there already. A batch takes 25 items, twelve deals with their tasks.
  for (let from = 1 + lane * 12; from < count; from += 4 * 12) {
    const numbers = Array.from({ length: Math.min(12, count - from) }, (_, at) => from + at)
    const items = numbers.flatMap((no) => itemsOf(first, task, no))
    const requests = items.map((Item) => ({ PutRequest: { Item } }))
    await document.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
  }
}

function itemsOf(first: Deal, task: Task, no: number): readonly Record<string, unknown>[] {
  const id = `deal_${String(no).padStart(26, '0')}`
  const owner = sellerNo(no)
  const taskId = taskIdOf(id, 1, task.template ?? '')
  return [coreItem({ ...first, id, owner }), taskItem({ ...task, id: taskId, dealId: id, responsible: owner })]
}

function print(count: number, { tookMs, cpuMs, wire }: { tookMs: number; cpuMs: number; wire: Wire }): void {
  printTable(
    ['tasks', 'seconds here', 'tasks a second', 'requests', 'requests a task', 'write units a task', 'CPU s of Norma'],
    [
      [
        count,
        tookMs / 1000,
        count / (tookMs / 1000),
        wire.requests,
        Number((wire.requests / count).toFixed(4)),
        wire.writeUnits / count,
        cpuMs / 1000,
      ],
    ],
  )
  const { lanes, transactionMs, readMs, vcpu, timeoutSec } = lambda
  const transactions = Math.ceil(count / 33)
  const waiting = (transactions * transactionMs + (wire.requests - transactions) * readMs) / lanes / 1000
  const computing = cpuMs / 1000 / vcpu
  const writing = (rate: number): number => wire.writeUnits / rate
  console.log(
    `\nIn Lambda with 512 MB: ${waiting.toFixed(0)} s of waiting (${lanes} lanes, ${transactionMs} ms a transaction of ` +
      `99 items), ${computing.toFixed(0)} s of computing at ${vcpu.toFixed(2)} of a processor; a table that takes ` +
      `4,000 write units a second needs ${writing(4_000).toFixed(0)} s, one that takes 40,000 ` +
      `${writing(40_000).toFixed(0)} s. A run is cut at ${timeoutSec} s; what is left is in the next.`,
  )
}
