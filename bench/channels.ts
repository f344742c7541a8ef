import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import { rawDoor } from '#channels/http/raw-door'
import { makeClient } from '#clients/usecases/change-clients'
import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import { storePorts } from '#product/store-ports'
import type { Command } from '#usecases/command'
import { inTurns } from '#usecases/in-groups'

import { measureKills } from './channel-kills'
import { measureStrangers } from './channel-strangers'
import { startGenerator, type LoadRequest } from './load-process'
import { heading, printTable, short, spreadOf } from './print'
import { startProduct, table, type Product } from './product'
import { wireMeter } from './wire-meter'
import { yardstickMs } from './yardstick'

const key = 'key-of-the-benchmark'
const connected = 20
const asked = 2_000

/** Ten thousand in a minute. */
const perSecond = 10_000 / 60

/**
 * What the door of channels takes: so many notices, ten thousand a minute, how soon a missed call is a task, and who rings
 * among so many clients; all of it, or the part that is named.
 */
export async function measureChannels(clients = 100_000, arrivals = 10_000, part?: string): Promise<void> {
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    door: () => measureDoor(arrivals),
    owed: () => measureOwed(),
    strangers: () => measureStrangers(anIntegration('pbx-0', 'generic')),
    kills: () => measureKills(Math.ceil(arrivals / 5), key, anIntegration('pbx-0', 'generic')),
    rings: () => measureWhoRings(clients),
  }
  for (const [name, measure] of Object.entries(parts)) if (part === undefined || part === name) await measure()
}

/** Notices of calls by twenty integrations, evenly in time, at the door of the product as its users run it. */
async function measureDoor(count: number): Promise<void> {
  heading(`${count} notices of calls at ${perSecond.toFixed(0)} a second, by ${connected} integrations`)
  const product = await startProduct()
  const generator = startGenerator()
  try {
    for (let no = 0; no < connected; no += 1)
      await product.ports.integrations.save(anIntegration(`pbx-${no}`, 'generic'))
    await product.idle()
    const before = yardstickMs()
    const cpu = product.cpuMs()
    const began = performance.now()
    const requests = Array.from({ length: count }, (_, no) => aNotice(no))
    const load = { port: product.port, token: key, clients: 16, requests, perSecond }
    const { latenciesMs, tookMs } = await generator.run(load)
    await product.idle()
    const readMs = performance.now() - began
    const cpuMs = (product.cpuMs() - cpu) / count
    const { p50, p95, p99, max } = spreadOf(latenciesMs)
    printTable(
      [
        'notices',
        'sent in, s',
        'all read after, s',
        'read',
        'unreadable',
        'p50, ms',
        'p95',
        'p99',
        'most',
        'CPU ms each',
        'yardstick, ms',
      ],
      [
        [
          count,
          tookMs / 1000,
          readMs / 1000,
          ...(await readOf(product)),
          p50,
          p95,
          p99,
          max,
          cpuMs,
          (before + yardstickMs()) / 2,
        ],
      ],
    )
  } finally {
    generator.stop()
    await product.stop()
  }
}

/** How long after its last notice a missed call is a task of somebody’s: calls one after another, for half a minute. */
async function measureOwed(): Promise<void> {
  const calls = 60
  heading(`From the last notice of a missed call to the task, ${calls} calls`)
  const product = await startProduct()
  try {
    await product.ports.integrations.save(anIntegration('pbx-0', 'generic'))
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const tookMs = await Promise.all(
      Array.from({ length: calls }, async (_, no) => {
        await pause(no * 500)
        const client = `+7900777${String(no).padStart(4, '0')}`
        const at = new Date().toISOString()
        const notice = { call: `missed-${no}`, direction: 'in', client, startedAt: at, endedAt: at, result: 'missed' }
        const address = `http://127.0.0.1:${product.port}/in/pbx-0`
        await fetch(address, { method: 'POST', headers, body: JSON.stringify(notice) })
        const told = performance.now()
        const id = await product.ports.talks.talkIdOf(client)
        const isOwed = async () => (await product.ports.deals.tasksOfSubject({ kind: 'talk', id })).length > 0
        while (!(await isOwed())) await pause(250)
        return performance.now() - told
      }),
    )
    const { p50, p95, p99, max } = spreadOf(tookMs)
    printTable(['calls', 'p50, s', 'p95', 'p99', 'most'], [[calls, p50 / 1000, p95 / 1000, p99 / 1000, max / 1000]])
  } finally {
    await product.stop()
  }
}

