import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readFileSync } from 'node:fs'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { taskIdOf } from '#domain/kernel/task-id'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { coreItem } from '#store/deals/deal-item'
import { storePorts } from '#product/store-ports'
import { taskItem } from '#store/deals/task-item'
import { followRules } from '#release/usecases/follow-rules'
import { planRules } from '#release/usecases/plan-rules'
import { publishRules } from '#release/usecases/publish-rules'

import { hire, sellerNo } from './company'
import { heading, printTable } from './print'
import { table } from './product'
import { wireMeter, type Wire } from './wire-meter'

/** One deal in five is in the stage that gets another name; the others are spread over the stages before and after. */
const stages = ['individual_offer', 'presentation', 'feedback', 'contract', 'general_offer'] as const
const pipelines = ['b2b_new', 'b2b_repeat', 'b2c_new'] as const
const at = '2026-11-20T09:00:00.000Z'

type Row = readonly [what: string, tookMs: number, wire: Wire]

/** A plan over 10,000 open deals (or `PUBLISH_DEALS`), and a publishing that moves a fifth of them. */
export async function measurePublish(count = 10_000): Promise<void> {
  heading(`New rules over ${count} open deals, a fifth of them moves`)
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const rows = await rowsOf(document, count)
    printTable(
      ['what', 'seconds', 'requests', 'write units', 'read units'],
      rows.map(([what, tookMs, wire]) => [what, tookMs / 1000, wire.requests, wire.writeUnits, wire.readUnits]),
    )
  } finally {
    document.destroy()
    await store.stop()
  }
}

async function rowsOf(document: DynamoDBDocumentClient, count: number): Promise<readonly Row[]> {
  const ports = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
  const first = readFileSync('pipelines.yaml', 'utf8')
  await foundCompany(ports, first)
  await hire(ports)
  await seed(document, count)
  const text = first
    .replaceAll('individual_offer', 'tailored_offer')
    .replace(/^moved:.*$/m, 'moved:\n  individual_offer: tailored_offer')
  const command = { caller: systemCaller('system', 'bench'), correlationId: 'cor_bench' }
  const cost = wireMeter(document)
  const rows: Row[] = []
  const timed = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    cost()
    const began = performance.now()
    const result = await run()
    rows.push([what, performance.now() - began, cost()])
    return result
  }
  const { plan } = await timed('plan', () => planRules(ports, command, { text }))
  await timed('publish: check, plan, write', () => publishRules(ports, command, { text, note: 'bench', expected: 1 }))
  const { seated } = await timed(`seat ${count / 5} deals`, () => followRules(ports))
  if (plan.deals !== count || seated !== count / 5) {
    throw new Error(`Of ${count} deals ${plan.deals} were planned for, and ${seated} were seated.`)
  }
  return rows
}

/** Writes deals and a task of each as the store keeps them; without events, as nothing that follows from them is measured. */
async function seed(document: DynamoDBDocumentClient, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, no) => dealNo(no)).flatMap((deal, no) => [
    coreItem(deal),
    taskItem(taskOf(deal, no)),
  ])
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, no) => items.slice(no * 25, no * 25 + 25))
  for (let first = 0; first < batches.length; first += 8) {
    await Promise.all(
      batches.slice(first, first + 8).map((batch) => {
        const puts = batch.map((Item) => ({ PutRequest: { Item } }))
        return document.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
      }),
    )
  }
}

function dealNo(no: number): Deal {
  return {
    id: `deal_bench_${String(no).padStart(6, '0')}`,
    version: 1,
    title: `Deal ${no} of the benchmark`,
    pipeline: pipelines[no % pipelines.length] ?? 'b2b_new',
    stage: stages[no % stages.length] ?? 'feedback',
    status: 'open',
    visit: { no: 1, enteredAt: at, configVersion: 1 },
    owner: sellerNo(no),
    client: {},
    currency: 'RUB',
    fields: { amount: 100_000_00 + no, client_type: 'company', source: 'website' },
    happened: {},
    createdAt: at,
    createdBy: 'admin',
    updatedAt: at,
  }
}

function taskOf(deal: Deal, no: number): Task {
  return {
    id: taskIdOf(deal.id, 1, 'prepare_offer'),
    dealId: deal.id,
    rev: 1,
    template: 'prepare_offer',
    pipeline: deal.pipeline,
    stage: deal.stage,
    visit: 1,
    do: 'Prepare and send the individual offer',
    required: true,
    status: 'open',
    responsible: sellerNo(no),
    role: 'owner',
    dueAt: '2027-01-20T15:00:00.000Z',
    dueWhy: {
      rule: '2 working days',
      anchor: 'start',
      anchorValue: at,
      calendar: 'company',
      configVersion: 1,
      skipped: [],
    },
    lateAtBirth: false,
    checklist: [],
    escalate: 'late_task',
    onLeave: 'cancel',
    createdAt: at,
    createdBy: 'rules',
  }
}
