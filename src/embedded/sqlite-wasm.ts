import { rmSync } from 'node:fs'

import type { Row, SqliteAdapter } from './sqlite'

/** SQLite as WebAssembly: the same on every machine that runs Node, without native code. */
export async function wasmSqlite(): Promise<SqliteAdapter> {
  const { default: sqlite } = await import('node-sqlite3-wasm')
  return {
    name: 'node-sqlite3-wasm',
    open: (path) => {
      // It locks a file by a folder beside it, which a killed process leaves behind. Who opens a file here holds the
      // lock of the data folder, so nobody else can have it open.
      if (path !== ':memory:') rmSync(`${path}.lock`, { recursive: true, force: true })
      const database = new sqlite.Database(path)
      const open = new Set<{ finalize: () => void }>()
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => {
          const statement = database.prepare(sql)
          open.add(statement)
          return {
            run: (...values) => void afterReset(() => statement.run(values)),
            all: (...values) => afterReset(() => statement.all(values)) as unknown as readonly Row[],
          }
        },
        close: () => {
          for (const statement of open) letGo(statement)
          database.close()
        },
      }
    },
  }
}

/** A statement that failed tells its failure once more when it is let go; whoever asked has heard of it, and it is gone. */
function letGo(statement: { readonly finalize: () => void }): void {
  try {
    statement.finalize()
  } catch {
    // Said already; the file has to be closed all the same.
  }
}

/**
 * A statement that failed (the disk was full, say) tells its failure once more when it is made ready anew; by then it is
 * ready, and what is asked of it now has nothing to do with that.
 */
function afterReset<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Could not reset statement')) return work()
    throw error
  }
}
