import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readFileSync } from 'node:fs'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { taskIdOf } from '#domain/kernel/task-id'
import { consumers } from '#product/lists/consumers'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { storePorts } from '#product/store-ports'
import { completeTask } from '#usecases/tasks/complete-task'
import type { Command } from '#usecases/command'
import { createDeal } from '#usecases/deals/create-deal'
import { listDeals } from '#usecases/deals/list-deals'
import { moveDeal } from '#usecases/deals/move-deal'
import { readDeal } from '#usecases/deals/read-deal'
import { readProgress } from '#usecases/plan/read-progress'

import { hire } from './company'
import { wireMeter, type Wire } from './wire-meter'
import { heading, printTable } from './print'
import { table } from './product'

type Row = readonly [name: string, cost: Wire, why: string]
type Office = { readonly ports: Ports; readonly command: (key?: string) => Command; readonly cost: () => Wire }

/** Write units, read units, requests and bytes of every command and of what follows from it, as the store counts them. */
export async function measureRequests(): Promise<void> {
  heading('What a command costs: units, requests, bytes')
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    printRows(await rowsOf(document))
  } finally {
    document.destroy()
    await store.stop()
  }
}

async function rowsOf(document: DynamoDBDocumentClient): Promise<readonly Row[]> {
  const ports = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  await hire(ports)
  const system: Command = { caller: systemCaller('system', 'bench'), correlationId: 'cor_bench' }
  const command = (key?: string): Command =>
    key === undefined ? system : { ...system, once: { key, requestHash: 'hash', status: 200 } }
  const office: Office = { ports, command, cost: wireMeter(document) }
  return [...(await rowsOfMoving(office)), ...(await rowsOfWinning(office)), ...(await rowsOfReading(office))]
}

const fields = { amount: 250_000_00, discount: 0, offer_file: 'https://files.example/offer.pdf' }
const pipeline = 'b2c_repeat'

async function rowsOfMoving(office: Office): Promise<readonly Row[]> {
  const { ports, command, cost } = office
  const rows: Row[] = []
  const input = { title: 'Coffee machines for Aurora', pipeline, owner: 'seller_1' }
  const client = { name: 'Aurora', phone: '+7 900 000 00 00' }
  await warm(office)
  const plain = await createDeal(ports, command(), { ...input, fields })
  rows.push([
    'create a deal',
    cost(),
    'core, own fields and event in one transaction (2 each), its places in the column and with its owner (1 each)',
  ])
  const { id } = await createDeal(ports, command('create'), { ...input, client, fields })
  rows.push([
    'create a deal with client, phone and key',
    cost(),
    'as above, the finder of the phone (2), the stored answer (2)',
  ])
  const created = await eventOf(ports, id, 1)
  cost()
  await consume(ports, 'follow-deal', created)
  rows.push([
    'what follows: its task, its clock, its facts',
    cost(),
    'the task, here over 1 KB (2), its places on a list and in the sweep (1 each), the clock with its place in the sweep (2), the facts (2) and their place among the loose (1)',
  ])
  await consume(ports, 'follow-deal', created)
  rows.push(['the same event again', cost(), 'nothing: task, clock and facts are there'])
  await consume(ports, 'keep-column-counters', created)
  rows.push([
    'count it in its column',
    cost(),
    'head, column, owner in one transaction (2 each), whatever its currency',
  ])
  await completeTask(ports, command(), taskIdOf(id, 1, 'prepare_offer'), {})
  rows.push([
    'complete a task',
    cost(),
    'deal and event (2 each), the deal in its column (1), the task, now over 1 KB (4), off one list and on another (3), out of the sweep (1)',
  ])
  await moveDeal(ports, command(), id, { toStage: 'contract' })
  rows.push([
    'move to the next stage',
    cost(),
    'deal and event in one transaction (2 each), out of one column and into another',
  ])
  const moved = await eventOf(ports, id, 3)
  cost()
  await consume(ports, 'follow-deal', moved)
  rows.push([
    'what follows: the tasks of the new stage, the clock, the facts of both',
    cost(),
    'one task, as above; the facts, here of two stages; the clock rings early enough',
  ])
  await consume(ports, 'keep-column-counters', moved)
  rows.push([
    'count the move in both columns',
    cost(),
    'head and two columns in one transaction; of eight together 2.5 each',
  ])
  const reason = 'The client wants another offer'
  await moveDeal(ports, command('back'), id, { toStage: 'individual_offer', reason })
  rows.push(['move back with a key', cost(), 'a move (6), the stored answer (2)'])
  const complete = [taskIdOf(plain.id, 1, 'prepare_offer')]
  await moveDeal(ports, command('move'), plain.id, { toStage: 'contract', complete })
  rows.push([
    'move with key, its task done with it',
    cost(),
    'a move (6), the stored answer (2), the task: over 1 KB (4) and on the list of what is done (2)',
  ])
  return rows
}

