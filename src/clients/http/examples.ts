import type { ExamplesOf } from '#http/described'
import { anna as employee, deal, dealId } from '#http/example-things'
import type { ClientCard } from '#schemas/client'

import type { operations } from './operations'

const anna = employee.id
const at = '2026-11-23T09:00:00.000Z'
const id = 'client_01KAQ4B6Y2M3T9J8V5C7D1E0FG'
const person = 'client_01KAQ4B6Y2M3T9J8V5C7D1E0FH'

const card: ClientCard = {
  id,
  version: 2,
  kind: 'company',
  name: 'Aurora',
  owner: anna,
  inn: '7707083893',
  kpp: '773601001',
  requisites: { ogrn: '1027700132195', bik: '044525225', account: '40702810200000000001' },
  ways: [{ id: 'w1', kind: 'phone', text: '+7 ··· ···-··-56', masked: true }],
  links: [{ id: person, kind: 'person', name: 'Ivan Orlov', title: 'Director' }],
  createdAt: at,
  createdBy: anna,
  updatedAt: at,
}
const params = { client: id }
const twin: ClientCard = { ...card, id: 'client_01KAQ4B6Y2M3T9J8V5C7D1E0FJ', name: 'Aurora Ltd', links: [], ways: [] }
const merge = 'merge_01KAQ4B6Y2M3T9J8V5C7D1E0FK'
const erasure = {
  client: id,
  state: 'asked',
  reason: 'Letter of the client of 20 November',
  askedBy: anna,
  askedAt: at,
  places: [],
} as const
const consents = {
  client: id,
  items: [
    {
      consent: 'news',
      name: 'Offers by mail',
      state: 'agreed',
      required: false,
      for: ['mail'],
      current: true,
      said: [
        {
          id: 'ref_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
          state: 'agreed',
          at,
          by: anna,
          version: '2',
          textSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          page: 'https://aurora.example/contacts',
        },
      ],
    },
  ],
} as const

const request = {
  id: `${id}-access-1`,
  client: id,
  kind: 'access',
  way: 'letter',
  receivedOn: '2026-11-23',
  dueAt: '2026-12-07T15:00:00.000Z',
  state: 'open',
  responsible: anna,
  createdAt: at,
  createdBy: anna,
} as const

const reading = {
  employee: anna,
  on: '2026-11-23',
  cards: [{ client: id, name: 'Aurora', at, isOwn: false }],
  counted: 1,
  reveals: 0,
  rows: 150,
  searches: 12,
  budget: { cards: 120, reveals: 60, rows: 3000, searches: 400 },
} as const
const row = { id, kind: 'company', name: 'Aurora', owner: anna, contact: '+7 ··· ···-··-56' } as const
const otherRow = { id: twin.id, kind: 'company', name: 'Aurora Ltd', owner: anna } as const

