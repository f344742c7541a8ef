import type { Page } from '#ports/page'

/** Reads one page of a list: so many rows at most, from where the page before ended. */
export type ReadPage<T> = (page: { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>

/** The pages of a list one after another, each read when it is asked for: whoever has found what they want reads no more. */
export async function* pagesOf<T>(limit: number, read: ReadPage<T>): AsyncGenerator<readonly T[]> {
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page: Page<T> = await read({ limit, ...(cursor === undefined ? {} : { cursor }) })
    yield page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** All rows of a list. */
export async function everyPage<T>(limit: number, read: ReadPage<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const items of pagesOf(limit, read)) found.push(...items)
  return found
}

/** Gives all rows of a list to somebody, page by page: the next is read when the one before has been taken. */
export async function eachPage<T>(
  limit: number,
  read: ReadPage<T>,
  take: (items: readonly T[]) => void | Promise<void>,
): Promise<void> {
  for await (const items of pagesOf(limit, read)) await take(items)
}
