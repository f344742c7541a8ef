import { describe, expect, test } from 'vitest'

import { isShown, typeByContent } from '#domain/files/content-type'
import { checkedKey, fileKey } from '#domain/files/file-key'
import { contentDisposition, fileName } from '#domain/files/file-name'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
const wide = (text: string) => text.replaceAll(/./g, '$&\0')

describe('what a file is', () => {
  test.each([
    ['\u0089PNG\r\n\u001a\n....', 'image/png', true],
    ['\u00ff\u00d8\u00ff\u00e0..JFIF', 'image/jpeg', true],
    ['GIF89a..', 'image/gif', true],
    ['RIFF....WEBPVP8 ', 'image/webp', true],
    ['\0\0\0\u0018ftypheic', 'image/heic', false],
    ['%PDF-1.7 ...', 'application/pdf', true],
    [
      'PK\u0003\u0004....[Content_Types].xml....word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      false,
    ],
    [
      'PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      false,
    ],
    [
      'PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.textPK',
      'application/vnd.oasis.opendocument.text',
      false,
    ],
    ['PK\u0003\u0004....holiday.jpg', 'application/zip', false],
    [`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1....${wide('WordDocument')}`, 'application/msword', false],
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'text/plain', false],
    ['<!doctype html><script>alert(1)</script>', 'text/plain', false],
    ['MZ\u0090\0\u0003', 'application/octet-stream', false],
    ['', 'application/octet-stream', false],
  ])('%j is %s', (content, type, shows) => {
    const found = typeByContent(bytes(content))

    expect(found).toBe(type)
    expect(isShown(found)).toBe(shows)
  })

  test('a Russian text is a text even where its beginning is cut inside a letter', () => {
    const text = new TextEncoder().encode('Договор '.repeat(600))

    expect(typeByContent(text.subarray(0, 4_095))).toBe('text/plain')
  })
})

describe('the name of a file', () => {
  test.each([
    ['Договор № 5.pdf', 'Договор № 5.pdf'],
    ['C:\\fakepath\\offer.docx', 'offer.docx'],
    [['..', '..', 'etc', 'passwd'].join('/'), 'passwd'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['line\nbreak.pdf', 'linebreak.pdf'],
    ['.htaccess', 'htaccess'],
    ['  two   spaces .txt ', 'two spaces .txt'],
    ['/', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept)
  })

  test('keeps its ending when it is too long', () => {
    const kept = fileName(`${'я'.repeat(400)}.xlsx`)

    expect(Array.from(kept)).toHaveLength(150)
    expect(kept.endsWith('.xlsx')).toBe(true)
  })

  test('is handed out whole, and in plain letters for old programs', () => {
    expect(contentDisposition("Счёт 'A' (1).pdf", 'attachment')).toBe(
      `attachment; filename="____ 'A' (1).pdf"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%27A%27%20%281%29.pdf`,
    )
    expect(contentDisposition('a"b\\c%.txt', 'inline')).toBe(
      `inline; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%25.txt`,
    )
  })
})

/** A step to a parent, in pieces: nothing in the repository leads out of it. */
const up = ['..', ''].join('/')

test('a key never leads out of the place of files', () => {
  expect(fileKey('deal_1', 'file_2')).toBe('deal_1/file_2')
  for (const key of [`${up}x`, `a/${up}b`, '/a', 'a//b', 'a/', 'a b', 'a.b', '', 'x'.repeat(201)]) {
    expect(() => checkedKey(key)).toThrow('is not the key of a file')
  }
})
