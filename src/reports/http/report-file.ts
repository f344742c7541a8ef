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
  switch (format) {
    case 'csv': {
      const { csvOf } = await import('./report-csv')
      return { name, body: csvOf(tables, report.language, words.groups.direction) }
    }
    case 'xlsx': {
      const { xlsxOf } = await import('./report-xlsx')
      return { name, body: await xlsxOf(tables) }
    }
  }
}
