import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { makeFolder } from './keep-once'
import { identify, isAlive, type ProcessIdentity } from './process-identity'
import { LocalError, say } from './say'

/** A data folder that belongs to this process until it is released. */
export type DataLock = {
  /** Remembers the engine, so that the next start can end it should this process be killed. */
  readonly nameEngine: (pid: number) => void
  readonly release: () => void
}

type Holder = { readonly owner: ProcessIdentity; readonly engine?: ProcessIdentity }

/** Takes the data folder for this process; ends an engine that a killed process left behind; refuses when Norma runs there. */
export async function lockData(dataDir: string): Promise<DataLock> {
  makeFolder(dataDir)
  const path = join(dataDir, 'engine.pid')
  const self = identify(process.pid) ?? { pid: process.pid, started: '' }
  const mine = `${path}.${process.pid}.${Math.round(performance.now() * 1000)}`
  try {
    writeFileSync(mine, JSON.stringify({ owner: self } satisfies Holder))
    // A link is made or refused in one step and shows the whole content at once, so two starts cannot both win.
    while (!isLinked(mine, path)) await evict(path, dataDir)
  } finally {
    rmSync(mine, { force: true })
  }
  return {
    nameEngine: (pid) => {
      const engine = identify(pid)
      writeFileSync(`${path}.new`, JSON.stringify({ owner: self, ...(engine && { engine }) } satisfies Holder))
      renameSync(`${path}.new`, path)
    },
    release: () => rmSync(path, { force: true }),
  }
}

function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function evict(path: string, dataDir: string): Promise<void> {
  const holder = holderOf(path)
  if (holder === undefined) return
  if (isAlive(holder.owner)) {
    throw new LocalError(say('folder_taken', { folder: dataDir, process: holder.owner.pid }))
  }
  if (holder.engine !== undefined) await end(holder.engine)
  // Moved aside rather than deleted: should a third start have taken the folder meanwhile, it gets its file back.
  const aside = `${path}.stale.${process.pid}`
  if (!isMoved(path, aside)) return
  const moved = holderOf(aside)
  if (moved !== undefined && isAlive(moved.owner)) isLinked(aside, path)
  rmSync(aside, { force: true })
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    // Not readable as ours (a full disk cut it short, say): nobody can be alive behind it.
    return { owner: { pid: 0, started: 'unreadable' } }
  }
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function end(engine: ProcessIdentity): Promise<void> {
  for (let round = 0; isAlive(engine); round += 1) {
    process.kill(engine.pid, round < 100 ? 'SIGTERM' : 'SIGKILL')
    await sleep(10)
  }
}
