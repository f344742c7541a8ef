import { existsSync, renameSync, rmSync, statSync } from 'node:fs'

import type { Sqlite, SqliteAdapter } from './sqlite'

/**
 * Something to do in a transaction of the file. What `decide` throws is this one's own outcome, and nothing else's; what it
 * gives back writes, and must not fail for a reason of its own.
 */
export type Decide<T> = () => () => T

/** The file everything is kept in. */
export type StoreFile = {
  readonly sqlite: Sqlite
  /**
   * Does this together with everything else that is asked for in this turn of the loop, or while the disk is given a rest:
   * one transaction, one fsync. When it resolves, what was written is on the disk.
   */
  readonly turn: <T>(decide: Decide<T>) => Promise<T>
  /** Does now what waits for the end of the turn. */
  readonly flush: () => void
  readonly close: () => void
}

/** A trouble of the file: the disk is full, say. Nothing of the turn was written. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble'
}

/** A file that holds no data of ours, or not any more. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable'
  readonly path: string
  /** What is wrong with it: nothing is in it, another version wrote it, or what SQLite says. */
  readonly fault: { readonly empty: true } | { readonly form: number } | { readonly why: string }

  constructor(path: string, fault: StoreUnreadable['fault'], options?: ErrorOptions) {
    super(`The data in ${path} cannot be read: ${JSON.stringify(fault)}`, options)
    this.path = path
    this.fault = fault
  }
}

const inMemory = ':memory:'
const format = 1
const schema = `
  CREATE TABLE tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, declaration TEXT NOT NULL);
  CREATE TABLE stream (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
    keys TEXT NOT NULL, image TEXT
  );
  CREATE INDEX stream_of_table ON stream (name, seq);
  CREATE TABLE lines (name TEXT NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (name, seq)) WITHOUT ROWID;
  CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${format};
`

// Exclusive first: with it the index of the log is kept in memory, which is the only way without shared memory. FULL: a
// commit returns when the log is on the disk; the log is taken into the file by 4 MB, and then begun anew.
const settings = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA journal_size_limit = 8388608;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
`

/** Opens the file at that path, making it when there is none; without a path everything is in memory. */
export function openFile(adapter: SqliteAdapter, path = inMemory): StoreFile {
  if (path !== inMemory) makeFile(adapter, path)
  const sqlite = opened(adapter, path)
  if (path === inMemory) sqlite.exec(schema)
  const turns = turnsOf(sqlite, path)
  return {
    sqlite,
    ...turns,
    close: () => {
      try {
        turns.flush()
      } finally {
        sqlite.close()
      }
    },
  }
}

function makeFile(adapter: SqliteAdapter, path: string): void {
  if (existsSync(path)) {
    if (statSync(path).size > 0) return
    throw new StoreUnreadable(path, { empty: true })
  }
  const draft = `${path}.new`
  const drop = () => {
    for (const end of ['', '-journal', '-wal']) rmSync(`${draft}${end}`, { force: true })
  }
  drop()
  try {
    const sqlite = adapter.open(draft)
    try {
      sqlite.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;')
      sqlite.exec(`BEGIN; ${schema} COMMIT;`)
    } finally {
      sqlite.close()
    }
    // Only a finished file gets the name: a crash in between must not leave one that is half made.
    renameSync(draft, path)
  } catch (error) {
    drop()
    throw error
  }
}

function opened(adapter: SqliteAdapter, path: string): Sqlite {
  const sqlite = adapter.open(path)
  try {
    sqlite.exec(settings)
    if (path === inMemory) return sqlite
    const [row] = sqlite.prepare('PRAGMA user_version').all()
    const form = Number(row?.['user_version'])
    if (form !== format) throw new StoreUnreadable(path, { form })
    return sqlite
  } catch (error) {
    sqlite.close()
    if (error instanceof StoreUnreadable) throw error
    throw new StoreUnreadable(path, { why: error instanceof Error ? error.message : String(error) }, { cause: error })
  }
}

type Waiting = {
  readonly decide: Decide<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}
type Outcome = () => void

function turnsOf(sqlite: Sqlite, path: string): Pick<StoreFile, 'turn' | 'flush'> {
  const statements = { begin: sqlite.prepare('BEGIN IMMEDIATE'), commit: sqlite.prepare('COMMIT') }
  let waiting: Waiting[] = []
  const pace = paceOf()
  const flush = () => {
    const all = waiting
    waiting = []
    if (all.length === 0) return
    const began = performance.now()
    const told = outcomes(all)
    pace.note(began, performance.now())
    for (const tell of told) tell()
  }
  const outcomes = (all: readonly Waiting[]): readonly Outcome[] => {
    try {
      statements.begin.run()
      const done = all.map(outcomeOf)
      statements.commit.run()
      return done
    } catch (error) {
      rollBack(sqlite)
      const trouble = troubleOf(path, error)
      return all.map(
        ({ reject }) =>
          () =>
            reject(trouble),
      )
    }
  }
  return {
    flush,
    turn: <T>(decide: Decide<T>) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) soon(path === inMemory ? 0 : pace.rest(performance.now()), flush)
        waiting.push({ decide, resolve: (value) => resolve(value as T), reject })
      }),
  }
}

/** A turn waits for no longer than so, however slow the disk is. */
const longestRestMs = 20

/**
 * How long to wait before the next turn. While one follows on another, the loop stands still for the disk more than it runs;
 * then it rests for as long as the last turn took, and what is asked for meanwhile goes with one fsync. Whoever asks now and
 * then never waits, and in memory, where there is no disk, nobody does.
 */
function paceOf() {
  let [endedAt, tookMs, isBusy] = [-Infinity, 0, false]
  return {
    note: (beganAt: number, doneAt: number): void => {
      isBusy = beganAt - endedAt < 2 * tookMs
      endedAt = doneAt
      tookMs = doneAt - beganAt
    },
    rest: (now: number): number => (isBusy ? Math.min(endedAt + tookMs - now, longestRestMs) : 0),
  }
}

function soon(ms: number, run: () => void): void {
  if (ms < 1) setImmediate(run)
  else setTimeout(run, ms)
}

function outcomeOf({ decide, resolve, reject }: Waiting): Outcome {
  let write: () => unknown
  try {
    write = decide()
  } catch (error) {
    return () => reject(error)
  }
  const value = write()
  return () => resolve(value)
}

function rollBack(sqlite: Sqlite): void {
  try {
    sqlite.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself.
  }
}

function troubleOf(path: string, error: unknown): StoreTrouble {
  const why = error instanceof Error ? error.message : String(error)
  const hint =
    'Is the disk full, or may the file not be written? Nothing of this was kept; what was answered before is.'
  return new StoreTrouble(`The store could not write to ${path}: ${why}. ${hint}`, { cause: error })
}
