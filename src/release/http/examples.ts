import type { ExamplesOf } from '#http/described'
import { pipeline, rules } from '#http/example-things'
import { plannedRelease, releaseStatus, scheduledRelease, versionHead } from './example-releases'
import type { operations } from './operations'

/** An example of every operation on rules; only the description of the interface shows them. */
export const examples = {
  listPipelines: {
    answer: {
      configVersion: 3,
      items: [pipeline],
      outcomes: { lost: { price: 'Too expensive' }, cancelled: { returned: 'Goods were returned' } },
      events: { payment_received: 'Payment received' },
    },
  },
  readBoard: {
    params: { pipeline: 'b2b_new' },
    answer: {
      pipeline: 'b2b_new',
      name: pipeline.name,
      columns: [
        {
          stage: 'general_offer',
          name: 'General offer',
          count: 1,
          sums: [{ currency: 'RUB', minor: 45_000_000 }],
          sumMinor: 45_000_000,
          noRate: [],
        },
      ],
    },
  },
  readRules: { answer: rules },
  readRulesVersion: { params: { rules: '3' }, answer: rules },
  planRules: { body: { text: rules.text, now: ['contract.draft_contract.by'] }, answer: plannedRelease },
  publishRules: { body: { text: rules.text, note: rules.note, expected: 2 }, answer: rules },
  rollbackRules: { body: { to: 2, note: 'The new gate stops too many deals', expected: 3 }, answer: rules },
  scheduleRules: {
    body: { text: rules.text, note: rules.note, expected: 3, at: scheduledRelease.at },
    answer: scheduledRelease,
  },
  cancelScheduled: { params: { release: scheduledRelease.id }, answer: { cancelled: scheduledRelease.id } },
  readReleaseStatus: { answer: releaseStatus },
  listRulesVersions: { answer: { items: [versionHead] } },
} as const satisfies ExamplesOf<typeof operations>
