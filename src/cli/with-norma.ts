import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'

import { languagePort } from '#config/language-port'
import { backDoorLine } from '#local/line'
import { folderFiles } from '#local/files/folder-files'
import { localDynamo } from '#local/local-client'
import { formerFile } from '#local/former-engine'
import { isUsed } from '#local/is-used'
import { localSecret } from '#local/local-secret'
import { startNorma } from '#local/norma'
import { storeFile } from '#local/open-store'
import type { Lag, Runtime } from '#local/runtime'
import { LocalError, say as localSay } from '#local/say'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import { storePorts } from '#product/store-ports'
import { commandEnvironment, OutsideError, UsageError } from './environment'
import { firstRules } from './first-rules'
import { localLog } from './local-log'
import { printAside, say } from './say'

/** What a command may do with a Norma, its own or one that runs already. */
export type Access = {
  readonly ports: Ports
  /** Resolves when everything that follows from what was written has been done; `tell` hears how many events are to come. */
  readonly idle: (tell?: (toCome: number) => void) => Promise<void>
  /** Runs a schedule now and waits for it. */
  readonly runSchedule: (name: string) => Promise<void>
}

export type Running = {
  readonly address: string
  readonly publicAddress?: string
  readonly pid: number
  /** By what people come in there. */
  readonly by?: Ports['ways']['by']
}

/** The Norma that runs over a data folder, if one does. */
export function runningOver(dataDir: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Running
    process.kill(running.pid, 0)
    return running
  } catch {
    // None is there, a process that was killed has left its own behind, or a power cut an empty one.
    return undefined
  }
}

/** Whether a folder holds the data of a company, or what is left of it: what is missing is told when it is opened. */
function hasCompany(folder: string): boolean {
  return isUsed(folder) || companyFiles.some((name) => existsSync(join(folder, name)))
}

const companyFiles = [storeFile, formerFile, 'secret'] as const

/** Refuses a folder without a company: neither a mistyped name nor a folder of something else may become one. */
export function needCompany(folder: string): void {
  if (hasCompany(folder)) return
  try {
    readdirSync(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOTDIR') throw new LocalError(localSay('folder_is_file', { folder }))
    if (error.code === 'EACCES' || error.code === 'EPERM') throw new LocalError(localSay('folder_closed', { folder }))
  }
  throw new UsageError(say('no_company', { folder }))
}

/**
 * Works over the data folder: with the Norma that runs there, else with one that is started for it and stopped after. A folder
 * without a company is refused, unless the command may found one (`mayFound`), or only looks what would be: then it is founded
 * aside, and nothing of it stays (`foundsAside`).
 */
export async function withNorma<T>(
  dataDir: string,
  work: (norma: Access) => Promise<T>,
  { mayFound = false, foundsAside = false } = {},
): Promise<T> {
  const running = runningOver(dataDir)
  if (running !== undefined) return withRunning(dataDir, running, work)
  if (foundsAside && !hasCompany(dataDir)) return withOneAside(work)
  if (!mayFound) needCompany(dataDir)
  return withOwn(dataDir, work)
}

async function withOneAside<T>(work: (norma: Access) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'norma-aside-'))
  try {
    return await withOwn(folder, work, async () => undefined)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withOwn<T>(
  dataDir: string,
  work: (norma: Access) => Promise<T>,
  tell = (said: Saying): Promise<void> => printAside(commandEnvironment.lang, said),
): Promise<T> {
  const { path: _, ...first } = firstRules(dataDir, undefined, tell)
  const norma = await startNorma({
    dataDir,
    port: 0,
    ...first,
    server: commandEnvironment.engine,
    log: await localLog(commandEnvironment.lang),
  })
  try {
    const { idleWithin, runSchedule } = norma.runtime
    return await work({ ports: norma.ports, idle: (tell) => untilIdle(idleWithin, tell), runSchedule })
  } finally {
    await norma.stop()
  }
}

/** How long one look at what is to come takes at most: between two of them it is told how far it is. */
const lookMs = 1_000

async function untilIdle(look: Runtime['idleWithin'], tell: (toCome: number) => void = () => undefined) {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after another is the point
    const { isIdle, toCome } = await look(lookMs)
    tell(isIdle ? 0 : toCome)
    if (isIdle) return
  }
}

/** Asks a running Norma by its back door, and waits for as long as it works on the answer. */
export async function askBackDoor(dataDir: string, running: Running, path: string, body?: unknown): Promise<unknown> {
  const { address } = running
  const { status, text } = await answerOf(`${address}/local/${path}`, localSecret(dataDir), body)
  // Something that is not there is answered with what there is.
  if ((status >= 200 && status < 300) || status === 404) return JSON.parse(text)
  throw new OutsideError(say('door_answered', { address, status, text }))
}

/** An answer, whole. Node's own client, as `fetch` gives up after five minutes, and a schedule may take longer. */
function answerOf(
  address: string,
  key: string,
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const gone = (cause: Error) => reject(new OutsideError(say('door_gone', { address }), { cause }))
    const headers = { 'x-norma-key': key, 'content-type': 'application/json' }
    const asked = request(address, { method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      textOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), gone)
    })
    asked.once('error', gone)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function backlogOf(dataDir: string, running: Running): Ports['backlog'] {
  return {
    toCome: async (consumers) => {
      const query = consumers.map((name) => `consumer=${encodeURIComponent(name)}`).join('&')
      return ((await askBackDoor(dataDir, running, `to-come?${query}`)) as Pick<Lag, 'toCome'>).toCome
    },
  }
}

async function withRunning<T>(dataDir: string, running: Running, work: (norma: Access) => Promise<T>): Promise<T> {
  const document = localDynamo(backDoorLine(running.address, localSecret(dataDir)))
  const access = { document, table: 'norma', contactSecret: `contacts.${localSecret(dataDir)}` }
  const { files } = folderFiles(dataDir, { secret: `files.${localSecret(dataDir)}` })
  try {
    return await work({
      ports: { ...storePorts(access, languagePort), files, backlog: backlogOf(dataDir, running) },
      idle: (tell) =>
        untilIdle(async (withinMs) => (await askBackDoor(dataDir, running, 'idle', { withinMs })) as Lag, tell),
      runSchedule: async (name) => {
        await askBackDoor(dataDir, running, `schedules/${encodeURIComponent(name)}`, {})
      },
    })
  } finally {
    document.destroy()
  }
}
