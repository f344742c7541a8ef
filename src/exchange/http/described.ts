import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const ofBase = ['forbidden', 'one_c_base_unknown', 'rules_unknown'] as const

/** What the description of the interface says about the exchange with 1C. */
export const described = {
  chapter: 87,
  operations: {
    createOneCBase: {
      tag: '1C',
      summary: 'Let a base of 1C exchange with Norma',
      description:
        'Login and password are made here; the password is shown this once. 1C signs in with them at /exchange/1c.',
      refusals: ['forbidden', 'field_value', 'rules_unknown', 'version_conflict'],
    },
    listOneCBases: {
      tag: '1C',
      summary: 'The bases of 1C, and how each stands',
      refusals: ['forbidden', 'rules_unknown'],
    },
    readOneCBase: { tag: '1C', summary: 'One of them', refusals: [...ofBase] },
    changeOneCPassword: {
      tag: '1C',
      summary: 'Give a base a new password',
      description: 'The old one is good no longer, and the sessions opened with it are over.',
      refusals: [...ofBase, 'version_conflict'],
    },
    removeOneCBase: { tag: '1C', summary: 'Let a base in no longer', refusals: [...ofBase, 'version_conflict'] },
    listOneCSessions: {
      tag: '1C',
      summary: 'The last sessions of a base',
      description: 'What was sent, received, booked and refused, and why.',
      refusals: [...ofBase],
    },
  },
} as const satisfies ChapterOf<typeof operations>
