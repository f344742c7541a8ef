import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readFileSync } from 'node:fs'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import type { Ports } from '#ports/ports'
import type { ReportItem, ReportTable } from '#schemas/report'
import { reportNames } from '#schemas/report-names'
import { coreItem } from '#store/deals/deal-item'
import { storePorts } from '#product/store-ports'
import { taskItem } from '#store/deals/task-item'
import { readReport } from '#reports/usecases/read-report'
import { readReportItems } from '#reports/usecases/read-report-items'

import { hire } from './company'
import { measureDealTable } from './deal-table'
import { heading, printTable, short } from './print'
import { table } from './product'
import { aMadeUpRecord } from './report-history'
import { putAll, seedReports } from './report-seed'
import { wireMeter } from './wire-meter'
import { yardstickMs } from './yardstick'

const span = { now: '2026-11-25T15:00:00.000Z', days: 730 } as const
/** Entries that lie loose between two hourly packings: on what is open and this month, and on months that are over. */
const LOOSE = { busy: 200, quiet: 20 } as const

/** How long every report takes over 100,000 deals (or `REPORT_DEALS`) with a million events, first and again; `REPORT_PART=table` stops at the table of deals. */
export async function measureReports(count = 100_000): Promise<void> {
  heading(`Reports over ${count} deals`)
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const ports = await founded(document)
    const began = process.cpuUsage()
    const from = performance.now()
    const { events, tasks, won, entries } = await seedReports({ document, table }, { ports, count, span, loose: LOOSE })
    console.log(
      `${count} deals, ${events} events, ${tasks} tasks over two years; ${won} won. Made up in memory in ` +
        `${short(cpuSince(began) / 1000)} s of the processor (${short((performance.now() - from) / 1000)} s): deals, events and tasks themselves ` +
        `are not written (but those that a list shows), only what reports read: ${entries} entries of facts by the code that makes them ` +
        'from real ones, packed by the packer’s writer (as texts and as rows), some loose, and the counters and targets of the plan. A fifth of the deals was stopped once before each of its moves.\n',
    )
    const cost = wireMeter(document)
    await measureDealTable(() => portsOn(document), cost)
    if (process.env['REPORT_PART'] === 'table') return
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
        'yardstick, ms',
      ],
      rows,
    )
    console.log(`\nMemory in use: ${short(process.memoryUsage().heapUsed / 2 ** 20)} MB`)
  } finally {
    document.destroy()
    await store.stop()
  }
}

async function founded(document: DynamoDBDocumentClient): Promise<Ports> {
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
    return {
      report,
      ms: performance.now() - began,
      cpu: cpuSince(before),
      kb: text.length / 1000,
      requests: cost().requests,
    }
  }
  const first = await read()
  const again = await read()
  const cell = anyCell(first.report.tables)
  const page = () =>
    readReportItems(ports, reader, { name, asked: { period, cell: cell ?? '' }, language: 'en' }, { limit: 50 })
  if (cell !== undefined) await writeListed(document, ports, (await page()).items)
  const began = performance.now()
  if (cell !== undefined) await page()
  const itemsMs = cell === undefined ? '' : performance.now() - began
  return [
    name,
    period,
    first.ms,
    first.cpu,
    again.ms,
    again.cpu,
    first.requests,
    again.requests,
    itemsMs,
    first.kb,
    yardstickMs(),
  ]
}

function anyCell(tables: readonly ReportTable[]): string | undefined {
  const cells = tables.flatMap(({ totals, rows }) => [totals ?? {}, ...rows.map((row) => row.cells)])
  return cells.flatMap((row) => Object.values(row).flatMap(({ cell }) => cell ?? []))[0]
}

/** A page lists deals by their titles: those it lists are written now, as they were made up. */
async function writeListed(document: DynamoDBDocumentClient, ports: Ports, items: readonly ReportItem[]) {
  const { model } = await ports.rules.current()
  const numbers = new Set(items.map(({ deal }) => Number(deal.slice('deal_'.length))))
  const records = [...numbers].map((no) => aMadeUpRecord(model, no, span))
  await putAll(
    { document, table },
    records.flatMap(({ deal, tasks }) => [coreItem(deal), ...tasks.map(taskItem)]),
  )
}

/** Processor time of this process, all threads, in milliseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
