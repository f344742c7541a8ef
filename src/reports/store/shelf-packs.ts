import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { isConditionFailed } from '#store/contended'
import { clearLoose, factsOfMany, looseByShelf, looseDeals, type FactsOfDeal } from './kept-facts'
import { keys, partitions, prefixes } from './keys'
import { queryAll } from '#store/query'
import { looseAlone, newest, packHead, readChunks, type PackHead } from './shelf-texts'
import { isUpToDate, putRows } from './shelf-rows'
import type { TableAccess } from '#store/table-access'
import type { ShelfEntry } from '#ports/reports'

type At = Pick<TableAccess, 'document' | 'table'>

const packed = promisify(gzip)

/** Entries of one chunk: some 60 KB when they are compressed, well below what an item holds. */
const CHUNK_CHARACTERS = 1_000_000
const WRITES_AT_ONCE = 16

/** Deals whose facts are packed at once: all of them are in memory meanwhile. */
const DEALS_AT_ONCE = 20_000

/**
 * Packs what is loose of deals once so many have something loose: the packs of all their shelves first, then each deal
 * notes that nothing of it is loose any more, if it is still what was packed. A crash at any point leaves everything
 * readable, and the next run goes on.
 */
export async function packDeals(at: At, atLeast: number): Promise<number> {
  const ids = await looseDeals(at)
  if (ids.length < atLeast) return 0
  let packedNow = 0
  for (let first = 0; first < ids.length; first += DEALS_AT_ONCE) {
    const { packedOnes } = await packAll(at, await factsOfMany(at, ids.slice(first, first + DEALS_AT_ONCE)))
    packedNow += packedOnes
  }
  return packedNow
}

/** Packs whatever is loose of some deals, and drops what lies on their shelves beside the packs; false: ask again. */
export async function repack(at: At, dealIds: readonly string[]): Promise<boolean> {
  const all = await factsOfMany(at, dealIds)
  const { isWhole } = await packAll(at, all)
  if (!isWhole) return false
  for (const shelf of new Set(all.flatMap(({ facts }) => Object.keys(facts.shelves)))) {
    const [alone, head] = [await looseAlone(at, shelf), await packHead(at, shelf)]
    const isTheirs = alone.some(({ id }) => dealIds.includes(id))
    if (isTheirs && (await packShelf(at, shelf, 1)) === 0) return false
    if (!isTheirs && head !== undefined) await dropOthers(at, shelf, head)
  }
  return true
}

async function packAll(
  at: At,
  all: readonly FactsOfDeal[],
): Promise<{ readonly packedOnes: number; readonly isWhole: boolean }> {
  let packedOnes = 0
  const left = new Set<string>()
  for (const [shelf, entries] of looseByShelf(all)) {
    if (await packOnto(at, shelf, entries)) packedOnes += entries.length
    else left.add(shelf)
  }
  // What could not be packed, because somebody else packed the shelf, stays loose and is packed by the next run.
  const done = all.filter(({ facts }) => !Object.keys(facts.loose).some((shelf) => left.has(shelf)))
  let isWhole = left.size === 0
  for (let from = 0; from < done.length; from += WRITES_AT_ONCE) {
    const some = done.slice(from, from + WRITES_AT_ONCE).filter(({ facts }) => Object.keys(facts.loose).length > 0)
    const cleared = await Promise.all(some.map((one) => clearLoose(at, one)))
    isWhole &&= !cleared.includes(false)
  }
  return { packedOnes, isWhole }
}

/** Chunks that a packer left behind who was too late, or never came to an end. */
async function dropOthers(at: At, shelf: string, head: PackHead): Promise<void> {
  const pk = partitions.shelf(shelf)
  const own = prefixes.shelfChunks(head.rev, head.made)
  const chunks = await queryAll(at, { pk, from: prefixes.shelfChunks(0), to: prefixes.shelfChunks(head.rev + 1) })
  for (const { sk } of chunks) {
    if (String(sk).startsWith(own)) continue
    await at.document.send(new DeleteCommand({ TableName: at.table, Key: { pk, sk: String(sk) } }))
  }
}

/** Adds entries to the pack of a shelf; false when somebody else has packed it meanwhile. */
async function packOnto(at: At, shelf: string, entries: readonly ShelfEntry[]): Promise<boolean> {
  const before = await packHead(at, shelf)
  const old = before === undefined ? [] : await readChunks(at, shelf, before)
  if (old === undefined) return false
  if (!(await writePack(at, shelf, before?.rev ?? 0, newest(old, entries)))) return false
  await dropChunks(at, shelf, (before?.rev ?? 0) + 1)
  return true
}

/**
 * Packs a shelf: new chunks first, then the head that names them, then what was packed is cleared, each entry only if it
 * is still the one that was packed. A crash at any point leaves everything readable, and the next run tidies up.
 */
export async function packShelf(at: At, shelf: string, atLeast: number): Promise<number> {
  const loose = await looseAlone(at, shelf)
  const before = await packHead(at, shelf)
  // A pack of an earlier version has no rows yet, or has them in another format.
  const isOld = before !== undefined && !isUpToDate(before)
  if (loose.length < atLeast && !isOld) return 0
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
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const chunks = inChunks(sorted)
  for (const [no, text] of chunks.entries()) {
    const Item = { ...keys.shelfChunk(shelf, { rev, made, no }), packed: await packed(text) }
    await at.document.send(new PutCommand({ TableName: at.table, Item }))
  }
  const rows = await putRows(at, { shelf, rev, made }, sorted)
  return putHead(at, shelf, { rev, made, chunks: chunks.length, rows })
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
  for (let first = 0; first < entries.length; first += WRITES_AT_ONCE) {
    await Promise.all(entries.slice(first, first + WRITES_AT_ONCE).map(remove))
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
