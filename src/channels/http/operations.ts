import { operation } from '#http/operation'
import type { Integration } from '#schemas/integration'

import { talkOperations } from './talk-operations'

/** Names the version, and how much has come since: what is shown changes with both, only the first is written over. */
const etag = ({ version, arrived, unreadable, refused, oldSecretsUntil }: Integration) =>
  `"${version}.${2 * (arrived + unreadable + refused) + (oldSecretsUntil === undefined ? 0 : 1)}"`

/** What may be asked about what is connected: by whoever may decide that. */
export const operations = [
  operation({
    id: 'createIntegration',
    method: 'POST',
    path: '/integrations',
    right: 'channels_edit',
    body: 'CreateIntegration',
    answer: 'IntegrationWithSecrets',
    status: 201,
    location: ({ integration }) => `/integrations/${integration.id}`,
    run: async ({ ports, command, body }) =>
      (await import('#channels/usecases/save-integration')).createIntegration(ports, command, body),
  }),
  operation({
    id: 'listIntegrations',
    method: 'GET',
    path: '/integrations',
    right: 'channels_edit',
    answer: 'IntegrationList',
    run: async ({ ports, caller }) => ({
      items: await (await import('#channels/usecases/read-integrations')).readIntegrations(ports, caller),
    }),
  }),
  operation({
    id: 'readIntegration',
    method: 'GET',
    path: '/integrations/{integration}',
    right: 'channels_edit',
    answer: 'Integration',
    etag,
    run: async ({ ports, caller, params }) =>
      (await import('#channels/usecases/read-integrations')).readIntegration(ports, caller, params.integration),
  }),
  operation({
    id: 'saveIntegration',
    method: 'PUT',
    path: '/integrations/{integration}',
    right: 'channels_edit',
    body: 'SaveIntegration',
    answer: 'Integration',
    ifMatch: 'required',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#channels/usecases/save-integration')).saveIntegration(ports, command, params.integration, body),
  }),
  operation({
    id: 'nameOfIntegration',
    method: 'PATCH',
    path: '/integrations/{integration}/names',
    right: 'channels_edit',
    body: 'NameOfIntegration',
    answer: 'Integration',
    ifMatch: 'required',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#channels/usecases/save-integration')).nameOfIntegration(ports, command, params.integration, body),
  }),
  operation({
    id: 'readIntegrationDays',
    method: 'GET',
    path: '/integrations/{integration}/days',
    right: 'channels_edit',
    answer: 'IntegrationDays',
    run: async ({ ports, caller, params }) => ({
      items: await (
        await import('#channels/usecases/read-integrations')
      ).readIntegrationDays(ports, caller, params.integration),
    }),
  }),
  operation({
    id: 'rotateIntegrationSecret',
    method: 'POST',
    path: '/integrations/{integration}/secret',
    right: 'channels_edit',
    body: 'RotateIntegrationSecret',
    answer: 'IntegrationWithSecrets',
    run: async ({ ports, command, params, body }) =>
      (await import('#channels/usecases/save-integration')).rotateIntegrationSecret(
        ports,
        command,
        params.integration,
        body,
      ),
  }),
  operation({
    id: 'pauseIntegration',
    method: 'POST',
    path: '/integrations/{integration}/pause',
    right: 'channels_edit',
    body: 'PauseIntegration',
    answer: 'Integration',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#channels/usecases/save-integration')).pauseIntegration(ports, command, params.integration, body),
  }),
  operation({
    id: 'testIntegration',
    method: 'POST',
    path: '/integrations/{integration}/test',
    right: 'channels_edit',
    body: 'TestIntegration',
    answer: 'IntegrationTested',
    run: async ({ ports, caller, params }) =>
      (await import('#channels/usecases/read-integrations')).testIntegration(ports, caller, params.integration),
  }),
  operation({
    id: 'listArrivals',
    method: 'GET',
    path: '/integrations/{integration}/arrivals',
    right: 'channels_edit',
    query: 'PageQuery',
    answer: 'ArrivalPage',
    paged: true,
    run: async ({ ports, caller, params, page }) =>
      (await import('#channels/usecases/read-integrations')).readArrivals(ports, caller, params.integration, page),
  }),
  operation({
    id: 'replayArrivals',
    method: 'POST',
    path: '/integrations/{integration}/replay',
    right: 'channels_edit',
    body: 'ReplayArrivals',
    answer: 'ArrivalsReplayed',
    run: async ({ ports, caller, params, body }) =>
      (await import('#channels/usecases/replay-arrivals')).replayArrivals(ports, caller, params.integration, body),
  }),
  ...talkOperations,
] as const
