import { randomBytes } from 'node:crypto'

import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { exchangeDoor } from '#exchange/http/exchange-door'
import { readCommerce } from '#exchange/usecases/read-commerce'
import { readWaiting } from '#exchange/usecases/read-files'
import { createBase } from '#exchange/usecases/save-base'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import { readFileSync } from 'node:fs'
import type { Ports } from '#ports/ports'
import { storePorts } from '#product/store-ports'
import type { KeptInvoice } from '#schemas/money/money'
import type { Command } from '#usecases/command'
import { inTurns } from '#usecases/in-groups'
import { oneC, type OneCBase } from '#test/stand-ins/one-c'

import { heading, printTable, short } from './print'
import { table } from './product'
import { wireMeter, type Wire } from './wire-meter'
import { yardstickMs } from './yardstick'

/** What an exchange with 1C takes: so many invoices out in batches, and as many statuses back in one file. */
export async function measureExchange(count = 5_000): Promise<void> {
  heading(`Exchange of ${count} invoices with 1C`)
  await measureReading()
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const known = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
    const ports: Ports = { ...known, outlet: { ...known.outlet, randomBytes: (size) => randomBytes(size) } }
    await foundCompany(ports, `${readFileSync('pipelines.yaml', 'utf8')}\none_c: { believes: bank }\n`)
    await inTurns(
      Array.from({ length: count }, (_, no) => anInvoice(no)),
      20,
      (invoice) => ports.money.save({ invoices: [{ invoice }] }, 'bench'),
    )
    const system: Command = { caller: systemCaller('system', 'bench'), correlationId: 'cor_bench' }
    const { base, password } = await createBase(ports, system, { name: 'УТ', from: '2026-01-01' })
    const door = exchangeDoor({ ports, log: (entry) => console.error(entry) })
    const there = oneC((request) => door.fetch(request), { login: base.id, password })
    const cost = wireMeter(document)
    const rows = [...(await sendAll(there, cost)), await readStatuses(ports, { there, cost, count })]
    printTable(['what', 'invoices', 'ms', 'kB', 'requests', 'read units', 'write units', 'yardstick, ms'], rows)
  } finally {
    document.destroy()
    await store.stop()
  }
}

type Row = readonly (string | number)[]

/** What it takes to read the largest file there may be, in pieces of 300 kB, before anything else is in memory. */
async function measureReading(): Promise<void> {
  await readCommerce([Buffer.from(statuses(1))])
  const bytes = Buffer.from(statuses(19_900))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 300_000) }, (_, no) =>
    bytes.subarray(no * 300_000, (no + 1) * 300_000),
  )
  const before = process.resourceUsage().maxRSS
  const began = performance.now()
  const { documents } = await readCommerce(pieces)
  const tookMs = performance.now() - began
  const more = (process.resourceUsage().maxRSS - before) / 1024
  console.log(
    `A file of ${short(bytes.length / 1e6)} MB, ${documents.length} documents: read in ${short(tookMs)} ms with ${short(more)} MB more memory.\n`,
  )
}

/** Asks and confirms until there is nothing more. */
async function sendAll(there: OneCBase, cost: () => Wire): Promise<readonly Row[]> {
  await there.checkAuth()
  const rows: Row[] = []
  for (let left = true; left;) {
    cost()
    const began = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one answer after the other, as 1C asks
    const text = await (await there.raw('mode=query')).text()
    const tookMs = performance.now() - began
    const found = text.split('<Документ>').length - 1
    rows.push(['query', found, tookMs, Buffer.byteLength(text) / 1000, ...unitsOf(cost()), yardstickMs()])
    const confirming = performance.now()
    // oxlint-disable-next-line no-await-in-loop
    await there.success()
    rows.push(['success', found, performance.now() - confirming, 0, ...unitsOf(cost()), yardstickMs()])
    left = found > 0
  }
  return rows
}

async function readStatuses(
  ports: Ports,
  { there, cost, count }: { readonly there: OneCBase; readonly cost: () => Wire; readonly count: number },
): Promise<Row> {
  const bytes = Buffer.from(statuses(count))
  cost()
  const began = performance.now()
  await there.file('orders.xml', bytes)
  await readWaiting(ports)
  const answer = await there.importFile('orders.xml')
  const tookMs = performance.now() - began
  return [`file, import: ${answer}`, count, tookMs, bytes.length / 1000, ...unitsOf(cost()), yardstickMs()]
}

function unitsOf({ requests, readUnits, writeUnits }: Wire): readonly number[] {
  return [requests, readUnits, writeUnits]
}

const pad = (no: number): string => String(no).padStart(6, '0')

function anInvoice(no: number): KeptInvoice {
  const lines = [1, 2, 3].map((line) => ({
    name: `Комплект оборудования № ${line}, настройка и обучение сотрудников`,
    quantity: line,
    unit: 'шт.',
    priceKopecks: 1_000_000 + no,
  }))
  return {
    id: `inv_${pad(no)}`,
    version: 2,
    isIssued: true,
    dealId: `deal_${pad(no)}`,
    kind: 'whole',
    name: 'Счёт',
    seller: 'main',
    number: String(no + 1),
    on: `2026-${String((no % 11) + 1).padStart(2, '0')}-15`,
    dueOn: null,
    buyer: { name: `ООО «Покупатель ${no % 700}»`, inn: `77${String(no % 700).padStart(8, '0')}` },
    lines,
    kopecks: 6 * (1_000_000 + no),
    vatPercent: 22,
    vatKopecks: 100_000,
    shares: [],
    createdAt: '2026-01-10T07:00:00.000Z',
    createdBy: 'bench',
  }
}

/** What 1C says of as many orders. */
function statuses(count: number): string {
  const one = (no: number) =>
    `<Документ><Ид>inv_${pad(no)}</Ид><Номер>${no + 1}</Номер><Дата>2026-01-15</Дата><ХозОперация>Заказ товара</ХозОперация><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Номер по 1С</Наименование><Значение>0000-${pad(no)}</Значение></ЗначениеРеквизита><ЗначениеРеквизита><Наименование>Проведен</Наименование><Значение>true</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ>`
  const documents = Array.from({ length: count }, (_, no) => one(no)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.08">${documents}</КоммерческаяИнформация>`
}
