import { operation, type Ask } from '#http/operation'
import type { ReportFile } from '#schemas/report'
import type Type from 'typebox'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of reports. */
export const operations = [
  operation({
    id: 'listReports',
    method: 'GET',
    path: '/reports',
    right: 'signed_in',
    worded: true,
    query: 'LanguageQuery',
    answer: 'ReportList',
    run: async ({ query, language }) =>
      (await import('#reports/usecases/read-report')).listReports(query.lang ?? language),
  }),
  operation({
    id: 'readReport',
    method: 'GET',
    path: '/reports/{report}',
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'Report',
    run: async ({ ports, caller, people, params, query, language }) =>
      (await import('#reports/usecases/read-report')).readReport(
        ports,
        { caller, people },
        { name: params.report, asked: query },
        { language },
      ),
  }),
  operation({
    id: 'readReportItems',
    method: 'GET',
    path: '/reports/{report}/items',
    right: 'signed_in',
    worded: true,
    query: 'ReportItemsQuery',
    answer: 'ReportItems',
    paged: true,
    run: async ({ ports, caller, people, params, query, language, page }) => {
      const { limit: _limit, cursor: _cursor, ...asked } = query
      const { readReportItems } = await import('#reports/usecases/read-report-items')
      return readReportItems(ports, { caller, people }, { name: params.report, asked, language }, page)
    },
  }),
  operation({
    id: 'readReportCsv',
    method: 'GET',
    path: '/reports/{report}/csv',
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'ReportFile',
    media: 'text/csv; charset=utf-8',
    run: (ask) => fileOf(ask, 'csv'),
  }),
  operation({
    id: 'readReportXlsx',
    method: 'GET',
    path: '/reports/{report}/xlsx',
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: (ask) => fileOf(ask, 'xlsx'),
  }),
  operation({
    id: 'readAudit',
    method: 'GET',
    path: '/audit',
    right: 'people_edit',
    query: 'PageQuery',
    answer: 'AuditPage',
    paged: true,
    run: async ({ ports, caller, page }) =>
      (await import('#reports/usecases/read-audit')).readAudit(ports, caller, page),
  }),
] as const

async function fileOf(
  { ports, caller, people, params, query, language }: Ask<'/reports/{report}', 'ReportQuery'>,
  format: 'csv' | 'xlsx',
): Promise<Type.Static<typeof ReportFile>> {
  const { exportReport } = await import('#reports/usecases/export-report')
  const ask = { name: params.report, asked: query, format }
  const report = await exportReport(ports, { caller, people }, ask, { language })
  const { reportFile } = await import('./report-file')
  return reportFile(report, format)
}
