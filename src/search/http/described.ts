import type { ChapterOf } from '#http/described'

import type { operations } from './operations'

/** What the description of the interface says about the search. */
export const described = {
  chapter: 85,
  operations: {
    search: {
      tag: 'Search',
      summary: 'Find deals and clients by any of their words',
      description:
        'Looks in all of them, closed ones too. What the reader may not see is neither shown nor counted; whoever types a whole number, address or INN is told whose client it is, and nothing else.',
    },
    rebuildSearch: {
      tag: 'Search',
      summary: 'Make what the search finds anew, a step at a time',
      description:
        'Call it with `after` of the answer before until there is none. It changes nothing where all is found already.',
      refusals: ['forbidden', 'field_value'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
