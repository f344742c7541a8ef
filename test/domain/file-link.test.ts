import { expect, test } from 'vitest'

import { oddSchemeIn } from '#domain/deals/file-link'

test.each([
  ['javascript:alert(1)', 'javascript'],
  ['JavaScript:alert(1)', 'javascript'],
  ['  java\tscript\n:alert(1)', 'javascript'],
  ['\u0001javascript:alert(1)', 'javascript'],
  ['data:text/html,x', 'data'],
  ['vbscript:x', 'vbscript'],
  ['file:secrets.txt', 'file'],
  ['ms-word:ofe|u|https://example.com/a.docx', 'ms-word'],
])('%j is no link that anybody should be handed', (value, scheme) => {
  expect(oddSchemeIn(value)).toBe(scheme)
})

test.each([
  'https://example.com/offer.pdf',
  'HTTP://example.com/offer.pdf',
  'offer.pdf',
  'КП: итоговое.pdf',
  'C:\\offers\\offer.pdf',
  'drive.example.com:8443/offer.pdf',
  'offers/2026/12.pdf',
  '12:30 offer.pdf',
])('%j is', (value) => {
  expect(oddSchemeIn(value)).toBeUndefined()
})
