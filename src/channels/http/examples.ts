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
  why: 'The body is not JSON.',
}

const talk = 'talk_4b1f0c2d9e8a7b6c5d4e3f2a1b'
const ofTalk = { talk }
const owed = {
  task: `task_${talk}-call_back-1x2y`,
  talk,
  kind: 'call_back' as const,
  do: 'Call the client back',
  responsible: 'anna.petrova',
  since: '2026-12-01T07:00:30.000Z',
  lastAt: '2026-12-01T07:04:10.000Z',
  times: 2,
  attempts: 0,
  dueAt: '2026-12-01T07:15:30.000Z',
  contact: '+79005550101',
}
const state = { id: talk, isClient: true, owed: [owed.task] }
const conversation = {
  waitingSince: owed.since,
  isClient: true,
  owed: [owed],
  answers: [],
  talks: [talk],
  items: [
    {
      id: 'mango-main:7',
      kind: 'call' as const,
      at: '2026-12-01T07:00:00.000Z',
      direction: 'in' as const,
      talk,
      integration: 'mango-main',
      channel: 'main_line',
      result: 'missed' as const,
    },
  ],
}

/** An example of every operation on what is connected; only the description of the interface shows them. */
export const examples = {
  createIntegration: {
    body: { id: integration.id, adapter: integration.adapter, ...saved, secrets: { key: '…', salt: '…' } },
    answer: {
      integration,
      secrets: {},
      connect: ['Address of the external system: /in/mango-main'],
      instruction: 'Address of the external system: /in/mango-main',
    },
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
      instruction: 'Address of the external system: /in/mango-main',
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
  nameOfIntegration: {
    params,
    body: { what: 'login' as const, name: '102', to: 'boris.smirnov' },
    answer: integration,
  },
  readIntegrationDays: { params, answer: { items: [{ day: '2026-12-01', arrived: 126, unreadable: 1 }] } },
  listUnanswered: { query: { of: 'me' as const }, answer: { items: [owed] } },
  listSpam: {
    query: { limit: 20 },
    answer: { items: [{ talk, id: 'r1', at: '2026-12-01T07:00:00.000Z', integration: 'site-main', text: 'Buy now' }] },
  },
  readDealConversation: { params: { deal: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG' }, answer: conversation },
  readClientConversation: { params: { client: 'client_01KAQ4B6Y2M3T9J8V5C7D1E0FG' }, answer: conversation },
  readTalk: { params: ofTalk, answer: conversation },
  takeTalk: { params: ofTalk, body: {}, answer: state },
  dismissTalk: { params: ofTalk, body: { reason: 'A courier' }, answer: { ...state, isClient: false, owed: [] } },
  returnTalk: { params: ofTalk, body: {}, answer: state },
  pickTalkDeal: { params: ofTalk, body: { dealId: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG' }, answer: state },
  tellCall: {
    params: ofTalk,
    body: { result: 'answered' as const, note: 'Calls again on Friday' },
    answer: { ...state, owed: [] },
  },
  dialTalk: {
    params: ofTalk,
    body: {},
    answer: { integration: 'mango-main', name: 'Mango', extension: '101' },
  },
  makeTalkDeal: {
    params: ofTalk,
    body: { title: 'Racks for a warehouse' },
    answer: { dealId: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG', talk: state },
  },
  writeToDeal: {
    params: { deal: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG' },
    body: { text: 'Good afternoon! The offer is on its way.' },
    answer: { id: 'out:4b1f0c', talk, integration: 'telegram-main', at: '2026-12-01T07:10:00.000Z' },
  },
  writeToTalk: {
    params: ofTalk,
    body: { text: 'Good afternoon!', by: `${talk}/telegram-main` },
    answer: { id: 'out:4b1f0d', talk, integration: 'telegram-main', at: '2026-12-01T07:10:00.000Z' },
  },
  listTemplates: {
    params: { talk, integration: 'whatsapp-main' },
    answer: {
      items: [{ id: 'offer_ready/ru', text: '{{1}}, предложение готово до {{2}}.', places: ['1', '2'] }],
    },
  },
  openAttachment: {
    params: { talk, message: 'mail:a9@client.example' },
    body: { no: 0 },
    answer: { url: 'https://files.example/messages/9', expiresAt: '2026-12-01T08:01:00.000Z' },
  },
  settleMessage: {
    params: { talk, message: 'out:4b1f0c' },
    body: { left: true },
    answer: { id: 'out:4b1f0c', state: 'sent' as const },
  },
  hearRecording: {
    params: { talk, call: 'mango-main:7' },
    body: {},
    answer: { url: 'https://files.example/recording/7', expiresAt: '2026-12-01T08:01:00.000Z' },
  },
  listHearings: {
    params: ofTalk,
    answer: { items: [{ at: '2026-12-01T08:00:00.000Z', by: 'helen.orlova', call: 'mango-main:7', no: 0 }] },
  },
  restoreRequest: {
    params: { talk, request: 'r1' },
    body: {},
    answer: { became: 'deal' as const, dealId: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG' },
  },
} as const satisfies ExamplesOf<typeof operations>
