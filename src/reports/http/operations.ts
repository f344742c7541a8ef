import { operation, type Ask, type Operation } from '#http/operation'
import type { RefusalCode } from '#domain/kernel/refusal'
import type { ReportFile } from '#schemas/report'
import type Type from 'typebox'

const refusals = [
  'forbidden',
  'report_unknown',
  'report_group',
  'period_unknown',
  'pipeline_unknown',
  'department_unknown',
  'employee_unknown',
  'field_value',
  'rules_unknown',
] as const satisfies readonly RefusalCode[]

const filtersText =
  'Of a month 2026-11, a quarter 2026-Q4, a half-year 2026-H2, a year 2026, or days from and to; of a direction, an axis value, a department with those below it, a person. What the caller may not see is in no number.'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of reports. */
export const reportOperations: readonly Operation[] = [
  operation({
    id: 'listReports',
    method: 'GET',
    path: '/reports',
    tag: 'Reports',
    summary: 'The reports there are, and how each is computed',
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
    tag: 'Reports',
    summary: 'A report: its tables, and how their numbers are computed',
    description: filtersText,
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'Report',
    refusals,
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
    tag: 'Reports',
    summary: 'The deals or tasks behind a number of a report',
    description: 'With the `cell` of the number and the filters of the report: what they bring comes to that number.',
    right: 'signed_in',
    worded: true,
    query: 'ReportItemsQuery',
    answer: 'ReportItems',
    paged: true,
    refusals: [...refusals, 'report_cell'],
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
    tag: 'Reports',
    summary: 'A report as CSV, with all its rows',
    description: `UTF-8 with a byte order mark, semicolons, CRLF; decimal commas in Russian. It goes on record. ${filtersText}`,
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'ReportFile',
    media: 'text/csv; charset=utf-8',
    refusals,
    run: (ask) => fileOf(ask, 'csv'),
  }),
  operation({
    id: 'readReportXlsx',
    method: 'GET',
    path: '/reports/{report}/xlsx',
    tag: 'Reports',
    summary: 'A report as a workbook for Excel, with all its rows',
    description: `A sheet a table, numbers and dates as such. It goes on record. ${filtersText}`,
    right: 'signed_in',
    worded: true,
    query: 'ReportQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    refusals,
    run: (ask) => fileOf(ask, 'xlsx'),
  }),
  operation({
    id: 'readAudit',
    method: 'GET',
    path: '/audit',
    tag: 'Reports',
    summary: 'Who has taken data out, the newest first',
    description: 'For those who may change all employees.',
    right: 'people_edit',
    query: 'PageQuery',
    answer: 'AuditPage',
    paged: true,
    refusals: ['forbidden'],
    run: async ({ ports, caller, page }) =>
      (await import('#reports/usecases/read-audit')).readAudit(ports, caller, page),
  }),
]

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
