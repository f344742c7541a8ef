/** No mail has parts within parts so deep. */
const deepest = 6

/**
 * Bytes of a mail in an alphabet that the parser reads rightly: where a text is not what it says, or says nothing, it is
 * UTF-8 where it can be, else the better of windows-1251 and koi8-r; so it is in each part of a mail of several, packed or
 * not, and in its head. Own code, because no library guesses between the two Russian alphabets.
 */
export function mailBytes(bytes: Uint8Array): Uint8Array {
  const text = latin(bytes)
  const mended = mendedPart(text, 0)
  return mended === text ? bytes : bytesOf(mended)
}

/** A part with its head, every byte as one sign. */
function mendedPart(text: string, depth: number): string {
  const gap = /\r?\n\r?\n/.exec(text)
  // Of a mail that was too long to be fetched whole the head may be all there is.
  if (gap === null) return depth === 0 ? mendedHead(text) : text
  const head = mendedHead(text.slice(0, gap.index))
  const body = text.slice(gap.index + gap[0].length)
  const media = headerIn(head, 'content-type')
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(media)?.[1]
  if (/^multipart\//i.test(media) && boundary !== undefined && depth < deepest)
    return `${head}${gap[0]}${mendedParts(body, boundary, depth)}`
  if (media !== '' && !/^text\//i.test(media)) return `${head}${gap[0]}${body}`
  return mendedText({ head, gap: gap[0], body, media })
}

function mendedParts(body: string, boundary: string, depth: number): string {
  const line = `--${boundary}`
  const pieces = body.split(line)
  return pieces
    .map((piece, no) => {
      const start = /^[ \t]*\r?\n/.exec(piece)?.[0]
      return no === 0 || piece.startsWith('--') || start === undefined
        ? piece
        : `${start}${mendedPart(piece.slice(start.length), depth + 1)}`
    })
    .join(line)
}

type TextPart = { readonly head: string; readonly gap: string; readonly body: string; readonly media: string }

function mendedText({ head, gap, body, media }: TextPart): string {
  const packed = headerIn(head, 'content-transfer-encoding').toLowerCase()
  const raw = unpacked(body, packed)
  const declared = /charset="?([\w-]+)/i.exec(media)?.[1]
  if (!raw.some((byte) => byte > 127)) return `${head}${gap}${body}`
  const read = readText(raw, declared)
  if (declared !== undefined && decodedStrictly(raw, declared) === read) return `${head}${gap}${body}`
  const type = media === '' ? 'text/plain' : media.replace(/;.*$/s, '')
  const others = linesOf(head).filter(
    (line) => !/^(?:content-type|content-transfer-encoding|mime-version):/i.test(line) && line !== '',
  )
  const fresh = [
    ...others,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ]
  return `${fresh.join('\r\n')}\r\n\r\n${latin(new TextEncoder().encode(read))}${/\r?\n$/.test(read) ? '' : '\r\n'}`
}

/** No header that anybody writes is longer; one that is says nothing, and would keep all others from being read. */
const longestHeader = 200_000

const word = /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=/gi

type Word = { readonly from: number; readonly to: number; readonly charset: string; readonly bytes: Uint8Array }

/**
 * Heads that were written in an alphabet of their own instead of being packed, or packed in the middle of a letter. A header of
 * a length that nobody writes is left out.
 */
function mendedHead(head: string): string {
  const lines = linesOf(head)
  const read = lines.some(isEndless) ? lines.filter((line) => !isEndless(line)).join('\r\n') : head
  const written = /[\u0080-\u00ff]/.test(read) ? latin(new TextEncoder().encode(readText(bytesOf(read)))) : read
  let mended = ''
  let at = 0
  for (const run of runsOf(written)) {
    const [{ from, charset } = { from: 0, charset: '' }] = run
    const to = run.at(-1)?.to ?? from
    if (run.some((one) => one.charset !== charset)) continue
    const text = readText(new Uint8Array(Buffer.concat(run.map(({ bytes }) => bytes))), charset)
    mended += `${written.slice(at, from)}=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`
    at = to
  }
  return `${mended}${written.slice(at)}`
}

function isEndless(line: string): boolean {
  return line.length > longestHeader
}

/** Packed words, those together between which nothing stands. */
function runsOf(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  let last = -1
  for (const found of text.matchAll(word)) {
    const [whole, charset = '', kind = '', packed = ''] = found
    const bytes =
      kind.toLowerCase() === 'b'
        ? unpacked(packed, 'base64')
        : unpacked(packed.replaceAll('_', ' '), 'quoted-printable')
    const own = { from: found.index, to: found.index + whole.length, charset: charset.toLowerCase(), bytes }
    const run = runs.at(-1)
    if (run !== undefined && last >= 0 && /^\s+$/.test(text.slice(last, own.from))) run.push(own)
    else runs.push([own])
    last = own.to
  }
  return runs
}

/** What a head says under a name; looked for line by line, for a pattern over a line of megabytes runs out of room. */
function headerIn(head: string, name: string): string {
  const begins = `${name}:`
  const found = linesOf(head).find((line) => line.slice(0, begins.length).toLowerCase() === begins)
  return found?.slice(begins.length).trim() ?? ''
}

/** The headers of a part, each with the lines it goes on in. */
function linesOf(head: string): readonly string[] {
  return head.split(/\r?\n(?![ \t])/)
}

function unpacked(body: string, packed: string): Uint8Array {
  if (packed === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  if (packed !== 'quoted-printable') return bytesOf(body)
  const plain = body
    // What stands before the sign is text; only what a server has put behind it is not.
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return bytesOf(plain)
}

/** The text that bytes are: UTF-8 where they are that, whatever they say; else what they say; else the better guess. */
export function readText(bytes: Uint8Array, declared?: string): string {
  const utf8 = decodedStrictly(bytes, 'utf-8')
  if (utf8 !== undefined) return utf8
  const named =
    declared === undefined || /^(?:utf-?8|us-ascii)$/i.test(declared) ? undefined : decodedStrictly(bytes, declared)
  if (named !== undefined) return named
  const [windows, koi] = ['windows-1251', 'koi8-r'].map((alphabet) => new TextDecoder(alphabet).decode(bytes))
  return usual(koi ?? '') > usual(windows ?? '') ? (koi ?? '') : (windows ?? '')
}

/** How many of the letters that Russian is mostly made of a text has: read by the wrong alphabet they are capitals. */
function usual(text: string): number {
  return (text.match(/[оеаинтсрвл]/g) ?? []).length
}

function decodedStrictly(bytes: Uint8Array, alphabet: string): string | undefined {
  try {
    return new TextDecoder(alphabet, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Every byte as one sign, so that heads can be looked for like text. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
