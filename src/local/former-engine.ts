import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { SqliteAdapter } from '#embedded/sqlite'
import { takeOver } from '#embedded/take-over'
import type { StreamFilter } from '#embedded/stream-log'
import { tableDefinition } from '#store/table'

import { queuesOf } from './queues/queue-log'

/** Hears how far something long has come. */
export type Progress = (done: number, total: number) => void

type Folder = {
  readonly dataDir: string
  readonly to: string
  readonly adapter: SqliteAdapter
  readonly filter: StreamFilter
  readonly tell: Progress
}

const table = 'norma'

/** The file that the former database engine kept everything in. */
export const formerFile = 'norma.db'

/** Takes over what a Norma with the former database engine has left in the folder; its files stay as they are. */
export function takeOverFormer({ dataDir, to, adapter, filter, tell }: Folder): void {
  const from = join(dataDir, formerFile)
  if (existsSync(to) || !existsSync(from)) return
  const read = (name: string) => (existsSync(join(dataDir, name)) ? readFileSync(join(dataDir, name), 'utf8') : '')
  takeOver({
    adapter,
    from,
    to,
    table,
    declaration: tableDefinition,
    filter,
    handedOver: numberIn(read('stream.checkpoint')),
    queueLines: wholeLines(read('queue.log')),
    queuesName: queuesOf(table),
    tell,
  })
}

function numberIn(checkpoint: string): number {
  try {
    return Number((JSON.parse(checkpoint) as { readonly sequenceNumber: string }).sequenceNumber)
  } catch {
    // Nothing was handed over yet, or it is not known: everybody bears an event twice.
    return 0
  }
}

/** The lines of a log; the last one may have been cut short by a crash, and was then never acknowledged. */
function wholeLines(text: string): readonly string[] {
  const lines = text.split('\n')
  lines.pop()
  return lines.filter((line) => line !== '')
}
