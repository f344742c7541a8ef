import iconv from 'iconv-lite'

import type { Format } from './mapping'
import { refuseOtherThanText, TableError } from './refuse-bytes'
import { say } from './say'
import type { SourceFile } from './source-file'

/** A line of a file by its number from 1, without what ends it. */
export type Line = { readonly no: number; readonly text: string }

/** Bytes from which an encoding is told, as far as they go. */
const enoughBytes = 65_536

/** The lines of a file, read piece by piece. Bytes that are not what the format says throw `TableError`. */
export function* linesOf(file: SourceFile, format: Format): Generator<Line> {
  let no = 1
  let rest = ''
  for (const piece of decoded(file, format)) {
    // What ends with a carriage return may go on with a line feed, which is the same end.
    const text = rest + piece
    const isHalf = text.endsWith('\r')
    const lines = (isHalf ? text.slice(0, -1) : text).split(/\r\n|\n|\r/)
    rest = `${lines.pop() ?? ''}${isHalf ? '\r' : ''}`
    for (const line of lines) {
      yield { no, text: line }
      no += 1
    }
  }
  if (rest !== '') yield { no, text: rest.replace(/\r$/, '') }
}

function* decoded(file: SourceFile, { encoding }: Format): Generator<string> {
  let decode: Decoder | undefined
  let head: Uint8Array = new Uint8Array()
  for (const chunk of file.chunks()) {
    if (decode === undefined) {
      head = chunk.subarray(0, enoughBytes)
      decode = decoderFor(head, encoding)
    }
    yield decode.write(chunk)
  }
  const last = decode?.end() ?? ''
  if (last !== '') yield last
}

type Decoder = { readonly write: (bytes: Uint8Array) => string; readonly end: () => string }

const named: Readonly<Record<Exclude<Format['encoding'], 'auto' | 'utf-8'>, string>> = {
  'utf-16': 'utf-16',
  cp1251: 'win1251',
  cp1252: 'win1252',
  cp866: 'cp866',
  'koi8-r': 'koi8-r',
}

function decoderFor(head: Uint8Array, encoding: Format['encoding']): Decoder {
  refuseOtherThanText(head)
  const real = markedEncoding(head) ?? encoding
  if (real !== 'auto' && real !== 'utf-8') {
    const decoder = iconv.getDecoder(named[real])
    return { write: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' }
  }
  // In UTF-16 every second byte of plain letters is 0, which UTF-8 would take for characters that nobody sees.
  if (countOf(head, 0, 0) > head.length / 10)
    throw new TableError((file) => say('file_not_utf8', { file, guess: 'utf-16' }))
  const strict = new TextDecoder('utf-8', { fatal: true })
  const whole = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw new TableError((file) => say('file_not_utf8', { file, guess: guessed(head) }), { cause: error })
    }
  }
  return {
    write: (bytes) => {
      return whole(() => strict.decode(bytes, { stream: true }))
    },
    end: () => whole(() => strict.decode()),
  }
}

/** The mark at the beginning of a file is surer than what anybody writes about it. */
function markedEncoding([a, b, c]: Uint8Array): 'utf-8' | 'utf-16' | undefined {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}

/** Which of the encodings that are met it may be: in each of them small Russian letters, the most frequent ones, are other bytes. */
function guessed(head: Uint8Array): 'cp1251' | 'cp866' | 'utf-16' {
  if (countOf(head, 0, 0) > 0) return 'utf-16'
  const asDos = countOf(head, 0xa0, 0xaf) + countOf(head, 0xe0, 0xef)
  return asDos > countOf(head, 0xe0, 0xff) ? 'cp866' : 'cp1251'
}

function countOf(bytes: Uint8Array, from: number, to: number): number {
  return bytes.reduce((sum, byte) => sum + Number(byte >= from && byte <= to), 0)
}
