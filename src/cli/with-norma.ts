import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { languagePort } from '#config/language-port'
import { backDoorLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { localSecret } from '#local/local-secret'
import { startNorma } from '#local/norma'
import type { Ports } from '#ports/ports'
import { storePorts } from '#product/store-ports'
import { commandEnvironment, OutsideError, rulesTextOf } from './environment'
import { localLog } from './local-log'
import { say } from './say'

/** What a command may do with a Norma, its own or one that runs already. */
export type Access = {
  readonly ports: Ports
  /** Resolves when everything that follows from what was written has been done. */
  readonly idle: () => Promise<void>
}

export type Running = { readonly address: string; readonly pid: number }

/** The Norma that runs over a data folder, if one does. */
export function runningOver(dataDir: string): Running | undefined {
  const path = join(dataDir, 'running.json')
  if (!existsSync(path)) return undefined
  const running = JSON.parse(readFileSync(path, 'utf8')) as Running
  try {
    process.kill(running.pid, 0)
    return running
  } catch {
    // A process that was killed leaves its notice behind.
    return undefined
  }
}

/** Works over the data folder: with the Norma that runs there, else with one that is started for it and stopped after. */
export async function withNorma<T>(dataDir: string, work: (norma: Access) => Promise<T>): Promise<T> {
  const running = runningOver(dataDir)
  if (running !== undefined) return withRunning(dataDir, running, work)
  const norma = await startNorma({
    dataDir,
    port: 0,
    rulesText: rulesTextOf(undefined),
    server: commandEnvironment.engine,
    log: await localLog(commandEnvironment.lang),
  })
  try {
    return await work({ ports: norma.ports, idle: norma.runtime.idle })
  } finally {
    await norma.stop()
  }
}

/** Asks a running Norma by its back door. */
export async function askBackDoor(dataDir: string, running: Running, path: string, body?: unknown) {
  const response = await fetch(`${running.address}/local/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-norma-key': localSecret(dataDir), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  // Something that is not there is answered with what there is.
  if (response.ok || response.status === 404) return response.json()
  const { address } = running
  throw new OutsideError(say('door_answered', { address, status: response.status, text: await response.text() }))
}

async function withRunning<T>(dataDir: string, running: Running, work: (norma: Access) => Promise<T>): Promise<T> {
  const document = localDynamo(backDoorLine(running.address, localSecret(dataDir)))
  const access = { document, table: 'norma', contactSecret: `contacts.${localSecret(dataDir)}` }
  try {
    return await work({
      ports: storePorts(access, languagePort),
      idle: async () => {
        await askBackDoor(dataDir, running, 'idle', {})
      },
    })
  } finally {
    document.destroy()
  }
}
