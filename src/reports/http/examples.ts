import type { ExamplesOf } from '#http/described'
import { dealId } from '#http/example-things'
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
  readDealTable: {
    query: { where: 'status=open;fields.amount>=50000000', sort: '-fields.amount', limit: 50 },
    answer: {
      items: [
        {
          id: dealId,
          number: dealId.slice(-6),
          title: 'Coffee machines for Aurora',
          client: 'Aurora',
          direction: 'b2b_new',
          stage: 'offer',
          status: 'open',
          owner: 'anna',
          createdAt: '2026-11-02T09:00:00.000Z',
          enteredAt: '2026-11-20T09:00:00.000Z',
          closedAt: null,
          reason: null,
          nextDueAt: '2026-11-30T15:00:00.000Z',
          stuckSince: '2026-11-27T15:00:00.000Z',
          tasks: 2,
          currency: 'RUB',
          fields: { amount: 75_000_000, source: 'site' },
        },
      ],
      total: 1,
      sumMinor: 75_000_000,
      currency: 'RUB',
      noRate: [],
      asOf: '2026-11-29T09:00:00.000Z',
      toCome: 0,
    },
  },
  readDealTableCsv: { query: { where: 'status=open', columns: 'title,stage,fields.amount', lang: 'ru' }, answer: {} },
  readDealTableXlsx: { query: { where: 'owner=me' }, answer: {} },
  readAudit: { query: { limit: 50 }, answer: audit },
} as const satisfies ExamplesOf<typeof operations>
