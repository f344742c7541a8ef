import { existsSync, renameSync, rmSync } from 'node:fs'

import type { TableDeclaration } from './declaration'
import { preparedItem } from './table'
import type { Sqlite, SqliteAdapter } from './sqlite'
import { openEmbeddedStore, type EmbeddedStore } from './store'
import type { StreamFilter } from './stream-log'
import { decodeExactly } from './wire-values'
import type { Item } from './value'

/** The files of a folder that the former database engine has left, and where they go. */
export type TakeOver = {
  readonly adapter: SqliteAdapter
  /** The engine's own file; it stays as it is. */
  readonly from: string
  readonly to: string
  readonly table: string
  readonly declaration: TableDeclaration
  readonly filter: StreamFilter
  /** The number of the last change that was handed over. */
  readonly handedOver: number
  /** The log of the queues, line by line, and the name it has from now on. */
  readonly queueLines: readonly string[]
  readonly queuesName: string
  readonly tell: (done: number, total: number) => void
}

const atOnce = 500

/** Copies what the former engine has kept into a file of the store, once; a crash on the way only means to begin again. */
export function takeOver(options: TakeOver): void {
  const { adapter, from, to, table, declaration, filter } = options
  const draft = `${to}.taking`
  for (const end of ['', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true })
  const old = adapter.open(from)
  try {
    // As the engine did not leave its index of the log, it is read as by somebody who is alone with the file.
    old.exec('PRAGMA locking_mode = EXCLUSIVE')
    const store = openEmbeddedStore({ adapter, path: draft, filter })
    try {
      store.declare(table, declaration)
      copyItems(old, store, options)
      copyStream(old, store, options)
      const lines = store.lines(options.queuesName)
      inOne(store, () => options.queueLines.forEach((line) => lines.add(line)))
    } finally {
      store.close()
    }
  } finally {
    old.close()
  }
  if (existsSync(`${draft}-wal`)) throw new Error(`${draft} could not be finished.`)
  renameSync(draft, to)
}

function inOne({ file: { sqlite } }: EmbeddedStore, write: () => void): void {
  sqlite.exec('BEGIN IMMEDIATE')
  write()
  sqlite.exec('COMMIT')
}

function copyItems(old: Sqlite, store: EmbeddedStore, { table: name, tell }: TakeOver): void {
  const table = store.table(name)
  const [count] = old.prepare(`SELECT count(*) AS n FROM "${name}"`).all()
  const total = Number(count?.['n'] ?? 0)
  const page = old.prepare(
    `SELECT rowid AS no, item_json FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ${atOnce}`,
  )
  let done = 0
  tell(done, total)
  for (let last = 0; ;) {
    const rows = page.all(last)
    inOne(store, () => {
      for (const { no, item_json: text } of rows) {
        table.sql.put.run(...preparedItem(table, itemIn(text)).row)
        last = Number(no)
      }
    })
    done += rows.length
    tell(done, total)
    if (rows.length < atOnce) return
  }
}

function itemIn(text: unknown): Item {
  const { Item: item } = decodeExactly({ Item: JSON.parse(String(text)) as unknown }) as { readonly Item: Item }
  return item
}

/** What was written and not handed over yet. */
function copyStream(old: Sqlite, store: EmbeddedStore, { table: name, handedOver, filter }: TakeOver): void {
  const table = store.table(name)
  const page = old.prepare(`
    SELECT CAST(sequence_number AS INTEGER) AS no, event_name, keys_json, new_image FROM _stream_records
    WHERE table_name = ? AND CAST(sequence_number AS INTEGER) > ? ORDER BY 1 LIMIT ${atOnce}
  `)
  for (let last = handedOver; ;) {
    const rows = page.all(name, last)
    inOne(store, () => {
      for (const { no, event_name: kind, keys_json: keys, new_image: image } of rows) {
        last = Number(no)
        const record = { eventName: kind as 'INSERT', dynamodb: { Keys: JSON.parse(String(keys)) as Keys } }
        if (!filter(record)) continue
        const text = image === null ? null : preparedItem(table, itemIn(image)).text
        store.stream.add({ table: name, eventName: record.eventName, keys: record.dynamodb.Keys, image: text })
      }
    })
    if (rows.length < atOnce) return
  }
}

type Keys = Readonly<Record<string, { readonly S: string }>>
