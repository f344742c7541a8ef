import { operation } from '#http/operation'

/** What may be asked of the search. */
export const operations = [
  operation({
    id: 'search',
    method: 'GET',
    path: '/search',
    right: 'signed_in',
    forKeys: 'deals_read',
    agent: { as: 'findClients', does: 'Find clients and deals by words, a number, an address or an INN' },
    query: 'SearchQuery',
    answer: 'SearchAnswer',
    run: async ({ ports, caller, people, query }) =>
      (await import('#search/usecases/ask-search')).askSearch(ports, { caller, people }, query),
  }),
  operation({
    id: 'rebuildSearch',
    method: 'POST',
    path: '/search/rebuild',
    right: 'people_edit',
    body: 'RebuildSearch',
    answer: 'SearchRebuilt',
    run: async ({ ports, body }) => (await import('#search/usecases/rebuild-words')).rebuildWords(ports, body.after),
  }),
] as const
