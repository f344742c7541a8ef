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
type Kept = { readonly rev: number; readonly size: number; readonly entries: readonly ShelfEntry[] }

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
  return newest(await packOf(at, shelf, kept), loose)
}

async function looseOf(at: At, shelf: string): Promise<readonly ShelfEntry[]> {
  const items = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfEntries })
  return items.map((item) => ({
    id: String(item['sk']).slice(prefixes.shelfEntries.length),
    rev: Number(item['rev']),
    body: typeof item['body'] === 'string' ? item['body'] : null,
  }))
}

async function packOf(at: At, shelf: string, kept: Map<string, Kept>): Promise<readonly ShelfEntry[]> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await packHead(at, shelf)
    if (head === undefined) return []
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

function sizeOf(entries: readonly ShelfEntry[]): number {
  let size = 0
  for (const { body } of entries) size += body?.length ?? 0
  return size
}

async function packHead({ document, table }: At, shelf: string): Promise<PackHead | undefined> {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.shelfPack(shelf), ConsistentRead: true }),
  )
  if (Item === undefined) return undefined
  return { rev: Number(Item['rev']), made: String(Item['made']), chunks: Number(Item['chunks']) }
}

async function readChunks(at: At, shelf: string, head: PackHead): Promise<readonly ShelfEntry[] | undefined> {
  const items = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfChunks(head.rev, head.made) })
  if (items.length !== head.chunks) return undefined
  return (await Promise.all(items.map(entriesIn))).flat()
}

async function entriesIn(item: Item): Promise<readonly ShelfEntry[]> {
  const text = (await unpacked(item['packed'] as Uint8Array)).toString('utf8')
  // One entry a line: id, revision and body, so that bodies need not be written as text within text.
  const entries: ShelfEntry[] = []
  for (let from = 0; from < text.length;) {
    const [id, rev] = [text.indexOf(' ', from), text.indexOf(' ', text.indexOf(' ', from) + 1)]
    const found = text.indexOf('\n', rev)
    const to = found < 0 ? text.length : found
    entries.push({
      id: text.slice(from, id),
      rev: Number(text.slice(id + 1, rev)),
      body: text.slice(rev + 1, to),
      said: undefined,
    })
    from = to + 1
  }
  return entries
}

/**
 * Packs a shelf: new chunks first, then the head that names them, then what was packed is cleared, each entry only if it
 * is still the one that was packed. A crash at any point leaves everything readable, and the next run tidies up.
 */
export async function packShelf(at: At, shelf: string, atLeast: number): Promise<number> {
  const loose = await looseOf(at, shelf)
  if (loose.length < atLeast) return 0
  const before = await packHead(at, shelf)
  const old = before === undefined ? [] : await readChunks(at, shelf, before)
  if (old === undefined) return 0
  if (!(await writePack(at, shelf, before?.rev ?? 0, newest(old, loose)))) return 0
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

/** Of each id the newer; what brings nothing any more is left out. */
function newest(pack: readonly ShelfEntry[], loose: readonly ShelfEntry[]): readonly ShelfEntry[] {
  if (loose.length === 0) return pack
  const left = new Map(loose.map((entry) => [entry.id, entry]))
  const merged: ShelfEntry[] = []
  for (const packedOne of pack) {
    const other = left.get(packedOne.id)
    if (other !== undefined) left.delete(packedOne.id)
    const entry = other === undefined || other.rev < packedOne.rev ? packedOne : other
    if (entry.body !== null) merged.push(entry)
  }
  for (const entry of left.values()) if (entry.body !== null) merged.push(entry)
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
