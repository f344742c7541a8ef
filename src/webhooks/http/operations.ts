import { operation, type Operation } from '#http/operation'

const inputRefusals = [
  'forbidden',
  'field_value',
  'pipeline_unknown',
  'stage_unknown',
  'employee_unknown',
  'rules_unknown',
] as const

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about webhooks: by whoever may decide where the company’s events go. */
export const webhookOperations: readonly Operation[] = [
  operation({
    id: 'createWebhook',
    method: 'POST',
    path: '/webhooks',
    tag: 'Webhooks',
    summary: 'Post events to an address from now on',
    description:
      'Messages are Standard Webhooks 1.0, signed with the secret in this answer, which is shown this once. They arrive at least once, in no certain order.',
    right: 'rules_edit',
    body: 'SaveWebhook',
    answer: 'WebhookWithSecret',
    status: 201,
    refusals: [...inputRefusals, 'too_many_webhooks', 'version_conflict'],
    location: ({ webhook }) => `/webhooks/${webhook.id}`,
    run: async ({ ports, command, body }) =>
      (await import('#webhooks/usecases/save-webhook')).createWebhook(ports, command, body),
  }),
  operation({
    id: 'listWebhooks',
    method: 'GET',
    path: '/webhooks',
    tag: 'Webhooks',
    summary: 'All addresses that events are posted to',
    right: 'rules_edit',
    answer: 'WebhookList',
    refusals: ['forbidden'],
    run: async ({ ports, caller }) => ({
      items: await (await import('#webhooks/usecases/read-webhooks')).readWebhooks(ports, caller),
    }),
  }),
  operation({
    id: 'readWebhook',
    method: 'GET',
    path: '/webhooks/{webhook}',
    tag: 'Webhooks',
    summary: 'One webhook, without its secret',
    right: 'rules_edit',
    answer: 'Webhook',
    refusals: ['forbidden', 'webhook_unknown'],
    run: async ({ ports, caller, params }) =>
      (await import('#webhooks/usecases/read-webhooks')).readWebhook(ports, caller, params.webhook),
  }),
  operation({
    id: 'saveWebhook',
    method: 'PUT',
    path: '/webhooks/{webhook}',
    tag: 'Webhooks',
    summary: 'Change where events go and which',
    description: 'A webhook that was disabled is on again, and what waits for it goes out.',
    right: 'rules_edit',
    body: 'SaveWebhook',
    answer: 'Webhook',
    refusals: [...inputRefusals, 'webhook_unknown', 'version_conflict'],
    run: async ({ ports, command, params, body }) =>
      (await import('#webhooks/usecases/save-webhook')).changeWebhook(ports, command, params.webhook, body),
  }),
  operation({
    id: 'removeWebhook',
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    tag: 'Webhooks',
    summary: 'Send nothing there any more',
    right: 'rules_edit',
    answer: 'WebhookRemoved',
    refusals: ['forbidden', 'webhook_unknown'],
    run: async ({ ports, command, params }) =>
      (await import('#webhooks/usecases/save-webhook')).removeWebhook(ports, command, params.webhook),
  }),
  operation({
    id: 'rotateWebhookSecret',
    method: 'POST',
    path: '/webhooks/{webhook}/secret',
    tag: 'Webhooks',
    summary: 'Make a new secret',
    description: 'It is shown this once. For 24 hours the old one signs beside it.',
    right: 'rules_edit',
    body: 'RotateWebhookSecret',
    answer: 'WebhookWithSecret',
    refusals: ['forbidden', 'webhook_unknown', 'version_conflict'],
    run: async ({ ports, command, params }) =>
      (await import('#webhooks/usecases/save-webhook')).rotateWebhookSecret(ports, command, params.webhook),
  }),
  operation({
    id: 'readWebhookDeliveries',
    method: 'GET',
    path: '/webhooks/{webhook}/deliveries',
    tag: 'Webhooks',
    summary: 'What is on its way to a webhook and what became of it',
    description: 'The newest event first, with every attempt and its outcome. Kept for 30 days.',
    right: 'rules_edit',
    query: 'PageQuery',
    answer: 'WebhookDeliveryPage',
    paged: true,
    refusals: ['forbidden', 'webhook_unknown'],
    run: async ({ ports, caller, params, page }) =>
      (await import('#webhooks/usecases/read-webhooks')).readWebhookDeliveries(ports, caller, params.webhook, page),
  }),
  operation({
    id: 'replayWebhook',
    method: 'POST',
    path: '/webhooks/{webhook}/replay',
    tag: 'Webhooks',
    summary: 'Send again: one delivery, or those of a time',
    description:
      'Under the same webhook-id as before. By time: what was not delivered, or everything with `all`; at most 500 at once, `nextFrom` says where to go on.',
    right: 'rules_edit',
    body: 'ReplayWebhook',
    answer: 'WebhookReplayed',
    refusals: ['forbidden', 'webhook_unknown', 'webhook_inactive', 'delivery_unknown', 'field_value'],
    run: async ({ ports, caller, params, body }) =>
      (await import('#webhooks/usecases/replay-webhook')).replayWebhook(ports, caller, params.webhook, body),
  }),
]
