import type { ExamplesOf } from '#http/described'
import { audit, report, reportCell, reportItems } from './example-reports'
import type { operations } from './operations'

/** An example of every operation on reports; only the description of the interface shows them. */
export const examples = {
  listReports: {
    query: { lang: 'en' },
    answer: {
      items: [{ name: report.name, title: report.title, how: report.how, groups: ['stage'], hasPeriod: true }],
    },
  },
  readReport: { params: { report: 'accountant' }, query: { period: '2026-11' }, answer: report },
  readReportItems: {
    params: { report: 'accountant' },
    query: { period: '2026-11', cell: reportCell },
    answer: reportItems,
  },
  readReportCsv: { params: { report: 'accountant' }, query: { period: '2026-11', lang: 'ru' }, answer: {} },
  readReportXlsx: { params: { report: 'accountant' }, query: { period: '2026-11' }, answer: {} },
  readAudit: { query: { limit: 50 }, answer: audit },
} as const satisfies ExamplesOf<typeof operations>
