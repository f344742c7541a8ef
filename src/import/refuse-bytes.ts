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
export type OtherThanText = 'workbook' | 'pdf' | 'archive' | 'page'

/** Refuses bytes that begin as a workbook, an archive, a page or a PDF does. */
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
  const text = Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^[^\x20-\x7e]+/, '')
  return /^\s*<(?:!doctype|html|table|\?xml|meta|head)\b/i.test(text) ? 'page' : undefined
}
