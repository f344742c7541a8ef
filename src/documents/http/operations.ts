import { operation } from '#http/operation'

const etag = ({ version }: { readonly version: number }): string => `"${version}"`

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about documents: those of deals, and the templates they are printed into. */
export const operations = [
  operation({
    id: 'makeDocument',
    method: 'POST',
    path: '/deals/{deal}/documents',
    right: 'signed_in',
    body: 'MakeDocument',
    answer: 'DealDocument',
    status: 201,
    once: true,
    etag,
    location: ({ id }) => `/documents/${id}`,
    run: async ({ ports, command, params, body }) =>
      (await import('#documents/usecases/make-document')).makeDocument(ports, command, params.deal, body),
  }),
  operation({
    id: 'readDocuments',
    method: 'GET',
    path: '/deals/{deal}/documents',
    right: 'signed_in',
    answer: 'DealDocumentList',
    run: async ({ ports, caller, params }) => ({
      items: await (await import('#documents/usecases/read-documents')).readDocuments(ports, caller, params.deal),
    }),
  }),
  operation({
    id: 'readDocument',
    method: 'GET',
    path: '/documents/{document}',
    right: 'signed_in',
    answer: 'DealDocument',
    etag,
    run: async ({ ports, caller, params }) =>
      (await import('#documents/usecases/read-documents')).readDocument(ports, caller, params.document),
  }),
  operation({
    id: 'removeDraft',
    method: 'DELETE',
    path: '/documents/{document}',
    right: 'signed_in',
    answer: 'Removed',
    ifMatch: 'optional',
    run: async ({ ports, command, params }) =>
      (await import('#documents/usecases/change-document')).removeDraft(ports, command, params.document),
  }),
  operation({
    id: 'readDocumentFile',
    method: 'GET',
    path: '/documents/{document}/file',
    right: 'signed_in',
    query: 'FileQuery',
    answer: 'FileAddress',
    run: async ({ ports, caller, params, query }) => {
      const { readDocumentFile } = await import('#documents/usecases/read-documents')
      return readDocumentFile(ports, caller, { id: params.document, as: query.as ?? 'attachment' })
    },
  }),
  operation({
    id: 'confirmForm',
    method: 'POST',
    path: '/documents/{document}/form',
    right: 'signed_in',
    body: 'ConfirmForm',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#documents/usecases/change-document')).confirmForm(ports, command, params.document, body),
  }),
  operation({
    id: 'issueDocument',
    method: 'POST',
    path: '/documents/{document}/issue',
    right: 'signed_in',
    body: 'IssueDocument',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params }) =>
      (await import('#documents/usecases/issue-document')).issueDocument(ports, command, params.document),
  }),
  operation({
    id: 'sendDocument',
    method: 'POST',
    path: '/documents/{document}/sending',
    right: 'signed_in',
    body: 'SendDocument',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params }) =>
      (await import('#documents/usecases/change-document')).sendDocument(ports, command, params.document),
  }),
  operation({
    id: 'signDocument',
    method: 'POST',
    path: '/documents/{document}/signature',
    right: 'signed_in',
    body: 'SignDocument',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#documents/usecases/change-document')).signDocument(ports, command, params.document, body),
  }),
  operation({
    id: 'refuseDocument',
    method: 'POST',
    path: '/documents/{document}/refusal',
    right: 'signed_in',
    body: 'EndDocument',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#documents/usecases/change-document')).refuseDocument(
        ports,
        command,
        params.document,
        body.reason,
      ),
  }),
  operation({
    id: 'cancelDocument',
    method: 'POST',
    path: '/documents/{document}/cancel',
    right: 'signed_in',
    body: 'EndDocument',
    answer: 'DealDocument',
    once: true,
    ifMatch: 'optional',
    etag,
    run: async ({ ports, command, params, body }) =>
      (await import('#documents/usecases/change-document')).cancelDocument(
        ports,
        command,
        params.document,
        body.reason,
      ),
  }),
  operation({
    id: 'readRegisterCsv',
    method: 'GET',
    path: '/register/csv',
    right: 'export',
    worded: true,
    query: 'RegisterQuery',
    answer: 'ReportFile',
    media: 'text/csv; charset=utf-8',
    run: async ({ ports, caller, query, language }) =>
      (await import('./register-file')).registerFile(ports, caller, { query, language, format: 'csv' }),
  }),
  operation({
    id: 'readRegisterXlsx',
    method: 'GET',
    path: '/register/xlsx',
    right: 'export',
    worded: true,
    query: 'RegisterQuery',
    answer: 'ReportFile',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: async ({ ports, caller, query, language }) =>
      (await import('./register-file')).registerFile(ports, caller, { query, language, format: 'xlsx' }),
  }),
  operation({
    id: 'loadRegister',
    method: 'POST',
    path: '/register',
    right: 'signed_in',
    body: 'LoadRegister',
    answer: 'RegisterLoaded',
    worded: true,
    run: async ({ ports, command, body, language }) =>
      (await import('#documents/usecases/register/load-register')).loadRegister(ports, { ...command, language }, body),
  }),
  operation({
    id: 'sendTemplate',
    method: 'POST',
    path: '/templates',
    right: 'rules_edit',
    body: 'SendTemplate',
    answer: 'TemplateKept',
    status: 201,
    run: async ({ ports, caller, body }) =>
      (await import('#documents/usecases/keep-template')).sendTemplate(ports, caller, body),
  }),
] as const
