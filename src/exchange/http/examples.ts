import type { ExamplesOf } from '#http/described'
import type { operations } from './operations'

const base = {
  id: '1c-4f7a90c2',
  name: 'УТ, основная',
  seller: null,
  from: '2026-12-01',
  lamp: 'works' as const,
  lastSuccessAt: '2026-12-01T07:00:36.000Z',
  createdAt: '2026-12-01T06:00:00.000Z',
  createdBy: 'helen.orlova',
}
const params = { base: base.id }
const withPassword = {
  base,
  password: '6d1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e',
  instruction: 'User: 1c-4f7a90c2\nPassword: 6d1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e',
}

/** An example of each. */
export const examples = {
  createOneCBase: { body: { name: base.name, from: base.from }, answer: withPassword },
  listOneCBases: { answer: { items: [base] } },
  readOneCBase: { params, answer: base },
  changeOneCPassword: { params, body: {}, answer: withPassword },
  removeOneCBase: { params, answer: { removed: base.id } },
  listOneCSessions: {
    params,
    answer: {
      items: [
        {
          id: 'exchange_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
          startedAt: '2026-12-01T07:00:30.000Z',
          lastAt: '2026-12-01T07:00:36.000Z',
          state: 'done' as const,
          offered: 2,
          sent: 2,
          received: 3,
          booked: 1,
          refused: 0,
          notes: [
            {
              weight: 'warning' as const,
              text: 'Invoice 124: 1C says 35,500.50 roubles, Norma 35,000.00. Compare the lines.',
            },
          ],
          notesLeftOut: 0,
        },
      ],
    },
  },
} as const satisfies ExamplesOf<typeof operations>
