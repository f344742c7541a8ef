import type { TableDeclaration } from './declaration'
import { refused } from './fault'
import type { StoreFile } from './file'
import { creationOf, openTable, type Table } from './table'

/** The tables a file has. */
export type Catalog = {
  readonly find: (name: string) => Table
  readonly has: (name: string) => boolean
  readonly all: () => Iterable<Table>
  /** Makes a table; one that is there is opened with the declaration of today, where only what it is told differs. */
  readonly declare: (name: string, declaration: TableDeclaration) => void
}

export function openCatalog({ sqlite, flush }: StoreFile): Catalog {
  const tables = new Map<string, Table>()
  const rows = sqlite.prepare('SELECT id, name, declaration FROM tables').all()
  for (const { id, name, declaration } of rows) {
    const declared = JSON.parse(String(declaration)) as TableDeclaration
    tables.set(String(name), openTable(sqlite, Number(id), String(name), declared))
  }
  return {
    find: (name) => {
      const found = tables.get(name)
      if (found === undefined)
        throw refused('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`)
      return found
    },
    has: (name) => tables.has(name),
    all: () => tables.values(),
    declare: (name, declaration) => {
      flush()
      const found = tables.get(name)
      const id = found?.id ?? tables.size + 1
      if (found !== undefined) refuseOtherKeys(name, found.declaration, declaration)
      const text = JSON.stringify(declaration)
      sqlite.exec(`BEGIN IMMEDIATE; ${found === undefined ? creationOf(id, declaration) : ''}`)
      const keep =
        'INSERT INTO tables VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET declaration = excluded.declaration'
      sqlite.prepare(keep).run(id, name, text)
      sqlite.exec('COMMIT')
      tables.set(name, openTable(sqlite, id, name, declaration))
    },
  }
}

/** What the columns of the file were made of cannot change by being declared otherwise. */
function refuseOtherKeys(name: string, was: TableDeclaration, is: TableDeclaration): void {
  const keysOf = ({ partitionKey, sortKey, timeToLive, indexes }: TableDeclaration) =>
    JSON.stringify([partitionKey, sortKey, timeToLive, indexes.map((one) => [one.name, one.partitionKey, one.sortKey])])
  if (keysOf(was) === keysOf(is)) return
  throw new Error(`The table ${name} of this file has other keys or indexes than this version of Norma declares.`)
}
