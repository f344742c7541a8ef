import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { languagePort } from '#config/language-port'
import { openIssuer } from '#local/issuer'
import { backDoorLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { reconcileReports } from '#reports/usecases/reconcile-reports'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import type { DealView } from '#schemas/views'
import { storePorts } from '#product/store-ports'
import { everyField } from '#test/e2e/steps'
import { quietLetters, startProduct, type Product } from '#test/e2e/product'
import { randomFrom } from '#test/support/faults'
import { historyFaults, type Told } from '#test/support/history-checker'
import { sorted, tellProof } from '#test/support/proof'
import { isWhole, runs } from '#test/support/runs'

/** The whole proof kills more often, and each time only when so much more was acknowledged. */
const kills = isWhole() ? 200 : runs(24)
/** So many more at most, where none has cut a command off yet. */
const mostMore = 20
const acknowledgedAKill = isWhole() ? 26 : 0
const lanes = 12
const seed = Date.now() % 1_000_000
const random = randomFrom(seed)

let product: Product | undefined
let dataDir = ''
afterEach(async () => {
  await product?.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the lanes share: where the product is now, whether to go on, and what they were told. */
type Load = {
  up: Promise<Product>
  isOver: boolean
  token: string
  asked: number
  readonly told: Told[]
  readonly counts: Record<string, number>
}

/** One request that gets its answer in the end, however often the product dies over it. */
async function ask(load: Load, method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  for (let doubts = 0; ; doubts += 1) {
    const { address } = await load.up
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: { authorization: `Bearer ${load.token}`, 'content-type': 'application/json', ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      })
      const answer = (await response.json()) as Record<string, unknown>
      const isPassing = response.status >= 500 || answer['code'] === 'version_conflict'
      if (!isPassing) return { status: response.status, answer, doubts }
    } catch {
      // No answer, or half of one: nobody knows what became of the request.
    }
    load.counts['in doubt'] = (load.counts['in doubt'] ?? 0) + 1
    await sleep(20)
  }
}

/** A command under its own key; says whether it was promised to have had an effect. */
async function command(
  load: Load,
  method: string,
  path: string,
  body: unknown,
  was: Pick<Deal, 'version'> | undefined,
) {
  const id = `cor_${(load.asked += 1)}`
  const headers = {
    'idempotency-key': id,
    'x-correlation-id': id,
    ...(method === 'PATCH' && { 'if-match': `"${was?.version}"` }),
  }
  const { status, answer, doubts } = await ask(load, method, path, body, headers)
  const kind = `${method} ${path.split('/').slice(-1)[0] ?? ''}`.replace(/deal_.*/, 'deal')
  load.counts[`${kind} ${status}`] = (load.counts[`${kind} ${status}`] ?? 0) + 1
  if (doubts > 0 && status < 300)
    load.counts['repeated until answered'] = (load.counts['repeated until answered'] ?? 0) + 1
  const version = answer['version'] as number | undefined
  const isNoMove = status < 300 && version !== undefined && was !== undefined && version <= was.version
  load.told.push({ correlationId: id, outcome: status >= 300 ? 'refused' : isNoMove ? 'unchanged' : 'done' })
  return status < 300 ? answer : undefined
}

const read = async (load: Load, id: string) => (await ask(load, 'GET', `/deals/${id}`)).answer as DealView

/** A person who works on one deal after the other until it is over. */
async function work(load: Load, lane: number): Promise<void> {
  while (!load.isOver) {
    const quick = { title: `Deal of ${lane}`, pipeline: 'b2c_repeat', owner: 'anna' }
    const routed = { title: `Lead of ${lane}`, fields: { client_type: 'person', repeat_client: false, amount: 7_00 } }
    const made = (await command(load, 'POST', '/deals', random() < 0.7 ? quick : routed, undefined)) as Deal | undefined
    if (made === undefined) throw new Error('A deal could not be created.')
    for (let steps = 0; steps < 14 && !load.isOver; steps += 1) {
      const view = await read(load, made.id)
      if (view.deal.status === 'completed' || view.deal.status === 'cancelled') break
      await step(load, view)
    }
  }
}

async function step(load: Load, view: DealView): Promise<void> {
  const { deal } = view
  const path = `/deals/${deal.id}`
  const chance = random()
  const { items } = (await ask(load, 'GET', `${path}/tasks`)).answer as { items: readonly Task[] }
  const task = items.find(({ status }) => status === 'open')
  if (deal.status === 'lost') {
    await command(load, 'POST', `${path}/reopening`, { reason: 'They called' }, deal)
  } else if (chance < 0.25 && task !== undefined) {
    await command(load, 'POST', `/tasks/${task.id}/completion`, {}, undefined)
  } else if (chance < 0.32) {
    await command(load, 'PUT', `${path}/owner`, { owner: deal.owner === 'anna' ? 'andrew' : 'anna' }, deal)
  } else if (chance < 0.4) {
    const [end, reason] = deal.status === 'won' ? ['cancellation', 'refund'] : ['loss', 'price']
    await command(load, 'POST', `${path}/${end}`, { reason }, deal)
  } else if (chance < 0.47) {
    await command(load, 'PATCH', path, { fields: { amount: 5_00 + Math.floor(random() * 5_00) } }, deal)
  } else {
    await forward(load, view)
  }
}

const order = [
  'presentation',
  'general_offer',
  'feedback',
  'individual_offer',
  'contract',
  'payment',
  'delivery',
  'closing_documents',
  'nps',
]

/** To the next stage, with everything that the gate asks for. */
async function forward(load: Load, { deal, gate }: DealView): Promise<void> {
  const amount = Number(deal.fields['amount'] ?? 100_00)
  const toStage = order[order.indexOf(deal.stage) + 1] ?? 'completed'
  const complete = gate.missing.tasks.map(({ id }) => id)
  const fields = { ...everyField, amount, paid: amount }
  await command(load, 'POST', `/deals/${deal.id}/moves`, { toStage, fields, complete }, deal)
}

function done({ told }: Load): number {
  return told.filter(({ outcome }) => outcome === 'done').length
}

/** How many commands were cut off by a kill and sent again. */
function repeated({ counts }: Load): number {
  return counts['repeated until answered'] ?? 0
}

async function hire(load: Load): Promise<void> {
  const person = (roles: string[]) => ({ name: 'Somebody', department: 'company', roles, active: true })
  await ask(load, 'PUT', '/employees/anna', { ...person(['b2c_team']) })
  await ask(load, 'PUT', '/employees/andrew', { ...person(['b2c_team']) })
}

test(`killed ${kills} times under load: every answered command has its one event, tasks and books are right`, async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'norma-kill-'))
  product = await startProduct(dataDir)
  const token = await (await openIssuer(dataDir)).mint('admin')
  const load: Load = { up: Promise.resolve(product), isOver: false, token, asked: 0, told: [], counts: {} }
  await hire(load)

  const workers = Promise.all(Array.from({ length: lanes }, (_, lane) => work(load, lane)))
  let killed = 0
  // Few kills may all come between two commands: then it goes on until some have cut one off.
  while (killed < kills || (repeated(load) <= kills / 3 && killed < kills + mostMore)) {
    killed += 1
    await Promise.race([sleep(200 + random() * 1000), workers])
    while (done(load) < killed * acknowledgedAKill) await Promise.race([sleep(50), workers])
    load.up = product.kill().then(() => startProduct(dataDir))
    product = await load.up
  }
  await sleep(300)
  load.isOver = true
  await workers
  const letters = await quietLetters(product, dataDir)

  const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
  const document = localDynamo(backDoorLine(product.address, secret))
  const ports = storePorts({ document, table: 'norma', contactSecret: `contacts.${secret}` }, languagePort)
  const faults = await historyFaults({ ports, document, table: 'norma' }, load.told)
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const reports = await reconcileReports(ports, later)
  document.destroy()
  const { wrong, ...found } = sorted(faults)
  const tried = {
    kills: killed,
    'acknowledged writes': done(load),
    'repeated until answered': repeated(load),
  }
  tellProof({ proof: 'kills under load', tried, leaked: 0, ...found, wrong: wrong + letters.length + reports.found })
  console.log(JSON.stringify({ seed, kills: killed, commands: load.told.length, ...load.counts }))
  expect(letters).toEqual([])
  expect(faults, `seed ${seed}`).toEqual([])
  expect(reports.wrong).toEqual([])
  expect(done(load)).toBeGreaterThan(kills * (isWhole() ? 25 : 3))
  expect(repeated(load)).toBeGreaterThan(kills / 3)
}, 1_500_000)
