import type { IndexDeclaration, TableDeclaration } from './declaration'
import { invalid } from './fault'
import type { Sqlite, SqlValue, Statement } from './sqlite'
import { storedText, type Item } from './value'

/** The key of an item. */
export type Key = { readonly pk: string; readonly sk: string }

/** An item ready to be written: checked, as text, with its keys in the indexes. */
export type Prepared = {
  readonly key: Key
  readonly item: Item
  readonly text: string
  readonly row: readonly SqlValue[]
}

/** A table of the file, its statements prepared. */
export type Table = {
  readonly id: number
  readonly name: string
  readonly declaration: TableDeclaration
  readonly sql: { readonly get: Statement; readonly put: Statement; readonly remove: Statement }
  /** A statement for a read, prepared the first time its text is asked for. */
  readonly select: (sql: string) => Statement
}

const mostPartitionBytes = 2048
const mostSortBytes = 1024

/** The SQL that makes a table, named by its number. */
export function creationOf(id: number, { indexes }: TableDeclaration): string {
  const own = ['pk TEXT NOT NULL', 'sk TEXT NOT NULL', 'item TEXT NOT NULL', 'expires INTEGER']
  const columns = [...own, ...indexes.map((_, no) => `p${no} TEXT, s${no} TEXT`)]
  const made = indexes.map(
    (_, no) => `CREATE INDEX t${id}_${no} ON t${id} (p${no}, s${no}, pk, sk) WHERE p${no} IS NOT NULL;`,
  )
  return `
    CREATE TABLE t${id} (${columns.join(', ')});
    CREATE UNIQUE INDEX t${id}_key ON t${id} (pk, sk);
    CREATE INDEX t${id}_expires ON t${id} (expires) WHERE expires IS NOT NULL;
    ${made.join('\n')}
  `
}

/** Opens a table that the file has. */
export function openTable(sqlite: Sqlite, id: number, name: string, declaration: TableDeclaration): Table {
  const columns = ['pk', 'sk', 'item', 'expires', ...declaration.indexes.flatMap((_, no) => [`p${no}`, `s${no}`])]
  const changed = columns.slice(2).map((column) => `${column} = excluded.${column}`)
  const selects = new Map<string, Statement>()
  return {
    id,
    name,
    declaration,
    sql: {
      get: sqlite.prepare(`SELECT item FROM t${id} WHERE pk = ? AND sk = ?`),
      put: sqlite.prepare(`
        INSERT INTO t${id} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
        ON CONFLICT (pk, sk) DO UPDATE SET ${changed.join(', ')}
      `),
      remove: sqlite.prepare(`DELETE FROM t${id} WHERE pk = ? AND sk = ?`),
    },
    select: (sql) => {
      const found = selects.get(sql) ?? sqlite.prepare(sql)
      selects.set(sql, found)
      return found
    },
  }
}

/** The text of an item that is there. */
export function textAt(table: Table, { pk, sk }: Key): string | undefined {
  const [row] = table.sql.get.all(sortable(pk), sortable(sk))
  return row?.['item'] as string | undefined
}

/** Checks an item and makes it ready to be written. */
export function preparedItem({ declaration }: Table, item: Item): Prepared {
  const { timeToLive, indexes, sets } = declaration
  const key = keyIn(declaration, item)
  const text = storedText(item, sets)
  const at = timeToLive === undefined ? undefined : item[timeToLive]
  const expires = typeof at === 'number' ? Math.floor(at) : null
  const row: SqlValue[] = [sortable(key.pk), sortable(key.sk), text, expires]
  for (const index of indexes) row.push(...indexRow(index, item))
  return { key, item, text, row }
}

/** The key of an item or of what names one; refuses one that is not all there. */
export function keyIn({ partitionKey, sortKey }: TableDeclaration, item: Item): Key {
  return {
    pk: keyText(item[partitionKey], partitionKey, mostPartitionBytes),
    sk: keyText(item[sortKey], sortKey, mostSortBytes),
  }
}

/** The key that a request names, which is nothing but the key. */
export function keyNamed(declaration: TableDeclaration, key: Item): Key {
  const names = Object.keys(key).filter((name) => key[name] !== undefined)
  if (names.length !== 2) throw invalid('The provided key element does not match the schema')
  return keyIn(declaration, key)
}

/** A text that SQLite orders as DynamoDB does and keeps whole: it would end at a NUL. */
export function sortable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- it is about those two characters
  if (!/[\u0000\u0001]/.test(text)) return text
  return text.replaceAll('\u0001', '\u0001\u0002').replaceAll('\u0000', '\u0001\u0001')
}

/** The attributes an index shows of an item; undefined where the item is not in it. */
export function shownBy({ declaration }: Table, index: IndexDeclaration, item: Item): Item | undefined {
  if (item[index.partitionKey] === undefined || item[index.sortKey] === undefined) return undefined
  if (index.projects === undefined) return item
  const { partitionKey, sortKey } = declaration
  const names = [partitionKey, sortKey, index.partitionKey, index.sortKey, ...index.projects]
  const shown: Record<string, unknown> = {}
  for (const name of names) if (item[name] !== undefined) shown[name] = item[name]
  return shown
}

function indexRow({ name, partitionKey, sortKey }: IndexDeclaration, item: Item): readonly SqlValue[] {
  const part = (attribute: string, most: number): string | undefined => {
    const value = item[attribute]
    if (value === undefined) return undefined
    if (typeof value === 'string') return keyText(value, attribute, most)
    throw invalid(`Type mismatch for Index Key ${attribute} Expected: S; IndexName: ${name}`)
  }
  const pk = part(partitionKey, mostPartitionBytes)
  const sk = part(sortKey, mostSortBytes)
  return pk === undefined || sk === undefined ? [null, null] : [sortable(pk), sortable(sk)]
}

function keyText(value: unknown, name: string, most: number): string {
  if (value === undefined) throw missingKey(name)
  if (typeof value !== 'string') throw invalid(`Type mismatch for key ${name} expected: S`)
  if (value === '') {
    const why = 'The AttributeValue for a key attribute cannot contain an empty string value'
    throw invalid(`One or more parameter values are not valid. ${why}. Key: ${name}`)
  }
  if (value.length * 3 > most && Buffer.byteLength(value) > most) {
    throw invalid(
      `One or more parameter values were invalid: Size of the key ${name} exceeds the limit of ${most} bytes`,
    )
  }
  if (!isWellFormed(value)) throw invalid(`The key ${name} is not well-formed Unicode.`)
  return value
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

function missingKey(name: string): Error {
  return invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`)
}
