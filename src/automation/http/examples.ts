import type { ExamplesOf } from '#http/described'
import { anna, deal, rule } from '#http/example-things'
import type { operations } from './operations'

/** An example of every operation on what happens by itself; only the description of the interface shows them. */
export const examples = {
  readAutomation: { answer: { configVersion: 3, items: [rule] } },
  pauseRule: {
    params: { rule: rule.id },
    body: { reason: 'The bank sends every payment twice today' },
    answer: {
      ...rule,
      paused: { at: deal.updatedAt, by: anna.id, reason: 'The bank sends every payment twice today' },
    },
  },
  resumeRule: { params: { rule: rule.id }, answer: rule },
} as const satisfies ExamplesOf<typeof operations>
