import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { KeptIntegration } from '#ports/integrations'

import { heading, printTable, short } from './print'
import { startProduct, type Product } from './product'

const kills = 2
const lanes = 8

/** Notices that keep coming while the product is killed and started again: whoever gets no answer sends again, as providers do. */
export async function measureKills(count: number, key: string, integration: KeptIntegration): Promise<void> {
  heading(`${count} notices while Norma is killed ${kills} times`)
  const dataDir = mkdtempSync(join(tmpdir(), 'norma-kills-'))
  let product = await startProduct({ dataDir })
  const sending = { next: 0, again: 0, address: addressOf(product), key, count }
  try {
    await product.ports.integrations.save(integration)
    const sent = Promise.all(Array.from({ length: lanes }, () => sendAll(sending)))
    for (let no = 1; no <= kills; no += 1) {
      while (sending.next < (count * no) / (kills + 1)) await pause(5)
      await product.kill()
      product = await startProduct({ dataDir })
      sending.address = addressOf(product)
    }
    await sent
    await product.idle()
    const found = await callsIn(product, count)
    printTable(
      ['notices', 'kills', 'sent again', 'calls there', 'lost'],
      [[count, kills, sending.again, found, count - found]],
    )
    if (found !== count) throw new Error(`${short(count - found)} calls are not there.`)
  } finally {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Sending = { next: number; again: number; address: string; readonly key: string; readonly count: number }

function addressOf({ port }: Product): string {
  return `http://127.0.0.1:${port}/in/pbx-0`
}

async function sendAll(sending: Sending): Promise<void> {
  while (sending.next < sending.count) {
    const no = sending.next
    sending.next += 1
    await sendUntilTaken(sending, JSON.stringify(aCall(no)))
  }
}

async function sendUntilTaken(sending: Sending, body: string): Promise<void> {
  const headers = { authorization: `Bearer ${sending.key}`, 'content-type': 'application/json' }
  for (;;) {
    const signal = AbortSignal.timeout(10_000)
    const answer = await fetch(sending.address, { method: 'POST', headers, body, signal }).catch(() => undefined)
    if (answer?.status === 200) return
    sending.again += 1
    await pause(50)
  }
}

function aCall(no: number) {
  const client = `+7900${String(1_000_000 + no)}`
  const at = new Date(Date.now() - 60_000).toISOString()
  return { call: String(no), direction: 'in', client, startedAt: at, endedAt: at, result: 'answered', answeredAt: at }
}

async function callsIn({ ports }: Product, count: number): Promise<number> {
  let found = 0
  for (let no = 0; no < count; no += 1) if ((await ports.talks.findCall(`pbx-0:${no}`)) !== undefined) found += 1
  return found
}
