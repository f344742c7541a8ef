import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { entriesKind, packingOf, rowsFormat, writeRows, type PackedKind } from '#reports/domain/packed-rows'
import { OtherFormat } from '#reports/domain/wire-format'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { keys } from './keys'
import { looseOnShelves, newest, readChunks, type PackHead, type RowsHead } from './shelf-texts'
import type { TableAccess } from '#store/table-access'
import type { PackedRows, ShelfEntry, ShelfRows } from '#ports/reports'

type At = Pick<TableAccess, 'document' | 'table'>
type Ask = { readonly shelf: string; readonly kinds: readonly string[] }
/** What a process remembers of a pack. */
type Kept = { readonly made: string; readonly kinds: Map<string, readonly PackedRows[]> }
/** A chunk of rows of a pack. */
type Chunk = { readonly shelf: string; readonly kind: string; readonly key: Key }

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** A chunk is less than an item may hold, 400 KB, by a margin for its key. */
const MOST_BYTES = 350_000
/** Bytes of packs that a process remembers, the last used ones: they are immutable, only their number is asked for. */
const MOST_KEPT = 80_000_000

/** Of a pack whose texts are in a format that is not ours: it has no rows until they are written anew. */
const unreadable: RowsHead = { format: 0, chunks: {} }

/**
 * Writes what the entries of a pack say as rows by kind, and answers how many chunks of each there are. Entries in a format
 * that is not ours have no rows: the pack is then read by its texts, and whoever does so says what to do.
 */
export async function putRows(
  at: At,
  place: { readonly shelf: string; readonly rev: number; readonly made: string },
  entries: readonly ShelfEntry[],
): Promise<RowsHead> {
  let packing: ReturnType<typeof packingOf>
  try {
    packing = packingOf(place.shelf, entries)
  } catch (error) {
    if (!(error instanceof OtherFormat)) throw error
    return unreadable
  }
  const chunks: Record<string, number> = {}
  for (const { kind, rows } of packing) {
    const all = await chunksOf(kind, rows)
    for (const [no, bytes] of all.entries()) {
      const Item = { ...keys.shelfRows(place.shelf, { ...place, kind, no }), rows: bytes }
      await at.document.send(new PutCommand({ TableName: at.table, Item }))
    }
    chunks[kind] = all.length
  }
  return { format: rowsFormat, chunks }
}

/** Rows as compressed chunks, halved until each fits into an item. */
async function chunksOf(kind: PackedKind, rows: readonly object[]): Promise<readonly Uint8Array[]> {
  if (rows.length === 0) return []
  const bytes = await packed(writeRows(kind, rows))
  if (bytes.length <= MOST_BYTES || rows.length === 1) return [bytes]
  const half = Math.ceil(rows.length / 2)
  return [...(await chunksOf(kind, rows.slice(0, half))), ...(await chunksOf(kind, rows.slice(half)))]
}

/**
 * Reads shelves by kinds of row: what lies loose, then what is packed. In that order, because packing writes the pack
 * before it clears what it packed: nothing is ever in neither place. One request for the deals with something loose, one for
 * each hundred of them, one for what lies loose by itself on each shelf, one for
 * which packs there are, and one for up to 25 chunks that the process does not remember.
 */
export function shelfRowsReader(at: At): (asks: readonly Ask[]) => Promise<readonly ShelfRows[]> {
  const kept = new Map<string, Kept>()
  return async (asks) => {
    const loose = await looseOnShelves(
      at,
      asks.map(({ shelf }) => shelf),
    )
    const packs = await packsOf(at, asks, kept)
    return asks.map(({ shelf }, index) => {
      const { rows, texts = [] } = packs.get(shelf) ?? {}
      const left = loose[index] ?? []
      return { shelf, loose: texts.length === 0 ? left : newest(texts, left), packed: rows ?? {} }
    })
  }
}

/** What a pack says: as rows, or as texts where it has no rows in our format. */
type Found = {
  readonly rows?: Readonly<Record<string, readonly PackedRows[]>>
  readonly texts?: readonly ShelfEntry[]
}

async function packsOf(at: At, asks: readonly Ask[], kept: Map<string, Kept>): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  for (let attempt = 1; found.size < asks.length; attempt += 1) {
    // Somebody may pack a shelf anew after its head was read: the old chunks are gone then, the new head is there.
    if (attempt > 5) throw new Error(`A shelf was packed ${attempt} times while it was read.`)
    const left = asks.filter(({ shelf }) => !found.has(shelf))
    const heads = await headsOf(at, left)
    await fetchRows(at, left, heads, kept)
    for (const ask of left) {
      const rows = await packOf(at, ask, heads.get(ask.shelf), kept)
      if (rows !== undefined) found.set(ask.shelf, rows)
    }
  }
  return found
}

