import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'

import type { Deal } from '#schemas/deal'
import { coreItem } from '#store/deals/deal-item'

import { sellerNo } from './company'
import { measure, printMeasured, throughput, type Bench, type Measured } from './measured'
import { heading } from './print'
import { table, type Product } from './product'

const columns = [
  { pipeline: 'b2c_new', stage: 'presentation', size: 1_000 },
  { pipeline: 'b2c_new', stage: 'feedback', size: 10_000 },
] as const

const clients = 16

/** First pages of 100 deals of a short and of a long column. */
export async function measureColumns(bench: Bench): Promise<void> {
  heading('Columns over HTTP, the first page of 100 deals')
  for (const column of columns) await fill(bench.product, column)
  const measured: Measured[] = []
  for (const column of columns) {
    await run(bench, column, { count: 300, clients })
    measured.push(await run(bench, column, { count: 300, clients: 1 }))
    measured.push(await run(bench, column, { count: 1_500, clients }))
  }
  const last = measured.at(-1)
  measured.push(await run(bench, columns[1], { count: 800, clients, isOwn: true }))
  printMeasured(measured)
  if (last === undefined) return
  const perSecond = throughput(last)
  console.log(
    `\nPages of the long column at ${clients} clients: ${perSecond.toFixed(0)}/s of ${(last.loaded.bytes / last.count / 1000).toFixed(0)} kB; ` +
      `Odoo 17: 96/s (× ${(perSecond / 96).toFixed(1)}), Directus 12: 211/s (× ${(perSecond / 211).toFixed(1)}). Aim: 960/s.`,
  )
}

/** Those who ask for the same page at the same time share a read of the engine; with `isOwn` no two ask for the same. */
function run(
  bench: Bench,
  { pipeline, stage, size }: (typeof columns)[number],
  { count, clients: side, isOwn = false }: { count: number; clients: number; isOwn?: boolean },
): Promise<Measured> {
  const name = `a column of ${size.toLocaleString('en')} deals${isOwn ? ', every client another page size' : ''}`
  const requests = Array.from({ length: count }, (_, no) => {
    const limit = isOwn ? 100 - (no % clients) : 100
    return { method: 'GET' as const, path: `/deals?pipeline=${pipeline}&stage=${stage}&limit=${limit}` }
  })
  return measure(bench, { name, clients: side, requests })
}

/** Writes the deals of a column as the store keeps them; without events, as nothing that follows from them is measured. */
export async function fill(
  product: Product,
  { pipeline, stage, size }: { pipeline: string; stage: string; size: number },
): Promise<void> {
  const puts = Array.from({ length: size }, (_, no) => ({
    PutRequest: { Item: coreItem(dealNo(no, pipeline, stage)) },
  }))
  const batches = Array.from({ length: Math.ceil(size / 25) }, (_, at) => puts.slice(at * 25, at * 25 + 25))
  for (let at = 0; at < batches.length; at += 8) {
    await Promise.all(
      batches
        .slice(at, at + 8)
        .map((batch) => product.document.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }))),
    )
  }
}

/** The deal of a number in a column, as it might have been. */
export function dealNo(no: number, pipeline: string, stage: string): Deal {
  const at = new Date(Date.UTC(2026, 0, 1) + no * 60_000).toISOString()
  return {
    id: `deal_${stage}_${String(no).padStart(6, '0')}`,
    version: 1,
    title: `Deal ${no} of the benchmark`,
    pipeline,
    stage,
    status: 'open',
    visit: { no: 1, enteredAt: at, configVersion: 1 },
    owner: sellerNo(no),
    client: {},
    currency: 'RUB',
    fields: { amount: 100_000_00 + no, client_type: 'person', repeat_client: false, source: 'website' },
    happened: {},
    createdAt: at,
    createdBy: 'admin',
    updatedAt: at,
  }
}
