import type { EmbeddedStore } from '#embedded/store'

/** What is written down about the queues, one line each. `c` is a consumer, `n` the numbers of messages. */
export type LogEntry =
  | { readonly t: 'put'; readonly n: number; readonly to: Readonly<Record<string, number>>; readonly e: unknown }
  | { readonly t: 'take' | 'fail' | 'ack' | 'redrive'; readonly c: string; readonly n: readonly number[] }
  | { readonly t: 'dead'; readonly c: string; readonly n: number; readonly why: string; readonly at: string }

/** A log in the store's file that only grows, until it is rewritten without what is over. */
export type QueueLog = {
  /** What was written before this start, oldest first. */
  readonly entries: readonly LogEntry[]
  readonly size: () => number
  /** Adds a line; it is on the disk with everything else of this turn of the loop. */
  readonly append: (line: string) => void
  /** Writes at once what waits for the end of the turn. */
  readonly flush: () => void
  /** Replaces the whole log in one step, by what it comes to then. */
  readonly rewrite: (lines: () => readonly string[]) => void
}

type Kept = Pick<EmbeddedStore, 'file' | 'lines'>
type Log = {
  readonly file: Kept['file']
  readonly kept: ReturnType<Kept['lines']>
  readonly tell: (error: unknown) => void
  waiting: string[]
  isDue: boolean
  size: number
}

/** The name of the log of the queues that a table fills. */
export const queuesOf = (table: string): string => `queues of ${table}`

const againMs = 1_000
/** So many lines go into one row of the file: it is written and read faster than one row each. */
const atOnce = 200

/** Opens the log of that name; `tell` hears of a disk that takes nothing more: what could not be written is kept and tried again. */
export function openQueueLog({ file, lines }: Kept, name: string, tell: (error: unknown) => void): QueueLog {
  const kept = lines(name)
  const texts = kept.read()
  const log: Log = { file, kept, tell, waiting: [], isDue: false, size: lengthOf(texts) }
  return {
    entries: texts.flatMap((text) => text.split('\n').map((line) => JSON.parse(line) as LogEntry)),
    size: () => log.size,
    append: (line) => {
      log.waiting.push(line)
      if (!log.isDue) write(log)
    },
    flush: file.flush,
    rewrite: (all) => rewrite(log, all),
  }
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

function write(log: Log): void {
  log.isDue = true
  let taken: readonly string[] = []
  const done = log.file.turn(() => {
    taken = log.waiting
    log.waiting = []
    log.isDue = false
    return () => {
      if (taken.length > 0) log.kept.add(taken.join('\n'))
    }
  })
  done.then(
    () => {
      log.size += lengthOf(taken)
    },
    (error: unknown) => {
      log.waiting = [...taken, ...log.waiting]
      log.isDue = true
      log.tell(error)
      setTimeout(() => write(log), againMs).unref()
    },
  )
}

function rewrite(log: Log, lines: () => readonly string[]): void {
  const packs: string[] = []
  let dropped: readonly string[] = []
  log.file
    .turn(() => {
      const all = lines()
      for (let first = 0; first < all.length; first += atOnce) packs.push(all.slice(first, first + atOnce).join('\n'))
      // What waits is about messages that stand among these lines already, as they are now.
      dropped = log.waiting
      log.waiting = []
      return () => log.kept.replace(packs)
    })
    .then(
      () => {
        log.size = lengthOf(packs)
      },
      (error: unknown) => {
        log.waiting = [...dropped, ...log.waiting]
        log.tell(error)
      },
    )
}
