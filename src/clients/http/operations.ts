import { operation } from '#http/operation'

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
      const { listClients } = await import('#clients/usecases/read-clients')
      const { items, ...rest } = await listClients(ports, { caller, people }, { ...asked, ...page })
      return { items: [...items], ...rest }
    },
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
    answer: 'ClientCard',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-clients')).readClient(ports, { caller, people }, params.client),
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
    right: 'clients_edit',
    answer: 'ClientReaders',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-clients')).readClientReaders(ports, { caller, people }, params.client),
  }),
] as const
