import { reportWords } from '#reports/domain/words-of-reports'
import type { ExportEntry, Report } from '#schemas/report'

import { fileNameOf, fileTables } from './report-cells'

/** A report as a file. What writes a format is loaded when it is asked for. */
export async function reportFile(
  report: Report,
  format: ExportEntry['format'],
): Promise<{ name: string; body: string | Uint8Array<ArrayBuffer> }> {
  const words = reportWords(report.language)
  const tables = fileTables(report, words.rows.total)
  const name = fileNameOf(report, format)
  // What is not whole must not pass for whole wherever the file goes on to.
  const behind = report.toCome === null || report.toCome === 0 ? [] : report.notes.slice(0, 1)
  switch (format) {
    case 'csv': {
      const { csvOf } = await import('#http/tables/table-csv')
      return {
        name,
        body: csvOf(tables, { language: report.language, tableTitle: words.groups.direction, notes: behind }),
      }
    }
    case 'xlsx': {
      const { xlsxOf } = await import('#http/tables/table-xlsx')
      return { name, body: await xlsxOf(tables, behind) }
    }
  }
}
