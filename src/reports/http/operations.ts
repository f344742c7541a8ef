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
    forKeys: 'deals_read',
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
    forKeys: 'deals_read',
    agent: { as: 'readReport' },
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
    forKeys: 'deals_read',
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
    right: 'export',
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
    right: 'export',
    worded: true,
    query: 'ReportQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: (ask) => fileOf(ask, 'xlsx'),
  }),
  operation({
    id: 'readDealTable',
    method: 'GET',
    path: '/deal-table',
    right: 'deals_read',
    query: 'DealTableQuery',
    answer: 'DealTable',
    paged: true,
    run: async ({ ports, caller, people, query, language, page }) => {
      const { limit: _limit, cursor: _cursor, ...asked } = query
      const { readDealTable } = await import('#reports/usecases/read-deal-table')
      return readDealTable(ports, { caller, people }, { asked, language }, page)
    },
  }),
  operation({
    id: 'readDealTableCsv',
    method: 'GET',
    path: '/deal-table/csv',
    right: 'export',
    worded: true,
    query: 'DealFileQuery',
    answer: 'ReportFile',
    media: 'text/csv; charset=utf-8',
    run: (ask) => dealFile(ask, 'csv'),
  }),
  operation({
    id: 'readDealTableXlsx',
    method: 'GET',
    path: '/deal-table/xlsx',
    right: 'export',
    worded: true,
    query: 'DealFileQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: (ask) => dealFile(ask, 'xlsx'),
  }),
  operation({
    id: 'readAudit',
    method: 'GET',
    path: '/audit',
    right: 'audit_read',
    query: 'PageQuery',
    answer: 'AuditPage',
    paged: true,
    run: async ({ ports, caller, people, page }) =>
      (await import('#reports/usecases/read-audit')).readAudit(ports, { caller, people }, page),
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

async function dealFile(
  { ports, caller, people, query, language }: Ask<'/deal-table/csv', 'DealFileQuery'>,
  format: 'csv' | 'xlsx',
): Promise<Type.Static<typeof ReportFile>> {
  const { lang, ...asked } = query
  const { exportDealTable } = await import('#reports/usecases/export-deal-table')
  const table = await exportDealTable(ports, { caller, people }, { asked, format, language: lang ?? language })
  const { dealTableFile } = await import('./deal-table-file')
  return dealTableFile(table, format)
}
