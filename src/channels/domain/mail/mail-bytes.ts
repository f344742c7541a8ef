/**
 * Bytes of a mail in an alphabet that the parser reads rightly: where the text of a mail of one part is not what it says, or
 * says nothing, it is UTF-8 where it can be, else the better of windows-1251 and koi8-r. Own code, because no library guesses
 * between the two Russian alphabets.
 */
export function mailBytes(bytes: Uint8Array): Uint8Array {
  const text = latin(bytes)
  const gap = /\r?\n\r?\n/.exec(text)
  if (gap === null) return bytes
  const head = text.slice(0, gap.index)
  const body = bytes.subarray(gap.index + gap[0].length)
  const header = (name: string) =>
    new RegExp(`^${name}:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1]?.trim() ?? ''
  const media = header('content-type')
  const isEncoded = /base64|quoted-printable/i.test(header('content-transfer-encoding'))
  if (isEncoded || (media !== '' && !/^text\//i.test(media)) || !body.some((byte) => byte > 127)) return bytes
  const declared = /charset="?([\w-]+)/i.exec(media)?.[1]
  const type = media === '' ? 'text/plain' : media.replace(/;.*$/s, '')
  const others = head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !/^(?:content-type|content-transfer-encoding|mime-version):/i.test(line))
  const fresh = [
    ...others,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ]
  const written = new TextEncoder().encode(readText(body, declared))
  const before = Uint8Array.from(`${fresh.join('\r\n')}\r\n\r\n`, (sign) => sign.charCodeAt(0) & 0xff)
  return Uint8Array.from([...before, ...written])
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
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}
