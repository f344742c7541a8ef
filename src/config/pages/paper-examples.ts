import type { CheckCode } from '#config/codes'

/** What is wrong and what is right of each fault of documents and money. */
export const paperExamples = {
  'unknown-seller': {
    before: 'seller: mian',
    after: 'seller: main',
  },
  'unknown-series': {
    before: 'number: bills',
    after: 'number: invoices',
  },
  'unknown-document': {
    before: 'signed: contact',
    after: 'signed: contract',
  },
  'signed-needs-signed_by': {
    before: 'name: Contract\n    template',
    after: 'name: Contract\n    signed_by: both\n    template',
  },
  'document-never-made': {
    before: 'make: [contract]',
    after: 'make: [contract, act]',
  },
  'gate-needs-never-made': {
    before: 'signed: act',
    after: 'signed: contract',
  },
  'invoice-amount-unknown': {
    before: 'filled: [source]',
    after: 'filled: [amount]',
  },
  'unknown-invoice': {
    before: 'invoiced: hole',
    after: 'invoiced: whole',
  },
  'requisite-check-digit': {
    before: 'inn: "7701990031"',
    after: 'inn: "7701990013"',
  },
  'number-pattern-without-n': {
    before: 'like: С-{year}',
    after: 'like: С-{year}-{n}',
  },
  'seller-missing': {
    before: 'name: Sales\n    stages',
    after: 'name: Sales\n    seller: main\n    stages',
  },
  'two-writers-of-paid': {
    before: 'set: { source: site, paid: 0 }',
    after: 'set: { source: site }',
  },
} as const satisfies Partial<Record<CheckCode, { readonly before: string; readonly after: string }>>
