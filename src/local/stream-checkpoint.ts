import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** How far a stream has been read. */
export type Position = { readonly streamArn: string; readonly shardId: string; readonly sequenceNumber: string }

/** A place on disk that remembers how far a stream has been read. */
export type Checkpoint = {
  readonly last: Position | undefined
  readonly save: (position: Position) => void
  readonly close: () => void
}

// Shorter than a disk sector, always as long, and written in place: it is there whole or not at all.
const length = 500

/** Opens the checkpoint in that file; one that cannot be read means starting from the oldest record. */
export function openCheckpoint(path: string): Checkpoint {
  const descriptor = openSync(path, 'a', 0o600)
  closeSync(descriptor)
  const last = read(path)
  const writable = openSync(path, 'r+')
  return {
    last,
    save: (position) => void writeSync(writable, JSON.stringify(position).padEnd(length), 0),
    close: () => closeSync(writable),
  }
}

function read(path: string): Position | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Position
  } catch {
    // Empty at the first start. Reading again from the oldest record publishes twice, which every consumer bears.
    return undefined
  }
}
