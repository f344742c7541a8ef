import { operation } from '#http/operation'

/** What may be asked about talks with clients: by whom they concern. */
export const talkOperations = [
  operation({
    id: 'listUnanswered',
    method: 'GET',
    path: '/inbox/unanswered',
    right: 'signed_in',
    query: 'UnansweredQuery',
    answer: 'Unanswered',
    run: async ({ ports, caller, people, query }) =>
      (await import('#channels/usecases/read-unanswered')).readUnanswered(ports, { caller, people }, query),
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
    id: 'pickTalkDeal',
    method: 'POST',
    path: '/talks/{talk}/belonging',
    right: 'signed_in',
    body: 'PickTalkDeal',
    answer: 'TalkState',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#channels/usecases/belonging/pick-deal')).pickDeal(ports, { caller, people }, params.talk, body),
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
    id: 'dialTalk',
    method: 'POST',
    path: '/talks/{talk}/dial',
    right: 'signed_in',
    body: 'DialTalk',
    answer: 'Dialled',
    run: async ({ ports, caller, people, command, params, body }) =>
      (await import('#channels/usecases/dialling/dial-talk')).dialTalk(
        ports,
        { caller, people, command },
        params.talk,
        body,
      ),
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
  operation({
    id: 'listTemplates',
    method: 'GET',
    path: '/talks/{talk}/templates/{integration}',
    right: 'signed_in',
    answer: 'MessageTemplates',
    run: async ({ ports, caller, people, params: { talk, integration } }) =>
      (await import('#channels/usecases/writing/templates')).readTemplates(
        ports,
        { caller, people },
        talk,
        integration,
      ),
  }),
  operation({
    id: 'openAttachment',
    method: 'POST',
    path: '/talks/{talk}/messages/{message}/attachment',
    right: 'signed_in',
    body: 'OpenAttachment',
    answer: 'AttachmentLink',
    run: async ({ ports, caller, people, params: { talk, message }, body }) =>
      (await import('#channels/usecases/attachments/open-attachment')).openAttachment(
        ports,
        { caller, people },
        { talk, message },
        body,
      ),
  }),
  operation({
    id: 'settleMessage',
    method: 'POST',
    path: '/talks/{talk}/messages/{message}/certainty',
    right: 'signed_in',
    body: 'SettleMessage',
    answer: 'MessageSettled',
    run: async ({ ports, caller, people, params: { talk, message }, body }) =>
      (await import('#channels/usecases/writing/settle-message')).settleMessage(
        ports,
        { caller, people },
        { talk, message },
        body,
      ),
  }),
  operation({
    id: 'hearRecording',
    method: 'POST',
    path: '/talks/{talk}/calls/{call}/recording',
    right: 'recordings_hear',
    body: 'HearRecording',
    answer: 'RecordingLink',
    run: async ({ ports, caller, people, params: { talk, call }, body }) =>
      (await import('#channels/usecases/recordings/hear-recording')).hearRecording(
        ports,
        { caller, people },
        { talk, call },
        body,
      ),
  }),
  operation({
    id: 'listHearings',
    method: 'GET',
    path: '/talks/{talk}/hearings',
    right: 'channels_edit',
    answer: 'Hearings',
    run: async ({ ports, caller, people, params }) => ({
      items: await (
        await import('#channels/usecases/recordings/hear-recording')
      ).readHearings(ports, { caller, people }, params.talk),
    }),
  }),
] as const
