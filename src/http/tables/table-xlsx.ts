import { digitsOf } from '#domain/kernel/currency'
import writeXlsxFile, { type CellObject } from 'write-excel-file/node'

import { type FileCell, type FileTable } from './file-table'

const DAY_SECONDS = 86_400
const widest = 48

/** Tables as a workbook, a sheet each: numbers and dates as such, a heading that stays, totals, notes, widths and a filter. */
export async function xlsxOf(
  tables: readonly FileTable[],
  notes: readonly string[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(tables)
  const sheets = tables.map((table, index) => ({
    sheet: names[index] ?? String(index + 1),
    data: [
      table.head.map(headCell),
      ...table.rows.map((row) => row.map(cellOf)),
      ...(table.totals === null ? [] : [table.totals.map(totalCell)]),
      ...notes.flatMap((note) => [[], [cellOf({ kind: 'text', value: note })]]),
    ],
    columns: widthsOf(table).map((width) => ({ width })),
    stickyRowsCount: 1,
  }))
  const buffer = await writeXlsxFile(sheets, { features: [filterOver(tables)] }).toBuffer()
  return new Uint8Array(buffer)
}

const headCell = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  bottomBorderStyle: 'thin',
})

function totalCell(cell: FileCell): CellObject {
  return { ...cellOf(cell), fontWeight: 'bold', topBorderStyle: 'thin' }
}

function cellOf({ kind, value, currency }: FileCell): CellObject {
  if (value === null) return {}
  if (kind === 'date') {
    const [day, time] = String(value).split('T')
    const format = time === undefined ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm'
    return { value: new Date(`${day}T${time ?? '00:00'}:00.000Z`), type: Date, format }
  }
  // Text is written as text: whatever it begins with, it is no formula.
  if (typeof value === 'string') return { value, type: String }
  switch (kind) {
    case 'money': {
      const digits = digitsOf(currency ?? 'RUB')
      return number(value / 10 ** digits, digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`)
    }
    case 'percent':
      return number(value / 100, '0.0%')
    case 'days':
      return number(Math.round(value * 100) / 100, '0.00')
    case 'duration':
      return number(value / DAY_SECONDS, '[h]:mm:ss')
    case 'count':
    case 'text':
      // What a field counts may have parts: three metres and a half are not four.
      return number(value, Number.isInteger(value) ? '#,##0' : '#,##0.###')
  }
}

function number(value: number, format: string): CellObject {
  return { value, type: Number, format }
}

/** A filter over heading and rows, not over the line of totals: hiding rows must not hide their sum. */
function filterOver(tables: readonly FileTable[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const table = tables[sheetIndex]
            if (table === undefined) return xml
            const ref = `A1:${letters(table.head.length - 1)}${table.rows.length + 1}`
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`)
          },
        },
      },
    },
  }
}

/** The name of a column by its number from 0: A, B, … Z, AA. */
function letters(index: number): string {
  const first = Math.floor(index / 26)
  return `${first === 0 ? '' : letters(first - 1)}${String.fromCharCode(65 + (index % 26))}`
}

function widthsOf({ head, rows, totals }: FileTable): readonly number[] {
  return head.map((title, column) => {
    // A heading may break into two lines, what stands below it may not.
    const longest = [...rows, ...(totals === null ? [] : [totals])].reduce(
      (most, row) => Math.max(most, shownLength(row[column])),
      Math.ceil(title.length / 2),
    )
    return Math.min(widest, Math.max(9, longest + 3))
  })
}

function shownLength(cell: FileCell | undefined): number {
  if (cell === undefined || cell.value === null) return 0
  if (typeof cell.value === 'string') return cell.value.length
  // Thousands are set apart.
  return String(Math.round(cell.value)).length * 1.34 + 1
}

/** Names that a workbook takes: at most 31 characters, none of []:*?/\ and no two alike. */
function sheetNames(tables: readonly FileTable[]): readonly string[] {
  const taken = new Set<string>()
  return tables.map(({ title }, index) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, 28) || String(index + 1)
    const name = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 26)} ${index + 1}` : plain
    taken.add(name.toLowerCase())
    return name
  })
}
