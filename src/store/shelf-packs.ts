import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { isConditionFailed } from './contended'
import { keys, partitions, prefixes } from './keys'
import { queryAll } from './query'
import type { TableAccess } from './deal-store'
import type { ShelfEntry } from '#report-ports'

type At = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>
/** Which chunks hold what was packed last. */
type PackHead = { readonly rev: number; readonly made: string; readonly chunks: number }
type Kept = { readonly rev: number; readonly size: number; readonly entries: ReadonlyMap<string, ShelfEntry> }

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** Entries of one chunk: some 60 KB when they are compressed, well below what an item holds. */
const CHUNK_CHARACTERS = 1_000_000
/** Characters of packs that a process remembers, the last used ones: they are immutable, only their number is asked for. */
const MOST_KEPT = 60_000_000
const DELETES_AT_ONCE = 16

/**
 * Reads shelves: what lies loose, then what is packed, of each id the newer. In that order, because packing writes the
 * pack before it clears what it packed: nothing is ever in neither place. Two requests a shelf whose pack is remembered
 * (or that has none), three otherwise.
 */
export function shelfReader(at: At): (shelves: readonly string[]) => Promise<readonly (readonly ShelfEntry[])[]> {
  const kept = new Map<string, Kept>()
  return (shelves) => Promise.all(shelves.map((shelf) => readShelf(at, shelf, kept)))
}

async function readShelf(at: At, shelf: string, kept: Map<string, Kept>): Promise<readonly ShelfEntry[]> {
  const loose = await looseOf(at, shelf)
  const pack = await packOf(at, shelf, kept)
  const merged = newest(pack, loose)
  return [...merged.values()].filter(({ body }) => body !== null)
}

async function looseOf(at: At, shelf: string): Promise<readonly ShelfEntry[]> {
  const items = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfEntries })
  return items.map((item) => ({
    id: String(item['sk']).slice(prefixes.shelfEntries.length),
    rev: Number(item['rev']),
    body: typeof item['body'] === 'string' ? item['body'] : null,
  }))
}

async function packOf(at: At, shelf: string, kept: Map<string, Kept>): Promise<ReadonlyMap<string, ShelfEntry>> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await packHead(at, shelf)
    if (head === undefined) return new Map()
    const found = kept.get(shelf)
    if (found?.rev === head.rev) {
      kept.delete(shelf)
      kept.set(shelf, found)
      return found.entries
    }
    const entries = await readChunks(at, shelf, head)
    if (entries !== undefined) {
      remember(kept, shelf, { rev: head.rev, entries, size: sizeOf(entries) })
      return entries
    }
    // Somebody has packed the shelf anew since its head was read: the old chunks are gone, the new head is there.
    if (attempt >= 5) throw new Error(`The shelf ${shelf} was packed ${attempt} times while it was read.`)
  }
}

function remember(kept: Map<string, Kept>, shelf: string, pack: Kept): void {
  kept.delete(shelf)
  kept.set(shelf, pack)
  let size = [...kept.values()].reduce((sum, one) => sum + one.size, 0)
  for (const [oldest, one] of kept) {
    if (size <= MOST_KEPT || oldest === shelf) return
    kept.delete(oldest)
    size -= one.size
  }
}

function sizeOf(entries: ReadonlyMap<string, ShelfEntry>): number {
  let size = 0
  for (const { body } of entries.values()) size += body?.length ?? 0
  return size
}

async function packHead({ document, table }: At, shelf: string): Promise<PackHead | undefined> {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.shelfPack(shelf), ConsistentRead: true }),
  )
  if (Item === undefined) return undefined
  return { rev: Number(Item['rev']), made: String(Item['made']), chunks: Number(Item['chunks']) }
}

async function readChunks(at: At, shelf: string, head: PackHead): Promise<ReadonlyMap<string, ShelfEntry> | undefined> {
  const items = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfChunks(head.rev, head.made) })
  if (items.length !== head.chunks) return undefined
  const chunks = await Promise.all(items.map(entriesIn))
  return new Map(chunks.flat().map((entry) => [entry.id, entry]))
}

async function entriesIn(item: Item): Promise<readonly ShelfEntry[]> {
  const text = (await unpacked(item['packed'] as Uint8Array)).toString('utf8')
  // One entry a line: id, revision and body, so that bodies need not be written as text within text.
  return text.split('\n').flatMap((line) => {
    if (line === '') return []
    const [id = '', rev = '0'] = line.split(' ', 2)
    return [{ id, rev: Number(rev), body: line.slice(id.length + rev.length + 2) }]
  })
}

