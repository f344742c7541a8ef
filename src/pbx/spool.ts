import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** What stands between two blocks, and behind the last. */
const end = '\r\n\r\n'

/** A file of blocks that waits to be handed on. */
export type Batch = { readonly name: string; readonly text: string }

/** What was heard and is not handed on yet, on disk; it outlives the program. */
export type Spool = {
  /** Writes blocks down; throws where the disk takes none, and none of them is lost by that. */
  readonly add: (blocks: readonly string[]) => void
  /** The oldest that waits; undefined where nothing does. */
  readonly next: () => Batch | undefined
  readonly done: (batch: Batch) => void
  /** Puts a batch aside that is never taken, so that the others go on; somebody has to look at it. */
  readonly setAside: (batch: Batch) => void
  /** Cuts a batch that is too large in two; one block alone is put aside. */
  readonly halve: (batch: Batch) => void
  readonly waiting: () => { readonly batches: number; readonly bytes: number }
  /** How many blocks were given up since the start because there was no room: the oldest go first. */
  readonly dropped: () => number
}

/** How large a batch becomes, and how much is kept altogether. */
export type Room = { readonly batchBytes: number; readonly mostBytes: number }

const usualRoom: Room = { batchBytes: 48_000, mostBytes: 200_000_000 }

type Sizes = Map<string, number>

/** Opens the spool in a folder; what a killed program has written half is cut off, the whole blocks before it stay. */
export function openSpool(folder: string, { batchBytes, mostBytes }: Room = usualRoom): Spool {
  mkdirSync(join(folder, 'aside'), { recursive: true, mode: 0o700 })
  const sizes: Sizes = new Map(sizesIn(folder))
  const writing = openBatch(folder, sizes, batchBytes)
  let dropped = 0
  const setAside = ({ name }: Batch) => {
    // One that went for want of room while it was handed on is not there any more.
    if (!sizes.has(name)) return
    renameSync(join(folder, name), join(folder, 'aside', `${Date.now()}-${name}`))
    sizes.delete(name)
  }
  return {
    add: (blocks) => {
      writing.add(blocks)
      for (const name of sizes.keys()) {
        if (total(sizes) + writing.bytes() <= mostBytes) return
        dropped += blocksIn(readFileSync(join(folder, name), 'utf8')).length
        forget(folder, sizes, name)
      }
    },
    next: () => {
      if (sizes.size === 0) writing.seal()
      const [name] = sizes.keys()
      return name === undefined ? undefined : { name, text: readFileSync(join(folder, name), 'utf8') }
    },
    done: ({ name }) => forget(folder, sizes, name),
    setAside,
    halve: (batch) => {
      if (blocksIn(batch.text).length < 2) return setAside(batch)
      halve(folder, batch)
      const all = sizesIn(folder)
      sizes.clear()
      for (const [one, size] of all) sizes.set(one, size)
    },
    waiting: () => ({
      batches: sizes.size + (writing.bytes() > 0 ? 1 : 0),
      bytes: total(sizes) + writing.bytes(),
    }),
    dropped: () => dropped + writing.dropped(),
  }
}

/** The batch that is written now; it is closed when it is large enough, or when it is its turn. */
function openBatch(folder: string, sizes: Sizes, batchBytes: number) {
  let last = Math.max(0, ...[...sizes.keys()].map((name) => Number.parseInt(name, 10)))
  let open = leftOpen(folder)
  let held: readonly string[] = []
  let dropped = 0
  const seal = () => {
    if (open === 0) return
    last += 1
    const name = nameOf(last)
    renameSync(join(folder, current), join(folder, name))
    sizes.set(name, open)
    open = 0
  }
  return {
    seal,
    bytes: () => open,
    /** How many of those it held while the disk took nothing it had to give up. */
    dropped: () => dropped,
    add: (blocks: readonly string[]): void => {
      const all = [...held, ...blocks]
      held = all.slice(-mostHeld)
      dropped += all.length - held.length
      while (held.length > 0) {
        const some = firstOf(held, batchBytes)
        open = append(join(folder, current), some.map((block) => `${block}${end}`).join(''), open)
        held = held.slice(some.length)
        if (open >= batchBytes) seal()
      }
    },
  }
}

/** So many are held in memory while the disk takes nothing. */
const mostHeld = 20_000

const current = 'current.part'

function nameOf(no: number): string {
  return `${String(no).padStart(12, '0')}.ami`
}

/** Those that wait and how large they are, the oldest first. */
function sizesIn(folder: string): readonly (readonly [name: string, bytes: number])[] {
  const names = readdirSync(folder).filter((name) => /^\d{12}[ab]*\.ami$/.test(name))
  return names.toSorted().map((name) => [name, statSync(join(folder, name)).size])
}

/** Both halves are there before the whole is gone: what is handed on twice changes nothing. */
function halve(folder: string, { name, text }: Batch): void {
  const blocks = blocksIn(text)
  const half = Math.ceil(blocks.length / 2)
  const textOf = (some: readonly string[]) => some.map((one) => `${one}${end}`).join('')
  const own = name.slice(0, -'.ami'.length)
  writeWhole(join(folder, `${own}a.ami`), textOf(blocks.slice(0, half)))
  writeWhole(join(folder, `${own}b.ami`), textOf(blocks.slice(half)))
  rmSync(join(folder, name), { force: true })
}

/** How much stands in the batch that is being written; a block that was cut off by a kill is taken away. */
function leftOpen(folder: string): number {
  const path = join(folder, current)
  if (!existsSync(path)) return 0
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf(end) < 0 ? 0 : text.lastIndexOf(end) + end.length)
  if (whole.length === 0) rmSync(path)
  else if (whole.length < text.length) writeWhole(path, whole)
  return Buffer.byteLength(whole)
}

/** Blocks from the beginning that make one batch, one at least. */
function firstOf(blocks: readonly string[], most: number): readonly string[] {
  let bytes = 0
  const over = blocks.findIndex((block) => {
    bytes += block.length + end.length
    return bytes > most
  })
  return over < 0 ? blocks : blocks.slice(0, Math.max(1, over))
}

/** Writes behind what is there, and to the disk; whatever a failure has written of it is cut off with the next. */
function append(path: string, text: string, at: number): number {
  const bytes = Buffer.from(text)
  const file = openSync(path, existsSync(path) ? 'r+' : 'w', 0o600)
  try {
    ftruncateSync(file, at)
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, at + written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return at + bytes.length
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

function forget(folder: string, sizes: Sizes, name: string): void {
  rmSync(join(folder, name), { force: true })
  sizes.delete(name)
}

function total(sizes: ReadonlyMap<string, number>): number {
  let bytes = 0
  for (const size of sizes.values()) bytes += size
  return bytes
}

function blocksIn(text: string): readonly string[] {
  return text.split(end).filter((block) => block !== '')
}
