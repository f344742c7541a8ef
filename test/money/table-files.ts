import ExcelJS from 'exceljs'

import { alpha, ourAccount } from './money-world'

export const theirAccount = '40702810100000000777'

export const heading = [
  'Дата операции',
  '№ документа',
  'Сумма',
  'Контрагент',
  'ИНН',
  'Счёт контрагента',
  'Назначение платежа',
]

type Cell = ExcelJS.CellValue

/** A row of an incoming payment; what is given takes the place of what it usually has. */
export function incoming(
  given: Partial<Record<'day' | 'number' | 'sum' | 'inn' | 'account' | 'purpose', Cell>> = {},
): Cell[] {
  const { day = '03.02.2026', number = '12', sum = 100.5, inn = alpha.inn, account = theirAccount } = given
  return [day, number, sum, alpha.name, inn, account, given.purpose ?? 'Оплата по счету № 123']
}

type Made = { readonly sheet?: string; readonly is1904?: boolean; readonly change?: (sheet: ExcelJS.Worksheet) => void }

/** The bytes of a workbook with what a bank writes above its table. */
export async function workbookOf(
  rows: readonly Cell[][],
  { sheet = 'Выписка', is1904 = false, change }: Made = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.properties.date1904 = is1904
  const page = book.addWorksheet(sheet)
  page.addRow(['Учебный банк'])
  page.addRow([`Выписка по счёту ${ourAccount}`])
  page.addRow(heading)
  for (const row of rows) page.addRow(row)
  change?.(page)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The bytes of delimited text. */
export function textOf(rows: readonly (readonly string[])[], sign = ';'): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => row.join(sign)).join('\r\n'))
}
