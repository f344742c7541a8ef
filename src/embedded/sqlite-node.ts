import type { Row, SqliteAdapter, SqlValue } from './sqlite'

type NodeStatement = {
  readonly run: (...values: SqlValue[]) => unknown
  readonly all: (...values: SqlValue[]) => readonly Row[]
}
type NodeSqlite = {
  readonly DatabaseSync: new (path: string) => {
    readonly exec: (sql: string) => void
    readonly prepare: (sql: string) => NodeStatement
    readonly close: () => void
  }
}

/** SQLite as Node itself has it, without a flag from 22.13 on; undefined where this Node has none. */
export function nodeSqlite(): SqliteAdapter | undefined {
  // Asked for by name: an import would fail where there is none, and the types of Node 20 do not know it.
  const get = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule
  const found = get?.('node:sqlite') as NodeSqlite | undefined
  if (found === undefined) return undefined
  return {
    name: 'node:sqlite',
    open: (path) => {
      const database = new found.DatabaseSync(path)
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => {
          const statement = database.prepare(sql)
          return { run: (...values) => void statement.run(...values), all: (...values) => statement.all(...values) }
        },
        close: () => database.close(),
      }
    },
  }
}
