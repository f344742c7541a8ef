import { isKnownLine } from './exchange-keys'
import type { StatementEncoding } from './statement'

/** A line of a file: its number from 1, and its text; `isGarbled` where some of its bytes are no letters. */
export type DecodedLine = { readonly no: number; readonly text: string; readonly isGarbled: boolean }

export type Decoded = { readonly encoding: StatementEncoding; readonly lines: Iterable<DecodedLine> }

type Span = { readonly from: number; readonly to: number }
type OneByte = 'windows-1251' | 'ibm866'

/** How much of a file is looked at to tell what its letters are. */
const enoughBytes = 200_000

/**
 * The lines of a bank's file, whatever they were written in: what its head declares is believed only where nothing else
 * tells. A line that reads as one of the format in another encoding than the rest is taken in that.
 */
export function decodeStatement(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { encoding: 'utf-16', lines: plain(new TextDecoder(wide).decode(bytes)) }
  const whole = asUtf8(bytes)
  if (whole !== undefined) return { encoding: 'utf-8', lines: plain(whole) }
  const encoding = likeliest(bytes.subarray(0, enoughBytes))
  return { encoding, lines: byLine(bytes, encoding) }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a = 1, b = 1] = bytes
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0) ? 'utf-16be' : undefined
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // There is no other way to ask whether bytes are UTF-8.
    return undefined
  }
}

/** The encoding in which most lines read as the format has them; what the head declares parts two that are alike. */
function likeliest(head: Uint8Array): 'utf-8' | OneByte {
  const counts = (['windows-1251', 'ibm866', 'utf-8'] as const).map((encoding) => {
    const lines = new TextDecoder(encoding).decode(head).split(/\r\n|\n|\r/)
    return { encoding, count: lines.filter((line) => /[^\p{ASCII}]/u.test(line) && isKnownLine(line)).length }
  })
  const best = counts.toSorted((a, b) => b.count - a.count)[0]
  if (best !== undefined && best.count > 0) return best.encoding
  return /=\s*dos/i.test(new TextDecoder('windows-1251').decode(head)) ? 'ibm866' : 'windows-1251'
}

function* plain(text: string): Generator<DecodedLine> {
  let no = 1
  let from = 0
  const end = /\r\n|\n|\r/g
  for (let found = end.exec(text); found !== null; found = end.exec(text)) {
    yield { no, text: text.slice(from, found.index), isGarbled: false }
    no += 1
    from = end.lastIndex
  }
  yield { no, text: text.slice(from), isGarbled: false }
}

/** One line after the other by its own bytes, so that one in another encoding is found. */
function* byLine(bytes: Uint8Array, encoding: 'utf-8' | OneByte): Generator<DecodedLine> {
  const usual = new TextDecoder(encoding)
  const others = (['utf-8', 'windows-1251', 'ibm866'] as const).filter((one) => one !== encoding)
  const decoders = others.map((one) => new TextDecoder(one))
  let no = 1
  for (const { from, to } of spansOf(bytes)) {
    const line = bytes.subarray(from, to)
    const text = usual.decode(line)
    const isOdd = /[^\p{ASCII}]/u.test(text) && !isKnownLine(text)
    const other = isOdd ? decoders.map((one) => one.decode(line)).find(isKnownLine) : undefined
    yield { no, text: other ?? text, isGarbled: other === undefined && text.includes('\uFFFD') }
    no += 1
  }
}

function* spansOf(bytes: Uint8Array): Generator<Span> {
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte !== 10 && byte !== 13) continue
    yield { from, to: at }
    if (byte === 13 && bytes[at + 1] === 10) at += 1
    from = at + 1
  }
  yield { from, to: bytes.length }
}
