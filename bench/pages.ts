import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { languagePort } from '#config/language-port'
import { makeDemo } from '#demo/make-demo'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import openApi from '#generated/openapi.json'
import { allPages } from '#product/lists/pages'
import { createPages } from '#product/pages-app.tsx'
import { assetsFrom, type Manifest } from '#pages/assets.tsx'
import { localSignIn } from '#pages/local-sign-in.tsx'
import type { Ports } from '#ports/ports'
import { coreItem } from '#store/deals/deal-item'
import { storePorts } from '#product/store-ports'
import { refreshPace } from '#usecases/plan/refresh-pace'

import { dealNo } from './columns'
import { heading, printTable, spreadOf } from './print'
import { table } from './product'
import { wireMeter, type Wire } from './wire-meter'
import { yardstickMs } from './yardstick'

const views = 40
const countedViews = 10
const longColumn = 10_000
const now = '2026-11-25T09:00:00.000Z'

/** The board with a long column: as it is, and looked through for one deal, for none, and for all of them. */
const longBoards: readonly View[] = [
  { id: 'board', path: '/app/board/b2c_new', as: 'head', note: `${longColumn} deals in a column` },
  ...[
    ['one found', `deal+${longColumn - 1}`],
    ['none found', 'nobody+has+this'],
    ['all found', 'benchmark'],
    ['by its id', dealNo(longColumn - 1, 'b2c_new', 'feedback').id],
  ].map(([found, q]) => ({
    id: 'board',
    path: `/app/board/b2c_new?q=${q}`,
    as: 'head',
    note: `${longColumn} deals searched, ${found}`,
  })),
]

type View = { readonly id: string; readonly path: string; readonly as: string; readonly note?: string }
type Shown = View & {
  readonly p50: number
  readonly p95: number
  readonly first: number
  /** Processor time of the pages’ own process, which others on the machine do not lengthen. */
  readonly cpu: number
  readonly html: number
  readonly requests: number
  readonly units: number
  readonly same: number
}

