import { unread, Unreadable, type Asked } from '#channels/adapter'

import { mediaOf, multipart, multipartFiles, strictly, urlEncoded } from './read-body'

/** What of a request is kept. */
export type RawRequest = {
  readonly method: string
  readonly tail: string
  /** What stands behind the question mark. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The network address it was sent from. */
  readonly from?: string
}

/** A request as an adapter is asked about it. */
export function askedOf({ query, ...raw }: RawRequest): Asked {
  const media = mediaOf(raw.headers['content-type'])
  const text = (): string => {
    const read = strictly(raw.body, media.charset)
    if (read === undefined) throw unread('unread_alphabet')
    return read
  }
  const pairs = [...urlEncoded(new TextEncoder().encode(query)), ...fieldsOf(raw.body, media)]
  return {
    ...raw,
    fields: new Map(pairs),
    pairs,
    files: () =>
      media.type === 'multipart/form-data' && media.boundary !== undefined
        ? multipartFiles(raw.body, media.boundary, media.charset)
        : [],
    text,
    json: () => {
      try {
        return JSON.parse(text()) as unknown
      } catch (error) {
        if (error instanceof Unreadable) throw error
        throw unread('unread_json', { name: '' })
      }
    },
  }
}

function fieldsOf(body: Uint8Array, media: ReturnType<typeof mediaOf>): ReturnType<typeof urlEncoded> {
  if (media.type === 'application/x-www-form-urlencoded') return urlEncoded(body, media.charset)
  if (media.type === 'multipart/form-data' && media.boundary !== undefined)
    return multipart(body, media.boundary, media.charset)
  return []
}
