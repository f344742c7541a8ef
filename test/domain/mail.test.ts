import { expect, test } from 'vitest'

import { mailText } from '#domain/kernel/mail'

test.each([
  ['Anna@Aurora.Example', 'anna@aurora.example'],
  [' anna@aurora.example ', 'anna@aurora.example'],
  ['Anna Orlova <Anna@aurora.example>', 'anna@aurora.example'],
  ['mailto:anna@aurora.example', 'anna@aurora.example'],
  ['anna+shop@gmail.com', 'anna+shop@gmail.com'],
  ['a.nna@gmail.com', 'a.nna@gmail.com'],
  ['Продажи@Ромашка.РФ', 'продажи@xn--80aa3agjl3d.xn--p1ai'],
  ['anna@aurora.example.', 'anna@aurora.example'],
])('%s is compared as %s', (written, text) => {
  expect(mailText(written)).toBe(text)
})

test.each([
  '',
  '-',
  'нет',
  'anna',
  'anna@',
  '@aurora.example',
  'anna@aurora',
  'anna orlova@aurora.example',
  'a@b@c.example',
  'a@1.2.3.4',
])('“%s” is no address', (written) => expect(mailText(written)).toBeUndefined())
