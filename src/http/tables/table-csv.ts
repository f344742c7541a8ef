import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { digitsOf } from '#domain/kernel/currency'
import { stringify } from 'csv-stringify/sync'

import { spreadsheetText } from '#domain/files/spreadsheet-text'
import { text, type FileCell, type FileTable } from './file-table'
import type { Language } from '#schemas/language-names'

/**
 * Tables as CSV that a spreadsheet of the reader’s country opens with a double click: UTF-8 with a byte order mark,
 * semicolons, CRLF, decimal commas in Russian. Tables of the same columns are one table with their title in front; others
 * follow one another after an empty line, and so do notes. No text of anybody’s can be taken for a formula,
 * and no digits are lost.
 */
export function csvOf(
  tables: readonly FileTable[],
  { language, tableTitle, notes = [] }: { language: Language; tableTitle: string; notes?: readonly string[] },
): string {
  const lines = hasSameColumns(tables) ? oneTable(tables, language, tableTitle) : severalTables(tables, language)
  const said = notes.flatMap((note) => [[''], [spreadsheetText(note)]])
  return stringify([...lines, ...said], { bom: true, delimiter: ';', record_delimiter: 'windows' })
}

function hasSameColumns([first, ...others]: readonly FileTable[]): boolean {
  const name = ({ columns }: FileTable) => columns.map(({ id }) => id).join(' ')
  return first !== undefined && others.length > 0 && others.every((one) => name(one) === name(first))
}

function oneTable(tables: readonly FileTable[], language: Language, tableTitle: string): string[][] {
  const head = [tableTitle, ...(tables[0]?.head ?? [])]
  const rows = tables.flatMap(({ title, rows: all, totals }) =>
    [...all, ...(totals === null ? [] : [totals])].map((row) => written([text(title), ...row], language)),
  )
  return [head, ...rows]
}

function severalTables(tables: readonly FileTable[], language: Language): string[][] {
  return tables.flatMap(({ head, rows, totals }, index) => [
    ...(index === 0 ? [] : [['']]),
    [...head],
    ...rows.map((row) => written(row, language)),
    ...(totals === null ? [] : [written(totals, language)]),
  ])
}

function written(cells: readonly FileCell[], language: Language): string[] {
  return cells.map((cell) => cellText(cell, language))
}

function cellText({ kind, value, currency }: FileCell, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'string') return kind === 'date' ? dateText(value, language) : spreadsheetText(value)
  switch (kind) {
    case 'money': {
      const digits = digitsOf(currency ?? 'RUB')
      return decimal((value / 10 ** digits).toFixed(digits), language)
    }
    case 'count':
      return decimal(String(value), language)
    case 'percent':
      return decimal(value.toFixed(1), language)
    case 'days':
      return decimal(value.toFixed(2), language)
    case 'duration':
      return clockText(value)
    case 'text':
    case 'date':
      return String(value)
  }
}

function decimal(value: string, language: Language): string {
  return language === 'ru' ? value.replace('.', ',') : value
}

function dateText(date: string, language: Language): string {
  const [day = '', ...time] = date.split('T')
  return [language === 'ru' ? dayInDigits(day) : day, ...time].join(' ')
}

/** Seconds as hours, minutes and seconds. */
function clockText(seconds: number): string {
  const whole = Math.round(seconds)
  const pad = (no: number) => String(no).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
