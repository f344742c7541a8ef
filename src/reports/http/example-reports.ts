import type { AuditPage, Report, ReportItems } from '#schemas/report'
import type Type from 'typebox'

import { anna, card, dealId } from '#http/example-things'

const cell = 'progress:b2b_new%2Fgeneral_offer:sum'
const weighted = { id: 'weighted', title: 'Weighted', kind: 'money', currency: 'RUB' } as const
const sum = { id: 'sum', title: 'Amount', kind: 'money', currency: 'RUB' } as const

/** A report of the small story shown in the description of the interface. */
export const report: Report = {
  name: 'accountant',
  title: 'Accountant’s summary',
  period: { id: '2026-11', title: '2026-11', from: '2026-11-01', to: '2026-12-01' },
  filters: {},
  by: 'stage',
  groups: [{ id: 'stage', title: 'Stage' }],
  how: 'Won: every deal that became won in the period and still counts. In progress: deals that are open today, by stage.',
  notes: [],
  tables: [
    {
      id: 'progress',
      title: 'In progress',
      rowTitle: 'Direction and stage',
      columns: [{ id: 'count', title: 'Deals', kind: 'count' }, sum, weighted],
      rows: [
        {
          id: 'b2b_new/general_offer',
          label: 'B2B new · General offer',
          cells: {
            count: { value: 1, cell: 'progress:b2b_new%2Fgeneral_offer:count' },
            sum: { value: 45_000_000, cell },
            weighted: { value: 9_000_000, cell: 'progress:b2b_new%2Fgeneral_offer:weighted' },
          },
        },
      ],
      more: 0,
      totals: {
        count: { value: 1, cell: 'progress:*:count' },
        sum: { value: 45_000_000, cell: 'progress:*:sum' },
        weighted: { value: 9_000_000, cell: 'progress:*:weighted' },
      },
    },
  ],
  currency: 'RUB',
  language: 'en',
  asOf: '2026-11-23',
  toCome: 0,
  generatedAt: '2026-11-23T09:00:00.000Z',
}

export const reportItems: ReportItems = {
  report: 'accountant',
  title: 'B2B new · General offer · Amount',
  column: sum,
  fold: 'sum',
  value: 45_000_000,
  count: 1,
  items: [{ deal: dealId, title: card.title, person: anna.id, direction: 'b2b_new', at: null, value: 45_000_000 }],
}

export const reportCell = cell

export const audit: Type.Static<typeof AuditPage> = {
  items: [
    {
      id: 'exp_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
      at: '2026-11-23T09:00:00.000Z',
      by: anna.id,
      what: 'report accountant',
      format: 'xlsx',
      filters: { period: '2026-11' },
      rows: 12,
    },
  ],
}
