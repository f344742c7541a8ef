import { operation } from '#http/operation'
import { dataOperations } from './data-operations'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about clients. */
export const operations = [
  operation({
    id: 'listClients',
    method: 'GET',
    path: '/clients',
    right: 'clients_read',
    query: 'ClientQuery',
    answer: 'ClientPage',
    paged: true,
    run: async ({ ports, caller, people, query, page }) => {
      const { limit: _limit, cursor: _cursor, ...asked } = query
      const { listClients } = await import('#clients/usecases/list-clients')
      const { items, ...rest } = await listClients(ports, { caller, people }, { ...asked, ...page })
      return { items: [...items], ...rest }
    },
  }),
  operation({
    id: 'changeClients',
    method: 'POST',
    path: '/clients/changes',
    right: 'clients_edit',
    body: 'ChangeClients',
    answer: 'ChangedMany',
    worded: true,
    run: async ({ ports, command, people, body }) =>
      (await import('#clients/usecases/change-many-clients')).changeManyClients(ports, command, people, body),
  }),
  operation({
    id: 'createClient',
    method: 'POST',
    path: '/clients',
    right: 'clients_edit',
    body: 'CreateClient',
    answer: 'ClientCard',
    status: 201,
    location: ({ id }) => `/clients/${id}`,
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, body }) =>
      (await import('#clients/usecases/change-clients')).makeClient(ports, command, people, body),
  }),
  operation({
    id: 'readClient',
    method: 'GET',
    path: '/clients/{client}',
    right: 'clients_read',
    agent: { as: 'readClient' },
    answer: 'ClientCard',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-clients')).openClient(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'updateClient',
    method: 'PATCH',
    path: '/clients/{client}',
    right: 'clients_edit',
    body: 'UpdateClient',
    answer: 'ClientCard',
    ifMatch: 'required',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/change-clients')).updateClient(ports, command, people, {
        id: params.client,
        input: body,
      }),
  }),
  operation({
    id: 'addClientWay',
    method: 'POST',
    path: '/clients/{client}/ways',
    right: 'clients_edit',
    body: 'AddClientWay',
    answer: 'ClientCard',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/change-clients')).addClientWay(ports, command, people, {
        id: params.client,
        input: body,
      }),
  }),
  operation({
    id: 'removeClientWay',
    method: 'DELETE',
    path: '/clients/{client}/ways/{way}',
    right: 'clients_edit',
    answer: 'ClientCard',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, params }) =>
      (await import('#clients/usecases/change-clients')).removeClientWay(ports, command, people, {
        id: params.client,
        way: params.way,
      }),
  }),
  operation({
    id: 'revealClientWay',
    method: 'POST',
    path: '/clients/{client}/reveal',
    right: 'clients_contacts',
    rarely: 10,
    body: 'RevealWay',
    answer: 'RevealedWay',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/read-clients')).revealWay(ports, { caller, people }, params.client, body.way),
  }),
  operation({
    id: 'linkClients',
    method: 'POST',
    path: '/clients/{client}/links',
    right: 'clients_edit',
    body: 'LinkClients',
    answer: 'ClientCard',
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/link-clients')).linkClients(ports, command, { people, id: params.client }, body),
  }),
  operation({
    id: 'unlinkClients',
    method: 'DELETE',
    path: '/clients/{client}/links/{other}',
    right: 'clients_edit',
    answer: 'ClientCard',
    run: async ({ ports, command, people, params }) =>
      (await import('#clients/usecases/link-clients')).unlinkClients(
        ports,
        command,
        { people, id: params.client },
        params.other,
      ),
  }),
  operation({
    id: 'readClientDeals',
    method: 'GET',
    path: '/clients/{client}/deals',
    right: 'clients_read',
    answer: 'ClientDeals',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-clients')).readClientDeals(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'readClientReaders',
    method: 'GET',
    path: '/clients/{client}/readers',
    right: 'audit_read',
    answer: 'ClientReaders',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-clients')).readClientReaders(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'listDuplicates',
    method: 'GET',
    path: '/client-duplicates',
    right: 'clients_read',
    query: 'DuplicateQuery',
    answer: 'DuplicatePage',
    paged: true,
    run: async ({ ports, caller, people, page }) => {
      const { readDuplicates } = await import('#clients/usecases/duplicates/read-duplicates')
      const { items, ...rest } = await readDuplicates(ports, { caller, people }, page)
      return { items: [...items], ...rest }
    },
  }),
  operation({
    id: 'keepClientsApart',
    method: 'POST',
    path: '/clients/{client}/different',
    right: 'clients_edit',
    body: 'KeepApart',
    answer: 'ApartPair',
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/duplicates/keep-apart')).keepApart(
        ports,
        command,
        { people, id: params.client },
        body,
      ),
  }),
  operation({
    id: 'dropClientsApart',
    method: 'DELETE',
    path: '/clients/{client}/different/{other}',
    right: 'clients_edit',
    answer: 'ApartPair',
    run: async ({ ports, command, people, params }) =>
      (await import('#clients/usecases/duplicates/keep-apart')).dropApart(
        ports,
        command,
        { people, id: params.client },
        params.other,
      ),
  }),
  operation({
    id: 'mergeClients',
    method: 'POST',
    path: '/clients/{client}/merge',
    right: 'clients_merge',
    agent: {
      as: 'proposeMerge',
      does: 'Tell what would become of two cards if they were merged; people merge them',
      always: { dryRun: true },
    },
    body: 'MergeClients',
    answer: 'MergePlan',
    ifMatch: 'optional',
    worded: true,
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/merging/merge-clients')).mergeClients(ports, command, people, {
        id: params.client,
        input: body,
      }),
  }),
  operation({
    id: 'listMerges',
    method: 'GET',
    path: '/client-merges',
    right: 'clients_merge',
    answer: 'ClientMerges',
    run: async ({ ports, caller, people }) =>
      (await import('#clients/usecases/merging/merges-of')).readMerges(ports, { caller, people }),
  }),
  operation({
    id: 'undoMerge',
    method: 'POST',
    path: '/client-merges/{merge}/undo',
    right: 'clients_merge',
    body: 'UndoMerge',
    answer: 'MergeUndone',
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/merging/undo-merge')).undoMerge(ports, command, people, {
        id: params.merge,
        input: body,
      }),
  }),
  operation({
    id: 'linkDealClient',
    method: 'POST',
    path: '/deals/{deal}/clients',
    right: 'deals_edit',
    body: 'LinkDealClient',
    answer: 'Deal',
    ifMatch: 'optional',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, params, body }) =>
      (await import('#clients/usecases/link-deal-clients')).linkDealClient(ports, command, people, {
        ...body,
        deal: params.deal,
      }),
  }),
  operation({
    id: 'unlinkDealClient',
    method: 'DELETE',
    path: '/deals/{deal}/clients/{client}/{role}',
    right: 'deals_edit',
    answer: 'Deal',
    ifMatch: 'optional',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, people, params }) =>
      (await import('#clients/usecases/link-deal-clients')).unlinkDealClient(ports, command, people, params),
  }),
  ...dataOperations,
] as const
