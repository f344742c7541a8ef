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
] as const
