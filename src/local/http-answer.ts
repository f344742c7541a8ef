/** An answer read to its end. */
export type LocalAnswer = {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Buffer
}

/** What has arrived of an answer so far. */
export type Arriving = { readonly add: (chunk: Buffer) => LocalAnswer | undefined }

type Head = { readonly statusCode: number; readonly headers: Record<string, string>; readonly length: number }

/** Puts an HTTP/1.1 answer together from the pieces it arrives in; gives it when it is whole. */
export function arriving(): Arriving {
  let bytes: Buffer | undefined
  let head: Head | undefined
  return {
    add: (chunk) => {
      bytes = bytes === undefined ? chunk : Buffer.concat([bytes, chunk])
      head ??= headIn(bytes)
      if (head === undefined) return undefined
      const { statusCode, headers, length } = head
      const body = bodyIn(bytes, length, headers)
      return body === undefined ? undefined : { statusCode, headers, body }
    },
  }
}

function headIn(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  const statusCode = Number(first.split(' ', 2)[1])
  if (!first.startsWith('HTTP/1.') || !(statusCode >= 200))
    throw new Error(`This is not an answer: ${first.slice(0, 80)}`)
  return { statusCode, headers, length: end + 4 }
}

function bodyIn(bytes: Buffer, from: number, headers: Readonly<Record<string, string>>): Buffer | undefined {
  if (headers['transfer-encoding'] === 'chunked') return chunksIn(bytes, from)
  const length = Number(headers['content-length'])
  if (!(length >= 0)) throw new Error('The answer does not say how long it is.')
  return bytes.length < from + length ? undefined : bytes.subarray(from, from + length)
}

function chunksIn(bytes: Buffer, from: number): Buffer | undefined {
  const chunks: Buffer[] = []
  for (let at = from; ;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (!(size >= 0)) throw new Error('The answer came in pieces that do not say how long they are.')
    if (bytes.length < next) return undefined
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}
