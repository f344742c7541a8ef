import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { shelfNames } from '#reports/domain/facts'
import { factsOfMany, looseByShelf, looseDeals } from './kept-facts'
import { keys, partitions, prefixes } from './keys'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import type { ShelfEntry } from '#ports/reports'

type At = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>
/** How many chunks of each kind of row a pack has, and how they are written. */
export type RowsHead = { readonly format: number; readonly chunks: Readonly<Record<string, number>> }
/** Which chunks hold what was packed last; `rows` where the same was packed as rows too. */
export type PackHead = {
  readonly rev: number
  readonly made: string
  readonly chunks: number
  readonly rows?: RowsHead
}

const unpacked = promisify(gunzip)

/**
 * Reads shelves as texts: what is loose, then what is packed, of each id the newer. In that order, because packing writes
 * the pack before it clears what it packed: nothing is ever in neither place. A request for the deals with something
 * loose, one for each hundred of them, and three a shelf, two without a pack.
 */
export async function readShelves(at: At, shelves: readonly string[]): Promise<readonly (readonly ShelfEntry[])[]> {
  const loose = await looseOnShelves(at, shelves)
  return Promise.all(shelves.map(async (shelf, no) => newest(await packOf(at, shelf), loose[no] ?? [])))
}

/** What is loose on shelves: of deals, and what lies there by itself, which on shelves of listed deals nothing ever did. */
export async function looseOnShelves(at: At, shelves: readonly string[]): Promise<readonly (readonly ShelfEntry[])[]> {
  const ofDeals = async () => looseByShelf(await factsOfMany(at, await looseDeals(at)))
  const [byShelf, ...alone] = await Promise.all([
    ofDeals(),
    ...shelves.map((shelf) => (isListed(shelf) ? [] : looseAlone(at, shelf))),
  ])
  return shelves.map((shelf, no) => newestOf([...(alone[no] ?? []), ...(byShelf.get(shelf) ?? [])]))
}

const isListed = (shelf: string): boolean => shelf.startsWith(shelfNames.listed(''))

/** What lies on a shelf by itself: refused moves, and facts from before a deal had one item for all of its. */
export async function looseAlone(at: At, shelf: string): Promise<readonly ShelfEntry[]> {
  const items = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfEntries })
  return items.map((item) => ({
    id: String(item['sk']).slice(prefixes.shelfEntries.length),
    rev: Number(item['rev']),
    body: typeof item['body'] === 'string' ? item['body'] : null,
  }))
}

/** Of entries of one id the newer. */
function newestOf(entries: readonly ShelfEntry[]): readonly ShelfEntry[] {
  const byId = new Map<string, ShelfEntry>()
  for (const entry of entries) if ((byId.get(entry.id)?.rev ?? 0) <= entry.rev) byId.set(entry.id, entry)
  return byId.size === entries.length ? entries : [...byId.values()]
}

async function packOf(at: At, shelf: string): Promise<readonly ShelfEntry[]> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await packHead(at, shelf)
    const entries = head === undefined ? [] : await readChunks(at, shelf, head)
    if (entries !== undefined) return entries
    // Somebody has packed the shelf anew since its head was read: the old chunks are gone, the new head is there.
    if (attempt >= 5) throw new Error(`The shelf ${shelf} was packed ${attempt} times while it was read.`)
  }
}

/** Which pack a shelf has, if any. */
export async function packHead({ document, table }: At, shelf: string): Promise<PackHead | undefined> {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.shelfPack(shelf), ConsistentRead: true }),
  )
  if (Item === undefined) return undefined
  const rows = Item['rows'] as RowsHead | undefined
  const head = { rev: Number(Item['rev']), made: String(Item['made']), chunks: Number(Item['chunks']) }
  return rows === undefined ? head : { ...head, rows }
}

/** The texts of a pack; undefined when somebody has replaced it since its head was read. */
export async function readChunks(at: At, shelf: string, head: PackHead): Promise<readonly ShelfEntry[] | undefined> {
  // Chunks of texts have a number there, those of rows a name.
  const prefix = prefixes.shelfChunks(head.rev, head.made)
  const items = await queryAll(at, { pk: partitions.shelf(shelf), from: `${prefix}0`, to: `${prefix}:` })
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
    })
    from = to + 1
  }
  return entries
}

/** Of each id the newer; what brings nothing any more is left out. */
export function newest(pack: readonly ShelfEntry[], loose: readonly ShelfEntry[]): readonly ShelfEntry[] {
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