async function readOf({ ports }: Pick<Product, 'ports'>): Promise<readonly [read: number, unreadable: number]> {
  const all = await Promise.all(
    Array.from({ length: connected }, (_, no) => ports.integrations.days(`pbx-${no}`, '2000-01-01')),
  )
  const days = all.flat()
  const sum = (pick: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + pick(day), 0)
  return [sum(({ arrived }) => arrived), sum(({ unreadable }) => unreadable)]
}

/** Every call tells of itself twice: that it rings, and how it ended. */
function aNotice(no: number): LoadRequest {
  const call = Math.floor(no / 2)
  const client = `+7900${String(1_000_000 + (call % 5_000)).padStart(7, '0')}`
  const about = { call: String(call), direction: 'in', client, line: '+74955550000' }
  const startedAt = new Date(Date.now() - 60_000).toISOString()
  const rings = { ...about, state: 'ringing', employee: '101', at: startedAt, startedAt }
  const ends = {
    ...about,
    startedAt,
    endedAt: new Date().toISOString(),
    result: call % 4 === 0 ? 'missed' : 'answered',
  }
  return { method: 'POST', path: `/in/pbx-${call % connected}`, body: no % 2 === 0 ? rings : ends }
}

/** An exchange asks who rings while it rings. */
async function measureWhoRings(clients: number): Promise<void> {
  heading(`Who rings, among ${clients} clients`)
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const ports = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
    await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
    await seed(ports, clients)
    await ports.integrations.save(anIntegration('vats', 'vats'))
    const door = rawDoor({ ports, log: (entry) => console.error(entry) })
    const cost = wireMeter(document)
    const rows = []
    for (const [name, phoneAt] of [
      ['a client', (no: number) => phoneOf((no * 7919) % clients)],
      ['nobody known', (no: number) => `7999${String(no).padStart(7, '0')}`],
    ] as const) {
      const tookMs: number[] = []
      let told = 0
      cost()
      for (let no = 0; no < asked; no += 1) {
        const began = performance.now()
        // oxlint-disable-next-line no-await-in-loop -- one telephone rings after the other
        const answer = await door.request(`/in/vats?cmd=contact&phone=${phoneAt(no)}&callid=1&crm_token=${key}`)
        tookMs.push(performance.now() - began)
        told += Number((await answer.text()).includes('contact_name'))
      }
      const { requests, readUnits } = cost()
      const { p50, p95, p99, max } = spreadOf(tookMs)
      rows.push([name, asked, told, requests / asked, readUnits / asked, p50, p95, p99, max, yardstickMs()])
    }
    const head = ['who rings', 'asked', 'named', 'requests each', 'read units', 'p50, ms', 'p95', 'p99', 'most']
    printTable([...head, 'yardstick, ms'], rows)
  } finally {
    document.destroy()
    await store.stop()
  }
}

async function seed(ports: Ports, count: number): Promise<void> {
  const began = performance.now()
  const command: Command = { caller: systemCaller('system', 'bench'), correlationId: 'cor_bench' }
  const people = await ports.people.load()
  await inTurns(
    Array.from({ length: count }, (_, no) => no),
    20,
    (no) =>
      makeClient(ports, command, people, {
        kind: 'person',
        name: `Клиент ${no}`,
        owner: null,
        phone: `+${phoneOf(no)}`,
      }),
  )
  console.log(`Cards written in ${short((performance.now() - began) / 1000)} s.\n`)
}

function phoneOf(no: number): string {
  return `7900${String(no).padStart(7, '0')}`
}

function anIntegration(id: string, adapter: 'generic' | 'vats'): KeptIntegration {
  return {
    id,
    adapter,
    name: id,
    settings: { zone: 'Europe/Moscow' },
    lines: {},
    logins: { '101': 'admin' },
    paused: false,
    createdAt: '2026-12-01T06:00:00.000Z',
    createdBy: 'bench',
    secrets: [{ values: { key, token: key } }],
    rev: 1,
  }
}
