import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

import { LocalError, say } from './say'

/** Writes a file unless it is there; it has its name only when its content is on the disk, and who comes first has made it. */
export function keepOnce(path: string, content: () => string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  const draft = `${path}.${process.pid}.new`
  const descriptor = openSync(draft, 'w', 0o600)
  try {
    writeSync(descriptor, content())
    fsyncSync(descriptor)
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(descriptor)
    rmSync(draft, { force: true })
  }
}

/** Makes a folder with those above it; a file that stands in its place is said to be one. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new LocalError(say('folder_is_file', { folder }))
    throw error
  }
}
