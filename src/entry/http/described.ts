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
      refusals: ['forbidden', 'passkey_unknown', 'passkey_last', 'precondition_failed'],
    },
    createKey: {
      tag: 'API keys',
      summary: 'Make a key for a program',
      description:
        'It works for whoever makes it, with some of their rights and never with more than they have at the moment it is used. The secret is told once: not even a repeated request gets it again, so no Idempotency-Key is heeded.',
      refusals: ['forbidden', 'key_scope', 'too_many_keys', 'version_conflict', 'precondition_failed'],
    },
    listKeys: {
      tag: 'API keys',
      summary: 'Keys you answer for',
      description: 'Of everybody for whoever may change people.',
      refusals: ['forbidden'],
    },
    readKey: { tag: 'API keys', summary: 'Read a key', refusals: ['forbidden', 'key_unknown'] },
    saveKey: {
      tag: 'API keys',
      summary: 'Change what a key may do, or who answers for it',
      refusals: [
        'forbidden',
        'key_unknown',
        'key_scope',
        'employee_unknown',
        'employee_inactive',
        'version_conflict',
        'precondition_failed',
      ],
    },
    rotateKey: {
      tag: 'API keys',
      summary: 'Give a key a new secret',
      description: 'Told once. For a day the secret before it is good too, so that the program can be changed over.',
      refusals: ['forbidden', 'key_unknown', 'version_conflict', 'precondition_failed'],
    },
    removeKey: {
      tag: 'API keys',
      summary: 'Take a key away',
      description: 'Whoever shows it is a stranger from this moment on.',
      refusals: ['forbidden', 'key_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
