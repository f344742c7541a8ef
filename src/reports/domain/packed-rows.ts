import { readColumns, writeColumns, type PackedName, type Written } from './columns'
import { wideColumns, type Pack } from './packed-row'
import type { RowKind } from './rows'
import { kindsOn, rowsOfText } from './rows-of-text'
import { taskPrefix } from './task-wire'

/** How packed rows are written. Rows of another format are not read: whoever meets them takes the texts instead. */
export const rowsFormat = 1

/** What is packed beside each kind of row: the entries they come from, with their revisions. */
export const entriesKind = 'entries'
/** A kind of packed columns. */
export type PackedKind = RowKind | typeof entriesKind

/** An entry of a shelf, as much as packing looks at. */
type Entry = { readonly id: string; readonly rev: number; readonly body: string | null }

/** The columns of a kind of row. Every row has the number of its entry in front. */
type Spec = {
  readonly words: readonly PackedName[]
  readonly numbers: readonly PackedName[]
  readonly flags?: readonly PackedName[]
}

const where: readonly PackedName[] = ['stage', 'pipeline', 'owner']
const specs: Readonly<Record<RowKind, Spec>> = {
  made: {
    words: ['owner', 'source', 'replyBy'],
    numbers: ['at', 'promisedAt', 'replyAt', 'replyWorking', 'replyWall'],
    flags: ['isImported', 'isClosed', 'isInTime'],
  },
  came: { words: [...where, 'how'], numbers: ['at'] },
  reached: { words: [...where, 'how'], numbers: ['at'] },
  skipped: { words: [...where, 'how'], numbers: ['at'] },
  ended: { words: where, numbers: ['at', 'working', 'wall'], flags: ['isOnward', 'isImported'] },
  overridden: { words: [...where, 'by'], numbers: ['at'] },
  won: {
    words: ['month', 'owner', 'department', 'pipeline', 'currency', 'title', 'client', 'path'],
    numbers: ['at', 'amountMinor', 'baseMinor', 'cycleMs'],
  },
  lost: { words: [...where, 'reason', 'currency', 'path'], numbers: ['at', 'amountMinor'] },
  tasks: {
    words: ['name', 'template', 'pipeline', 'stage', 'responsible', 'status', 'missedBy'],
    numbers: ['createdAt', 'endedAt', 'deadline'],
    flags: ['isMissed', 'isBornLate', 'isAlone'],
  },
  open: {
    words: ['pipeline', 'owner', 'stage', 'status', 'currency', 'expectedClose'],
    numbers: ['enteredAt', 'configVersion', 'amountMinor', 'tasks'],
  },
  openTasks: { words: ['name', 'responsible', 'stage', 'pipeline', 'lateBefore'], numbers: ['dueAt'] },
  refusals: { words: ['deal', ...where, 'by'], numbers: ['at'] },
  listed: {
    words: ['pipeline', 'owner', 'stage', 'status', 'currency', 'title', 'client', 'reason', 'fields'],
    numbers: ['createdAt', 'enteredAt', 'endedAt', 'dueAt', 'tasks'],
  },
}

/** Rows of one kind that are to be packed, each with the number of its entry. */
export type Packing = { readonly kind: PackedKind; readonly rows: readonly object[] }

/** Everything some entries of a shelf say, to be packed by kind; the entries themselves come first. */
export function packingOf(shelf: string, entries: readonly Entry[]): readonly Packing[] {
  const kinds = kindsOn(shelf)
  const rows = new Map<RowKind, object[]>(kinds.map((kind) => [kind, []]))
  const about: object[] = []
  for (const [entry, { id, rev, body }] of entries.entries()) {
    const told = rowsOfText(shelf, body ?? '')
    const first = kinds.flatMap((kind): readonly object[] => told(kind))[0]
    about.push({ entry, id, rev, ...aboutOf(first) })
    for (const kind of kinds) for (const row of told(kind)) rows.get(kind)?.push({ ...row, ...nameOf(row), entry })
  }
  return [{ kind: entriesKind, rows: about }, ...[...rows].map(([kind, all]) => ({ kind, rows: all }))]
}

/** Some rows of a kind as bytes. */
export function writeRows(kind: PackedKind, rows: readonly object[]): Uint8Array {
  const { words, numbers, flags } = specOf(kind)
  const cells = (name: string) => rows.map((row) => (row as Readonly<Record<string, string | number>>)[name])
  return writeColumns(rows.length, [
    ...[...numbers, ...flags].map((name): Written => ({ isWords: false, cells: cells(name).map(asNumber) })),
    ...words.map((name): Written => ({ isWords: true, cells: cells(name) })),
  ])
}

/** Columns out of bytes that `writeRows` has written, each under its name. */
export function readPack(kind: PackedKind, bytes: Uint8Array): Pack {
  const { rows, columns } = readColumns(bytes)
  const names = namesOf(kind)
  return { rows, columns: wideColumns((name) => columns[names.indexOf(name)]) }
}

function specOf(kind: PackedKind): Required<Spec> {
  const spec: Spec =
    kind === entriesKind ? { words: ['id', 'dealOwner', 'dealPipeline'], numbers: ['rev'] } : specs[kind]
  return { words: spec.words, numbers: ['entry', ...spec.numbers], flags: spec.flags ?? [] }
}

/** The names of the columns of a kind, as they are written. */
function namesOf(kind: PackedKind): readonly PackedName[] {
  const { numbers, flags, words } = specOf(kind)
  return [...numbers, ...flags, ...words]
}

/** Most tasks are called after their deal: of their ids only the rest is kept. */
function nameOf(row: object): { readonly name?: string } {
  if (!('id' in row) || !('deal' in row)) return {}
  const [id, prefix] = [String(row.id), taskPrefix(String(row.deal))]
  return { name: id.startsWith(prefix) ? id.slice(prefix.length) : `=${id}` }
}

function aboutOf(row: object | undefined): object {
  if (row === undefined || !('dealOwner' in row) || !('dealPipeline' in row)) return {}
  return { dealOwner: row.dealOwner, dealPipeline: row.dealPipeline }
}

function asNumber(cell: string | number | boolean | undefined): number | undefined {
  return typeof cell === 'boolean' ? Number(cell) : (cell as number | undefined)
}
