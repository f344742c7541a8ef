import { expect, test } from 'vitest'

import { unpacked } from '#channels/domain/mail/tnef'

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u16 = (value: number) => u32(value).subarray(0, 2)
const attribute = (kind: number, says: Uint8Array) =>
  Buffer.concat([Buffer.of(2), u32(kind), u32(says.length), says, u16(0)])
const wide = Buffer.from('Договор № 5.docx\0', 'utf16le')
const padded = Buffer.concat([wide, Buffer.alloc((4 - (wide.length % 4)) % 4)])
/** Two properties: one with a name of its own and a number, then the long name of the file. */
const properties = Buffer.concat([
  u32(2),
  Buffer.concat([u16(3), u16(0x8001), Buffer.alloc(16), u32(0), u32(7), u32(42)]),
  Buffer.concat([u16(0x1f), u16(0x3707), u32(1), u32(wide.length), padded]),
])
const pack = Buffer.concat([
  u32(0x22_3e_9f_78),
  u16(1),
  attribute(0x0006_9007, Buffer.concat([u32(1251), u32(0)])),
  attribute(0x0006_9002, Buffer.alloc(14)),
  attribute(0x0001_8010, Buffer.from('ДОГОВО~1.DOC\0', 'latin1')),
  attribute(0x0006_800f, Buffer.from('words')),
  attribute(0x0006_9005, properties),
  attribute(0x0006_9002, Buffer.alloc(14)),
  attribute(0x0001_8010, Buffer.from([0xd1, 0xf7, 0xb8, 0xf2, 0x2e, 0x74, 0x78, 0x74, 0])),
  attribute(0x0006_800f, Buffer.from('one')),
])
const named = (bytes: Uint8Array) => unpacked(bytes).map((one) => [one.name, Buffer.from(one.bytes).toString()])

test('files that Outlook has packed come out with their long names, else with their short ones in their own alphabet', () => {
  expect(named(pack)).toEqual([
    ['Договор № 5.docx', 'words'],
    ['Счёт.txt', 'one'],
  ])
})

test('a pack that was broken off anywhere gives what is whole of it, and nothing that is none gives anything', () => {
  for (let length = 0; length < pack.length; length += 1)
    expect(named(pack.subarray(0, length)).length).toBeLessThanOrEqual(2)
  expect(unpacked(Buffer.from('no pack at all'))).toEqual([])
})
