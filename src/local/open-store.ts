import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'

import { chooseSqlite } from '#embedded/choose-sqlite'
import { openEmbeddedStore, type EmbeddedStore } from '#embedded/store'
import { relayFilter } from '#events/relay'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { createTableRequest, tableDefinition, wordsDefinition, wordsTableOf, type TableDefinition } from '#store/table'

import { lockData } from './data-lock'
import { compilePattern } from './stream/event-pattern'
import { takeOverFormer, type Progress } from './former-engine'
import { isUsed } from './is-used'
import { embeddedLine, serverLine, type Line } from './line'
import { localDynamo } from './local-client'
import { LocalError, say } from './say'
import { startTrouble } from './start-trouble'

/** What Norma keeps everything in on one machine. */
export type LocalStore = {
  /** Where requests go: to the store in this process, or to a server that was named. */
  readonly line: Line
  /** Holds the queues in any case, and everything else where no server was named. */
  readonly embedded: EmbeddedStore
  readonly isEmbedded: boolean
  /** What it stands on, in words. */
  readonly told: string
  readonly stop: () => Promise<void>
}

/** Where the data goes (into memory when not said), and the server of DynamoDB to use instead of the store in this process. */
export type StoreOptions = {
  readonly dataDir?: string | undefined
  readonly server?: string | undefined
  /** Nobody is told that something is kept before the store is stopped, such as a demo that is being made: then it is on the disk. */
  readonly isDraft?: boolean
  /** Hears how far taking over a folder of the former engine has come. */
  readonly tellTakeOver?: Progress | undefined
}

/** The name of the file in a data folder. */
export const storeFile = 'store.sqlite'

/** Opens the store over a data folder, which belongs to this process until it is stopped. */
export async function openStore(options: StoreOptions = {}): Promise<LocalStore> {
  try {
    return await opened(options)
  } catch (error) {
    throw startTrouble(error, options.dataDir ?? '')
  }
}

async function opened({
  dataDir,
  server,
  isDraft = false,
  tellTakeOver = () => undefined,
}: StoreOptions): Promise<LocalStore> {
  const adapter = await chooseSqlite()
  const filter = compilePattern(relayFilter(toldPrefixes), 'the filter of the relay')
  const lock = dataDir === undefined ? undefined : await lockData(dataDir)
  try {
    const path = dataDir === undefined ? undefined : join(dataDir, storeFile)
    if (dataDir !== undefined && path !== undefined) {
      takeOverFormer({ dataDir, to: path, adapter, filter, tell: tellTakeOver })
      refuseLost(dataDir)
    }
    const embedded = openEmbeddedStore({ adapter, filter, ...(path !== undefined && { path }) })
    if (dataDir !== undefined && server === undefined) refuseEmptied(dataDir, embedded)
    const line = server === undefined ? embeddedLine(embedded) : serverLine(server)
    if (isDraft) embedded.file.sqlite.exec('PRAGMA synchronous = OFF')
    return {
      line,
      embedded,
      isEmbedded: server === undefined,
      told: server ?? adapter.name,
      stop: () => {
        line.close()
        if (isDraft) embedded.file.sqlite.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)')
        embedded.close()
        lock?.release()
        return Promise.resolve()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** Makes Norma's tables where they are not there yet. */
export async function ensureTable(store: LocalStore, table: string): Promise<void> {
  await ensureDeclared(store, table, tableDefinition)
  await ensureDeclared(store, wordsTableOf(table), wordsDefinition)
}

async function ensureDeclared(store: LocalStore, table: string, definition: TableDefinition): Promise<void> {
  if (store.isEmbedded) return store.embedded.declare(table, definition)
  const document = localDynamo(store.line)
  try {
    await document.send(new DescribeTableCommand({ TableName: table }))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    await document.send(new CreateTableCommand(createTableRequest(table, definition)))
  }
}

/** Refuses a folder whose data has gone: begun anew, it would look as if there had never been any. */
function refuseLost(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const had = isUsed(dataDir) || existsSync(join(dataDir, 'secret'))
  if (!had || existsSync(join(dataDir, storeFile))) return
  throw new LocalError(say('data_lost', { folder: dataDir, file: storeFile }))
}

/** The same where a file has come back without its data. */
function refuseEmptied(dataDir: string, embedded: EmbeddedStore): void {
  if (!isUsed(dataDir) || !embedded.isEmpty()) return
  embedded.close()
  throw new LocalError(say('data_emptied', { folder: dataDir, file: storeFile }))
}
