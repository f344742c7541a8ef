import type { ExamplesOf } from '#http/described'
import type { operations } from './operations'

const load = {
  id: 'load_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  what: 'statement' as const,
  name: 'kl_to_1c.txt',
  dryRun: false,
  by: 'alex',
  at: '2026-12-01T07:00:30.000Z',
}

/** An example of each. */
export const examples = {
  startLoad: {
    body: { what: 'statement', name: 'kl_to_1c.txt', upload: 'up_01KAQ4B6Y2M3T9J8V5C7D1E0FG' },
    answer: { ...load, state: 'waiting' as const, done: 0 },
  },
  readLoad: {
    params: { load: load.id },
    answer: {
      ...load,
      state: 'done' as const,
      found: 12_400,
      known: 400,
      done: 12_000,
      statement: 'stm_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
    },
  },
} as const satisfies ExamplesOf<typeof operations>
