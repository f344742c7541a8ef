/**
 * Columns of values as bytes, which are read where they lie: nothing is taken apart before it is asked for, and a number
 * of a row costs what reading an array costs. Words are numbers of a list in which each stands once.
 */

/** What may stand in a cell; undefined where there is nothing. */
export type Cell = string | number | undefined
/** A column to be written: all words, or all numbers. */
export type Written = { readonly isWords: boolean; readonly cells: readonly Cell[] }
/** A column that is read by row. */
export type Column = { readonly at: (row: number) => Cell }
/** Columns of equal length. */
export type Columns = { readonly rows: number; readonly columns: readonly Column[] }

type Head = { readonly rows: number; readonly columns: readonly ColumnHead[] }
type ColumnHead = { readonly width: Width; readonly base: number; readonly words?: readonly string[] }
/** Bytes of a cell; 8 are a floating-point number, fewer are a whole one that is added to the least of its column. */
type Width = 1 | 2 | 4 | 8
type Whole = Uint8Array | Uint16Array | Uint32Array

const ALIGNED = 8
/** The greatest number of a width stands for nothing. */
const nothing: Readonly<Record<Exclude<Width, 8>, number>> = { 1: 0xff, 2: 0xffff, 4: 0xffffffff }

/** Columns as bytes: the length of the head, the head as JSON, then cells, each column from a multiple of eight on. */
export function writeColumns(rows: number, columns: readonly Written[]): Uint8Array {
  const parts = columns.map(({ isWords, cells }) => (isWords ? writeWords(cells) : writeNumbers(cells)))
  const head: Head = { rows, columns: parts.map(({ head: one }) => one) }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(parts.reduce((size, { cells }) => size + aligned(cells.byteLength), start))
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  let at = start
  for (const { cells } of parts) {
    bytes.set(new Uint8Array(cells.buffer), at)
    at += aligned(cells.byteLength)
  }
  return bytes
}

/** Columns out of bytes, which are kept and read from. */
export function readColumns(given: Uint8Array): Columns {
  // Numbers of several bytes are read where they lie, which must be at a multiple of their size.
  const bytes = given.byteOffset % ALIGNED === 0 ? given : new Uint8Array(given)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head
  let at = bytes.byteOffset + aligned(4 + length)
  const columns = head.columns.map((one) => {
    const column = readColumn(one, bytes.buffer, { at, rows: head.rows })
    at += aligned(head.rows * one.width)
    return column
  })
  return { rows: head.rows, columns }
}

function readColumn(
  { width, base, words }: ColumnHead,
  buffer: ArrayBufferLike,
  { at, rows }: { readonly at: number; readonly rows: number },
): Column {
  if (width === 8) return new Numbers(new Float64Array(buffer, at, rows))
  const cells = wholesIn(width, buffer, { at, rows })
  if (words !== undefined) return new Words(new Uint32Array(cells), words)
  return new Numbers(numbersOf(cells, base, nothing[width]))
}

function numbersOf(cells: Whole, base: number, none: number): Float64Array {
  const numbers = new Float64Array(cells)
  for (let row = 0; row < numbers.length; row += 1) {
    const cell = numbers[row] ?? none
    numbers[row] = cell === none ? Number.NaN : base + cell
  }
  return numbers
}

// Of whatever width, columns are read from arrays of one kind: what reads rows half a million times stays one piece of code.

class Words implements Column {
  readonly #cells: Uint32Array
  readonly #words: readonly string[]

  constructor(cells: Uint32Array, words: readonly string[]) {
    this.#cells = cells
    this.#words = words
  }

  // What stands for nothing is beyond the list, and so is nothing.
  at(row: number): string | undefined {
    return this.#words[this.#cells[row] ?? -1]
  }
}

class Numbers implements Column {
  readonly #cells: Float64Array

  constructor(cells: Float64Array) {
    this.#cells = cells
  }

  at(row: number): number | undefined {
    const cell = this.#cells[row]
    return Number.isNaN(cell) ? undefined : cell
  }
}

/** A column in which there is nothing. */
export const emptyColumn: Column = { at: () => undefined }

type Part = { readonly head: ColumnHead; readonly cells: Whole | Float64Array }

function writeWords(cells: readonly Cell[]): Part {
  const numbers = new Map<Cell, number>()
  const each = cells.map((word) => {
    if (word === undefined) return undefined
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  })
  // A list that is full would have a word where there is nothing.
  const width = widthFor(numbers.size)
  return {
    head: { width, base: 0, words: [...numbers.keys()].map(String) },
    cells: wholesOf(each, { width, base: 0 }),
  }
}

function writeNumbers(cells: readonly Cell[]): Part {
  const numbers = cells.filter((cell) => typeof cell === 'number')
  const base = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)
  const most = numbers.reduce((so, number) => Math.max(so, number), base)
  if (!numbers.every(Number.isSafeInteger) || most - base >= nothing[4]) {
    return { head: { width: 8, base: 0 }, cells: Float64Array.from(cells, (cell) => Number(cell ?? Number.NaN)) }
  }
  const width = widthFor(most - base)
  return { head: { width, base }, cells: wholesOf(cells, { width, base }) }
}

function widthFor(most: number): Exclude<Width, 8> {
  if (most < nothing[1]) return 1
  return most < nothing[2] ? 2 : 4
}

function wholesOf(
  cells: readonly Cell[],
  { width, base }: { readonly width: Exclude<Width, 8>; readonly base: number },
): Whole {
  const each = cells.map((cell) => (cell === undefined ? nothing[width] : Number(cell) - base))
  if (width === 1) return Uint8Array.from(each)
  return width === 2 ? Uint16Array.from(each) : Uint32Array.from(each)
}

function wholesIn(
  width: Exclude<Width, 8>,
  buffer: ArrayBufferLike,
  { at, rows }: { readonly at: number; readonly rows: number },
): Whole {
  if (width === 1) return new Uint8Array(buffer, at, rows)
  return width === 2 ? new Uint16Array(buffer, at, rows) : new Uint32Array(buffer, at, rows)
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNED) * ALIGNED
}

/** Every name that a packed column may have, whatever the kind of row. */
export const packedNames = [
  'entry',
  'rev',
  'id',
  'dealOwner',
  'dealPipeline',
  'at',
  'owner',
  'source',
  'replyBy',
  'promisedAt',
  'replyAt',
  'replyWorking',
  'replyWall',
  'isImported',
  'isClosed',
  'isInTime',
  'stage',
  'pipeline',
  'how',
  'working',
  'wall',
  'isOnward',
  'by',
  'month',
  'department',
  'currency',
  'title',
  'client',
  'path',
  'amountMinor',
  'baseMinor',
  'cycleMs',
  'reason',
  'name',
  'template',
  'responsible',
  'status',
  'createdAt',
  'endedAt',
  'deadline',
  'isMissed',
  'isBornLate',
  'isAlone',
  'expectedClose',
  'enteredAt',
  'configVersion',
  'tasks',
  'dueAt',
  'missedBy',
  'lateBefore',
  'deal',
  'fields',
] as const
/** A name that a packed column may have. */
export type PackedName = (typeof packedNames)[number]
