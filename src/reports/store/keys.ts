import { padded, type Key, type KeyLine } from '#store/key'

/** What is kept for reports. */
export const keyLines = [
  {
    item: 'facts for reports',
    pk: 'D#{deal}',
    sk: 'J#',
    gsi2: 'not all of it packed: RS#loose, {deal}',
    question: 'what the deal brings to which shelf; what is not packed yet',
    personal: 'the name of a company, and what fields say',
  },
  {
    item: 'facts, loose by themselves',
    pk: 'RS#{shelf}',
    sk: 'E#{deal}',
    question: 'what happened in a month; what is open',
    personal: 'the name of a company that bought',
  },
  {
    item: 'facts, packed',
    pk: 'RS#{shelf}',
    sk: 'P, P#{rev}#{made}#{chunk}, P#{rev}#{made}#~{kind}#{chunk}',
    question: 'the same, many in one item: as texts, and in columns by kind, as reports read it',
    personal: 'the names of companies, and what fields say',
  },
  { item: 'export', pk: 'AU#', sk: '{at}#{id}', question: 'who took data out, the newest first' },
  {
    item: 'recomputed reports',
    pk: 'S#',
    sk: 'reports-reconciliation',
    question: 'what the last recomputation of the shelves found',
  },
] as const satisfies readonly KeyLine[]

/** The keys of what reports are made from. */
export const keys = {
  facts: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'J#' }),
  shelfEntry: (shelf: string, id: string): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfEntries}${id}`,
  }),
  shelfPack: (shelf: string): Key => ({ pk: partitions.shelf(shelf), sk: 'P' }),
  shelfChunk: (shelf: string, { rev, made, no }: { rev: number; made: string; no: number }): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfChunks(rev, made)}${padded(no)}`,
  }),
  shelfRows: (
    shelf: string,
    { rev, made, kind, no }: { rev: number; made: string; kind: string; no: number },
  ): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfChunks(rev, made)}~${kind}#${padded(no)}`,
  }),
  dataExport: (at: string, id: string): Key => ({ pk: partitions.exports(), sk: `${at}#${id}` }),
  reconciliation: (): Key => ({ pk: 'S#', sk: 'reports-reconciliation' }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  shelf: (name: string): string => `RS#${name}`,
  exports: (): string => 'AU#',
} as const

/** Deals of which something is not packed yet. The key does not change while that is so: keeping the index costs nothing. */
export const looseIndex = 'RS#loose'

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = {
  shelfEntries: 'E#',
  shelfChunks: (rev: number, made?: string): string => `P#${padded(rev)}#${made === undefined ? '' : `${made}#`}`,
} as const
