import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about files that are loaded in the background. */
export const described = {
  chapter: 62,
  operations: {
    startLoad: {
      tag: 'Loads',
      summary: 'Have a file loaded in the background',
      description:
        'For files that are too large for a body (4 MB) or take longer than a request may: announce the file (POST /uploads), send its bytes to the address that is answered, then ask for it to be loaded. The answer says under which id to ask how far it is. A process that ends in between loses nothing, and nothing is kept twice.',
      refusals: ['forbidden', 'money_unset', 'field_value', 'rules_unknown'],
    },
    readLoad: {
      tag: 'Loads',
      summary: 'How far a file is, and what came of it',
      description: 'For whoever asked for it. Ask again while it is `waiting` or `running`; it is known for 30 days.',
      refusals: ['load_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
