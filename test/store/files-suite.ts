import { createHash } from 'node:crypto'

import { beforeEach, expect, test } from 'vitest'

import type { Files, PutAddress } from '#ports/files'

/** A place for files, and what the world outside does with its addresses. */
export type FilesPlace = {
  readonly files: Files
  /** Sends bytes to an address; whether they were taken. */
  readonly send: (address: PutAddress, bytes: Uint8Array) => Promise<boolean>
  /** Reads an address: the bytes and how they are handed out; undefined where it is refused. */
  readonly read: (url: string) => Promise<{ bytes: Uint8Array; disposition: string; type: string } | undefined>
  readonly pass: (ms: number) => void
}

const minute = 60_000
const bytesOf = (text: string) => new TextEncoder().encode(text)
const factsOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const pdf = bytesOf('%PDF-1.7 an offer')
const handing = { name: 'Договор.pdf', type: 'application/pdf', as: 'inline' } as const

/** What every place for files promises, whatever it is made of. */
export function filesSuite(open: () => Promise<FilesPlace>): void {
  let place: FilesPlace
  let files: Files
  beforeEach(async () => {
    place = await open()
    ;({ files } = place)
  })

  test('takes what was declared, says what it is, and hands it out under its name', async () => {
    const address = await files.putAddress('deal_1/file_1', factsOf(pdf))

    expect(await files.keep('deal_1/file_1')).toBeUndefined()
    expect(await files.sent('deal_1/file_1')).toBeUndefined()
    expect(await place.send(address, pdf)).toBe(true)
    expect(await files.sent('deal_1/file_1')).toEqual(pdf)
    expect(await files.get('deal_1/file_1')).toBeUndefined()
    expect(await files.keep('deal_1/file_1')).toEqual({ size: pdf.length, type: 'application/pdf' })
    expect(await files.keep('deal_1/file_1')).toEqual({ size: pdf.length, type: 'application/pdf' })
    expect(await files.get('deal_1/file_1')).toEqual(pdf)
    const { url } = await files.readAddress('deal_1/file_1', handing)
    expect(await place.read(url)).toEqual({
      bytes: pdf,
      type: 'application/pdf',
      disposition: `inline; filename="_______.pdf"; filename*=UTF-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf`,
    })
  })

  test('takes nothing that differs in size or content, and nothing is left of it', async () => {
    const address = await files.putAddress('deal_1/file_1', factsOf(pdf))

    expect(await place.send(address, bytesOf('%PDF-1.7 an offeR'))).toBe(false)
    expect(await place.send(address, bytesOf('%PDF-1.7 a longer offer than that'))).toBe(false)
    expect(await place.send(address, bytesOf('%PDF'))).toBe(false)
    expect(await files.keep('deal_1/file_1')).toBeUndefined()
  })

  test('takes bytes for a quarter of an hour and hands them out for a minute', async () => {
    const address = await files.putAddress('deal_1/file_1', factsOf(pdf))
    await files.put('deal_1/file_2', pdf)
    const { url } = await files.readAddress('deal_1/file_2', handing)

    place.pass(minute - 1)
    expect((await place.read(url))?.bytes).toEqual(pdf)
    place.pass(1)
    expect(await place.read(url)).toBeUndefined()
    place.pass(14 * minute - 1)
    expect(await place.send(address, pdf)).toBe(true)
    place.pass(1)
    expect(await place.send(address, pdf)).toBe(false)
  })

  test('shows by itself only what is harmless, whatever was asked', async () => {
    await files.put('deal_1/file_1', bytesOf('<script>alert(1)</script>'))
    const { url } = await files.readAddress('deal_1/file_1', { name: 'page.html', type: 'text/plain', as: 'inline' })

    expect((await place.read(url))?.disposition).toMatch(/^attachment; /)
  })

  test('knows the hash of what it was given itself, and nothing of what was taken away', async () => {
    expect(await files.put('company/rules', pdf)).toEqual({ ...factsOf(pdf), type: 'application/pdf' })
    await files.remove('company/rules')
    await files.remove('company/rules')

    expect(await files.get('company/rules')).toBeUndefined()
    expect(await files.keep('company/rules')).toBeUndefined()
    const { url } = await files.readAddress('company/rules', handing)
    expect(await place.read(url)).toBeUndefined()
  })

  test('writes no key that leads elsewhere', async () => {
    const elsewhere = ['..', 'secret'].join('/')
    await expect(files.put(elsewhere, pdf)).rejects.toThrow('is not the key of a file')
    await expect(files.get(elsewhere)).rejects.toThrow('is not the key of a file')
  })
}