async function headsOf(at: At, asks: readonly Ask[]): Promise<ReadonlyMap<string, PackHead>> {
  const items = await getMany(
    at,
    asks.map(({ shelf }) => keys.shelfPack(shelf)),
  )
  const heads = new Map(items.map((item) => [item['pk'], item as unknown as PackHead]))
  return new Map(
    asks.flatMap(({ shelf }) => {
      const head = heads.get(keys.shelfPack(shelf).pk)
      return head === undefined ? [] : [[shelf, head] as const]
    }),
  )
}

/** What a shelf’s pack says; undefined when it has been replaced since its head was read. */
async function packOf(
  at: At,
  { shelf, kinds }: Ask,
  head: PackHead | undefined,
  kept: ReadonlyMap<string, Kept>,
): Promise<Found | undefined> {
  if (head === undefined) return {}
  if (!hasRows(head)) {
    const texts = await readChunks(at, shelf, head)
    return texts === undefined ? undefined : { texts }
  }
  const known = kept.get(shelf)
  if (known?.made !== head.made) return undefined
  const rows: Record<string, readonly PackedRows[]> = {}
  for (const kind of [entriesKind, ...kinds]) {
    const ofKind = known.kinds.get(kind)
    if (ofKind === undefined) return undefined
    rows[kind] = ofKind
  }
  return { rows }
}

/** Whether a pack has all the rows that it can have. */
export function isUpToDate({ rows }: PackHead): boolean {
  return rows?.format === rowsFormat || rows?.format === unreadable.format
}

function hasRows(head: PackHead): head is PackHead & { readonly rows: RowsHead } {
  return head.rows?.format === rowsFormat
}

/** Brings what is asked for and not remembered into memory. */
async function fetchRows(
  at: At,
  asks: readonly Ask[],
  heads: ReadonlyMap<string, PackHead>,
  kept: Map<string, Kept>,
): Promise<void> {
  const chunks: Chunk[] = []
  for (const { shelf, kinds } of asks) {
    const head = heads.get(shelf)
    if (head === undefined || !hasRows(head)) continue
    const known = touched(kept, shelf, head.made)
    for (const kind of [entriesKind, ...kinds]) {
      if (known.kinds.has(kind)) continue
      const count = head.rows.chunks[kind] ?? 0
      if (count === 0) known.kinds.set(kind, [])
      for (let no = 0; no < count; no += 1) {
        chunks.push({ shelf, kind, key: keys.shelfRows(shelf, { rev: Number(head.rev), made: head.made, kind, no }) })
      }
    }
  }
  await unpack(at, chunks, kept)
  forget(kept, new Set(asks.map(({ shelf }) => shelf)))
}

/** The memory of a pack, as the last used one; that of an earlier pack of the shelf is gone. */
function touched(kept: Map<string, Kept>, shelf: string, made: string): Kept {
  const before = kept.get(shelf)
  const known = before?.made === made ? before : { made, kinds: new Map() }
  kept.delete(shelf)
  kept.set(shelf, known)
  return known
}

async function unpack(at: At, chunks: readonly Chunk[], kept: ReadonlyMap<string, Kept>): Promise<void> {
  const items = await getMany(
    at,
    chunks.map(({ key }) => key),
    { atOnce: 25 },
  )
  const found = new Map(
    items.map((item) => [`${String(item['pk'])} ${String(item['sk'])}`, item['rows'] as Uint8Array]),
  )
  const kinds = new Map<string, Chunk[]>()
  for (const chunk of chunks) {
    const name = `${chunk.shelf} ${chunk.kind}`
    kinds.set(name, [...(kinds.get(name) ?? []), chunk])
  }
  await Promise.all(
    [...kinds.values()].map(async (all) => {
      const [first] = all
      const parts = all.flatMap(({ key }) => found.get(`${key.pk} ${key.sk}`) ?? [])
      if (first === undefined || parts.length < all.length) return
      const rows = await Promise.all(parts.map(async (bytes) => ({ bytes: await unpacked(bytes) })))
      kept.get(first.shelf)?.kinds.set(first.kind, rows)
    }),
  )
}

/** Keeps to what a process may remember; what is being read stays. */
function forget(kept: Map<string, Kept>, used: ReadonlySet<string>): void {
  const sizes = [...kept].map(([shelf, { kinds }]) => {
    const size = [...kinds.values()].flat().reduce((sum, { bytes }) => sum + bytes.length, 0)
    return { shelf, size }
  })
  let size = sizes.reduce((sum, one) => sum + one.size, 0)
  for (const one of sizes) {
    if (size <= MOST_KEPT) return
    if (used.has(one.shelf)) continue
    kept.delete(one.shelf)
    size -= one.size
  }
}
