import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { chooseSqlite } from '#embedded/choose-sqlite'
import { storeFile } from '#local/open-store'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Deal } from '#schemas/deal'

import { fill } from './columns'
import { hire, sellerNo } from './company'
import { startGenerator, type LoadRequest } from './load-process'
import { heading, median, printTable } from './print'
import { startProduct } from './product'

const starts = 5
const restSec = 10

/** How soon Norma is ready, what it holds and what it uses while nobody asks for anything: over nothing, and over many deals. */
export async function measureStart(deals: number): Promise<void> {
  heading('Starting, and resting')
  const rows = [
    await startsOver('an empty folder', 0),
    await startsOver(`${deals.toLocaleString('en')} open deals`, deals),
  ]
  printTable(['over', `ready ms, median of ${starts}`, 'MB at rest', '% of a core at rest', 'file MB'], rows)
}

async function startsOver(name: string, deals: number): Promise<readonly (string | number)[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'norma-bench-'))
  try {
    if (deals > 0) await fillFolder(dataDir, deals)
    const ready: number[] = []
    for (let no = 1; no < starts; no += 1) {
      const product = await startProduct({ dataDir })
      ready.push(product.readyMs)
      await product.stop()
      if (deals === 0) rmSync(dataDir, { recursive: true })
    }
    const product = await startProduct({ dataDir })
    ready.push(product.readyMs)
    await product.idle()
    // What a start leaves to do in the background is done by then.
    await pause(restSec * 1000)
    const before = product.cpuMs()
    await pause(restSec * 1000)
    const share = (product.cpuMs() - before) / (restSec * 1000)
    const memory = product.memoryMb()
    await product.stop()
    return [name, median(ready), memory, share * 100, megabytes(join(dataDir, storeFile))]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function fillFolder(dataDir: string, deals: number): Promise<void> {
  const product = await startProduct({ dataDir })
  await hire(product.ports)
  await fill(product, { pipeline: 'b2c_new', stage: 'feedback', size: deals })
  await product.stop()
}

const dealsMoved = 2_000
const clients = 16
const amountMinor = 100_000_00

/** How large the file is after so many moves of 2,000 deals, beside what is alive in it. */
export async function measureFile(moves: number): Promise<void> {
  heading(`The file after ${moves.toLocaleString('en')} moves with all that follows`)
  const dataDir = mkdtempSync(join(tmpdir(), 'norma-bench-'))
  const generator = startGenerator()
  try {
    const product = await startProduct({ dataDir })
    await hire(product.ports)
    const send = async (requests: readonly LoadRequest[], keep = false) => {
      const loaded = await generator.run({ ...product, clients, requests, keep })
      await product.idle()
      return loaded.bodies
    }
    const fields = {
      amount: amountMinor,
      discount: 0,
      offer_file: 'https://files.example/offer.pdf',
      source: 'website',
    }
    const created = await send(
      Array.from({ length: dealsMoved }, (_, no) => ({
        method: 'POST',
        path: '/deals',
        body: {
          title: `Deal ${no}`,
          pipeline: 'b2c_repeat',
          owner: sellerNo(no),
          client: { name: `Client ${no}` },
          fields,
        },
      })),
      true,
    )
    const ids = created.map((body) => (body as Deal).id)
    for (let done = 0, visit = 1; done < moves; done += 2 * dealsMoved, visit += 2) {
      await send(ids.map((id) => moveOf(id, { toStage: 'contract', complete: [taskIdOf(id, visit, 'prepare_offer')] })))
      await send(ids.map((id) => moveOf(id, { toStage: 'individual_offer', reason: 'Once more' })))
    }
    const whileRunning = megabytes(join(dataDir, storeFile)) + megabytes(join(dataDir, `${storeFile}-wal`))
    const memory = product.memoryMb()
    await product.stop()
    const after = megabytes(join(dataDir, storeFile))
    const alive = await aliveIn(dataDir)
    printTable(
      [
        'moves',
        'file and its log while it runs, MB',
        'file when it has stopped, MB',
        'alive in it, MB',
        '× alive',
        'MB of memory',
      ],
      [[moves, whileRunning, after, alive, after / alive, memory]],
    )
  } finally {
    generator.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function moveOf(id: string, body: object): LoadRequest {
  return { method: 'POST', path: `/deals/${id}/moves`, body }
}

/** The size of the same data written anew, without anything that was left behind. */
async function aliveIn(dataDir: string): Promise<number> {
  const copy = join(dataDir, 'alive.sqlite')
  copyFileSync(join(dataDir, storeFile), copy)
  const sqlite = (await chooseSqlite()).open(copy)
  try {
    // SQLite in WebAssembly shares no memory with other processes and opens no temporary files.
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
  return megabytes(copy)
}

function megabytes(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 2 ** 20
}
