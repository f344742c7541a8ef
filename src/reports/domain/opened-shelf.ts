import { rowInWords, type Called } from './called'
import type { Column, PackedName } from './columns'
import { PackedRow, type Entries, type Pack } from './packed-row'
import type { RowKind, Rows } from './rows'
import type { Told } from './rows-of-text'

/**
 * A shelf as it is read: what is packed, without the rows of entries that are dead, having been written anew since, and what
 * these and others say now.
 */
export type Opened = {
  readonly entries: Entries
  readonly packs: (kind: RowKind) => readonly Pack[]
  readonly isDead: ReadonlySet<number>
  readonly told: readonly Told[]
  /** What its rows are called now; undefined where all is called as it was. */
  readonly called: Called | undefined
}

/** The rows of a kind on some shelves, what is packed first, then what is told anew. */
export function* rowsOn<K extends RowKind>(shelves: readonly Opened[], kind: K): Generator<Rows[K], void, undefined> {
  for (const { shelf, pack } of shelves.flatMap((one) => one.packs(kind).map((pack) => ({ shelf: one, pack })))) {
    const { isDead, entries, called } = shelf
    for (let row = 0; row < pack.rows; row += 1) {
      if (isDead.size > 0 && isDead.has(pack.columns.entry.at(row) as number)) continue
      yield new PackedRow(pack.columns, row, entries, called) as unknown as Rows[K]
    }
  }
  for (const { told, called } of shelves) {
    for (const one of told) for (const row of one(kind)) yield rowInWords<Rows[K]>(row, called)
  }
}

/** The entries out of the packs that hold them. */
export function entriesIn(packs: readonly Pack[]): Entries {
  const starts: number[] = []
  let rows = 0
  for (const one of packs) {
    starts.push(rows)
    rows += one.rows
  }
  const column = (name: PackedName): Column['at'] => {
    const [only] = packs
    if (packs.length === 1 && only !== undefined) return (entry) => only.columns[name].at(entry)
    return (entry) => {
      const part = starts.findLastIndex((start) => start <= entry)
      return packs[part]?.columns[name].at(entry - (starts[part] ?? 0))
    }
  }
  const [id, rev, owner, pipeline] = [column('id'), column('rev'), column('dealOwner'), column('dealPipeline')]
  return {
    rows,
    id: (entry) => id(entry) as string,
    rev: (entry) => rev(entry) as number,
    owner: (entry) => owner(entry) as string,
    pipeline: (entry) => pipeline(entry) as string,
  }
}
