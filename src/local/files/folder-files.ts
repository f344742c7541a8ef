import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import { isShown, tellingBytes, typeByContent } from '#domain/files/content-type'
import { contentDisposition } from '#domain/files/file-name'
import { putForSec, readForSec, unkeptForSec } from '#domain/files/file-limits'
import type { Files } from '#ports/files'
import { folderOf, type Folder } from './folder'

/** Where the addresses of files begin. */
export const filesPath = '/files/'

/** Files in a data folder, and what answers at their addresses. */
export type FolderFiles = { readonly files: Files; readonly answer: (request: Request) => Promise<Response> }

type Parts = { readonly folder: Folder; readonly secret: string; readonly nowMs: () => number }

/**
 * Files in a folder of this machine. Their addresses are signed with a secret of the data folder: whoever has one needs
 * nothing else, as with an address of S3, and nobody can change what it says.
 */
export function folderFiles(
  dataDir: string,
  { secret, nowMs = Date.now }: { readonly secret: string; readonly nowMs?: () => number },
): FolderFiles {
  const parts = { folder: folderOf(dataDir), secret, nowMs }
  const { folder } = parts
  const address = (key: string, says: Readonly<Record<string, string>>, seconds: number) => {
    const untilMs = nowMs() + seconds * 1000
    return { url: signed(secret, key, { ...says, until: String(untilMs) }), expiresAt: new Date(untilMs).toISOString() }
  }
  const files: Files = {
    putAddress: async (key, { size, sha256 }) => {
      await folder.forget(nowMs() - unkeptForSec * 1000)
      return { ...address(key, { for: 'put', size: String(size), sha256 }, putForSec), headers: {} }
    },
    keep: async (key) => {
      await folder.keep(key)
      const bytes = await folder.read(key)
      return bytes === undefined ? undefined : { size: bytes.length, type: typeOf(bytes) }
    },
    sent: folder.readSent,
    put: async (key, bytes) => {
      await folder.write('kept', key, bytes)
      return { size: bytes.length, type: typeOf(bytes), sha256: hashOf(bytes) }
    },
    readAddress: async (key, { name, type, as }) => address(key, { for: 'read', name, type, as }, readForSec),
    get: folder.read,
    remove: folder.remove,
  }
  return { files, answer: (request) => answer(request, parts) }
}

function signed(secret: string, key: string, says: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(says)
  query.sort()
  query.set('signature', signature(secret, key, query))
  return `${filesPath}${key}?${query.toString()}`
}

function signature(secret: string, key: string, query: URLSearchParams): string {
  return createHmac('sha256', secret).update(`${key}\n${query.toString()}`).digest('base64url')
}

/** Takes or hands out the bytes of an address that was signed here and whose time is not over. */
async function answer(request: Request, { folder, secret, nowMs }: Parts): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const key = pathname.slice(filesPath.length)
  const given = Buffer.from(searchParams.get('signature') ?? '')
  searchParams.delete('signature')
  searchParams.sort()
  const wanted = Buffer.from(signature(secret, key, searchParams))
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!isOurs || Number(searchParams.get('until')) <= nowMs()) return refused(403)
  const purpose = searchParams.get('for')
  if (request.method === 'PUT' && purpose === 'put') return take(request, folder, key, searchParams)
  if (request.method !== 'GET' || purpose !== 'read') return refused(405)
  const bytes = await folder.read(key)
  return bytes === undefined ? refused(404) : handedOut(bytes, searchParams)
}

async function take(request: Request, folder: Folder, key: string, says: URLSearchParams): Promise<Response> {
  const size = Number(says.get('size'))
  const bytes = await readAtMost(request, size)
  if (bytes?.length !== size || hashOf(bytes) !== says.get('sha256')) return refused(400)
  await folder.write('incoming', key, bytes)
  return new Response(null, { status: 200 })
}

/** The body, unless it is longer than so many bytes: nobody fills the memory of this machine. */
async function readAtMost({ body }: Request, size: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let read = 0
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    read += piece.length
    if (read > size) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function handedOut(bytes: Uint8Array, says: URLSearchParams): Response {
  const type = says.get('type') ?? 'application/octet-stream'
  const as = says.get('as') === 'inline' && isShown(type) ? 'inline' : 'attachment'
  return new Response(bytes.slice(), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition(says.get('name') ?? 'file', as),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      // A browser's own viewer of PDF does not work in a sandbox; it runs nothing of ours.
      'content-security-policy': type === 'application/pdf' ? "frame-ancestors 'none'" : "default-src 'none'; sandbox",
    },
  })
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}

function typeOf(bytes: Uint8Array): string {
  return typeByContent(bytes.subarray(0, tellingBytes))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
