import { existsSync, renameSync, rmSync } from 'node:fs'

import type { Database } from 'node-sqlite3-wasm'

// The engine finds the next sequence number of a stream, and the records after a checkpoint, by
// CAST(sequence_number AS INTEGER) and has no index for it: every write would read the whole stream so far.
// The table is the engine's own, word for word, so that its CREATE TABLE IF NOT EXISTS finds it made.
const streamTable = `
  CREATE TABLE IF NOT EXISTS _stream_records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_name TEXT NOT NULL,
    event_name TEXT NOT NULL,
    keys_json TEXT NOT NULL,
    new_image TEXT,
    old_image TEXT,
    sequence_number TEXT NOT NULL,
    shard_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    user_identity TEXT
  );
  CREATE INDEX IF NOT EXISTS _stream_by_number ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS _stream_by_shard ON _stream_records (table_name, shard_id, sequence_number);
`

/** Makes the engine's database file, unless it exists, in such a way that writes stay as fast as the first. */
export async function createEngineFile(path: string): Promise<void> {
  if (existsSync(path)) return
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  const sqlite = await import('node-sqlite3-wasm')
  const database: Database = new sqlite.default.Database(draft)
  try {
    database.exec(streamTable)
  } finally {
    database.close()
  }
  // Only a finished file gets the name: a crash in between must not leave the engine a file without the indexes.
  renameSync(draft, path)
}
