/** A file that was packed into `winmail.dat`. */
export type PackedFile = { readonly name?: string; readonly bytes: Uint8Array }

/** More files are not looked for in one pack. */
const mostFiles = 50

/**
 * The files in a `winmail.dat` (TNEF) as Outlook packs them; none where it is none, and those before the fault where it is
 * broken off. Own code, because the library there is pulls a logger and a command line along.
 */
export function unpacked(bytes: Uint8Array): readonly PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 6 || view.getUint32(0, true) !== signature) return []
  const files: { name?: string; bytes?: Uint8Array }[] = []
  let alphabet = 'windows-1251'
  // Level (1), attribute (4), length (4), what it says, checksum (2).
  for (let at = 6; at + 9 <= bytes.length && files.length < mostFiles;) {
    const [kind, length] = [view.getUint32(at + 1, true), view.getUint32(at + 5, true)]
    const says = bytes.subarray(at + 9, at + 9 + length)
    if (says.length < length) break
    at += 9 + length + 2
    if (kind === attributes.alphabet && says.length >= 4)
      alphabet = alphabetOf(new DataView(says.buffer, says.byteOffset).getUint32(0, true))
    else if (kind === attributes.begins) files.push({})
    else if (kind === attributes.title || kind === attributes.data || kind === attributes.properties) {
      // Some programs leave the beginning out.
      const file = files.at(-1) ?? files[files.push({}) - 1] ?? {}
      if (kind === attributes.data) file.bytes = says
      const name = kind === attributes.title ? textOf(says, alphabet) : longName(says, alphabet)
      // The long name says more than the one of eight and three letters.
      if (kind !== attributes.data && name !== undefined) file.name = name
    }
  }
  return files.flatMap(({ name, bytes: own }) =>
    own === undefined ? [] : [{ bytes: own, ...(name === undefined || name === '' ? {} : { name }) }],
  )
}

const signature = 0x22_3e_9f_78

const attributes = {
  alphabet: 0x0006_9007,
  begins: 0x0006_9002,
  title: 0x0001_8010,
  data: 0x0006_800f,
  properties: 0x0006_9005,
} as const

function alphabetOf(page: number): string {
  const alphabet = page === 65_001 ? 'utf-8' : page === 866 ? 'ibm866' : page === 20_866 ? 'koi8-r' : `windows-${page}`
  try {
    return new TextDecoder(alphabet).encoding
  } catch {
    return 'windows-1251'
  }
}

function textOf(bytes: Uint8Array, alphabet: string): string {
  return new TextDecoder(alphabet).decode(bytes).replace(/\0[\s\S]*$/, '')
}

const longFileName = 0x3707

/** Sizes of values that say no size of their own, by their type; what is not here says its size. */
const sizes: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}

/** The long name among the properties of a file; undefined where they say none, or cannot be read. */
function longName(bytes: Uint8Array, alphabet: string): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let at = 4
    for (let left = view.getUint32(0, true); left > 0; left -= 1) {
      const property = propertyAt(view, at)
      at = property.next
      const { id, type, from, length } = property
      if (id === longFileName) return textOf(bytes.subarray(from, from + length), type === 0x1f ? 'utf-16le' : alphabet)
    }
  } catch {
    // It is broken off: the short name has to do.
  }
  return undefined
}

type Property = Readonly<Record<'id' | 'type' | 'from' | 'length' | 'next', number>>

/** One property: where its first value lies, and where the next one begins. Throws where there is none. */
function propertyAt(view: DataView, begin: number): Property {
  const [type, id] = [view.getUint16(begin, true), view.getUint16(begin + 2, true)]
  let at = begin + 4
  if (id >= 0x80_00) {
    // A property with a name of its own: whose, and a number or a text.
    const isText = view.getUint32(at + 16, true) === 1
    at += 20 + (isText ? 4 + padded(view.getUint32(at + 20, true)) : 4)
  }
  const size = sizes[type & 0x0f_ff]
  const saysCount = (type & 0x10_00) !== 0 || size === undefined
  const count = saysCount ? view.getUint32(at, true) : 1
  if (saysCount) at += 4
  const lengthAt = (place: number) => size ?? view.getUint32(place, true)
  const head = size === undefined ? 4 : 0
  const first = { from: at + head, length: count === 0 ? 0 : lengthAt(at) }
  for (let no = 0; no < count; no += 1) at += head + (size ?? padded(lengthAt(at)))
  return { id, type, ...first, next: at }
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
