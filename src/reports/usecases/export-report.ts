import type { Ports } from '#ports/ports'
import type { ExportEntry, Report, ReportQuery } from '#schemas/report'
import { refuseExport } from '#usecases/people/refuse-export'

import type { Reader, ReportPorts } from './build-report'
import { readReport, type Telling } from './read-report'

type Needs = ReportPorts & Pick<Ports, 'ids'>

/** A report with all its rows, for a file. That it was taken out is on record before it is given away. */
export async function exportReport(
  ports: Needs,
  reader: Reader,
  ask: { readonly name: string; readonly asked: ReportQuery; readonly format: ExportEntry['format'] },
  { language }: Telling,
): Promise<Report> {
  refuseExport(reader.caller)
  const report = await readReport(ports, reader, ask, { language, limit: Number.MAX_SAFE_INTEGER })
  const { lang: _lang, ...filters } = ask.asked
  await ports.reports.noteExport({
    id: ports.ids.next('exp'),
    at: report.generatedAt,
    by: reader.caller.actor.id,
    what: `report ${report.name}`,
    format: ask.format,
    filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
    rows: report.tables.reduce((sum, { rows }) => sum + rows.length, 0),
  })
  return report
}
