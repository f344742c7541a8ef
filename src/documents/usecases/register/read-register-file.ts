import { documentRefusal } from '#documents/words/document-refusal'
import { mostFileBytes } from '#domain/files/file-limits'
import type { Table } from '#domain/files/table'

/** How workbooks begin: those of today are archives, those of the nineties and locked ones compound files. */
const [archive, compound] = ['PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0']

/** Reads a table, told by its content: a workbook, or delimited text. What is neither is refused (`register_unreadable`). */
export async function readRegisterFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > mostFileBytes)
    throw documentRefusal('register_unreadable.too_large', { bytes: bytes.length, most: mostFileBytes })
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === compound) throw documentRefusal('register_unreadable.old_workbook')
  const table =
    start === archive
      ? await (await import('#usecases/files/read-workbook')).readWorkbook(bytes)
      : await (await import('#usecases/files/read-delimited')).readDelimited(bytes)
  if (!('is' in table)) return table
  if (table.is === 'too_many_rows') throw documentRefusal('register_unreadable.too_many_rows', { most: table.most })
  throw documentRefusal('register_unreadable.no_workbook', { why: table.is })
}
