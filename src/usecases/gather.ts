import type { Page } from '#ports/page'

/** Gives one page of a list, from where the last one ended. */
export type Source<T> = (limit: number, cursor: string | undefined) => Promise<Page<T>>

const mostReads = 20

/**
 * One page out of several lists, one after the other, with only the rows that are kept. Nothing is skipped and nothing
 * comes twice. A page may be short, even empty, with a cursor: reads are bounded however few rows are kept.
 */
export async function gather<T>(
  sources: readonly Source<T>[],
  keep: (row: T) => boolean,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<{ readonly items: T[]; readonly cursor?: string }> {
  const items: T[] = []
  let at = positionOf(page.cursor)
  for (let reads = 0; reads < mostReads; reads += 1) {
    const source = sources[at.source]
    if (source === undefined) return { items }
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const read = await source(page.limit - items.length, at.cursor)
    items.push(...read.items.filter(keep))
    at = read.cursor === undefined ? { source: at.source + 1, cursor: undefined } : { ...at, cursor: read.cursor }
    if (items.length >= page.limit) break
  }
  return at.source >= sources.length ? { items } : { items, cursor: `${at.source}:${at.cursor ?? ''}` }
}

function positionOf(cursor: string | undefined): { readonly source: number; readonly cursor: string | undefined } {
  if (cursor === undefined) return { source: 0, cursor: undefined }
  const colon = cursor.indexOf(':')
  const inner = cursor.slice(colon + 1)
  return { source: Number(cursor.slice(0, colon)), cursor: inner === '' ? undefined : inner }
}
