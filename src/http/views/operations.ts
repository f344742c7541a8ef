import { operation } from '#http/operation'

/** What may be asked of saved views of lists. */
export const operations = [
  operation({
    id: 'listViews',
    method: 'GET',
    path: '/views',
    right: 'signed_in',
    answer: 'SavedViews',
    run: async ({ ports, caller }) => (await import('#usecases/views/views')).listViews(ports, caller),
  }),
  operation({
    id: 'createView',
    method: 'POST',
    path: '/views',
    right: 'signed_in',
    body: 'SaveView',
    answer: 'SavedView',
    status: 201,
    location: ({ id }) => `/views/${id}`,
    run: async ({ ports, caller, body }) => (await import('#usecases/views/views')).createView(ports, caller, body),
  }),
  operation({
    id: 'readView',
    method: 'GET',
    path: '/views/{view}',
    right: 'signed_in',
    answer: 'SavedView',
    tagged: true,
    run: async ({ ports, caller, params }) =>
      (await import('#usecases/views/views')).readView(ports, caller, params.view),
  }),
  operation({
    id: 'saveView',
    method: 'PUT',
    path: '/views/{view}',
    right: 'signed_in',
    body: 'SaveView',
    answer: 'SavedView',
    tagged: true,
    current: async ({ ports, caller, params }) =>
      (await import('#usecases/views/views')).readView(ports, caller, params.view),
    run: async ({ ports, caller, params, body, seen }) =>
      (await import('#usecases/views/views')).saveView(ports, caller, { id: params.view, input: body }, seen),
  }),
  operation({
    id: 'removeView',
    method: 'DELETE',
    path: '/views/{view}',
    right: 'signed_in',
    answer: 'SavedView',
    run: async ({ ports, caller, params }) =>
      (await import('#usecases/views/views')).removeView(ports, caller, params.view),
  }),
] as const
