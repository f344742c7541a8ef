import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

/** What is written down about the queues, one line each. `c` is a consumer, `n` the numbers of messages. */
export type LogEntry =
  | { readonly t: 'put'; readonly n: number; readonly to: Readonly<Record<string, number>>; readonly e: unknown }
  | { readonly t: 'take' | 'ack' | 'redrive'; readonly c: string; readonly n: readonly number[] }
  | { readonly t: 'dead'; readonly c: string; readonly n: number; readonly why: string; readonly at: string }

/** A file that only grows, until it is rewritten without what is over. */
export type QueueLog = {
  /** What was written before this start, oldest first. */
  readonly entries: readonly LogEntry[]
  readonly size: () => number
  /** Adds a line; it is safe from a killed process once `flush` has returned, at the latest in the next turn of the loop. */
  readonly append: (line: string) => void
  readonly flush: () => void
  /** Replaces the whole log in one step. */
  readonly rewrite: (lines: Iterable<string>) => void
  readonly close: () => void
}

type File = { readonly path: string; descriptor: number; size: number; waiting: string[]; isDue: boolean }

/** Opens the log, reading what is there; a last line cut short by a crash is dropped, as it was never acknowledged. */
export function openQueueLog(path: string): QueueLog {
  const descriptor = openSync(path, 'a+', 0o600)
  const { entries, size } = read(readFileSync(path), path)
  ftruncateSync(descriptor, size)
  const file: File = { path, descriptor, size, waiting: [], isDue: false }
  return {
    entries,
    size: () => file.size,
    append: (line) => append(file, line),
    flush: () => flush(file),
    rewrite: (lines) => rewrite(file, lines),
    close: () => {
      flush(file)
      closeSync(file.descriptor)
      file.descriptor = -1
    },
  }
}

function read(bytes: Buffer, path: string): { entries: readonly LogEntry[]; size: number } {
  const entries: LogEntry[] = []
  let size = 0
  let torn: number | undefined
  for (let from = 0, no = 1; from < bytes.length; no += 1) {
    const end = bytes.indexOf(10, from)
    const entry = end < 0 ? undefined : entryIn(bytes.toString('utf8', from, end))
    if (entry !== undefined && torn !== undefined) {
      throw new Error(
        `Line ${torn} of ${path} cannot be read, but the lines after it can: restore the file from a copy.`,
      )
    }
    if (entry !== undefined) {
      entries.push(entry)
      size = end + 1
    } else torn ??= no
    if (end < 0) break
    from = end + 1
  }
  return { entries, size }
}

function entryIn(line: string): LogEntry | undefined {
  try {
    return JSON.parse(line) as LogEntry
  } catch {
    // The end of a log that a crash cut short.
    return undefined
  }
}

function append(file: File, line: string): void {
  file.waiting.push(line)
  if (file.isDue) return
  file.isDue = true
  // Many lines, one write: a batch of messages costs one system call, not one each.
  setImmediate(() => flush(file))
}

function flush(file: File): void {
  file.isDue = false
  if (file.waiting.length === 0 || file.descriptor < 0) return
  const text = `${file.waiting.join('\n')}\n`
  file.waiting = []
  file.size += writeWhole(file.descriptor, text)
}

function writeWhole(descriptor: number, text: string): number {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length;) from += writeSync(descriptor, bytes, from)
  return bytes.length
}

function rewrite(file: File, lines: Iterable<string>): void {
  const draft = `${file.path}.new`
  rmSync(draft, { force: true })
  const descriptor = openSync(draft, 'a', 0o600)
  let size = 0
  for (const line of lines) size += writeWhole(descriptor, `${line}\n`)
  // The name must not change hands before the content is there: after a power cut both would be gone.
  fsyncSync(descriptor)
  renameSync(draft, file.path)
  closeSync(file.descriptor)
  Object.assign(file, { descriptor, size, waiting: [] })
}
