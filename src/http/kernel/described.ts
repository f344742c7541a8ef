import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about the product itself. */
export const described = {
  chapter: 90,
  operations: {
    readHealth: {
      tag: 'System',
      summary: 'Whether the product runs',
    },
    readReadiness: {
      tag: 'System',
      summary: 'Whether the store answers, and whether something stands',
      description:
        'How long the store took to answer (503 with Retry-After when it does not), how much waits on the stream and in each queue and since when, what was put aside as dead letters, when each schedule ran last. In AWS stream, queues and schedules are watched by alarms: `backstage` is null there.',
    },
    readOpenApi: {
      tag: 'System',
      summary: 'This description',
    },
    readDeadLetters: {
      tag: 'System',
      summary: 'What could not be handled and was put aside',
      description: 'The name of each event, the deal and the last fault; nothing of what the event says.',
      refusals: ['forbidden'],
    },
    redriveLetters: {
      tag: 'System',
      summary: 'Try what was put aside again',
      description:
        'All of it, that of a consumer, or some. In AWS it is done where the queues are, and this answers 0.',
      refusals: ['forbidden'],
    },
    readSettings: {
      tag: 'System',
      summary: 'Company currency and rates',
    },
    saveSettings: {
      tag: 'System',
      summary: 'Set company currency and rates',
      description: 'Deals won before keep the rate of their day.',
      refusals: ['forbidden', 'field_value'],
    },
    readCurrencyChanges: {
      tag: 'System',
      summary: 'In which currencies the company has reckoned',
      refusals: ['forbidden'],
    },
    changeCurrency: {
      tag: 'System',
      summary: 'Have the company reckon in another currency',
      description:
        'Targets and the books of won deals are told anew by one rate, so every percent stays; amounts of deals stay in their own currencies. A dry run says what would change. It is done by the clock within minutes; meanwhile no targets are set.',
      refusals: ['forbidden', 'field_value', 'version_conflict'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