/**
 * Packs a shelf: new chunks first, then the head that names them, then what was packed is cleared, each entry only if it
 * is still the one that was packed. A crash at any point leaves everything readable, and the next run tidies up.
 */
export async function packShelf(at: At, shelf: string, atLeast: number): Promise<number> {
  const loose = await looseOf(at, shelf)
  if (loose.length < atLeast) return 0
  const before = await packHead(at, shelf)
  const old = before === undefined ? new Map<string, ShelfEntry>() : await readChunks(at, shelf, before)
  if (old === undefined) return 0
  const all = [...newest(old, loose).values()].filter(({ body }) => body !== null)
  if (!(await writePack(at, shelf, before?.rev ?? 0, all))) return 0
  await clear(at, shelf, loose)
  await dropChunks(at, shelf, (before?.rev ?? 0) + 1)
  return loose.length
}

/** Writes a pack of a shelf in place of the one of that revision (0: of none); false when somebody else was first. */
export async function writePack(
  at: At,
  shelf: string,
  wasRev: number,
  entries: readonly ShelfEntry[],
): Promise<boolean> {
  const rev = wasRev + 1
  // A name of its own: of two packers at once, the one that comes too late must not write over the other's chunks.
  const made = randomUUID()
  const chunks = inChunks(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  for (const [no, text] of chunks.entries()) {
    const Item = { ...keys.shelfChunk(shelf, { rev, made, no }), packed: await packed(text) }
    await at.document.send(new PutCommand({ TableName: at.table, Item }))
  }
  return putHead(at, shelf, { rev, made, chunks: chunks.length })
}

async function putHead({ document, table }: At, shelf: string, head: PackHead): Promise<boolean> {
  try {
    await document.send(
      new PutCommand({
        TableName: table,
        Item: { ...keys.shelfPack(shelf), ...head },
        // Two packers at once: the second one's chunks were made from what the first one has replaced.
        ConditionExpression: head.rev === 1 ? 'attribute_not_exists(pk)' : 'rev = :was',
        ...(head.rev === 1 ? {} : { ExpressionAttributeValues: { ':was': head.rev - 1 } }),
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}

async function clear({ document, table }: At, shelf: string, entries: readonly ShelfEntry[]): Promise<void> {
  const remove = async ({ id, rev }: ShelfEntry) => {
    const ask = {
      TableName: table,
      Key: keys.shelfEntry(shelf, id),
      // What has been written since is newer than the pack.
      ConditionExpression: 'rev = :rev',
      ExpressionAttributeValues: { ':rev': rev },
    }
    await document.send(new DeleteCommand(ask)).catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error
    })
  }
  for (let first = 0; first < entries.length; first += DELETES_AT_ONCE) {
    await Promise.all(entries.slice(first, first + DELETES_AT_ONCE).map(remove))
  }
}

/** Chunks from before a revision: of packs that were replaced, or begun by somebody who never came to an end. */
async function dropChunks(at: At, shelf: string, rev: number): Promise<void> {
  const pk = partitions.shelf(shelf)
  const old = await queryAll(at, { pk, from: prefixes.shelfChunks(0), to: prefixes.shelfChunks(rev) })
  for (const { sk } of old) {
    await at.document.send(new DeleteCommand({ TableName: at.table, Key: { pk, sk: String(sk) } }))
  }
}

function newest(pack: ReadonlyMap<string, ShelfEntry>, loose: readonly ShelfEntry[]): ReadonlyMap<string, ShelfEntry> {
  if (loose.length === 0) return pack
  const merged = new Map(pack)
  for (const entry of loose) {
    const other = merged.get(entry.id)
    if (other === undefined || other.rev < entry.rev) merged.set(entry.id, entry)
  }
  return merged
}

/** The entries as texts of chunks, one entry a line. */
function inChunks(entries: readonly ShelfEntry[]): readonly string[] {
  const chunks: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const { id, rev, body } of entries) {
    const line = `${id} ${rev} ${body ?? ''}`
    if (size + line.length > CHUNK_CHARACTERS) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(line)
    size += line.length + 1
  }
  return chunks.map((lines) => lines.join('\n'))
}
