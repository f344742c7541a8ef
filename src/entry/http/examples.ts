import type { ExamplesOf } from '#http/described'
import { anna } from '#http/example-things'
import type { operations } from './operations'

const session = '0qk0Yl3m7b2nQp8sVwXy1A4fJx0qk0Yl'
const passkey = 'Ahx1kQ9J3rT5v7Zc'

const secret = 'norma_k1_4fJx0qk0Yl_3m7b2nQp8sVwXy1A4fJx0qk0Yl3m7b2n_0aZ91b'
const apiKey = {
  id: 'key_4fJx0qk0Yl',
  name: 'Site form',
  responsible: anna.id,
  scopes: { deals_read: 'own', deals_edit: 'own' },
  isOfCompany: false,
  createdAt: '2026-11-23T09:00:00.000Z',
  createdBy: anna.id,
  expiresAt: '2027-02-21T09:00:00.000Z',
} as const

/** An example of every operation on coming in; only the description of the interface shows them. */
export const examples = {
  inviteEmployee: {
    params: { employee: anna.id },
    body: {},
    answer: {
      employee: anna.id,
      path: `/app/invitation/${anna.id}~4fJx0qk0Yl3m7b2nQp8sVwXy1A0qk0Yl`,
      expiresAt: '2026-11-30T09:00:00.000Z',
    },
  },
  listSessions: {
    params: { employee: anna.id },
    answer: {
      items: [
        {
          id: session,
          employee: anna.id,
          by: 'password',
          device: 'Chrome, Windows',
          at: '2026-11-23T06:02:00.000Z',
          seenAt: '2026-11-23T08:45:00.000Z',
          expiresAt: '2026-12-07T06:02:00.000Z',
        },
      ],
    },
  },
  endSession: { params: { employee: anna.id, session }, answer: { ended: 1 } },
  endSessions: { params: { employee: anna.id }, answer: { ended: 2 } },
  createKey: {
    body: { name: 'Site form', scopes: { deals_read: 'own', deals_edit: 'own' }, days: 90 },
    answer: { key: apiKey, secret },
  },
  listKeys: { answer: { items: [apiKey] } },
  readKey: { params: { key: apiKey.id }, answer: apiKey },
  saveKey: {
    params: { key: apiKey.id },
    body: { name: 'Site form', scopes: { deals_read: 'own' } },
    answer: { ...apiKey, scopes: { deals_read: 'own' } },
  },
  rotateKey: { params: { key: apiKey.id }, body: {}, answer: { key: apiKey, secret } },
  removeKey: { params: { key: apiKey.id }, answer: { removed: apiKey.id } },
  removePasskey: { params: { employee: anna.id, passkey }, answer: { removed: passkey } },
} as const satisfies ExamplesOf<typeof operations>
