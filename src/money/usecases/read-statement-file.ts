import { readExchange } from '#money/domain/statement/read-exchange'
import { mostStatementBytes, type Statement } from '#money/domain/statement/statement'
import { isStatementTable, statementOfTable } from '#money/domain/statement/table/statement-of-table'
import { moneyRefusal } from '#money/words/money-refusal'

/** How workbooks begin: those of today are archives, those of the nineties and locked ones compound files. */
const [archive, compound] = ['PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0']

/**
 * Reads a statement whatever it is, told by its content: a workbook, a file of 1CClientBankExchange, or delimited text whose
 * columns have names. What is none of them is refused (`statement_unreadable`).
 */
export async function readStatementFile(bytes: Uint8Array, ours: readonly string[]): Promise<Statement> {
  if (bytes.length > mostStatementBytes)
    throw moneyRefusal('statement_unreadable.too_large', { bytes: bytes.length, most: mostStatementBytes })
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === compound) throw moneyRefusal('statement_unreadable.old_workbook')
  if (start === archive) return workbookStatement(bytes, ours)
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
  if (head.includes('1CClientBankExchange')) return readExchange(bytes, ours)
  const { readDelimited } = await import('#usecases/files/read-delimited')
  const table = await readDelimited(bytes)
  if ('is' in table) throw moneyRefusal('statement_unreadable.too_many_rows', { most: table.most })
  return isStatementTable(table) ? statementOfTable(table, ours) : readExchange(bytes, ours)
}

async function workbookStatement(bytes: Uint8Array, ours: readonly string[]): Promise<Statement> {
  const { readWorkbook } = await import('#usecases/files/read-workbook')
  const table = await readWorkbook(bytes)
  if (!('is' in table)) return statementOfTable(table, ours)
  if (table.is === 'too_many_rows') throw moneyRefusal('statement_unreadable.too_many_rows', { most: table.most })
  throw moneyRefusal('statement_unreadable.no_workbook', { why: table.is })
}
