import { operation } from '#http/operation'

/** What may be asked about the exchange with 1C: by whoever decides what is connected, and whoever looks after payments. */
export const operations = [
  operation({
    id: 'createOneCBase',
    method: 'POST',
    path: '/one-c/bases',
    right: 'signed_in',
    body: 'CreateOneCBase',
    answer: 'OneCBaseWithPassword',
    status: 201,
    location: ({ base }) => `/one-c/bases/${base.id}`,
    run: async ({ ports, command, body }) =>
      (await import('#exchange/usecases/save-base')).createBase(ports, command, body),
  }),
  operation({
    id: 'listOneCBases',
    method: 'GET',
    path: '/one-c/bases',
    right: 'signed_in',
    answer: 'OneCBaseList',
    run: async ({ ports, caller }) => ({
      items: await (await import('#exchange/usecases/read-bases')).readBases(ports, caller),
    }),
  }),
  operation({
    id: 'readOneCBase',
    method: 'GET',
    path: '/one-c/bases/{base}',
    right: 'signed_in',
    answer: 'OneCBase',
    run: async ({ ports, caller, params }) =>
      (await import('#exchange/usecases/read-bases')).readBase(ports, caller, params.base),
  }),
  operation({
    id: 'changeOneCPassword',
    method: 'POST',
    path: '/one-c/bases/{base}/password',
    right: 'signed_in',
    body: 'ChangeOneCPassword',
    answer: 'OneCBaseWithPassword',
    run: async ({ ports, command, params }) =>
      (await import('#exchange/usecases/save-base')).changePassword(ports, command, params.base),
  }),
  operation({
    id: 'removeOneCBase',
    method: 'DELETE',
    path: '/one-c/bases/{base}',
    right: 'signed_in',
    answer: 'OneCBaseRemoved',
    run: async ({ ports, command, params }) =>
      (await import('#exchange/usecases/save-base')).removeBase(ports, command, params.base),
  }),
  operation({
    id: 'listOneCSessions',
    method: 'GET',
    path: '/one-c/bases/{base}/sessions',
    right: 'signed_in',
    answer: 'OneCSessionList',
    worded: true,
    run: async ({ ports, caller, params, language }) => ({
      items: await (
        await import('#exchange/usecases/read-bases')
      ).readSessions(ports, caller, { id: params.base, language }),
    }),
  }),
] as const
