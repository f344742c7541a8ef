import type { ExamplesOf } from '#http/described'

import type { operations } from './operations'

const found = {
  kind: 'deal',
  id: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  title: 'Conveyor for Romashka',
  about: 'Romashka LLC',
  owner: 'anna',
  at: '2026-11-24T12:00:00.000Z',
} as const

/** An example of every operation on the search; only the description of the interface shows them. */
export const examples = {
  search: {
    query: { q: 'romash conv' },
    answer: {
      groups: [
        { kind: 'deal', items: [found], count: 1, isAll: true },
        { kind: 'company', items: [], count: 0, isAll: true },
        { kind: 'person', items: [], count: 0, isAll: true },
      ],
      knownBy: [],
    },
  },
  rebuildSearch: { body: {}, answer: { things: 200, done: 3, of: 140, after: '{"list":3}' } },
} as const satisfies ExamplesOf<typeof operations>