/** An example of every operation on clients; only the description of the interface shows them. */
export const examples = {
  askRequest: { params, body: { kind: 'access', way: 'letter' }, answer: request },
  readRequests: { params, answer: { items: [request] } },
  answerRequest: {
    params: { ...params, request: `${id}-correction-1` },
    body: { state: 'done', answer: 'The number was put right' },
    answer: {
      ...request,
      id: `${id}-correction-1`,
      kind: 'correction',
      state: 'done',
      act: 'correction',
      answer: 'The number was put right',
      closedAt: at,
      closedBy: anna,
    },
  },
  listOpenRequests: { query: { limit: 50 }, answer: { items: [request] } },
  listErasedByRules: {
    query: { month: '2026-12' },
    answer: {
      month: '2026-12',
      items: [{ client: twin.id, line: 'lost', announcedAt: at, until: '2026-12-01', state: 'due' }],
      isMore: false,
      round: { beganOn: '2026-11-23', endedOn: '2026-11-23', looked: 240, announced: 1 },
    },
  },
  listClients: {
    query: { owner: anna, limit: 50 },
    answer: {
      items: [
        {
          id,
          kind: 'company',
          name: 'Aurora',
          owner: anna,
          contact: '+7 ··· ···-··-56',
          inn: '7707083893',
          createdAt: at,
        },
      ],
    },
  },
  readClientsCsv: { query: { where: 'kind=company', columns: 'kind,owner', lang: 'ru' }, answer: {} },
  readClientsXlsx: { query: { where: 'owner=me' }, answer: {} },
  changeClients: {
    body: { clients: [id], giveTo: anna },
    answer: { done: [id], failed: [] },
  },
  createClient: {
    body: { kind: 'company', name: 'Aurora', inn: '7707083893', phone: '+7 495 012-34-56' },
    answer: card,
  },
  readClient: { params, answer: card },
  updateClient: { params, body: { requisites: { ogrn: '1027700132195' } }, answer: card },
  addClientWay: { params, body: { kind: 'phone', text: '+7 495 012-34-56' }, answer: card },
  removeClientWay: { params: { ...params, way: 'w2' }, answer: card },
  revealClientWay: { params, body: { way: 'w1' }, answer: { id: 'w1', text: '+74950123456' } },
  linkClients: { params, body: { client: person, title: 'Director' }, answer: card },
  unlinkClients: { params: { ...params, other: person }, answer: { ...card, links: [] } },
  readClientDeals: {
    params,
    answer: {
      items: [
        {
          id: dealId,
          role: 'client',
          title: 'Coffee machines for Aurora',
          pipeline: 'b2b_new',
          stage: 'presentation',
          status: 'open',
          owner: anna,
          since: at,
        },
      ],
    },
  },
  listDuplicates: {
    query: { limit: 20 },
    answer: { items: [{ is: 'same', score: 14, reasons: ['name', 'phone'], one: row, other: otherRow }] },
  },
  keepClientsApart: {
    params,
    body: { other: twin.id, reason: 'Two companies of one owner' },
    answer: { one: id, other: twin.id, apart: true },
  },
  dropClientsApart: { params: { ...params, other: twin.id }, answer: { one: id, other: twin.id, apart: false } },
  mergeClients: {
    params,
    body: { loser: twin.id, take: { name: 'loser' } },
    answer: {
      winner: { ...card, name: 'Aurora Ltd' },
      loser: twin,
      values: [{ field: 'name', from: 'loser', kept: 'Aurora Ltd', given: 'Aurora' }],
      moves: { ways: 0, links: 0, deals: 2 },
      blocks: [],
      merge,
    },
  },
  listMerges: {
    answer: {
      items: [
        {
          id: merge,
          at,
          by: anna,
          winner: id,
          loser: twin.id,
          name: 'Aurora Ltd',
          loserName: 'Aurora Ltd',
          state: 'merged',
          undoUntil: '2026-12-23T09:00:00.000Z',
        },
      ],
    },
  },
  linkDealClient: { params: { deal: dealId }, body: { client: person, role: 'client' }, answer: deal },
  unlinkDealClient: { params: { deal: dealId, client: person, role: 'payer' }, answer: deal },
  undoMerge: {
    params: { merge },
    body: { dryRun: true },
    answer: { winner: card, loser: twin, stays: { values: [], deals: [] } },
  },
  readClientReaders: { params, answer: { items: [{ employee: anna, at, way: 'w1' }] } },
  askErasure: { params, body: { reason: 'Letter of the client of 20 November' }, answer: erasure },
  readErasure: { params, answer: erasure },
  confirmErasure: {
    params,
    body: {},
    answer: {
      ...erasure,
      state: 'done',
      confirmedBy: 'oleg.smirnov',
      doneAt: at,
      places: [{ room: 'clients', place: 'client, personal', count: 1 }],
      backupsUntil: '2026-12-28',
    },
  },
  readPersonalPackage: {
    params,
    body: {},
    answer: {
      client: id,
      at,
      parts: [{ room: 'clients', place: 'client, core', id, says: { name: 'Aurora' } }],
      readers: [{ employee: anna, at }],
    },
  },
  readPersonalPackagePage: { params, query: { lang: 'ru' }, body: {}, answer: {} },
  readConsents: { params, answer: consents },
  giveConsent: {
    params,
    body: { consent: 'news', version: '2', page: 'https://aurora.example/contacts' },
    answer: consents,
  },
  readConsentText: {
    params: { client: id, said: 'ref_01KAQ4B6Y2M3T9J8V5C7D1E0FH' },
    answer: {
      id: 'ref_01KAQ4B6Y2M3T9J8V5C7D1E0FH',
      consent: 'news',
      name: 'News and offers',
      state: 'agreed',
      at,
      version: '2',
      textSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      text: 'I agree to be written to about offers.',
    },
  },
  revokeConsent: { params: { client: id, consent: 'news' }, body: { reason: 'By mail' }, answer: consents },
  readReading: { params: { employee: anna }, query: { on: '2026-11-23' }, answer: reading },
  readLeak: {
    params: { employee: anna },
    query: { from: '2026-11-01', to: '2026-11-30' },
    answer: {
      employee: anna,
      from: '2026-11-01',
      to: '2026-11-30',
      people: 1,
      companies: 0,
      gone: 0,
      reveals: 1,
      rows: 50,
      searches: 3,
      files: [],
      items: [{ client: person, kind: 'person', name: 'Vera Orlova', firstAt: at, lastAt: at, isOwn: false }],
    },
  },
  allowReading: {
    params: { employee: anna },
    body: { reason: 'Calls all clients of the fair' },
    answer: { ...reading, allowed: { by: 'oleg.smirnov', reason: 'Calls all clients of the fair', at } },
  },
} as const satisfies ExamplesOf<typeof operations>
