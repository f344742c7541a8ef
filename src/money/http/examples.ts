import { anna, dealId } from '#http/example-things'
import type { ExamplesOf } from '#http/described'
import type { BankStatement, Invoice, Payment } from '#schemas/money/money'
import type { operations } from './operations'

const at = '2026-12-01T09:00:00.000Z'

const line = { name: 'Machine', quantity: 1, unit: 'шт.', priceKopecks: 12_000_000 }
const buyer = { name: 'ООО «Альфа Пример»', inn: '5001001006' }

const draft: Invoice = {
  id: 'inv_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  version: 1,
  dealId,
  kind: 'whole',
  name: 'Invoice',
  seller: 'main',
  state: 'draft',
  number: null,
  on: null,
  dueOn: null,
  buyer,
  lines: [line],
  kopecks: 12_000_000,
  vatPercent: 22,
  vatKopecks: 2_163_934,
  paidKopecks: 0,
  leftKopecks: 12_000_000,
  shares: [],
  createdAt: at,
  createdBy: anna.id,
}

const issued: Invoice = { ...draft, version: 2, state: 'issued', number: '124', on: '2026-12-01', dueOn: '2026-12-08' }

const payment: Payment = {
  id: 'pay_202612_0012345_0f3k2m9q1zc2v8b4n6m1s5',
  version: 1,
  state: 'unmatched',
  direction: 'in',
  account: '40702810600000012345',
  seller: 'main',
  number: '101',
  bookedOn: '2026-12-02',
  kopecks: 12_000_000,
  name: 'ООО «Альфа Пример»',
  inn: '5001001006',
  purpose: 'Оплата по счету № 124 от 01.12.2026',
  rule: 'nothing_found',
  suggested: [],
  shares: [],
  restKopecks: 12_000_000,
  toDo: 'match',
  dueAt: '2026-12-02T13:00:00.000Z',
  statement: 'stm_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  line: 19,
  trace: [{ at, by: anna.id, did: 'loaded' }],
}

const { toDo: _toDo, ...settled } = payment
const share = { payment: payment.id, invoice: issued.id, dealId, kopecks: 12_000_000, at, by: anna.id }
const booked: Payment = {
  ...settled,
  version: 2,
  state: 'booked',
  dueAt: null,
  shares: [share],
  restKopecks: 0,
  trace: [...payment.trace, { at, by: anna.id, did: 'booked' }],
}

const statement: BankStatement = {
  id: payment.statement,
  name: 'kl_to_1c.txt',
  at,
  by: anna.id,
  encoding: 'windows-1251',
  from: '2026-12-01',
  to: '2026-12-02',
  accounts: [payment.account],
  found: 3,
  known: 1,
  booked: 0,
  suggested: 0,
  unmatched: 1,
  ignored: 0,
  refused: 1,
  faults: [
    { line: 41, weight: 'fault', text: '“сто” is not an amount. Roubles and kopecks are written like 1234.50.' },
  ],
  faultsLeftOut: 0,
}

const reason = 'It is for another deal'

/** An example of every operation on money; only the description of the interface shows them. */
export const examples = {
  makeInvoice: { params: { deal: dealId }, body: { kind: 'whole', buyer, lines: [line] }, answer: draft },
  readInvoices: { params: { deal: dealId }, answer: { items: [issued] } },
  readInvoice: { params: { invoice: issued.id }, answer: issued },
  issueInvoice: { params: { invoice: draft.id }, body: {}, answer: issued },
  cancelInvoice: {
    params: { invoice: issued.id },
    body: { reason: 'The client takes another one' },
    answer: {
      ...issued,
      version: 3,
      state: 'cancelled',
      leftKopecks: 0,
      cancelled: { at, by: anna.id, reason: 'The client takes another one' },
    },
  },
  loadStatement: { body: { name: 'kl_to_1c.txt', content: 'MUNDbGllbnRCYW5rRXhjaGFuZ2U=' }, answer: statement },
  listStatements: { query: { limit: 20 }, answer: { items: [statement] } },
  readStatement: { params: { statement: statement.id }, answer: statement },
  listPayments: { query: { state: 'unmatched' }, answer: { items: [payment] } },
  readPayment: { params: { payment: payment.id }, answer: payment },
  findPayableInvoices: { params: { payment: payment.id }, query: { q: '124' }, answer: { items: [issued] } },
  bookPayment: {
    params: { payment: payment.id },
    body: { shares: [{ invoice: issued.id, kopecks: 12_000_000 }] },
    answer: booked,
  },
  unbookPayment: { params: { payment: payment.id }, body: { reason }, answer: payment },
  settlePayment: {
    params: { payment: payment.id },
    body: { note: 'Goes towards the invoice of next month' },
    answer: { ...booked, settled: { at, by: anna.id, note: 'Goes towards the invoice of next month' } },
  },
  ignorePayment: {
    params: { payment: payment.id },
    body: { reason },
    answer: { ...settled, version: 2, state: 'ignored', dueAt: null },
  },
} as const satisfies ExamplesOf<typeof operations>
