import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const inputRefusals = [
  'forbidden',
  'field_value',
  'pipeline_unknown',
  'stage_unknown',
  'employee_unknown',
  'rules_unknown',
] as const

/** What the description of the interface says about webhooks. */
export const described = {
  chapter: 80,
  operations: {
    createWebhook: {
      tag: 'Webhooks',
      summary: 'Post events to an address from now on',
      description:
        'Messages are Standard Webhooks 1.0, signed with the secret in this answer, which is shown this once. They arrive at least once, in no certain order.',
      refusals: [...inputRefusals, 'too_many_webhooks', 'version_conflict'],
    },
    listWebhooks: {
      tag: 'Webhooks',
      summary: 'All addresses that events are posted to',
      refusals: ['forbidden'],
    },
    readWebhook: {
      tag: 'Webhooks',
      summary: 'One webhook, without its secret',
      refusals: ['forbidden', 'webhook_unknown'],
    },
    saveWebhook: {
      tag: 'Webhooks',
      summary: 'Change where events go and which',
      description: 'A webhook that was disabled is on again, and what waits for it goes out.',
      refusals: [...inputRefusals, 'webhook_unknown', 'version_conflict'],
    },
    removeWebhook: {
      tag: 'Webhooks',
      summary: 'Send nothing there any more',
      refusals: ['forbidden', 'webhook_unknown'],
    },
    rotateWebhookSecret: {
      tag: 'Webhooks',
      summary: 'Make a new secret',
      description: 'It is shown this once. For 24 hours the old one signs beside it.',
      refusals: ['forbidden', 'webhook_unknown', 'version_conflict'],
    },
    readWebhookDeliveries: {
      tag: 'Webhooks',
      summary: 'What is on its way to a webhook and what became of it',
      description: 'The newest event first, with every attempt and its outcome. Kept for 30 days.',
      refusals: ['forbidden', 'webhook_unknown'],
    },
    replayWebhook: {
      tag: 'Webhooks',
      summary: 'Send again: one delivery, or those of a time',
      description:
        'Under the same webhook-id as before. By time: what was not delivered, or everything with `all`; at most 500 at once, `nextFrom` says where to go on.',
      refusals: ['forbidden', 'webhook_unknown', 'webhook_inactive', 'delivery_unknown', 'field_value'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
