import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about webhooks: by whoever may decide where the company’s events go. */
export const operations = [
  operation({
    id: 'createWebhook',
    method: 'POST',
    path: '/webhooks',
    right: 'rules_edit',
    body: 'SaveWebhook',
    answer: 'WebhookWithSecret',
    status: 201,
    location: ({ webhook }) => `/webhooks/${webhook.id}`,
    run: async ({ ports, command, body }) =>
      (await import('#webhooks/usecases/save-webhook')).createWebhook(ports, command, body),
  }),
  operation({
    id: 'listWebhooks',
    method: 'GET',
    path: '/webhooks',
    right: 'rules_edit',
    answer: 'WebhookList',
    run: async ({ ports, caller }) => ({
      items: await (await import('#webhooks/usecases/read-webhooks')).readWebhooks(ports, caller),
    }),
  }),
  operation({
    id: 'readWebhook',
    method: 'GET',
    path: '/webhooks/{webhook}',
    right: 'rules_edit',
    answer: 'Webhook',
    tagged: true,
    run: async ({ ports, caller, params }) =>
      (await import('#webhooks/usecases/read-webhooks')).readWebhook(ports, caller, params.webhook),
  }),
  operation({
    id: 'saveWebhook',
    method: 'PUT',
    path: '/webhooks/{webhook}',
    right: 'rules_edit',
    body: 'SaveWebhook',
    answer: 'Webhook',
    tagged: true,
    current: async ({ ports, caller, params }) =>
      (await import('#webhooks/usecases/read-webhooks')).readWebhook(ports, caller, params.webhook),
    run: async ({ ports, command, params, body, seen }) =>
      (await import('#webhooks/usecases/save-webhook')).changeWebhook(ports, command, params.webhook, {
        input: body,
        over: seen,
      }),
  }),
  operation({
    id: 'removeWebhook',
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    right: 'rules_edit',
    answer: 'WebhookRemoved',
    run: async ({ ports, command, params }) =>
      (await import('#webhooks/usecases/save-webhook')).removeWebhook(ports, command, params.webhook),
  }),
  operation({
    id: 'rotateWebhookSecret',
    method: 'POST',
    path: '/webhooks/{webhook}/secret',
    right: 'rules_edit',
    body: 'RotateWebhookSecret',
    answer: 'WebhookWithSecret',
    run: async ({ ports, command, params }) =>
      (await import('#webhooks/usecases/save-webhook')).rotateWebhookSecret(ports, command, params.webhook),
  }),
  operation({
    id: 'readWebhookDeliveries',
    method: 'GET',
    path: '/webhooks/{webhook}/deliveries',
    right: 'rules_edit',
    query: 'PageQuery',
    answer: 'WebhookDeliveryPage',
    paged: true,
    run: async ({ ports, caller, params, page }) =>
      (await import('#webhooks/usecases/read-webhooks')).readWebhookDeliveries(ports, caller, params.webhook, page),
  }),
  operation({
    id: 'replayWebhook',
    method: 'POST',
    path: '/webhooks/{webhook}/replay',
    right: 'rules_edit',
    body: 'ReplayWebhook',
    answer: 'WebhookReplayed',
    run: async ({ ports, caller, params, body }) =>
      (await import('#webhooks/usecases/replay-webhook')).replayWebhook(ports, caller, params.webhook, body),
  }),
] as const
