/** A piece of a file may be so large, in bytes; it is what 1C is told. */
export const pieceBytes = 1_000_000
/** A whole file may be so large, and no archive may unpack to more. */
export const mostFileBytes = 20_000_000
/** A file comes in so many pieces at most. */
export const mostParts = 4_000
/** An item of the table holds 400 kB: a larger piece is kept as several. */
export const partBytes = 300_000

/** So much of the end of a file tells whether it is whole. */
export const tailBytes = 160

const rootEnd = '</КоммерческаяИнформация>'

/**
 * A name of a file as it is kept, whatever folders are written before it: the last part of it, letters and digits of the
 * Latin alphabet, points, dashes and underscores. Undefined where nothing of the kind is left.
 */
export function safeName(written: string): string | undefined {
  const last = written.split(/[\\/]/).at(-1) ?? ''
  const name = last
    .replaceAll(/[^A-Za-z0-9_.-]/g, '')
    .replace(/^\.+/, '')
    .slice(0, 100)
  return name === '' ? undefined : name
}

/** Whether a piece begins a file anew: 1C has given up in the middle and starts from the beginning. */
export function beginsAnew(piece: Uint8Array): boolean {
  const head = Buffer.from(piece.subarray(0, 16)).toString('latin1')
  return /^(?:\u00EF\u00BB\u00BF)?<\?xml/.test(head) || /^(?:\u00FF\u00FE<\0|\u00FE\u00FF\0<)/.test(head)
}

/** Whether something is an archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004'
}

/** Whether what ends so is a whole file: an archive with its directory, or a text whose outermost element is closed. */
export function isWhole(tail: Uint8Array): boolean {
  const end = Buffer.from(tail)
  const directory = end.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (directory !== -1 && end.length - directory === 22 + (end[directory + 20] ?? 0)) return true
  return ['utf-8', 'windows-1251', 'utf-16le', 'utf-16be'].some((encoding) => {
    const from = encoding.startsWith('utf-16') ? end.length % 2 : 0
    return new TextDecoder(encoding).decode(end.subarray(from)).trimEnd().endsWith(rootEnd)
  })
}

/** The end of a file after another piece of it. */
export function tailAfter(tail: Uint8Array, piece: Uint8Array): Uint8Array {
  const both = Buffer.concat([tail, piece.subarray(-tailBytes)])
  return both.subarray(-tailBytes)
}

/**
 * Pieces without those that came twice in a row: an answer that was lost makes 1C send the same again. Undefined where none
 * did. Each is `<id>:<items>:<hash>`.
 */
export function withoutRepeats(parts: readonly string[]): readonly string[] | undefined {
  const mark = (part: string) => part.slice(part.indexOf(':'))
  const once = parts.filter((part, no) => no === 0 || mark(part) !== mark(parts[no - 1] ?? ''))
  return once.length === parts.length ? undefined : once
}
