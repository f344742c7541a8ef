import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { languagePort } from '#config/language-port'
import { backDoorLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { openIssuer } from '#local/issuer'
import { localSecret } from '#local/local-secret'
import type { Ports } from '#ports/ports'
import { storePorts } from '#product/store-ports'

/** The product as its users run it: `norma start` over a data folder on the disk. */
export type Product = {
  readonly port: number
  readonly token: string
  /** The store of the running product, to prepare data with. */
  readonly ports: Ports
  readonly document: ReturnType<typeof localDynamo>
  readonly readyMs: number
  /** Resolves when everything that follows from what was written has been done. */
  readonly idle: () => Promise<void>
  /** Processor time used so far by the product's own process. */
  readonly cpuMs: () => number
  /** Memory of the product's own process, in MB: what it holds now. */
  readonly memoryMb: () => number
  readonly stop: () => Promise<void>
  /** Ends it as a failing machine does: at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>
}

/** Where the data is kept (a folder of its own that is taken away again, where nothing is said), and what to profile. */
export type ProductOptions = { readonly dataDir?: string; readonly profileDir?: string | undefined }

/** How long what follows from what was written may take. */
const patienceMs = 280_000

/** The table the product keeps everything in. */
export const table = 'norma'

type Notice = { readonly address: string; readonly pid: number }

/** Starts the bundled product; with `profileDir` its process writes a V8 profile there when it stops. */
export async function startProduct({ dataDir: kept, profileDir }: ProductOptions = {}): Promise<Product> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'norma-bench-'))
  const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`]
  // What has to be bundled anew is bundled before the clock starts.
  spawnSync(process.execPath, ['bin/norma.mjs', '--version'])
  const began = performance.now()
  const child = spawn(process.execPath, [...profile, 'bin/norma.mjs', 'start', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A bench asks in a second what people ask in a day.
    env: { ...process.env, NORMA_REQUESTS_A_MINUTE: '10000000' },
  })
  // What is measured may fail; what was started for it must not go on.
  process.once('exit', () => child.kill('SIGKILL'))
  await isUp(child)
  const readyMs = performance.now() - began
  const notice = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Notice
  const secret = localSecret(dataDir)
  const document = localDynamo(backDoorLine(notice.address, secret))
  const idle = async () => {
    const headers = { 'x-norma-key': secret, 'content-type': 'application/json' }
    const body = JSON.stringify({ withinMs: patienceMs })
    const answer = await fetch(`${notice.address}/local/idle`, { method: 'POST', headers, body })
    const said = await answer.text()
    if (!answer.ok || !(JSON.parse(said) as { isIdle: boolean }).isIdle)
      throw new Error(`Norma did not come to rest: ${said}`)
  }
  return {
    port: Number(new URL(notice.address).port),
    token: await (await openIssuer(dataDir)).mint('admin'),
    ports: storePorts({ document, table, contactSecret: `contacts.${secret}` }, languagePort),
    document,
    readyMs,
    idle,
    cpuMs: () => cpuOf(notice.pid),
    memoryMb: () => memoryOf(notice.pid),
    kill: async () => {
      document.destroy()
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    stop: async () => {
      document.destroy()
      child.kill('SIGTERM')
      await once(child, 'exit')
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function isUp(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Norma runs at')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`Norma did not start (code ${code}).`)))
  })
}

/** User and system time of a process and all its threads; Linux counts them in hundredths of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function memoryOf(pid: number): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1024
}
