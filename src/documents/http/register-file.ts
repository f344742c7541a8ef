import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import type { RegisterRow } from '#documents/domain/register/register-rows'
import { spreadsheetText } from '#domain/files/spreadsheet-text'
import { exportRegister } from '#documents/usecases/export-register'
import type { Caller } from '#domain/kernel/access'
import type { RegisterQuery } from '#schemas/documents/register'
import type { Language } from '#schemas/language-names'
import { registerTexts } from '#documents/words/register-words'

type File = { readonly name: string; readonly body: string | Uint8Array<ArrayBuffer> }

type Exporting = Parameters<typeof exportRegister>[0]

type Asked = {
  readonly query: RegisterQuery
  /** The language of whoever asks, where the address names none. */
  readonly language: Language
  readonly format: 'csv' | 'xlsx'
}

/** The register as a file; that it was taken out is on record. */
export async function registerFile(
  ports: Exporting,
  caller: Caller,
  { query, language, format }: Asked,
): Promise<File> {
  const { lang = language, ...asked } = query
  const { name, rows } = await exportRegister(ports, caller, { asked, format })
  return format === 'csv' ? registerCsv(name, rows, lang) : registerXlsx(name, rows, lang)
}

/**
 * The register as CSV that a spreadsheet of the reader’s country opens with a double click: UTF-8 with a byte order mark,
 * semicolons, CRLF, decimal commas in Russian. No text of anybody’s can be taken for a formula.
 */
export async function registerCsv(name: string, rows: readonly RegisterRow[], language: Language): Promise<File> {
  const { stringify } = await import('csv-stringify/sync')
  const t = registerTexts[language]
  const roubles = (kopecks: number | null): string =>
    kopecks === null ? '' : (kopecks / 100).toFixed(2).replace('.', language === 'ru' ? ',' : '.')
  const day = (on: string): string => (language === 'ru' ? dayInDigits(on) : on)
  const lines = rows.map((row) => [
    spreadsheetText(row.name),
    spreadsheetText(row.number),
    day(row.on),
    spreadsheetText(row.buyer),
    // What is no INN at all may be a formula, too.
    /^\d+$/.test(row.inn) ? `="${row.inn}"` : spreadsheetText(row.inn),
    roubles(row.kopecks),
    roubles(row.vatKopecks),
    roubles(row.paidKopecks),
    spreadsheetText(t.states[row.state] ?? row.state),
  ])
  return {
    name,
    body: stringify([[...t.head], ...lines], { bom: true, delimiter: ';', record_delimiter: 'windows' }),
  }
}

/** The same as a workbook: texts stay texts, sums are numbers, days are days. */
export async function registerXlsx(name: string, rows: readonly RegisterRow[], language: Language): Promise<File> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const t = registerTexts[language]
  const text = (value: string) => ({ value, type: String })
  const sum = (kopecks: number | null) =>
    kopecks === null ? {} : { value: kopecks / 100, type: Number, format: '#,##0.00' }
  const day = (on: string) =>
    on === '' ? {} : { value: new Date(`${on}T00:00:00.000Z`), type: Date, format: 'dd.mm.yyyy' }
  const data = [
    t.head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => [
      text(row.name),
      text(row.number),
      day(row.on),
      text(row.buyer),
      text(row.inn),
      sum(row.kopecks),
      sum(row.vatKopecks),
      sum(row.paidKopecks),
      text(t.states[row.state] ?? row.state),
    ]),
  ]
  const columns = [24, 16, 12, 40, 16, 16, 16, 16, 20].map((width) => ({ width }))
  const buffer = await writeXlsxFile([{ sheet: t.title, data, columns, stickyRowsCount: 1 }]).toBuffer()
  return { name, body: new Uint8Array(buffer) }
}
