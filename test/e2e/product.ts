import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { DeadLetter } from '#local/queues/queue'

/** The real product over a data folder, in a process of its own. */
export type Product = {
  readonly address: string
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** `clock` names a file with the milliseconds by which its clock is ahead; what is written there later is heeded. */
export type ProductOptions = { readonly clock?: string }

/** Starts `norma start` over the folder and waits until it answers. */
export async function startProduct(dataDir: string, { clock }: ProductOptions = {}): Promise<Product> {
  const shim = clock === undefined ? [] : ['--import', pathToFileURL(resolve('test/e2e/set-clock.mjs')).href]
  const child = spawn(process.execPath, [...shim, 'bin/norma.mjs', 'start', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test asks in a second what people ask in a day.
    env: { ...process.env, NORMA_REQUESTS_A_MINUTE: '10000000', ...(clock !== undefined && { NORMA_CLOCK: clock }) },
  })
  await readiness(child)
  const { address } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Product
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    address,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Runs a command of `norma` to its end. */
export async function runNorma(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const child = spawn(process.execPath, ['bin/norma.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out }
}

/** Asks what only the command line may ask. */
export async function backDoor(
  product: Product,
  dataDir: string,
  method: 'GET' | 'POST',
  path: string,
  body: object = {},
): Promise<unknown> {
  const response = await fetch(`${product.address}/local/${path}`, {
    method,
    headers: { 'x-norma-key': readFileSync(join(dataDir, 'secret'), 'utf8'), 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

/** What follows from a test's writes may take so long, also on a busy machine. */
const patienceMs = 90_000

/** Waits until everything that follows from what was written is done, and gives what could not be. */
export async function quietLetters(product: Product, dataDir: string): Promise<readonly DeadLetter[]> {
  const { isIdle } = (await backDoor(product, dataDir, 'POST', 'idle', { withinMs: patienceMs })) as { isIdle: boolean }
  if (!isIdle) throw new Error(`Something still goes on after ${patienceMs / 1000} s.`)
  return (await backDoor(product, dataDir, 'GET', 'dead-letters')) as readonly DeadLetter[]
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: string) => {
      said += text
      if (said.includes('Norma runs at')) resolve()
    }
    child.stdout?.setEncoding('utf8').on('data', listen)
    child.stderr?.setEncoding('utf8').on('data', listen)
    child.once('exit', (code) => reject(new Error(`norma start ended with ${code}: ${said}`)))
  })
}
