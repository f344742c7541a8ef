import { mkdtempSync, readdirSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { isShown } from '#domain/files/content-type'
import { contentDisposition } from '#domain/files/file-name'
import { memoryFiles } from '#memory/files'
import { s3Files } from '#store/files/s3-files'
import { folderFiles } from '#local/files/folder-files'
import { filesSuite, type FilesPlace } from './files-suite'
import { s3StandIn } from './s3-stand-in'

const start = Date.parse('2026-12-01T07:00:00.000Z')

function inMemory(): Promise<FilesPlace> {
  let ms = start
  const { files, send, read } = memoryFiles({ now: () => new Date(ms).toISOString() })
  return Promise.resolve({
    files,
    send: ({ url }, bytes) => send(url, bytes),
    read: async (url) => {
      const found = read(url)
      if (found === undefined) return undefined
      const { name, type, as } = found.handing
      return { bytes: found.bytes, type, disposition: contentDisposition(name, isShown(type) ? as : 'attachment') }
    },
    pass: (more) => {
      ms += more
    },
  })
}

function inAFolder(dataDir = mkdtempSync(join(tmpdir(), 'norma-files-'))) {
  let ms = start
  const { files, answer } = folderFiles(dataDir, { secret: 'a secret', nowMs: () => ms })
  const ask = (url: string, init?: RequestInit) => answer(new Request(new URL(url, 'http://127.0.0.1:4000'), init))
  const place: FilesPlace = { ...over(files, ask), pass: (more) => (ms += more) }
  return { place, ask, dataDir }
}

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }

function inABucket(): Promise<FilesPlace> {
  let ms = start
  const send = s3StandIn(keys, () => ms)
  const files = s3Files({
    bucket: 'files',
    region: 'eu-central-1',
    credentials: () => Promise.resolve(keys),
    now: () => new Date(ms),
    fetch: send,
  })
  return Promise.resolve({ ...over(files, send), pass: (more) => (ms += more) })
}

function over(files: FilesPlace['files'], ask: (url: string, init?: RequestInit) => Promise<Response>) {
  return {
    files,
    send: async ({ url, headers }: { url: string; headers: Readonly<Record<string, string>> }, bytes: Uint8Array) =>
      (await ask(url, { method: 'PUT', headers, body: bytes.slice() })).ok,
    read: async (url: string) => {
      const answer = await ask(url)
      if (!answer.ok) return undefined
      const [disposition, type] = ['content-disposition', 'content-type'].map((name) => answer.headers.get(name) ?? '')
      return { bytes: new Uint8Array(await answer.arrayBuffer()), disposition: disposition ?? '', type: type ?? '' }
    },
  }
}

describe('files in memory', () => filesSuite(inMemory))
describe('files in a folder', () => filesSuite(() => Promise.resolve(inAFolder().place)))
describe('files in a bucket', () => filesSuite(inABucket))

describe('the address of a file in a folder', () => {
  const bytes = new TextEncoder().encode('<p>hello</p>')

  test('is good for what it says and for nothing else', async () => {
    const { place, ask } = inAFolder()
    await place.files.put('deal_1/file_1', bytes)
    await place.files.put('deal_2/file_1', bytes)
    const { url } = await place.files.readAddress('deal_1/file_1', { name: 'a.txt', type: 'text/plain', as: 'inline' })

    expect((await ask(url)).status).toBe(200)
    for (const forged of [
      url.replace('deal_1', 'deal_2'),
      url.replace('text%2Fplain', 'text%2Fhtml'),
      url.replace(/until=\d+/, 'until=9999999999999'),
      url.replace(/&?signature=[^&]+/, ''),
      `${url}&as=attachment`,
    ]) {
      expect([forged === url, (await ask(forged)).status]).toEqual([false, 403])
    }
    expect((await ask(url, { method: 'PUT', body: 'x' })).status).toBe(405)
    expect((await ask(url, { method: 'DELETE' })).status).toBe(405)
  })

  test('lets nothing of a file run in the name of the product', async () => {
    const { place, ask } = inAFolder()
    await place.files.put('deal_1/file_1', bytes)
    const { url } = await place.files.readAddress('deal_1/file_1', { name: 'a.html', type: 'text/html', as: 'inline' })
    const { headers } = await ask(url)

    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  test('what nobody kept is gone after a day', async () => {
    const { place, dataDir } = inAFolder()
    const facts = { size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }
    await place.send(await place.files.putAddress('deal_1/file_1', facts), new TextEncoder().encode('abc'))
    const arrived = join(dataDir, 'files', 'incoming', 'deal_1')
    const day = 24 * 60 * 60

    utimesSync(join(arrived, 'file_1'), start / 1000 - day + 1, start / 1000 - day + 1)
    await place.files.putAddress('deal_1/file_2', facts)
    expect(readdirSync(arrived)).toEqual(['file_1'])
    utimesSync(join(arrived, 'file_1'), start / 1000 - day - 1, start / 1000 - day - 1)
    await place.files.putAddress('deal_1/file_2', facts)
    expect(readdirSync(arrived)).toEqual([])
  })
})

describe('files in a bucket', () => {
  test('have addresses whose signature covers size, hash and time', async () => {
    const files = s3Files({
      bucket: 'examplebucket',
      region: 'us-east-1',
      credentials: () => Promise.resolve({ ...keys, sessionToken: 'a token' }),
      now: () => new Date('2013-05-24T00:00:00Z'),
    })
    const { url } = await files.putAddress('deal_1/file_1', { size: 3, sha256: '00'.repeat(32) })
    const query = new URL(url).searchParams

    expect(new URL(url).host).toBe('examplebucket.s3.us-east-1.amazonaws.com')
    expect(query.get('X-Amz-Expires')).toBe('900')
    expect(query.get('X-Amz-Security-Token')).toBe('a token')
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;host;x-amz-checksum-sha256')
  })

  test('are asked for three times before it is said that S3 cannot be reached', async () => {
    let asked = 0
    const files = s3Files({
      bucket: 'files',
      region: 'eu-central-1',
      credentials: () => Promise.resolve(keys),
      fetch: async () => {
        asked += 1
        return new Response(null, { status: 503 })
      },
    })

    await expect(files.get('deal_1/file_1')).rejects.toThrow('S3 could not be reached three times in a row.')
    expect(asked).toBe(3)
  })

  test('a copy that fails after S3 began to answer is a fault', async () => {
    const files = s3Files({
      bucket: 'files',
      region: 'eu-central-1',
      credentials: () => Promise.resolve(keys),
      fetch: async (_url, init) =>
        init?.method === 'PUT' ? new Response('<Error><Code>InternalError</Code></Error>') : new Response('abc'),
    })

    await expect(files.keep('deal_1/file_1')).rejects.toThrow('S3 did not copy incoming/deal_1/file_1.')
  })
})
