import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about comments and files. */
export const described = {
  chapter: 15,
  operations: {
    listComments: {
      tag: 'Deals',
      summary: 'What was said of a deal',
      description: 'Pinned comments first, else the newest first.',
      refusals: ['deal_unknown'],
    },
    addComment: {
      tag: 'Deals',
      summary: 'Say something of a deal',
      description:
        'Whoever may see the deal may. Whoever is named with @ and their name, or their id, is told; naming somebody who cannot see the deal is refused.',
      refusals: ['deal_unknown', 'field_value', 'version_conflict'],
    },
    changeComment: {
      tag: 'Deals',
      summary: 'Change what was said, or pin it',
      refusals: ['deal_unknown', 'comment_unknown', 'forbidden', 'field_value', 'version_conflict'],
    },
    removeComment: {
      tag: 'Deals',
      summary: 'Take a comment away',
      description: 'Whoever wrote it, and their heads.',
      refusals: ['deal_unknown', 'comment_unknown', 'forbidden'],
    },
    listFiles: { tag: 'Deals', summary: 'The files of a deal', refusals: ['deal_unknown'] },
    announceUpload: {
      tag: 'Deals',
      summary: 'Say that bytes are too large for a body, and learn where they go',
      description:
        'For what takes `upload` in place of `content`: statements of the bank, the register, templates. The address takes exactly the announced bytes with PUT, for 15 minutes; whoever announced them may use them for a day.',
      refusals: [],
    },
    addFile: {
      tag: 'Deals',
      summary: 'Announce a file and learn where its bytes go',
      description:
        'The address takes exactly the announced bytes with PUT, for 15 minutes. Afterwards say that they were sent; what nobody keeps is gone after a day.',
      refusals: ['deal_unknown', 'field_value'],
    },
    keepFile: {
      tag: 'Deals',
      summary: 'Say that the bytes of a file were sent',
      refusals: ['deal_unknown', 'file_unknown', 'field_value'],
    },
    readFileAddress: {
      tag: 'Deals',
      summary: 'Where a file can be read for a minute',
      refusals: ['deal_unknown', 'file_unknown'],
    },
    removeFile: {
      tag: 'Deals',
      summary: 'Take a file away',
      description: 'Whoever brought it, and their heads.',
      refusals: ['deal_unknown', 'file_unknown', 'forbidden'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
