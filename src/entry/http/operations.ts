import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about how people come in. */
export const operations = [
  operation({
    id: 'inviteEmployee',
    method: 'POST',
    path: '/employees/{employee}/invitation',
    right: 'people_edit',
    body: 'InviteEmployee',
    answer: 'Invitation',
    status: 201,
    run: async ({ ports, caller, params }) =>
      (await import('#entry/usecases/invite-employee')).inviteEmployee(ports, caller, params.employee),
  }),
  operation({
    id: 'listSessions',
    method: 'GET',
    path: '/employees/{employee}/sessions',
    right: 'signed_in',
    answer: 'SessionList',
    run: async ({ ports, caller, params }) =>
      (await import('#entry/usecases/sessions')).readSessions(ports, caller, params.employee),
  }),
  operation({
    id: 'endSession',
    method: 'DELETE',
    path: '/employees/{employee}/sessions/{session}',
    right: 'signed_in',
    answer: 'SessionsEnded',
    run: async ({ ports, caller, params }) =>
      (await import('#entry/usecases/sessions')).endSession(ports, caller, params),
  }),
  operation({
    id: 'endSessions',
    method: 'DELETE',
    path: '/employees/{employee}/sessions',
    right: 'signed_in',
    answer: 'SessionsEnded',
    run: async ({ ports, caller, params }) =>
      (await import('#entry/usecases/sessions')).endAllSessions(ports, caller, params.employee),
  }),
  operation({
    id: 'removePasskey',
    method: 'DELETE',
    path: '/employees/{employee}/passkeys/{passkey}',
    right: 'signed_in',
    answer: 'PasskeyRemoved',
    run: async ({ ports, caller, params }) =>
      (await import('#entry/usecases/remove-passkey')).removePasskey(ports, caller, params),
  }),
  operation({
    id: 'createKey',
    method: 'POST',
    path: '/keys',
    right: 'signed_in',
    body: 'NewApiKey',
    answer: 'ApiKeyWithSecret',
    status: 201,
    location: ({ key }) => `/keys/${key.id}`,
    run: async ({ ports, caller, people, body }) =>
      (await import('#entry/usecases/api-keys')).createApiKey(ports, { caller, people }, body),
  }),
  operation({
    id: 'listKeys',
    method: 'GET',
    path: '/keys',
    right: 'signed_in',
    answer: 'ApiKeyList',
    run: async ({ ports, caller, people }) =>
      (await import('#entry/usecases/api-keys')).readApiKeys(ports, { caller, people }),
  }),
  operation({
    id: 'readKey',
    method: 'GET',
    path: '/keys/{key}',
    right: 'signed_in',
    answer: 'ApiKey',
    tagged: true,
    run: async ({ ports, caller, people, params }) =>
      (await import('#entry/usecases/api-keys')).readApiKey(ports, { caller, people }, params.key),
  }),
  operation({
    id: 'saveKey',
    method: 'PUT',
    path: '/keys/{key}',
    right: 'signed_in',
    body: 'SaveApiKey',
    answer: 'ApiKey',
    tagged: true,
    current: async ({ ports, caller, people, params }) =>
      (await import('#entry/usecases/api-keys')).readApiKey(ports, { caller, people }, params.key),
    run: async ({ ports, caller, people, params, body, seen }) =>
      (await import('#entry/usecases/api-keys')).saveApiKey(
        ports,
        { caller, people },
        { id: params.key, input: body, over: seen },
      ),
  }),
  operation({
    id: 'rotateKey',
    method: 'POST',
    path: '/keys/{key}/secret',
    right: 'signed_in',
    body: 'RotateApiKey',
    answer: 'ApiKeyWithSecret',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#entry/usecases/api-keys')).rotateApiKey(ports, { caller, people }, { id: params.key, ...body }),
  }),
  operation({
    id: 'removeKey',
    method: 'DELETE',
    path: '/keys/{key}',
    right: 'signed_in',
    answer: 'ApiKeyRemoved',
    run: async ({ ports, caller, people, params }) =>
      (await import('#entry/usecases/api-keys')).removeApiKey(ports, { caller, people }, params.key),
  }),
] as const