async function rowsOfWinning({ ports, command, cost }: Office): Promise<readonly Row[]> {
  const { id } = await createDeal(ports, command(), {
    title: 'Coffee machines for Boreas',
    pipeline,
    owner: 'seller_1',
    fields: { ...fields, invoice_number: 'A-1', paid: fields.amount },
  })
  await moveDeal(ports, command(), id, { toStage: 'contract', complete: [taskIdOf(id, 1, 'prepare_offer')] })
  await moveDeal(ports, command(), id, { toStage: 'payment', complete: [taskIdOf(id, 2, 'send_link')] })
  await completeTask(ports, command(), taskIdOf(id, 3, 'check_payment'), {})
  cost()
  await moveDeal(ports, command(), id, { toStage: 'delivery' })
  const rows: Row[] = [['mark won', cost(), 'a move (6) and what the deal counts for, in its second item (2)']]
  const won = await eventOf(ports, id, 5)
  cost()
  await consume(ports, 'keep-plan-ledger', won)
  rows.push(['enter it in the plan’s books', cost(), 'entry and counter in one transaction (2 each)'])
  await consume(ports, 'keep-plan-ledger', won)
  rows.push(['the same event again', cost(), 'nothing: the entry has this version'])
  return rows
}

async function rowsOfReading({ ports, command, cost }: Office): Promise<readonly Row[]> {
  const { caller } = command()
  const people = await ports.people.load()
  const { items } = await listDeals(ports, { caller, people }, { pipeline, stage: 'contract' }, { limit: 100 })
  const rows: Row[] = [['first page of a column (2 deals here)', cost(), 'one query of the index']]
  await readDeal(ports, caller, people, items[0]?.id ?? '')
  rows.push(['read a deal', cost(), 'deal and tasks'])
  await readProgress(ports, caller, '2026-11')
  rows.push(['progress of a month', cost(), 'facts, targets, recurring ones, columns of each direction'])
  await readProgress(ports, caller, '2026')
  rows.push(['progress of a year', cost(), 'the same for 12 months and every shorter period'])
  return rows
}

/** Reads what is remembered for a moment, so that no row below pays for it; on Lambda it is read once a second. */
async function warm({ ports, cost }: Office): Promise<void> {
  await Promise.all([ports.people.load(), ports.rules.current(), ports.settings.load()])
  cost()
}

async function eventOf(ports: Ports, dealId: string, version: number): Promise<DomainEvent> {
  const { items } = await ports.deals.events(dealId, { order: 'oldest', limit: version })
  const event = items[version - 1]
  if (event === undefined) throw new Error(`${dealId} has no event ${version}.`)
  return event
}

async function consume(ports: Ports, name: string, event: DomainEvent): Promise<void> {
  const failed = await consumers.find((one) => one.name === name)?.run(ports, [event])
  if (failed?.length !== 0) throw new Error(`${name} failed.`)
}

function printRows(rows: readonly Row[]): void {
  printTable(
    ['what', 'write units', 'read units', 'requests', 'kB sent', 'kB back', 'the write units are'],
    rows.map(([name, cost, why]) => [
      name,
      `${cost.writeUnits}`,
      `${cost.readUnits}`,
      `${cost.requests}`,
      cost.sentBytes / 1000,
      cost.backBytes / 1000,
      why,
    ]),
  )
}
