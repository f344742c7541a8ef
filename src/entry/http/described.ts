import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about coming in. */
export const described = {
  chapter: 55,
  operations: {
    inviteEmployee: {
      tag: 'People',
      summary: 'Make a link by which somebody comes in',
      description:
        'Good once, for a week; the one before it is not good any more. Only where people come in by links: on one machine, without a choice of who to be.',
      refusals: ['forbidden', 'employee_unknown', 'employee_inactive', 'ways_elsewhere', 'precondition_failed'],
    },
    listSessions: {
      tag: 'People',
      summary: 'Where somebody is signed in',
      description: 'For themselves and for whoever may change people.',
      refusals: ['forbidden'],
    },
    endSession: {
      tag: 'People',
      summary: 'Sign somebody out of one browser',
      refusals: ['forbidden', 'session_unknown'],
    },
    endSessions: {
      tag: 'People',
      summary: 'Sign somebody out everywhere',
      refusals: ['forbidden'],
    },
    removePasskey: {
      tag: 'People',
      summary: 'Forget a passkey',
      refusals: ['forbidden', 'passkey_unknown', 'precondition_failed'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
