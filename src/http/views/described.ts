import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about views. */
export const described = {
  chapter: 45,
  operations: {
    listViews: { tag: 'Views', summary: 'My views of lists, and those everybody is offered' },
    createView: {
      tag: 'Views',
      summary: 'Keep how a list is seen',
      description:
        'For oneself, or with `isShared` for everybody, which those may do who see more deals than their own.',
      refusals: ['forbidden', 'too_many_views'],
    },
    readView: { tag: 'Views', summary: 'A view', refusals: ['view_unknown'] },
    saveView: {
      tag: 'Views',
      summary: 'Say what a view is now',
      description: 'For whoever made it, and for those who may change all employees.',
      refusals: ['view_unknown', 'forbidden'],
    },
    removeView: {
      tag: 'Views',
      summary: 'Take a view away',
      description: 'For whoever made it, and for those who may change all employees.',
      refusals: ['view_unknown', 'forbidden'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
