import { atStart } from '#domain/kernel/texts/at-start'

/** Where a link leads: a page of the playbook, and a place on it. */
export type Target = { readonly page: string; readonly anchor?: string }

/** A piece of a line: plain text, text that stands out, an id as the file writes it, or a link. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly to: Target }

/** A line of text. */
export type Text = readonly Inline[]

/** What pages are made of, before it becomes HTML or Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: Text; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'quote'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly isOrdered?: true }
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'prose'; readonly markdown: string }
  | { readonly kind: 'diagram'; readonly diagram: Diagram }

/** A table; the first cell of every row names the row. Anchors, where there are any, are per row. */
export type Table = {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Text[])[]
  readonly anchors?: readonly string[]
}

/** A drawing of a direction: its stages in order, and the ways around and out. */
export type Diagram = {
  readonly title: string
  readonly steps: readonly DiagramStep[]
  readonly start: string
  readonly end: string
  readonly words: { readonly won: string; readonly skip: string }
  readonly exits: readonly { readonly label: string; readonly isWon: boolean }[]
}

/** A stage in a drawing. A deal is won when it leaves the step that says so. */
export type DiagramStep = {
  readonly id: string
  readonly name: string
  readonly notes: readonly string[]
  readonly isSkippable: boolean
  readonly winsAfter: boolean
  readonly to: Target
}

/** A page before it is written out. */
export type Draft = { readonly slug: string; readonly title: string; readonly blocks: readonly Block[] }

type Piece = Inline | Text | number

/** Writes a line: pieces in the text may be links and lines themselves. */
export function line(strings: readonly string[], ...pieces: readonly Piece[]): Text {
  const parts: Inline[] = []
  strings.forEach((text, index) => {
    const piece = pieces[index]
    parts.push(text)
    if (typeof piece === 'number') parts.push(String(piece))
    else if (isText(piece)) parts.push(...piece)
    else if (piece !== undefined) parts.push(piece)
  })
  return merged(parts)
}

/** Puts something between lines and makes one of them. */
export function joined(lines: readonly Text[], between: string): Text {
  return merged(lines.flatMap((text, index) => (index === 0 ? text : [between, ...text])))
}

/** A line that begins with a capital letter. */
export function capital(text: Text): Text {
  const [first, ...rest] = text
  if (first === undefined) return text
  if (typeof first === 'string') return [atStart(first), ...rest]
  return 'link' in first ? [{ ...first, link: atStart(first.link) }, ...rest] : text
}

/** The line as people read it, without links. */
export function plain(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : wordsOf(part))).join('')
}

/** A heading with a place to link to. */
export function heading(level: 1 | 2 | 3 | 4, text: Text | string, id?: string): Block {
  const words = typeof text === 'string' ? [text] : text
  return id === undefined ? { kind: 'heading', level, text: words } : { kind: 'heading', level, text: words, id }
}

/** A paragraph. */
export function paragraph(text: Text | string): Block {
  return { kind: 'paragraph', text: typeof text === 'string' ? [text] : text }
}

/** A list, or nothing when it would be empty. */
export function list(items: readonly Text[], isOrdered = false): readonly Block[] {
  if (items.length === 0) return []
  return [isOrdered ? { kind: 'list', items, isOrdered } : { kind: 'list', items }]
}

/** Items of one sentence: a semicolon after each, a full stop after the last. */
export function punctuated(items: readonly Text[]): readonly Text[] {
  return items.map((text, index) => merged([...text, index === items.length - 1 ? '.' : ';']))
}

/** A line that goes on within a sentence. */
export function lowered(text: Text): Text {
  const [first, ...rest] = text
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : text
}

/** A table, or nothing when it would be empty. */
export function table(made: Table): readonly Block[] {
  return made.rows.length === 0 ? [] : [{ kind: 'table', table: made }]
}

function isText(piece: Piece | undefined): piece is Text {
  return Array.isArray(piece)
}

function wordsOf(part: Exclude<Inline, string>): string {
  if ('strong' in part) return part.strong
  return 'code' in part ? part.code : part.link
}

function merged(parts: readonly Inline[]): Text {
  const made: Inline[] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part
    else made.push(part)
  }
  return made
}
