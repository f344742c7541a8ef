import type { ExamplesOf } from '#http/described'
import { anna, dealId } from '#http/example-things'
import type { operations } from './operations'

const row = {
  id: 'handover_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  from: anna.id,
  to: ['ivan.kotov'],
  reason: 'Anna has moved to another city',
  by: 'oleg.smirnov',
  at: '2026-11-23T09:00:00.000Z',
  state: 'done',
} as const
const handover = {
  ...row,
  things: [{ kind: 'deal', id: dealId, to: 'ivan.kotov', state: 'given', version: 7 }],
} as const

/** An example of every operation on a company's beginning. */
export const examples = {
  setUpCompany: {
    body: {
      company: 'Aurora',
      currency: 'RUB',
      zone: 'Europe/Moscow',
      language: 'ru',
      rules: 'first',
      name: 'Oleg Smirnov',
      email: 'oleg@aurora.example',
    },
    answer: { company: 'Aurora', rules: 2 },
  },
  addFirstPeople: {
    body: { people: [{ name: anna.name, email: 'anna@aurora.example', roles: ['lawyer'] }] },
    answer: { items: [anna] },
  },
  startHandover: {
    body: { from: anna.id, to: ['ivan.kotov'], reason: 'Anna has moved to another city' },
    answer: handover,
  },
  listHandovers: { answer: { items: [row] } },
  readHandover: { params: { handover: row.id }, answer: handover },
  returnHandover: {
    params: { handover: row.id },
    body: {},
    answer: { ...handover, state: 'returned', things: [{ ...handover.things[0], state: 'returned' }] },
  },
} as const satisfies ExamplesOf<typeof operations>
