import { createHash } from 'node:crypto'

import { Sha256Node } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'

import { isShown, tellingBytes, typeByContent } from '#domain/files/content-type'
import { checkedKey } from '#domain/files/file-key'
import { putForSec, readForSec } from '#domain/files/file-limits'
import { contentDisposition } from '#domain/files/file-name'
import { askedThrice } from '#store/asked-thrice'
import type { FileFacts, Files } from '#ports/files'
import { bucketHost, incomingPrefix } from './bucket'

/** The bucket, and with what it is asked. */
export type S3Access = {
  readonly bucket: string
  readonly region: string
  readonly credentials: () => Promise<Credentials>
  readonly now?: () => Date
  readonly fetch?: typeof fetch
}
type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }

type Asked = {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly key: string
  readonly query?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array
}

/**
 * Files in a bucket of S3. Six kinds of requests are made of it, signed by AWS's own signer: its whole client would be 400 kB
 * for whoever reads an address. Size and hash are part of the signature, so S3 takes nothing else than what was declared.
 */
export function s3Files(access: S3Access): Files {
  const bucket = bucketOf(access)
  return {
    putAddress: async (key, { size, sha256 }) => {
      const checksum = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') }
      const asked: Asked = {
        method: 'PUT',
        key: `${incomingPrefix}${checkedKey(key)}`,
        headers: { ...checksum, 'content-length': String(size) },
      }
      return { ...(await bucket.presigned(asked, putForSec)), headers: checksum }
    },
    keep: async (key) => {
      const came = await aboutObject(bucket, `${incomingPrefix}${checkedKey(key)}`)
      if (came === undefined) return aboutObject(bucket, key)
      await copy(bucket, `${incomingPrefix}${key}`, key)
      return came
    },
    sent: async (key) => bytesAt(bucket, `${incomingPrefix}${checkedKey(key)}`),
    put: (key, bytes) => putNow(bucket, key, bytes),
    readAddress: (key, { name, type, as }) => {
      const query = {
        'response-content-disposition': contentDisposition(name, as === 'inline' && isShown(type) ? as : 'attachment'),
        'response-content-type': type,
        'response-cache-control': 'private, no-store',
      }
      return bucket.presigned({ method: 'GET', key: checkedKey(key), query }, readForSec)
    },
    get: async (key) => bytesAt(bucket, checkedKey(key)),
    remove: async (key) => {
      await bucket.ask({ method: 'DELETE', key: checkedKey(key) })
    },
  }
}

/** How a bucket is asked, and how addresses of it are signed. */
function bucketOf(access: S3Access) {
  const { bucket, region, credentials, now = () => new Date(), fetch: send = fetch } = access
  const host = bucketHost(bucket, region)
  const signer = new SignatureV4({ service: 's3', region, credentials, sha256: Sha256Node, uriEscapePath: false })
  /** Undefined where there is no such object; throws where S3 says no or cannot be reached three times in a row. */
  const ask = async (asked: Asked): Promise<Response | undefined> => {
    const { path, query, headers } = await signer.sign(requestOf(host, asked), { signingDate: now() })
    const { host: _host, ...sent } = headers
    const body = asked.body === undefined ? {} : { body: asked.body.slice() }
    const answer = await askedThrice(s3, () =>
      send(addressOf(host, path, query), { method: asked.method, headers: sent, ...body }),
    )
    if (answer.status === 404) return undefined
    if (!answer.ok) throw new Error(`S3 answered ${answer.status} to ${asked.method} of ${asked.key}.`)
    return answer
  }
  const presigned = async (asked: Asked, expiresIn: number) => {
    const signingDate = now()
    const how = { expiresIn, signingDate, unhoistableHeaders: new Set(['x-amz-checksum-sha256']) }
    const { path, query } = await signer.presign(requestOf(host, asked), how)
    const expiresAt = new Date(signingDate.getTime() + expiresIn * 1000).toISOString()
    return { url: addressOf(host, path, query), expiresAt }
  }
  return { name: bucket, ask, presigned }
}
type S3Bucket = ReturnType<typeof bucketOf>

function requestOf(host: string, { method, key, query = {}, headers = {} }: Asked) {
  return {
    method,
    protocol: 'https:',
    hostname: host,
    path: `/${key}`,
    query,
    headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...headers },
  }
}

async function bytesAt({ ask }: S3Bucket, key: string): Promise<Uint8Array | undefined> {
  const answer = await ask({ method: 'GET', key })
  return answer === undefined ? undefined : new Uint8Array(await answer.arrayBuffer())
}

/** Size and type of an object, by its first bytes. */
async function aboutObject({ ask }: S3Bucket, key: string): Promise<Pick<FileFacts, 'size' | 'type'> | undefined> {
  const answer = await ask({ method: 'GET', key, headers: { range: `bytes=0-${tellingBytes - 1}` } })
  if (answer === undefined) return undefined
  const size = Number(answer.headers.get('content-range')?.split('/')[1] ?? answer.headers.get('content-length'))
  return { size, type: typeByContent(new Uint8Array(await answer.arrayBuffer())) }
}

async function copy({ name, ask }: S3Bucket, from: string, to: string): Promise<void> {
  const answer = await ask({ method: 'PUT', key: to, headers: { 'x-amz-copy-source': `/${name}/${from}` } })
  // S3 begins to answer before it has copied, so a failure may come with 200.
  const said = (await answer?.text()) ?? ''
  if (!said.includes('<CopyObjectResult')) throw new Error(`S3 did not copy ${from}.`)
}

async function putNow({ ask }: S3Bucket, key: string, bytes: Uint8Array): Promise<FileFacts> {
  const hash = createHash('sha256').update(bytes).digest()
  const headers = { 'x-amz-checksum-sha256': hash.toString('base64') }
  await ask({ method: 'PUT', key: checkedKey(key), headers, body: bytes })
  const type = typeByContent(bytes.subarray(0, tellingBytes))
  return { size: bytes.length, type, sha256: hash.toString('hex') }
}

const s3 = {
  name: 'S3',
  mayPass: async ({ status }: Response) => (status < 500 ? undefined : `S3 answered ${status}.`),
}

function addressOf(host: string, path: string, query: Readonly<Record<string, unknown>> = {}): string {
  // As S3 reads what was signed: a space is %20, never a plus.
  const encoded = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.codePointAt(0)?.toString(16).toUpperCase()}`)
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
  return `https://${host}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}
