import type { Saying } from '#schemas/saying'
import { inEnglish, say } from './say'

/** A file that cannot be read as the mapping says; the sentence about it says what to write there instead. */
export class TableError extends Error {
  readonly about: (file: string) => Saying

  constructor(about: (file: string) => Saying, options?: ErrorOptions) {
    super(inEnglish(about('It')), options)
    this.name = 'TableError'
    this.about = about
  }
}

/** What is taken for delimited text most often and is none. */
export type OtherThanText = 'workbook' | 'pdf' | 'archive' | 'page' | 'xml' | 'json' | 'rtf' | 'dbf' | 'utf32'

/** Refuses bytes that begin as a workbook, an archive, a page or anything else does that is given for a table. */
export function refuseOtherThanText(head: Uint8Array): void {
  const is = otherThanText(head)
  if (is !== undefined) throw new TableError((file) => say('file_not_text', { file, is }))
}

function otherThanText(head: Uint8Array): OtherThanText | undefined {
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1')
  // A workbook of today is a zip archive, one of the nineties a compound file.
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'workbook'
  if (start.startsWith('%PDF')) return 'pdf'
  if (start.startsWith('\u001f\u008b') || start.startsWith('7z\u00bc\u00af') || start.startsWith('Rar!'))
    return 'archive'
  if (['\u00ff\u00fe\0\0', '\0\0\u00fe\u00ff'].includes(start.slice(0, 4))) return 'utf32'
  if (isDbf(head)) return 'dbf'
  const text = Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^[^\x20-\x7e]+/, '')
  return textKinds.find(([begins]) => begins.test(text))?.[1]
}

const textKinds: readonly (readonly [begins: RegExp, is: OtherThanText])[] = [
  [/^\s*<(?:!doctype|html|table|meta|head)\b/i, 'page'],
  [/^\s*<\?xml\b/i, 'xml'],
  [/^\s*(?:\[\s*[[{]|\{\s*")/, 'json'],
  [/^\s*\{\\rtf/, 'rtf'],
]

/** A table of dBase or FoxPro begins with its version and the day it was written, and has zeros soon. */
function isDbf(head: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = head
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return [0x03, 0x30, 0x83, 0x8b, 0xf5].includes(version) && isDay && head.subarray(0, 32).includes(0)
}
