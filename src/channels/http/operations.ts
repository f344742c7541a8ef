import { operation } from '#http/operation'
import type { Integration } from '#schemas/integration'

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
  operation({
    id: 'listUnanswered',
    method: 'GET',
    path: '/inbox/unanswered',
    right: 'signed_in',
    query: 'UnansweredQuery',
    answer: 'Unanswered',
    run: async ({ ports, caller, people, query }) => ({
      items: await (
        await import('#channels/usecases/read-unanswered')
      ).readUnanswered(ports, { caller, people }, query),
    }),
  }),
  operation({
    id: 'listSpam',
    method: 'GET',
    path: '/inbox/spam',
    right: 'channels_edit',
    query: 'PageQuery',
    answer: 'SpamList',
    paged: true,
    run: async ({ ports, caller, page }) =>
      (await import('#channels/usecases/read-spam')).readSpam(ports, caller, page),
  }),
  operation({
    id: 'readDealConversation',
    method: 'GET',
    path: '/deals/{deal}/conversation',
    right: 'signed_in',
    answer: 'Conversation',
    run: async ({ ports, caller, people, params }) =>
      (await import('#channels/usecases/read-conversation')).readDealConversation(
        ports,
        { caller, people },
        params.deal,
      ),
  }),
  operation({
    id: 'readClientConversation',
    method: 'GET',
    path: '/clients/{client}/conversation',
    right: 'clients_read',
    answer: 'Conversation',
    run: async ({ ports, caller, people, params }) =>
      (await import('#channels/usecases/read-conversation')).readClientConversation(
        ports,
        { caller, people },
        params.client,
      ),
  }),
  operation({
    id: 'readTalk',
    method: 'GET',
    path: '/talks/{talk}',
    right: 'signed_in',
    answer: 'Conversation',
    run: async ({ ports, caller, people, params }) =>
      (await import('#channels/usecases/read-conversation')).readTalk(ports, { caller, people }, params.talk),
  }),
  operation({
    id: 'takeTalk',
    method: 'POST',
    path: '/talks/{talk}/taking',
    right: 'signed_in',
    body: 'TakeTalk',
    answer: 'TalkState',
    run: async ({ ports, caller, people, params }) =>
      (await import('#channels/usecases/take-talk')).takeTalk(ports, { caller, people }, params.talk),
  }),
  operation({
    id: 'dismissTalk',
    method: 'POST',
    path: '/talks/{talk}/dismissal',
    right: 'signed_in',
    body: 'DismissTalk',
    answer: 'TalkState',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#channels/usecases/dismiss-talk')).dismissTalk(ports, { caller, people }, params.talk, body),
  }),
  operation({
    id: 'returnTalk',
    method: 'POST',
    path: '/talks/{talk}/return',
    right: 'signed_in',
    body: 'ReturnTalk',
    answer: 'TalkState',
    run: async ({ ports, caller, people, params }) =>
      (await import('#channels/usecases/dismiss-talk')).returnTalk(ports, { caller, people }, params.talk),
  }),
  operation({
    id: 'tellCall',
    method: 'POST',
    path: '/talks/{talk}/calls',
    right: 'signed_in',
    body: 'TellCall',
    answer: 'TalkState',
    once: true,
    run: async ({ ports, caller, people, command, params, body }) =>
      (await import('#channels/usecases/tell-call')).tellCall(ports, { caller, people, command }, params.talk, body),
  }),
  operation({
    id: 'makeTalkDeal',
    method: 'POST',
    path: '/talks/{talk}/deal',
    right: 'deals_edit',
    body: 'MakeTalkDeal',
    answer: 'TalkDeal',
    once: true,
    run: async ({ ports, caller, people, command, params, body }) =>
      (await import('#channels/usecases/make-talk-deal')).makeTalkDeal(
        ports,
        { caller, people, command },
        params.talk,
        body,
      ),
  }),
  operation({
    id: 'restoreRequest',
    method: 'POST',
    path: '/talks/{talk}/requests/{request}/restoration',
    right: 'channels_edit',
    body: 'RestoreRequest',
    answer: 'RequestRestored',
    run: async ({ ports, command, params: { talk, request } }) => {
      const { became, dealId } = await (
        await import('#channels/usecases/restore-request')
      ).restoreRequest(ports, command, { talk, request })
      return { became, ...(dealId === undefined ? {} : { dealId }) }
    },
  }),
  operation({
    id: 'writeToDeal',
    method: 'POST',
    path: '/deals/{deal}/messages',
    right: 'deals_edit',
    body: 'WriteMessage',
    answer: 'MessageWritten',
    status: 201,
    once: true,
    run: async ({ ports, caller, people, command, params, body }) =>
      (await import('#channels/usecases/write-message')).writeToDeal(
        ports,
        { caller, people, command },
        params.deal,
        body,
      ),
  }),
  operation({
    id: 'writeToTalk',
    method: 'POST',
    path: '/talks/{talk}/messages',
    right: 'signed_in',
    body: 'WriteMessage',
    answer: 'MessageWritten',
    status: 201,
    once: true,
    run: async ({ ports, caller, people, command, params, body }) =>
      (await import('#channels/usecases/write-message')).writeToTalk(
        ports,
        { caller, people, command },
        params.talk,
        body,
      ),
  }),
] as const
