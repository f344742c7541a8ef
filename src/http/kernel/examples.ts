import type { ExamplesOf } from '#http/described'
import { deal } from '#http/example-things'
import type { operations } from './operations'

const aChange = {
  from: 'RUB',
  to: 'KZT',
  rate: '5.4',
  at: deal.updatedAt,
  by: 'olga.petrova',
  reason: 'The company has moved to Almaty',
  state: 'planned',
  deals: 34,
  targets: 120,
  before: 906_280_050,
  after: 4_893_912_270,
} as const

/** An example of every operation on the product itself; only the description of the interface shows them. */
export const examples = {
  readHealth: { answer: { status: 'ok', at: deal.updatedAt } },
  readReadiness: {
    answer: {
      status: 'ready',
      at: deal.updatedAt,
      storeMilliseconds: 0.4,
      backstage: {
        stream: { waiting: 0, behindSeconds: 0 },
        queues: [{ consumer: 'follow-deal', waiting: 1, behindSeconds: 0, deadLetters: 0 }],
        schedules: [{ name: 'sweep-due', lastRunAt: deal.updatedAt }],
      },
    },
  },
  readOpenApi: { answer: { openapi: '3.1.0', info: { title: 'Norma', version: '0.1.0' } } },
  readDeadLetters: {
    answer: {
      isHere: true,
      items: [
        {
          consumer: 'keep-plan-ledger',
          id: '7',
          event: 'deal.moved',
          dealId: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
          why: 'The store did not answer.',
          at: '2026-11-29T09:00:00.000Z',
        },
      ],
    },
  },
  redriveLetters: { body: { consumer: 'keep-plan-ledger' }, answer: { redriven: 1 } },
  readSettings: { answer: { currency: 'RUB', rates: { USD: '92.50' } } },
  saveSettings: {
    body: { currency: 'RUB', rates: { USD: '92.50' } },
    answer: { currency: 'RUB', rates: { USD: '92.50' } },
  },
  readCurrencyChanges: { answer: { changes: [{ ...aChange, state: 'done' }] } },
  changeCurrency: {
    body: { currency: 'KZT', rate: '5.4', reason: 'The company has moved to Almaty', dryRun: true },
    answer: aChange,
  },
} as const satisfies ExamplesOf<typeof operations>
