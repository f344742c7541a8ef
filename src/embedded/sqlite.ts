/** A value as SQLite is given it here, and gives it back. */
export type SqlValue = string | number | null

export type Row = Readonly<Record<string, SqlValue>>

/** A statement that is prepared once and used again. */
export type Statement = {
  readonly run: (...values: SqlValue[]) => void
  /** All rows at once, so that no statement is left half read: it would keep the log from being taken in. */
  readonly all: (...values: SqlValue[]) => readonly Row[]
}

/** An open file of SQLite, whoever brings SQLite along. */
export type Sqlite = {
  readonly exec: (sql: string) => void
  readonly prepare: (sql: string) => Statement
  readonly close: () => void
}

/** What brings SQLite along: its name, and how it opens a file (`:memory:` for none). */
export type SqliteAdapter = { readonly name: string; readonly open: (path: string) => Sqlite }
