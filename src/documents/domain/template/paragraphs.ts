/** A paragraph of a part of a document, as whoever looks for it in Word counts. */
export type Paragraph = {
  /** Counted from 1 within its part. */
  readonly no: number
  /** The row of its table, counted from 1. */
  readonly row?: number
  /** Its cell, and its table and row, each told apart from all others of the part. */
  readonly cell?: string
  readonly rowOf?: string
  readonly table?: string
  /** How many columns its cell takes, where that is more than one. */
  readonly span?: number
  readonly text: string
}

const pieces =
  /<(\/?)(w:(?:p|tbl|tr|tc|t|tab|br|cr|noBreakHyphen|gridSpan)|mc:Fallback)(?=[\s>/])([^>]*)>|<[^>]*>|[^<]+/g

type Table = { readonly id: number; row: number; cell: number; span: number }
type Open = { readonly no: number; readonly place: Omit<Paragraph, 'no' | 'text'>; text: string }

/** The paragraphs of a part by its XML, in their order. What is kept twice for old programs is read once. */
export function paragraphsOf(xml: string): readonly Paragraph[] {
  const reading: Reading = { done: [], open: [], tables: [], count: 0, tableCount: 0, fallback: 0, isText: false }
  for (const [piece, closing = '', name, rest = ''] of xml.matchAll(pieces)) {
    if (name !== undefined) readMark(reading, { name, isClosing: closing === '/', isEmpty: rest.endsWith('/'), rest })
    else if (reading.isText && !piece.startsWith('<')) write(reading, plain(piece))
  }
  return reading.done.toSorted((a, b) => a.no - b.no)
}

type Reading = {
  readonly done: Paragraph[]
  readonly open: Open[]
  readonly tables: Table[]
  count: number
  tableCount: number
  fallback: number
  isText: boolean
}

type Mark = { readonly name: string; readonly isClosing: boolean; readonly isEmpty: boolean; readonly rest: string }

const written: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

function readMark(reading: Reading, mark: Mark): void {
  const { name, isClosing, isEmpty } = mark
  if (name === 'mc:Fallback') {
    if (!isEmpty) reading.fallback += isClosing ? -1 : 1
    return
  }
  if (reading.fallback > 0) return
  const sign = written[name]
  if (sign !== undefined) {
    if (!isClosing) write(reading, sign)
  } else if (name === 'w:t') reading.isText = !isClosing && !isEmpty
  else if (name === 'w:p') readParagraph(reading, mark)
  else readTable(reading, mark)
}

/** Stands in a paragraph where something with paragraphs of its own lies within it. */
const boxSign = '\uFFFC'

function readParagraph(reading: Reading, { isClosing, isEmpty }: Mark): void {
  if (isClosing) {
    const { place, ...one } = reading.open.pop() ?? { no: 0, place: {}, text: '' }
    reading.done.push({ ...one, ...place })
    return
  }
  // A name that goes on behind a text box within it is in two pieces.
  if (reading.open.length > 0) write(reading, boxSign)
  reading.count += 1
  if (!isEmpty) reading.open.push({ no: reading.count, place: placeIn(reading.tables), text: '' })
}

function readTable(reading: Reading, { name, isClosing, isEmpty, rest }: Mark): void {
  const { tables } = reading
  if (name === 'w:gridSpan') {
    const inside = tables.at(-1)
    if (inside !== undefined) inside.span = Number(/w:val="(\d{1,3})"/.exec(rest)?.[1] ?? 1)
    return
  }
  if (isEmpty) return
  if (name === 'w:tbl') {
    if (isClosing) {
      tables.pop()
      return
    }
    reading.tableCount += 1
    tables.push({ id: reading.tableCount, row: 0, cell: 0, span: 1 })
    return
  }
  const table = tables.at(-1)
  if (isClosing || table === undefined) return
  if (name === 'w:tr') table.row += 1
  else {
    table.cell += 1
    table.span = 1
  }
}

function placeIn(tables: readonly Table[]): Omit<Paragraph, 'no' | 'text'> {
  const table = tables.at(-1)
  if (table === undefined) return {}
  const id = String(table.id)
  const span = table.span > 1 ? { span: table.span } : {}
  return { row: table.row, table: id, rowOf: `${id}/${table.row}`, cell: `${id}/${table.row}/${table.cell}`, ...span }
}

function write({ open }: Reading, text: string): void {
  const paragraph = open.at(-1)
  if (paragraph !== undefined) paragraph.text += text
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The text that XML stands for. */
export function plain(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\dA-Fa-f]+)|([a-z]+));/g, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
}
