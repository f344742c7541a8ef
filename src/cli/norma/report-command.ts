import { writeFileSync } from 'node:fs'

import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { FileCell } from '#http/tables/file-table'
import { fileTables } from '#reports/http/report-cells'
import { digitsOf } from '#domain/kernel/currency'
import { numberFormat, percentFormat } from '#domain/kernel/texts/number-format'
import { reportFile } from '#reports/http/report-file'
import { reportWords } from '#reports/domain/words-of-reports'
import type { Language } from '#schemas/language-names'
import type { Report, ReportQuery } from '#schemas/report'
import { exportReport } from '#reports/usecases/export-report'
import { listReports, readReport } from '#reports/usecases/read-report'
import { langOf, RefusedUsage, UsageError } from '#cli/environment'
import { say } from '#cli/say'
import { withNorma, type Access } from '#cli/with-norma'

type Options = Omit<ReportQuery, 'lang' | 'period'> & {
  readonly data: string
  readonly period?: string | number
  readonly lang?: string
  readonly format?: string
  readonly out?: string
}

/** `norma report`: a report of the whole company as a table, CSV, a workbook or JSON. Without a name: which there are. */
export async function reportCommand(name: string | undefined, options: Options): Promise<void> {
  const language = langOf(options.lang)
  if (name === undefined) {
    const names = listReports(language).items.map((one) => `${one.name.padEnd(16)} ${one.title}`)
    process.stdout.write(`${names.join('\n')}\n`)
    return
  }
  const { format = 'table', out } = options
  const written = await withNorma(options.data, (norma) =>
    write(norma, { name, asked: askedOf(options), language, format }),
  ).catch((error: unknown) => {
    if (error instanceof Refusal) throw new RefusedUsage(error)
    throw error
  })
  if (out !== undefined) writeFileSync(out, written)
  else if (typeof written === 'string') process.stdout.write(written)
  else throw new UsageError(say('workbook'))
}

type Wish = {
  readonly name: string
  readonly asked: ReportQuery
  readonly language: Language
  readonly format: string
}

async function write({ ports }: Access, { name, asked, language, format }: Wish): Promise<string | Uint8Array> {
  const reader = { caller: systemCaller('system', 'norma report'), people: await ports.people.load() }
  const ask = { name, asked }
  switch (format) {
    case 'table':
      return asText(await readReport(ports, reader, ask, { language }))
    case 'json':
      return `${JSON.stringify(await readReport(ports, reader, ask, { language }), null, 2)}\n`
    case 'csv':
    case 'xlsx': {
      const report = await exportReport(ports, reader, { ...ask, format }, { language })
      return (await reportFile(report, format)).body
    }
    default:
      throw new UsageError(say('report_format', { written: format }))
  }
}

function askedOf({ data: _data, lang: _lang, format: _format, out: _out, period, ...filters }: Options): ReportQuery {
  const known = ['from', 'to', 'direction', 'axis', 'department', 'person', 'by', 'metric'] as const
  const given = known.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]]))
  return { ...(Object.fromEntries(given) as ReportQuery), ...(period === undefined ? {} : { period: String(period) }) }
}

/** A report for a terminal: what it is, its tables in columns, and how it is computed. */
function asText(report: Report): string {
  const words = reportWords(report.language)
  const tables = fileTables(report, words.rows.total).map(({ title, head, rows, totals }) => {
    const all = [
      head.map((value): FileCell => ({ kind: 'text', value })),
      ...rows,
      ...(totals === null ? [] : [totals]),
    ]
    return [`\n${title}`, ...aligned(all, report.language)].join('\n')
  })
  const about = `${report.title} · ${report.period.title} · ${words.file.asOf} ${report.asOf}`
  return `${[about, ...tables, '', `${words.file.how}: ${report.how}`, ...report.notes].join('\n')}\n`
}

function aligned(rows: readonly (readonly FileCell[])[], language: Language): readonly string[] {
  const texts = rows.map((row) => row.map((cell) => ({ text: textOf(cell, language), isText: cell.kind === 'text' })))
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.text.length ?? 0)))
  return texts.map((row, line) =>
    row
      .map(({ text, isText }, column) => {
        const isLeft = line === 0 ? texts[1]?.[column]?.isText !== false : isText
        return isLeft ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
      })
      .join('  ')
      .trimEnd(),
  )
}

function textOf({ kind, value, currency }: FileCell, language: Language): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })
  const number = (digits: number, of = value) => numberFormat(locale, exactly(digits))(of)
  switch (kind) {
    case 'money': {
      const digits = digitsOf(currency ?? 'RUB')
      return number(digits, value / 10 ** digits)
    }
    case 'percent':
      return percentFormat(locale, exactly(1))(value)
    case 'days':
      return number(1)
    case 'duration':
      return `${Math.floor(value / 3600)}:${String(Math.floor(value / 60) % 60).padStart(2, '0')}:${String(Math.round(value) % 60).padStart(2, '0')}`
    case 'count':
    case 'text':
    case 'date':
      return number(0)
  }
}
