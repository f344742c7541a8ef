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
    readOpenApi: {
      tag: 'System',
      summary: 'This description',
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
  },
} as const satisfies ChapterOf<typeof operations>
