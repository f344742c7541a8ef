import type { SqliteAdapter } from './sqlite'
import { nodeSqlite } from './sqlite-node'
import { wasmSqlite } from './sqlite-wasm'

/** SQLite as this Node has it, and as WebAssembly where it has none: neither needs native code to be installed. */
export async function chooseSqlite(): Promise<SqliteAdapter> {
  return nodeSqlite() ?? (await wasmSqlite())
}
