import type { Called } from '#reports/domain/called'
import { entriesIn, type Opened } from '#reports/domain/opened-shelf'
import type { Entries, Pack } from '#reports/domain/packed-row'
import { entriesKind, readPack, type PackedKind } from '#reports/domain/packed-rows'
import { rowsOfText, type Told } from '#reports/domain/rows-of-text'
import type { PackedRows, ShelfEntry, ShelfRows } from '#ports/reports'

/** Opens what was read of a shelf: of each entry the newer of what is packed and what lies loose. */
export function openShelf({ shelf, loose, packed }: ShelfRows, called?: Called): Opened {
  const packs = (kind: PackedKind) => (packed[kind] ?? []).map((rows) => decoded(kind, rows))
  const entries = entriesIn(packs(entriesKind))
  const { isDead, alive } = newerOf(entries, loose)
  const told = alive.flatMap(({ body }): Told[] => (body === null ? [] : [rowsOfText(shelf, body)]))
  return { entries, packs, isDead, told, called }
}

/** Columns are noted on what they were read from: the store gives the same again as long as it is the same. */
function decoded(kind: PackedKind, rows: PackedRows): Pack {
  return (rows.said ??= readPack(kind, rows.bytes)) as Pack
}

/** Which packed entries have been written anew since, and which loose ones have not been packed in the meantime. */
function newerOf(entries: Entries, loose: readonly ShelfEntry[]) {
  const left = new Map(loose.map((entry) => [entry.id, entry]))
  const isDead = new Set<number>()
  for (let entry = 0; left.size > 0 && entry < entries.rows; entry += 1) {
    const id = entries.id(entry)
    const other = left.get(id)
    if (other === undefined) continue
    if (other.rev < entries.rev(entry)) left.delete(id)
    else isDead.add(entry)
  }
  return { isDead, alive: [...left.values()] }
}
