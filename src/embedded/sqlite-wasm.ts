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
            run: (...values) => void statement.run(values),
            all: (...values) => statement.all(values) as unknown as readonly Row[],
          }
        },
        close: () => {
          for (const statement of open) statement.finalize()
          database.close()
        },
      }
    },
  }
}