/** Times on the server, requests to the table, and sizes of the first view of every page, on the demo company. */
export async function measurePages(): Promise<void> {
  heading('Pages on the demo company: time on the server, requests, sizes')
  const dataDir = mkdtempSync(join(tmpdir(), 'norma-bench-pages-'))
  const store = await openStore({ dataDir })
  await ensureTable(store, table)
  const [document, counted] = [localDynamo(store.line), localDynamo(store.line)]
  try {
    const ports = await company(document)
    // Whoever counts requests goes through all layers of the SDK, which a product on one machine does not: times are taken beside.
    const cost = wireMeter(counted)
    const stand = { ports, counted: portsOn(counted), cost }
    const before = yardstickMs()
    const shown = await all(stand)
    await fill(document)
    for (const view of longBoards) shown.push(...[await look(stand, view)].filter((one) => one !== undefined))
    await print(shown)
    console.log(`\nThe yardstick took ${before.toFixed(0)} ms before and ${yardstickMs().toFixed(0)} ms after.`)
  } finally {
    document.destroy()
    counted.destroy()
    await store.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The same company twice: as it is timed, and as its requests are counted. */
type Stand = { readonly ports: Ports; readonly counted: Ports; readonly cost: () => Wire }

function portsOn(document: DynamoDBDocumentClient): Ports {
  const stored = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
  return { ...stored, clock: { now: () => now } }
}

async function company(document: DynamoDBDocumentClient): Promise<Ports> {
  const ports = portsOn(document)
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  await makeDemo(ports, { seed: '7', now })
  await refreshPace(ports, now)
  return ports
}

async function all(stand: Stand): Promise<Shown[]> {
  const shown: Shown[] = []
  for (const view of await viewsOf(stand.ports)) {
    const seen = (await look(stand, view)) ?? (await look(stand, { ...view, ...administrator }))
    if (seen === undefined) console.log(`${view.path} is not looked at: it leads elsewhere, or is for nobody here.`)
    else shown.push(seen)
  }
  return shown
}

const administrator = { as: 'administrator', note: 'the administrator' }

/** Whoever is in a role looks at every page that needs nothing but its address, and at a deal of theirs. */
async function viewsOf(ports: Ports): Promise<readonly View[]> {
  const { items } = await ports.deals.column({ pipeline: 'b2b_new', stage: 'contract', limit: 1 })
  const deal = items[0]?.id ?? ''
  const plain = allPages.filter(({ path, id }) => !path.includes(':') && id !== 'boardStart')
  return [
    { id: 'myDay', path: '/app', as: 'b2b_hunters', note: 'a salesperson' },
    { id: 'board', path: '/app/board/b2b_new', as: 'b2b_hunters', note: 'a salesperson' },
    { id: 'board', path: '/app/board/b2b_new', as: 'head', note: 'the head' },
    { id: 'deal', path: `/app/deals/${deal}`, as: 'head' },
    ...plain.map(({ id, path }) => ({ id, path, as: 'head', note: 'the head' })),
  ]
}

/** What a page takes for whoever looks at it; undefined where it is not for them. */
async function look({ ports, counted, cost }: Stand, view: View): Promise<Shown | undefined> {
  const { employees } = await ports.people.load()
  const role = view.as === 'head' ? 'head_of_sales' : view.as
  const person =
    Object.values(employees).find(({ id, roles }) => roles.includes(role) || id === role)?.id ??
    Object.values(employees).find(({ roles }) => roles.length === 0)?.id ??
    ''
  const ask = askFor(ports, view, person)
  const first = await ask()
  if (first.answer.status >= 500) throw new Error(`${view.path} answered ${first.answer.status}.`)
  if (first.answer.status !== 200) return undefined
  const times: number[] = []
  const startCpu = process.cpuUsage()
  for (let no = 0; no < views; no += 1) times.push((await ask()).ms)
  const { user, system } = process.cpuUsage(startCpu)
  const askCounted = askFor(counted, view, person)
  await askCounted()
  cost()
  for (let no = 0; no < countedViews; no += 1) await askCounted()
  const { requests, readUnits } = cost()
  const etag = /data-etag="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const same = await ask({ 'x-norma-part': 'main', 'if-none-match': etag })
  const { p50, p95 } = spreadOf(times)
  return {
    ...view,
    p50,
    p95,
    first: first.ms,
    cpu: (user + system) / 1000 / views,
    html: gzipSync(first.text).length / 1000,
    requests: requests / countedViews,
    units: readUnits / countedViews,
    same: same.answer.status,
  }
}

function askFor(ports: Ports, view: View, person: string) {
  const pages = createPages({
    ports,
    verifyToken: (token) => Promise.resolve(token),
    // Nothing is written here: only the description of the API is ever asked for.
    askApi: async () => Response.json(openApi),
    assets,
    signIn: localSignIn(ports, (id) => Promise.resolve(id)),
  })
  return async (headers: Record<string, string> = {}) => {
    const cookie = `norma_session=${person}`
    const answer = await pages.fetch(new Request(`http://norma.bench${view.path}`, { headers: { cookie, ...headers } }))
    const ms = Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1])
    return { answer, ms, text: await answer.text() }
  }
}

const assets = assetsFrom((name) => readFile(join('dist', 'pages', name)).catch(() => undefined))

async function print(shown: readonly Shown[]): Promise<void> {
  const manifest = await assets.manifest()
  const head = [
    'page',
    'seen by',
    'p50 ms',
    'p95 ms',
    'first ms',
    'own cpu ms',
    'requests',
    'read units',
    'HTML gz kB',
    'script gz kB',
    'asked again',
  ]
  const rows = await Promise.all(
    shown.map(async (one) => [
      one.id,
      one.note ?? '',
      one.p50,
      one.p95,
      one.first,
      one.cpu,
      one.requests,
      one.units,
      one.html,
      await scriptSize(one.id, manifest),
      one.same === 304 ? 'nothing new' : '',
    ]),
  )
  printTable(head, rows)
}

async function scriptSize(id: string, manifest: Manifest): Promise<number> {
  const script = allPages.find((page) => page.id === id)?.script
  const entries = ['app', ...(script === undefined ? [] : [script])].flatMap((name) => manifest[name] ?? [])
  const files = [...new Set(entries.flatMap(({ file, loads }) => [file, ...loads]))]
  const sizes = await Promise.all(files.map(async (file) => gzipSync((await assets.read(file)) ?? '').length))
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** A column as long as no salesperson would let it become; its counter says so too. */
async function fill(document: DynamoDBDocumentClient): Promise<void> {
  const puts = Array.from({ length: longColumn }, (_, no) => ({
    PutRequest: { Item: coreItem(dealNo(no, 'b2c_new', 'feedback')) },
  }))
  for (let at = 0; at < puts.length; at += 25) {
    await document.send(new BatchWriteCommand({ RequestItems: { [table]: puts.slice(at, at + 25) } }))
  }
}
