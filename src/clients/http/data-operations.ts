import { operation, type Ask } from '#http/operation'
import type { ReportFile } from '#schemas/report'
import type Type from 'typebox'

/** What may be asked of what is kept of clients, and of who read it. */
export const dataOperations = [
  operation({
    id: 'readClientsCsv',
    method: 'GET',
    path: '/client-list/csv',
    right: 'export',
    worded: true,
    query: 'ClientFileQuery',
    answer: 'ReportFile',
    media: 'text/csv; charset=utf-8',
    run: (ask) => clientFile(ask, 'csv'),
  }),
  operation({
    id: 'readClientsXlsx',
    method: 'GET',
    path: '/client-list/xlsx',
    right: 'export',
    worded: true,
    query: 'ClientFileQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: (ask) => clientFile(ask, 'xlsx'),
  }),
  operation({
    id: 'askErasure',
    method: 'POST',
    path: '/clients/{client}/erasure',
    right: 'clients_edit',
    body: 'AskErasure',
    answer: 'Erasure',
    status: 201,
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/erase-client')).askErasure(
        ports,
        { caller, people },
        { id: params.client, reason: body.reason },
      ),
  }),
  operation({
    id: 'readErasure',
    method: 'GET',
    path: '/clients/{client}/erasure',
    right: 'clients_read',
    answer: 'Erasure',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/erase-client')).readErasure(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'confirmErasure',
    method: 'POST',
    path: '/clients/{client}/erasure/confirmation',
    right: 'people_edit',
    body: 'ConfirmErasure',
    answer: 'Erasure',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/erase-client')).confirmErasure(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'readPersonalPackage',
    method: 'POST',
    path: '/clients/{client}/personal-data',
    right: 'export',
    body: 'ConfirmErasure',
    answer: 'PersonalPackage',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/erase-client')).personalPackage(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'readPersonalPackagePage',
    method: 'POST',
    path: '/clients/{client}/personal-data/page',
    right: 'export',
    worded: true,
    query: 'LanguageQuery',
    body: 'ConfirmErasure',
    answer: 'ReportFile',
    media: 'text/html; charset=utf-8',
    run: async ({ ports, caller, people, params, query, language }) => {
      const { personalPackage } = await import('#clients/usecases/erase-client')
      const pack = await personalPackage(ports, { caller, people }, params.client)
      const [{ packagePage }, { model }] = await Promise.all([import('./package-page'), ports.rules.current()])
      const name = (await ports.clients.find(pack.client))?.client.name ?? pack.client
      return packagePage(pack, { people, model, name, language: query.lang ?? language })
    },
  }),
  operation({
    id: 'askRequest',
    method: 'POST',
    path: '/clients/{client}/requests',
    right: 'clients_edit',
    body: 'NewSubjectRequest',
    answer: 'SubjectRequest',
    status: 201,
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/requests/ask-request')).askRequest(
        ports,
        { caller, people },
        { ...body, id: params.client },
      ),
  }),
  operation({
    id: 'readRequests',
    method: 'GET',
    path: '/clients/{client}/requests',
    right: 'clients_read',
    answer: 'SubjectRequests',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/requests/read-requests')).readRequests(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'answerRequest',
    method: 'POST',
    path: '/clients/{client}/requests/{request}/answer',
    right: 'clients_read',
    body: 'AnswerSubjectRequest',
    answer: 'SubjectRequest',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/requests/answer-request')).answerRequest(
        ports,
        { caller, people },
        { ...body, id: params.client, request: params.request },
      ),
  }),
  operation({
    id: 'listOpenRequests',
    method: 'GET',
    path: '/personal-data/requests',
    right: 'clients_read',
    query: 'PageQuery',
    answer: 'SubjectRequests',
    paged: true,
    run: async ({ ports, caller, people, page }) => {
      const { readOpenRequests } = await import('#clients/usecases/requests/read-requests')
      const { items, ...rest } = await readOpenRequests(ports, { caller, people }, page)
      return { items: [...items], ...rest }
    },
  }),
  operation({
    id: 'listErasedByRules',
    method: 'GET',
    path: '/personal-data/erased',
    right: 'people_edit',
    query: 'ErasedByRuleQuery',
    answer: 'ErasedByRules',
    run: async ({ ports, caller, query }) =>
      (await import('#clients/usecases/keeping/read-erased')).readErasedByRules(ports, caller, query.month),
  }),
  operation({
    id: 'readConsents',
    method: 'GET',
    path: '/clients/{client}/consents',
    right: 'clients_read',
    answer: 'ClientConsents',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/consents')).readConsents(ports, { caller, people }, params.client),
  }),
  operation({
    id: 'giveConsent',
    method: 'POST',
    path: '/clients/{client}/consents',
    right: 'clients_edit',
    body: 'GiveConsent',
    answer: 'ClientConsents',
    status: 201,
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/consents')).giveConsent(
        ports,
        { caller, people },
        { ...body, id: params.client },
      ),
  }),
  operation({
    id: 'readConsentText',
    method: 'GET',
    path: '/clients/{client}/consents/{said}/text',
    right: 'clients_read',
    answer: 'ConsentText',
    run: async ({ ports, caller, people, params }) =>
      (await import('#clients/usecases/read-consent-text')).readConsentText(ports, { caller, people }, params),
  }),
  operation({
    id: 'revokeConsent',
    method: 'POST',
    path: '/clients/{client}/consents/{consent}/revocation',
    right: 'clients_edit',
    body: 'RevokeConsent',
    answer: 'ClientConsents',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/consents')).revokeConsent(
        ports,
        { caller, people },
        { ...body, id: params.client, consent: params.consent },
      ),
  }),
  operation({
    id: 'readReading',
    method: 'GET',
    path: '/employees/{employee}/reading',
    right: 'audit_read',
    query: 'ReadingQuery',
    answer: 'PersonReading',
    run: async ({ ports, caller, people, params, query }) =>
      (await import('#clients/usecases/reading/read-reading')).readReading(
        ports,
        { caller, people },
        { employee: params.employee, on: query.on },
      ),
  }),
  operation({
    id: 'readLeak',
    method: 'GET',
    path: '/employees/{employee}/reading/clients',
    right: 'people_edit',
    query: 'LeakQuery',
    answer: 'ReadClients',
    run: async ({ ports, caller, people, params, query }) =>
      (await import('#clients/usecases/reading/read-leak')).readLeak(
        ports,
        { caller, people },
        { ...query, employee: params.employee },
      ),
  }),
  operation({
    id: 'allowReading',
    method: 'POST',
    path: '/employees/{employee}/reading/allowance',
    right: 'signed_in',
    body: 'AllowReading',
    answer: 'PersonReading',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#clients/usecases/reading/read-reading')).allowReading(
        ports,
        { caller, people },
        { employee: params.employee, reason: body.reason },
      ),
  }),
] as const

async function clientFile(
  { ports, caller, people, query, language }: Ask<'/client-list/csv', 'ClientFileQuery'>,
  format: 'csv' | 'xlsx',
): Promise<Type.Static<typeof ReportFile>> {
  const { lang, ...asked } = query
  const { exportClients } = await import('#clients/usecases/export-clients')
  const reader = { caller, people }
  const exported = await exportClients(ports, reader, { asked, format, language: lang ?? language })
  const { clientListFile } = await import('./client-list-file')
  return clientListFile(exported, reader, { format, now: ports.clock.now() })
}
