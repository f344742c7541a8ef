import type { ExamplesOf } from '#http/described'
import { deal } from '#http/example-things'
import type { operations } from './operations'

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
  readSettings: { answer: { currency: 'RUB', rates: { USD: '92.50' } } },
  saveSettings: {
    body: { currency: 'RUB', rates: { USD: '92.50' } },
    answer: { currency: 'RUB', rates: { USD: '92.50' } },
  },
} as const satisfies ExamplesOf<typeof operations>
