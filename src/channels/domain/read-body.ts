/** Reads what providers and sites send: forms of both kinds in any alphabet. Nothing here throws but for what is no text. */
type Fields = readonly (readonly [name: string, value: string])[]

/** The text that bytes are: by the alphabet that is declared, else UTF-8 where they are that, else windows-1251. */
export function decoded(bytes: Uint8Array, declared?: string): string {
  const named = declared === undefined ? undefined : decoderOf(declared)
  if (named !== undefined && named.encoding !== 'utf-8') return named.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, whatever it says: sites of old write windows-1251 without saying so.
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** The text that bytes are in UTF-8 or in the alphabet that is declared; undefined where they are not. */
export function strictly(bytes: Uint8Array, declared = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The fields of a query or of a form in the body: `name=value&…`. */
export function urlEncoded(bytes: Uint8Array, declared?: string): Fields {
  const text = latin(bytes)
  const pairs = text.split('&').filter((pair) => pair !== '')
  const named = declared ?? pairs.find((pair) => pair.startsWith('_charset_='))?.slice('_charset_='.length)
  return pairs.map((pair) => {
    const at = pair.indexOf('=')
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    return [decoded(unescaped(name), named), decoded(unescaped(value), named)]
  })
}

/** The fields of `multipart/form-data`; of files their names alone. A body that was cut off gives what is whole of it. */
export function multipart(bytes: Uint8Array, boundary: string, declared?: string): Fields {
  const read = partsOf(bytes, boundary)
  const charset = declared ?? read.find(({ head }) => /name="_charset_"/i.test(head))?.value
  return read.flatMap(({ head, value }) => {
    const escaped = /\bname\*=[\w-]+'[\w-]*'([^;\s]+)/i.exec(head)?.[1]
    const plain = /\bname="([^"]*)"/i.exec(head)?.[1] ?? /\bname=([^;\s]+)/i.exec(head)?.[1]
    const name = escaped === undefined ? plain : latin(unescaped(escaped))
    if (name === undefined) return []
    const file = /\bfilename="([^"]*)"/i.exec(head)?.[1]
    const own = /charset="?([\w-]+)/i.exec(head)?.[1] ?? charset
    return [[decoded(bytesOf(name), charset), decoded(bytesOf(file ?? value), own)] as const]
  })
}

/** The files of `multipart/form-data` that are not empty, with their names. */
export function multipartFiles(
  bytes: Uint8Array,
  boundary: string,
  declared?: string,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return partsOf(bytes, boundary).flatMap(({ head, value }) => {
    const file = /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? ''
    return file === '' || value === '' ? [] : [{ name: decoded(bytesOf(file), declared), bytes: bytesOf(value) }]
  })
}

function partsOf(bytes: Uint8Array, boundary: string): readonly { readonly head: string; readonly value: string }[] {
  const parts = latin(bytes).split(`--${boundary}`).slice(1)
  return parts.flatMap((part) => {
    const body = part.replace(/^\r?\n/, '')
    const gap = /\r?\n\r?\n/.exec(body)
    if (part.startsWith('--') || gap === null) return []
    const head = body.slice(0, gap.index)
    return [{ head, value: body.slice(gap.index + gap[0].length).replace(/\r?\n$/, '') }]
  })
}

/** What `Content-Type` says: the type in small letters, its alphabet, the boundary of its parts. */
export function mediaOf(header: string | undefined): {
  readonly type: string
  readonly charset?: string
  readonly boundary?: string
} {
  const [type = ''] = (header ?? '').split(';')
  const charset = /charset="?([\w-]+)"?/i.exec(header ?? '')?.[1]
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(header ?? '')
  return {
    type: type.trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset }),
    ...(boundary === null ? {} : { boundary: boundary[1] ?? boundary[2] ?? '' }),
  }
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}

function unescaped(text: string): Uint8Array {
  const plain = text
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return bytesOf(plain)
}

/** Every byte as one sign, so that bytes can be looked for like text. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
}
