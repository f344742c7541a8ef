import { operation } from '#http/operation'

/** What may be asked about files that are loaded in the background. */
export const operations = [
  operation({
    id: 'startLoad',
    method: 'POST',
    path: '/loads',
    right: 'signed_in',
    body: 'StartLoad',
    answer: 'Load',
    status: 201,
    worded: true,
    location: ({ id }) => `/loads/${id}`,
    run: async ({ ports, command, body, language }) =>
      (await import('#loads/usecases/loads')).startLoad(ports, { ...command, language }, body),
  }),
  operation({
    id: 'readLoad',
    method: 'GET',
    path: '/loads/{load}',
    right: 'signed_in',
    answer: 'Load',
    worded: true,
    run: async ({ ports, caller, params, language }) =>
      (await import('#loads/usecases/loads')).readLoad(ports, caller, { id: params.load, language }),
  }),
] as const
