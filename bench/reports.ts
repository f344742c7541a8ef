import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readFileSync } from 'node:fs'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/access'
import { dealFacts } from '#domain/reports/deal-facts'
import { startEngine } from '#local/engine'
import { ensureTable } from '#local/ensure-table'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import type { Ports } from '#ports'
import type { ShelfEntry } from '#report-ports'
import type { ReportTable } from '#schemas/report'
import { reportNames } from '#schemas/report-names'
import { coreItem } from '#store/deal-item'
import { keys } from '#store/keys'
import { storePorts } from '#store/ports'
import { writePack } from '#store/shelf-packs'
import { readReport } from '#usecases/reports/read-report'
import { readReportItems } from '#usecases/reports/read-report-items'

import { hire } from './company'
import { heading, printTable, short } from './print'
import { table } from './product'
import { aMadeUpRecord } from './report-history'
import { wireMeter } from './wire-meter'

const span = { now: '2026-11-25T15:00:00.000Z', days: 730 } as const
/** Entries that lie loose between two hourly packings: on what is open and this month, and on months that are over. */
const LOOSE = { busy: 200, quiet: 20 } as const

/** How long every report takes over 100,000 deals (or `REPORT_DEALS`) with a million events, first and again. */
export async function measureReports(count = 100_000): Promise<void> {
  heading(`Reports over ${count} deals`)
  const engine = await startEngine()
  const document = localDynamo(engine.endpoint)
  try {
    const ports = await founded(document)
    const { events, tasks } = await seed(document, ports, count)
    console.log(`${count} deals, ${events} events, ${tasks} tasks over two years.\n`)
    const cost = wireMeter(document)
    const rows: (readonly (string | number)[])[] = []
    for (const name of reportNames) {
      for (const period of ['2026-11', '2026-Q3', '2026']) rows.push(await measured(document, cost, name, period))
    }
    printTable(
      [
        'report',
        'period',
        'first, ms',
        'its CPU',
        'again, ms',
        'its CPU',
        'requests',
        'requests again',
        'items, ms',
        'kB',
      ],
      rows,
    )
    console.log(`\nMemory in use: ${short(process.memoryUsage().heapUsed / 2 ** 20)} MB`)
  } finally {
    document.destroy()
    await engine.stop()
  }
}

async function founded(document: DynamoDBDocumentClient): Promise<Ports> {
  await ensureTable(document, table)
  const ports = portsOn(document)
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  await hire(ports)
  return ports
}

/** A process that has read nothing yet. */
function portsOn(document: DynamoDBDocumentClient): Ports {
  const ports = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
  return { ...ports, clock: { now: () => span.now } }
}

async function measured(
  document: DynamoDBDocumentClient,
  cost: ReturnType<typeof wireMeter>,
  name: string,
  period: string,
): Promise<readonly (string | number)[]> {
  const ports = portsOn(document)
  const reader = { caller: systemCaller('system', 'bench'), people: await ports.people.load() }
  await ports.rules.current()
  const read = async () => {
    cost()
    const [began, before] = [performance.now(), process.cpuUsage()]
    const report = await readReport(ports, reader, { name, asked: { period } }, { language: 'en' })
    const text = JSON.stringify(report)
    const { user, system } = process.cpuUsage(before)
    return {
      report,
      ms: performance.now() - began,
      cpu: (user + system) / 1000,
      kb: text.length / 1000,
      requests: cost().requests,
    }
  }
  const first = await read()
  const again = await read()
  const cell = anyCell(first.report.tables)
  const began = performance.now()
  if (cell !== undefined) {
    await readReportItems(ports, reader, { name, asked: { period, cell }, language: 'en' }, { limit: 50 })
  }
  const itemsMs = cell === undefined ? '' : performance.now() - began
  return [name, period, first.ms, first.cpu, again.ms, again.cpu, first.requests, again.requests, itemsMs, first.kb]
}

function anyCell(tables: readonly ReportTable[]): string | undefined {
  const cells = tables.flatMap(({ totals, rows }) => [totals ?? {}, ...rows.map((row) => row.cells)])
  return cells.flatMap((row) => Object.values(row).flatMap(({ cell }) => cell ?? []))[0]
}

/** Facts are made in memory, by the code that makes them from a deal, and written as packs with something loose on top. */
async function seed(document: DynamoDBDocumentClient, ports: Ports, count: number) {
  const { model } = await ports.rules.current()
  const telling = { modelOf: () => model, zone: model.calendar.timezone }
  const shelves = new Map<string, ShelfEntry[]>()
  const total = { events: 0, tasks: 0 }
  for (let first = 0; first < count; first += 500) {
    const items: Record<string, unknown>[] = []
    for (let no = first; no < Math.min(count, first + 500); no += 1) {
      const record = aMadeUpRecord(model, no, span)
      total.events += record.events.length
      total.tasks += record.tasks.length
      for (const [shelf, body] of dealFacts(record, telling)) {
        const entries = shelves.get(shelf) ?? []
        shelves.set(shelf, entries)
        entries.push({ id: record.deal.id, rev: 1, body })
      }
      items.push(coreItem(record.deal))
    }
    await putAll(document, items)
  }
  for (const [shelf, entries] of shelves) {
    const loosely = shelf === 'open' || shelf.endsWith('2026-11') ? LOOSE.busy : LOOSE.quiet
    const loose = entries.slice(0, loosely)
    await writePack({ document, table }, shelf, 0, entries.slice(loosely))
    await putAll(
      document,
      loose.map(({ id, rev, body }) => ({ ...keys.shelfEntry(shelf, id), rev, body })),
    )
  }
  return total
}

async function putAll(document: DynamoDBDocumentClient, items: readonly Record<string, unknown>[]): Promise<void> {
  for (let first = 0; first < items.length; first += 25) {
    const puts = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }))
    if (puts.length > 0) await document.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
  }
}
