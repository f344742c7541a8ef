import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const unknown = ['forbidden', 'integration_unknown'] as const
const input = ['field_value', 'employee_unknown', 'rules_unknown'] as const

/** What the description of the interface says about what is connected. */
export const described = {
  chapter: 85,
  operations: {
    createIntegration: {
      tag: 'Integrations',
      summary: 'Connect a telephone exchange or the forms of a site',
      description:
        'The secrets that are ours are made here and shown this once, with what to enter where in the account of the provider.',
      refusals: ['forbidden', ...input, 'version_conflict'],
    },
    listIntegrations: { tag: 'Integrations', summary: 'Everything that is connected', refusals: ['forbidden'] },
    readIntegration: { tag: 'Integrations', summary: 'One of them, without its secrets', refusals: [...unknown] },
    saveIntegration: {
      tag: 'Integrations',
      summary: 'Set its name, numbers, logins, zone and sites',
      refusals: [...unknown, ...input, 'version_conflict'],
    },
    rotateIntegrationSecret: {
      tag: 'Integrations',
      summary: 'Make new secrets',
      description: 'They are shown this once. For 24 hours the old ones are good beside them.',
      refusals: [...unknown, 'field_value', 'version_conflict'],
    },
    pauseIntegration: {
      tag: 'Integrations',
      summary: 'Keep what comes unread, or let it be read again',
      refusals: [...unknown, 'version_conflict'],
    },
    testIntegration: {
      tag: 'Integrations',
      summary: 'Whether anything is heard of it, and what of it belongs to nobody',
      refusals: [...unknown],
    },
    listArrivals: {
      tag: 'Integrations',
      summary: 'What came by it, without the bytes, the newest first',
      description: 'Kept for 30 days. What could not be read says why.',
      refusals: [...unknown],
    },
    replayArrivals: {
      tag: 'Integrations',
      summary: 'Read again what could not be read or was kept unread',
      description: 'What was read before changes nothing.',
      refusals: [...unknown, 'field_value', 'rules_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
