import type { PageExample } from './page'

/** The same for every code that only a plan reports. */
export const liveExamples = {
  'role-empty': {
    before: 'by: lawyer        # nobody is in the role lawyer',
    after: 'by: head_of_sales',
  },
  'alarm-role-empty': {
    before: 'alarm: security        # nobody is in the role security',
    after: 'alarm: owner_manager',
  },
  'consent-text-changed': {
    before: 'text: We may write and call.        # was “We may write.”\nversion: "2026-12"',
    after: 'text: We may write and call.\nversion: "2027-01"',
  },
  'keep-erases': {
    before: 'keep: { lost: 12 calendar months }        # was 36 calendar months',
    after: 'keep: { lost: 36 calendar months }',
  },
  'stage-in-use': {
    before: 'stages:\n  tailored_offer: …        # was individual_offer',
    after: 'stages:\n  tailored_offer: …\nmoved:\n  individual_offer: tailored_offer',
  },
  'pipeline-in-use': {
    before: 'pipelines:\n  companies: …        # was b2b',
    after: 'pipelines:\n  companies: …\nmoved:\n  pipelines.b2b: companies',
  },
  'role-in-use': {
    before: 'roles:\n  counsel: Counsel        # was lawyer',
    after: 'roles:\n  counsel: Counsel\nmoved:\n  roles.lawyer: counsel',
  },
  'option-in-use': {
    before: 'options: [none, cost, timing]        # was price',
    after: 'options: [none, cost, timing]\nmoved:\n  fields.objection.price: cost',
  },
  'field-in-use': {
    before: 'fields:\n  tax_id: { type: text }        # was tax_number',
    after: 'fields:\n  tax_id: { type: text }\nmoved:\n  fields.tax_number: tax_id',
  },
  'paper-in-use': {
    before: 'documents:\n  agreement: …        # was contract, and some wait for a signature',
    after: 'documents:\n  agreement: …\nmoved:\n  documents.contract: agreement',
  },
  'series-removed': {
    before: 'numbers:\n  bills: { like: "{n}" }          # contracts is left out',
    after: 'numbers:\n  bills: { like: "{n}" }\n  contracts: { like: "Д-{year}-{n}" }',
  },
  'old-versions-alive': {
    before: 'max_age: 10 working days        # version 38, 4 deals',
    after: 'max_age: 7 working days         # version 42, everybody else',
  },
  'unknown-template': {
    before: 'template: templates/contact.docx        # there is no such file',
    after: 'template: templates/contract.docx',
  },
  'template-fault': {
    before: '{client.name        in templates/contract.docx',
    after: '{client.name}',
  },
  'template-unknown-field': {
    before: '{client.in}        in templates/contract.docx',
    after: '{client.inn}',
  },
  'template-not-filled-before': {
    before: 'template: templates/contract.docx        # it prints {client.ogrn}',
    after: 'template: templates/contract.docx\n    needs: [client.ogrn]',
  },
} as const satisfies Readonly<Record<string, PageExample>>
