import type { ExamplesOf } from '#http/described'
import type { operations } from './operations'

const integration = {
  id: 'mango-main',
  adapter: 'mango' as const,
  kind: 'phone' as const,
  name: 'Main number',
  address: '/in/mango-main',
  settings: { zone: 'Europe/Moscow' },
  lines: { '+74955550000': 'main_line' },
  logins: { '101': 'anna.petrova' },
  paused: false,
  version: 3,
  createdAt: '2026-12-01T06:00:00.000Z',
  createdBy: 'helen.orlova',
  lastAt: '2026-12-01T07:00:36.000Z',
  arrived: 126,
  unreadable: 1,
  refused: 0,
}
const params = { integration: integration.id }
const { name, settings, lines, logins } = integration
const saved = { name, settings, lines, logins }
const arrival = {
  id: '2026-12-01T07:00:36.000Z_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  at: '2026-12-01T07:00:36.000Z',
  state: 'unreadable' as const,
  bytes: 637,
  media: 'application/json',
  why: 'The body is no JSON.',
}

/** An example of every operation on what is connected; only the description of the interface shows them. */
export const examples = {
  createIntegration: {
    body: { id: integration.id, adapter: integration.adapter, ...saved, secrets: { key: '…', salt: '…' } },
    answer: { integration, secrets: {}, connect: ['Address of the external system: /in/mango-main'] },
  },
  listIntegrations: { answer: { items: [integration] } },
  readIntegration: { params, answer: integration },
  saveIntegration: { params, body: saved, answer: integration },
  rotateIntegrationSecret: {
    params,
    body: { secrets: { salt: '…' } },
    answer: {
      integration: { ...integration, oldSecretsUntil: '2026-12-02T06:00:00.000Z' },
      secrets: {},
      connect: ['Address of the external system: /in/mango-main'],
    },
  },
  pauseIntegration: { params, body: { paused: true }, answer: { ...integration, paused: true } },
  testIntegration: {
    params,
    body: {},
    answer: { hears: true, lastAt: integration.lastAt, unmapped: ['102'], lines: ['+74955550001'] },
  },
  listArrivals: { params, query: { limit: 20 }, answer: { items: [arrival] } },
  replayArrivals: { params, body: {}, answer: { read: 1, unreadable: 0 } },
} as const satisfies ExamplesOf<typeof operations>
