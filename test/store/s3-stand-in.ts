import { createHash, createHmac } from 'node:crypto'

/** What is known to the stand-in as it is to AWS. */
type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string }

/**
 * A bucket that answers what S3 documents, and refuses every signature it does not come to itself by the published steps of
 * Signature Version 4, worked out here anew.
 */
export function s3StandIn(keys: Keys, nowMs: () => number): typeof fetch {
  const objects = new Map<string, Uint8Array>()
  return async (input, init = {}) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const sent = new Uint8Array(await request.arrayBuffer())
    // What a client sends by itself and nobody can leave out.
    const headers = new Headers(request.headers)
    headers.set('host', url.host)
    headers.set('content-length', String(sent.length))
    if (!isSigned(request.method, url, headers, keys, nowMs())) return new Response('<Error/>', { status: 403 })
    const key = decodeURIComponent(url.pathname.slice(1))
    if (request.method === 'DELETE') {
      objects.delete(key)
      return new Response(null, { status: 204 })
    }
    if (request.method === 'PUT') return put(objects, key, sent, headers)
    const found = objects.get(key)
    return found === undefined ? new Response('<Error/>', { status: 404 }) : get(found, headers, url.searchParams)
  }
}

function put(objects: Map<string, Uint8Array>, key: string, sent: Uint8Array, headers: Headers): Response {
  const from = headers.get('x-amz-copy-source')
  if (from !== null) {
    const source = objects.get(from.split('/').slice(2).join('/'))
    if (source === undefined) return new Response('<Error/>', { status: 404 })
    objects.set(key, source)
    return new Response('<CopyObjectResult/>')
  }
  const wanted = headers.get('x-amz-checksum-sha256')
  if (wanted !== null && createHash('sha256').update(sent).digest('base64') !== wanted) {
    return new Response('<Error><Code>BadDigest</Code></Error>', { status: 400 })
  }
  objects.set(key, sent)
  return new Response(null)
}

function get(found: Uint8Array, headers: Headers, query: URLSearchParams): Response {
  const said = new Headers()
  for (const name of ['content-disposition', 'content-type', 'cache-control']) {
    const value = query.get(`response-${name}`)
    if (value !== null) said.set(name, value)
  }
  const range = /^bytes=0-(\d+)$/.exec(headers.get('range') ?? '')
  if (range === null) return new Response(found.slice(), { headers: said })
  const part = found.slice(0, Number(range[1]) + 1)
  said.set('content-range', `bytes 0-${part.length - 1}/${found.length}`)
  return new Response(part, { status: 206, headers: said })
}

function isSigned(method: string, url: URL, headers: Headers, keys: Keys, nowMs: number): boolean {
  const inHeader = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(headers.get('authorization') ?? '')
  const query = new URLSearchParams(url.search)
  const [credential, names, signature] =
    inHeader === null
      ? ['X-Amz-Credential', 'X-Amz-SignedHeaders', 'X-Amz-Signature'].map((name) => query.get(name) ?? '')
      : inHeader.slice(1)
  const at = (inHeader === null ? query.get('X-Amz-Date') : headers.get('x-amz-date')) ?? ''
  const life = Number(query.get('X-Amz-Expires') ?? 900) * 1000
  const madeMs = Date.parse(at.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(nowMs < madeMs + life)) return false
  const unsigned = [...headers.keys()].filter((name) => name.startsWith('x-amz-') && !names?.split(';').includes(name))
  // S3 takes no header of its own kind that is not part of the signature.
  if (unsigned.length > 0) return false
  query.delete('X-Amz-Signature')
  const canonical = [
    method,
    url.pathname,
    [...query]
      .map(([name, value]) => `${strictly(name)}=${strictly(value)}`)
      .toSorted()
      .join('&'),
    ...(names ?? '').split(';').map((name) => `${name}:${headers.get(name)}`),
    '',
    names,
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const scope = (credential ?? '').split('/').slice(1)
  const text = ['AWS4-HMAC-SHA256', at, scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  )
  const key = scope.reduce<Buffer | string>((one, part) => hmac(one, part), `AWS4${keys.secretAccessKey}`)
  return hmac(key, text).toString('hex') === signature && credential?.startsWith(`${keys.accessKeyId}/`) === true
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function strictly(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.codePointAt(0)?.toString(16).toUpperCase()}`)
}
