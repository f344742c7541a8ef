import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { checkedKey } from '#domain/files/file-key'

/** Bytes in a folder: what has come and is not kept yet, and what is kept. A file is there whole or not at all. */
export type Folder = {
  readonly write: (part: Part, key: string, bytes: Uint8Array) => Promise<void>
  readonly read: (key: string) => Promise<Uint8Array | undefined>
  /** The same of what has come and is not kept. */
  readonly readSent: (key: string) => Promise<Uint8Array | undefined>
  /** Makes what has come something that is kept; what is kept already stays. */
  readonly keep: (key: string) => Promise<void>
  readonly remove: (key: string) => Promise<void>
  /** Takes away what came before an instant, in milliseconds, and was not kept. */
  readonly forget: (beforeMs: number) => Promise<void>
}
type Part = 'incoming' | 'kept'

/** The files of a data folder. */
export function folderOf(dataDir: string): Folder {
  const place = (part: Part, key: string) => join(dataDir, 'files', part, checkedKey(key))
  return {
    write: async (part, key, bytes) => {
      const path = place(part, key)
      await mkdir(dirname(path), { recursive: true })
      const written = `${path}.${randomUUID()}`
      const file = await open(written, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        // A file is said to be there only when a loss of power cannot take it away.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(written, path)
    },
    read: async (key) => bytesAt(place('kept', key)),
    readSent: async (key) => bytesAt(place('incoming', key)),
    keep: async (key) => {
      await mkdir(dirname(place('kept', key)), { recursive: true })
      await found(rename(place('incoming', key), place('kept', key)))
    },
    remove: async (key) => {
      for (const part of ['incoming', 'kept'] as const) await rm(place(part, key), { force: true })
    },
    forget: async (beforeMs) => {
      const root = join(dataDir, 'files', 'incoming')
      const all = (await found(readdir(root, { recursive: true, withFileTypes: true }))) ?? []
      for (const entry of all.filter((one) => one.isFile())) {
        const path = join(entry.parentPath, entry.name)
        const about = await found(stat(path))
        if (about !== undefined && about.mtimeMs < beforeMs) await rm(path, { force: true })
      }
    },
  }
}

async function bytesAt(path: string): Promise<Uint8Array | undefined> {
  const bytes = await found(readFile(path))
  return bytes === undefined ? undefined : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** What a promise brings; undefined where there is no such file. */
async function found<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
