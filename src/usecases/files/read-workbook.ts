import type { Cell, CellValue, MergeRange } from 'hucre/xlsx'

import { mostTableRows, type Table, type TableCell, type TableRow } from '#domain/files/table'
import { zipLimits, type WorkbookUnread, type ZipFault } from '#domain/files/zip-directory'
import { sheetsListed } from './sheets-listed'
import { isZipFault, unpackZip } from './unpack-zip'

/** Why a workbook was not read. */
export type WorkbookFault = ZipFault | { readonly is: Exclude<WorkbookUnread, ZipFault['is']> } | TooManyRows

export type TooManyRows = { readonly is: 'too_many_rows'; readonly most: number }

/** 50 000 rows of a statement come to 20 MB unpacked. */
const limits = { ...zipLimits, unpacked: 50 * 1024 * 1024 }

/** What is read of a sheet: a cell far off that somebody touched by mistake costs nothing. */
const [lastColumn, lastRow] = ['CV', mostTableRows + 100]

/**
 * Reads the first visible sheet of a workbook (.xlsx) that has cells: values as they were computed last, never computed here;
 * days in either calendar. The archive is unpacked and counted before the library sees it, so that none bursts there.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table | WorkbookFault> {
  const files = unpackZip(bytes, { limits })
  if (isZipFault(files)) return files
  if (![...files.keys()].some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) return { is: 'no_workbook' }
  const listed = await sheetsListed(files)
  if (listed.length > 0 && !listed.some(({ isShown, hasCells }) => isShown && hasCells)) return { is: 'no_sheet' }
  const passed = listed.filter(({ hasCells }) => !hasCells).map(({ name }) => name)
  const sheet = await firstSheet(bytes, new Set(passed))
  if (sheet === undefined) return { is: 'broken' }
  const otherSheets = listed
    .filter((one) => one.name !== sheet.name && one.isShown && one.isFilled)
    .map(({ name }) => name)
  const rows = rowsOf(sheet)
  // One row more than may be is the heading.
  if (rows.length > mostTableRows + 1) return { is: 'too_many_rows', most: mostTableRows }
  return { sheet: sheet.name, ...(otherSheets.length === 0 ? {} : { otherSheets }), encoding: 'xlsx', rows }
}

type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly cells?: ReadonlyMap<string, Cell>
  readonly merges?: readonly MergeRange[]
}

async function firstSheet(bytes: Uint8Array, passed: ReadonlySet<string>): Promise<Sheet | undefined> {
  const { readXlsx } = await import('hucre/xlsx')
  let first: number | undefined
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ name, index, hidden = false, veryHidden = false }) => {
        if (!hidden && !veryHidden && !passed.has(name)) first ??= index
        return index === first
      },
      range: `A1:${lastColumn}${lastRow}`,
    })
    return sheets[0]
  } catch {
    // The library says no more than that it cannot: whoever sent the file saves it anew in a spreadsheet.
    return undefined
  }
}

function rowsOf({ rows, cells, merges = [] }: Sheet): readonly TableRow[] {
  const read = rows.map((row, no) => row.map((value, column) => cellOf(value, cells?.get(`${no},${column}`))))
  // Merged cells never lie one over the other, so that there are no more of them than cells; a made-up file may say so.
  let left = read.reduce((sum, { length }) => sum + length, 0)
  for (const { startRow, endRow, startCol } of merges) {
    const first = read[startRow]?.[startCol]
    if (first === undefined || first.is === 'empty') continue
    for (const below of read.slice(startRow + 1, Math.min(endRow + 1, startRow + 1 + left))) {
      left -= 1
      if (startCol < below.length) below[startCol] = { ...first, isMerged: true }
    }
  }
  return read.flatMap((cellsOfRow, at) =>
    cellsOfRow.some(({ is, isMerged }) => is !== 'empty' && isMerged !== true)
      ? [{ no: at + 1, cells: cellsOfRow }]
      : [],
  )
}

function cellOf(value: CellValue, detail: Cell | undefined): TableCell {
  if (detail?.type === 'error') return { is: 'error', text: String(value) }
  if (value === null) return { is: detail?.formula === undefined ? 'empty' : 'uncomputed', text: '' }
  if (value instanceof Date) return dayCell(value)
  if (typeof value === 'number') return { is: 'number', text: decimal(value) }
  const text = String(value).trim()
  return { is: text === '' ? 'empty' : 'text', text }
}

/** A number in the format of a day that no calendar has is left as an error. */
function dayCell(value: Date): TableCell {
  if (Number.isNaN(value.getTime())) return { is: 'error', text: '#NUM!' }
  return { is: 'day', text: value.toISOString().slice(0, 10) }
}

/** A number as it is written down, without what binary fractions add behind the fifteen digits that spreadsheets keep. */
function decimal(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') && Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : text
}
