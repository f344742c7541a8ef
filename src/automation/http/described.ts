import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about what happens by itself. */
export const described = {
  chapter: 75,
  operations: {
    readAutomation: {
      tag: 'Rules',
      summary: 'The rules of the automation and which of them are paused',
      description: 'What a rule did, or why not, is on the timeline of each deal.',
      refusals: ['rules_unknown'],
    },
    pauseRule: {
      tag: 'Rules',
      summary: 'Stop a rule of the automation at once',
      description: 'What would set it off meanwhile is noted on the deal and not made up for later.',
      refusals: ['forbidden', 'rule_unknown', 'rules_unknown'],
    },
    resumeRule: {
      tag: 'Rules',
      summary: 'Let a paused rule run again',
      refusals: ['forbidden', 'rule_unknown', 'rules_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
