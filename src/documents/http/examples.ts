import { anna, dealId } from '#http/example-things'
import type { ExamplesOf } from '#http/described'
import type { DealDocument } from '#schemas/documents/documents'
import type { operations } from './operations'

const at = '2026-12-01T09:00:00.000Z'

const draft: DealDocument = {
  id: 'doc_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  version: 1,
  dealId,
  kind: 'contract',
  name: 'Contract',
  seller: 'main',
  state: 'draft',
  waitsFor: 'issue',
  number: null,
  on: null,
  buyer: 'ООО «Альфа Пример»',
  totalKopecks: 12_000_000,
  fileName: 'Contract.docx',
  template: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  rulesVersion: 12,
  forms: [
    {
      field: 'client.signer',
      text: 'Иванов Иван Иванович',
      form: 'Иванова Ивана Ивановича',
      isConfirmed: false,
    },
  ],
  createdAt: at,
  trace: [{ at, by: anna.id, did: 'made' }],
}

const confirmed: DealDocument = {
  ...draft,
  version: 2,
  forms: draft.forms.map((form) => ({ ...form, isConfirmed: true })),
  trace: [...draft.trace, { at, by: anna.id, did: 'form_confirmed', field: 'client.signer' }],
}

const issued: DealDocument = {
  ...confirmed,
  version: 3,
  state: 'issued',
  waitsFor: 'client',
  number: 'Д-2026-007',
  on: '2026-12-01',
  fileName: 'Contract Д-2026-007.docx',
  trace: [...confirmed.trace, { at, by: anna.id, did: 'issued' }],
}

const file = 'file_01KAQ4B6Y2M3T9J8V5C7D1E0FG'
const reason = 'The client takes another one'
const params = { document: draft.id }

/** An example of every operation on documents; only the description of the interface shows them. */
export const examples = {
  makeDocument: { params: { deal: dealId }, body: { kind: 'contract' }, answer: draft },
  readDocuments: { params: { deal: dealId }, answer: { items: [issued] } },
  readDocument: { params, answer: issued },
  removeDraft: { params, answer: { id: draft.id } },
  readDocumentFile: {
    params,
    query: { as: 'attachment' },
    answer: { url: '/files/doc_01KAQ4B6Y2M3T9J8V5C7D1E0FG/v3?until=1', expiresAt: '2026-12-01T09:01:00.000Z' },
  },
  confirmForm: { params, body: { field: 'client.signer', form: 'Иванова Ивана Ивановича' }, answer: confirmed },
  issueDocument: { params, body: {}, answer: issued },
  sendDocument: {
    params,
    body: {},
    answer: { ...issued, version: 4, state: 'sent', trace: [...issued.trace, { at, by: anna.id, did: 'sent' }] },
  },
  signDocument: {
    params,
    body: { who: 'client', file },
    answer: {
      ...issued,
      version: 4,
      state: 'signed_client',
      waitsFor: 'us',
      signedClient: { at, by: anna.id, file },
      trace: [...issued.trace, { at, by: anna.id, did: 'signed_client' }],
    },
  },
  refuseDocument: {
    params,
    body: { reason },
    answer: {
      ...issued,
      version: 4,
      state: 'refused',
      waitsFor: null,
      trace: [...issued.trace, { at, by: anna.id, did: 'refused', reason }],
    },
  },
  cancelDocument: {
    params,
    body: { reason },
    answer: {
      ...issued,
      version: 4,
      state: 'cancelled',
      waitsFor: null,
      trace: [...issued.trace, { at, by: anna.id, did: 'cancelled', reason }],
    },
  },
  readRegisterCsv: { query: { year: 2026, kind: 'contract' }, answer: {} },
  readRegisterXlsx: { query: { year: 2026 }, answer: {} },
  loadRegister: {
    body: { name: 'Реестр договоров.xlsx', content: 'UEsDBBQAAAAIAA==', kind: 'contract', dryRun: true },
    answer: {
      dryRun: true,
      sheet: 'Реестр',
      found: 3,
      added: 1,
      known: 1,
      refused: 1,
      left: 0,
      rows: [
        {
          line: 2,
          kind: 'contract',
          name: 'Contract',
          number: 'Д-2025-014',
          on: '2025-11-03',
          buyer: 'ООО «Альфа Пример»',
          kopecks: 12_000_000,
          deal: { id: dealId, number: dealId.slice(-6), title: 'Machine' },
        },
      ],
      faults: [
        {
          line: 4,
          cell: 'Реестр!C4',
          column: 'Дата',
          weight: 'fault',
          text: '“31.02.2025” is not a date. Write it as 25.11.2026, or format the cell as a date.',
        },
      ],
      faultsLeftOut: 0,
    },
  },
  sendTemplate: {
    body: { name: 'contract.docx', content: 'UEsDBBQAAAAIAA==' },
    answer: { sha256: draft.template, bytes: 12_345 },
  },
} as const satisfies ExamplesOf<typeof operations>
