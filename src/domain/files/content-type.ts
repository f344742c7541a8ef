/** Types a browser may show or play by itself; everything else is downloaded, whatever it calls itself. */
const shown: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
])

/** How many bytes from the beginning tell what a file is. */
export const tellingBytes = 4_096

/** What bytes are by their content alone, as a media type; `application/octet-stream` where nothing says so. */
export function typeByContent(beginning: Uint8Array): string {
  const text = latin1(beginning.subarray(0, tellingBytes))
  const sign = signs.find(({ at = 0, is }) => text.startsWith(is, at))
  if (sign === undefined) return isText(beginning) ? 'text/plain' : unknownType
  return sign.type === zip ? officeType(text) : sign.type === ole ? oleType(beginning) : sign.type
}

/** Whether a browser may show a file of this type instead of downloading it. */
export function isShown(type: string): boolean {
  return shown.has(type)
}

/** Whether a type is a picture that may be shown. */
export function isPicture(type: string): boolean {
  return type.startsWith('image/') && isShown(type)
}

const unknownType = 'application/octet-stream'
const zip = 'application/zip'
const ole = 'application/x-ole-storage'

type Sign = { readonly is: string; readonly at?: number; readonly type: string }

const signs: readonly Sign[] = [
  { is: '\u0089PNG\r\n\u001a\n', type: 'image/png' },
  { is: '\u00ff\u00d8\u00ff', type: 'image/jpeg' },
  { is: 'GIF87a', type: 'image/gif' },
  { is: 'GIF89a', type: 'image/gif' },
  { is: 'WEBP', at: 8, type: 'image/webp' },
  { is: 'ftypheic', at: 4, type: 'image/heic' },
  { is: 'ftypheix', at: 4, type: 'image/heic' },
  { is: 'ftypmif1', at: 4, type: 'image/heic' },
  { is: 'ftypavif', at: 4, type: 'image/avif' },
  { is: 'ftypM4A', at: 4, type: 'audio/mp4' },
  { is: 'ftyp', at: 4, type: 'video/mp4' },
  { is: 'II*\0', type: 'image/tiff' },
  { is: 'MM\0*', type: 'image/tiff' },
  { is: '%PDF-', type: 'application/pdf' },
  { is: 'PK\u0003\u0004', type: zip },
  { is: 'PK\u0005\u0006', type: zip },
  { is: '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', type: ole },
  { is: '{\\rtf', type: 'application/rtf' },
  { is: 'Rar!\u001a\u0007', type: 'application/vnd.rar' },
  { is: "7z\u00bc\u00af'\u001c", type: 'application/x-7z-compressed' },
  { is: '\u001f\u008b', type: 'application/gzip' },
  { is: 'ID3', type: 'audio/mpeg' },
  { is: '\u00ff\u00fb', type: 'audio/mpeg' },
  { is: 'OggS', type: 'audio/ogg' },
  { is: 'WAVE', at: 8, type: 'audio/wav' },
]

/** The names of the first parts of an archive tell a document of an office from any other archive. */
function officeType(text: string): string {
  const declared = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/.exec(text)?.[1]
  if (declared !== undefined) return declared
  const openXml = 'application/vnd.openxmlformats-officedocument'
  if (text.includes('word/')) return `${openXml}.wordprocessingml.document`
  if (text.includes('xl/')) return `${openXml}.spreadsheetml.sheet`
  if (text.includes('ppt/')) return `${openXml}.presentationml.presentation`
  return zip
}

/** Old documents of Word and Excel are told by names of their parts, which are written two bytes a letter. */
function oleType(beginning: Uint8Array): string {
  const text = latin1(beginning).replaceAll('\0', '')
  if (text.includes('WordDocument')) return 'application/msword'
  if (text.includes('Workbook')) return 'application/vnd.ms-excel'
  if (text.includes('PowerPoint Document')) return 'application/vnd.ms-powerpoint'
  return ole
}

/** UTF-8 without control characters. The end may be cut inside a letter, so it is decoded as a stream. */
function isText(beginning: Uint8Array): boolean {
  if (beginning.length === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(beginning.subarray(0, tellingBytes), { stream: true })
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    // What is no UTF-8 is no text.
    return false
  }
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCodePoint(byte)
  return text
}
