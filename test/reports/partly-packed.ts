import { packingOf, writeRows } from '#reports/domain/packed-rows'
import type { Ports } from '#ports/ports'
import type { PackedRows, ShelfEntry, ShelfRows } from '#ports/reports'
import { textHash } from '#domain/kernel/text-hash'
import { insteadOf } from '#test/support/instead-of'

/**
 * Shelves as a store has them that has packed some entries: a third is only packed, a third lies loose, of the rest there is
 * an older state in the pack, or an older one lies loose that was read before it was packed anew.
 */
export function partlyPacked(ports: Ports): Ports {
  const rows: Ports['reports']['rows'] = async (asks) =>
    (await ports.reports.rows(asks)).map(({ shelf, loose }, index) => spread(shelf, loose, asks[index]?.kinds ?? []))
  return { ...ports, reports: insteadOf(ports.reports, { rows }) }
}

function spread(shelf: string, entries: readonly ShelfEntry[], kinds: readonly string[]): ShelfRows {
  const [packed, loose]: [ShelfEntry[], ShelfEntry[]] = [[], []]
  for (const [index, entry] of entries.entries()) {
    // What somebody else’s entry says is surely wrong for this one.
    const other = entries[(index + 1) % entries.length] ?? entry
    const lot = Number.parseInt(textHash(entry.id).slice(0, 6), 16) % 5
    if (lot === 0) packed.push(entry)
    else if (lot === 1) loose.push(entry)
    else if (lot === 2) {
      packed.push({ ...other, id: entry.id, rev: entry.rev - 1 })
      loose.push(entry)
    } else if (lot === 3) {
      packed.push(entry)
      loose.push({ ...other, id: entry.id, rev: entry.rev - 1 })
    } else {
      packed.push(entry)
      loose.push({ ...entry })
    }
  }
  return { shelf, loose, packed: packs(shelf, packed, kinds) }
}

/** Each kind in chunks of a few rows, as a large shelf has them. */
function packs(shelf: string, entries: readonly ShelfEntry[], kinds: readonly string[]): ShelfRows['packed'] {
  const packing = packingOf(shelf, entries).filter(({ kind }) => kind === 'entries' || kinds.includes(kind))
  return Object.fromEntries(
    packing.map(({ kind, rows }) => [
      kind,
      inChunks(rows).map((some): PackedRows => ({ bytes: writeRows(kind, some) })),
    ]),
  )
}

function inChunks(rows: readonly object[]): readonly (readonly object[])[] {
  const chunks: (readonly object[])[] = []
  for (let first = 0; first < rows.length; first += 3) chunks.push(rows.slice(first, first + 3))
  return chunks
}
