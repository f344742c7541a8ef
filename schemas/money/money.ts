import Type from 'typebox'

import { givenBytes } from '#schemas/lists/given-bytes'
import { invoiceStates } from '#schemas/lists/paper-states'
import { day, instant, line, nullable, shape, words } from '#schemas/shape'

/** How far an invoice is; what is paid of it follows from the payments booked on it. */
export type InvoiceState = (typeof invoiceStates)[number]

/** What somebody has to do about a payment: say what it is for, tell the client of an advance, look after a refund. */
export const paymentToDos = ['match', 'advance', 'refund'] as const
export type PaymentToDo = (typeof paymentToDos)[number]

/** What has become of a payment. */
export const paymentStates = ['booked', 'suggested', 'unmatched', 'ignored'] as const
export type PaymentState = (typeof paymentStates)[number]

const kopecks = (description: string) => Type.Integer({ description: `${description}, in kopecks` })
const inn = line({ maxLength: 20, description: 'INN', examples: ['5001001006'] })

/** A line of an invoice: what is sold, how much of it, at which price with VAT inside. */
export type InvoiceLine = Type.Static<typeof InvoiceLine>
export const InvoiceLine = shape('InvoiceLine', {
  name: line({ minLength: 1, maxLength: 500, description: 'What is sold' }),
  quantity: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000_000, description: 'How much of it' }),
  unit: line({ maxLength: 20, description: 'In which unit', examples: ['шт.'] }),
  priceKopecks: Type.Integer({ minimum: 0, maximum: 10_000_000_000_000, description: 'The price of one, VAT inside' }),
  vatPercent: Type.Optional(
    nullable(
      Type.Number({
        minimum: 0,
        maximum: 100,
        description: 'VAT inside; null without, that of our entity where absent',
      }),
    ),
  ),
})

/** Who pays, as the invoice names them. */
export type Buyer = Type.Static<typeof Buyer>
export const Buyer = shape('Buyer', {
  name: line({ minLength: 1, maxLength: 500, description: 'The company or person' }),
  inn: Type.Optional(inn),
  kpp: Type.Optional(
    Type.String({ pattern: '^\\d{4}[\\dA-Z]{2}\\d{3}$', description: 'KPP', examples: ['773601001'] }),
  ),
})

/** A part of a payment that is booked on an invoice; below nothing for money that went back. */
export type Share = Type.Static<typeof Share>
export const Share = shape('Share', {
  payment: Type.String({ description: 'Payment' }),
  invoice: Type.String({ description: 'Invoice' }),
  dealId: Type.String({ description: 'Deal of the invoice' }),
  kopecks: kopecks('How much'),
  at: instant('When it was booked'),
  by: Type.String({ description: 'Employee, or the rule by which it was booked by itself' }),
})

/** An invoice of a deal. Its state follows from what is booked on it. */
export type Invoice = Type.Static<typeof Invoice>
export const Invoice = shape('Invoice', {
  id: Type.String({ examples: ['inv_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  version: Type.Integer({ minimum: 1, description: 'Grows with every change; the ETag' }),
  dealId: Type.String({ description: 'Deal' }),
  kind: Type.String({ description: 'Kind of the file' }),
  name: Type.String({ description: 'What people call the kind' }),
  seller: Type.String({ description: 'Which of our legal entities' }),
  state: words(invoiceStates),
  number: nullable(Type.String({ description: 'Given when it is issued' })),
  on: nullable(day('The day it was issued on')),
  dueOn: nullable(day('Until when it is to be paid')),
  buyer: Buyer,
  lines: Type.Array(InvoiceLine, { minItems: 1, maxItems: 500 }),
  kopecks: kopecks('What is to be paid'),
  vatPercent: nullable(
    Type.Number({ description: 'The rate of VAT inside; null without VAT, and where lines have several' }),
  ),
  vatKopecks: nullable(kopecks('VAT inside')),
  paidKopecks: kopecks('What is booked on it'),
  leftKopecks: kopecks('What remains to be paid'),
  shares: Type.Array(Share),
  createdAt: instant('When it was made'),
  createdBy: Type.String(),
  takenOver: Type.Optional(
    Type.Literal(true, { description: 'Loaded from a register of another system, which bookkeeping knows already' }),
  ),
  issuedBy: Type.Optional(Type.String({ description: 'Who issued it; absent where that was not kept' })),
  cancelled: Type.Optional(
    shape('InvoiceCancelled', { at: instant('When'), by: Type.String(), reason: Type.String() }),
  ),
})

export type InvoiceList = Type.Static<typeof InvoiceList>
export const InvoiceList = shape('InvoiceList', { items: Type.Array(Invoice) })

/** Asks for an invoice of a deal. */
export type MakeInvoice = Type.Static<typeof MakeInvoice>
export const MakeInvoice = shape('MakeInvoice', {
  kind: line({ minLength: 1, maxLength: 64, description: 'Kind of the file' }),
  buyer: Type.Optional(Buyer),
  lines: Type.Optional(
    Type.Array(InvoiceLine, {
      minItems: 1,
      maxItems: 500,
      description: 'Those of the deal where absent; a part of them where the kind is for a part',
    }),
  ),
})

export type IssueInvoice = Type.Static<typeof IssueInvoice>
export const IssueInvoice = shape('IssueInvoice', {})

export type CancelInvoice = Type.Static<typeof CancelInvoice>
export const CancelInvoice = shape('CancelInvoice', {
  reason: line({ minLength: 1, maxLength: 500, description: 'Why' }),
})

/** What was done with a payment, by whom. */
export type PaymentTrace = Type.Static<typeof PaymentTrace>
export const PaymentTrace = shape('PaymentTrace', {
  at: instant('When'),
  by: Type.String({ description: 'Employee, or the rule by which it was done by itself' }),
  did: words(['loaded', 'booked', 'unbooked', 'ignored', 'settled', 'gave_way', 'came_back']),
  reason: Type.Optional(Type.String()),
})

/** A payment as the bank told of it, and what became of it. */
export type Payment = Type.Static<typeof Payment>
export const Payment = shape('Payment', {
  id: Type.String({ examples: ['pay_202602_0012345_0f3k2m9q1zc2v8b4n6m1s5'] }),
  version: Type.Integer({ minimum: 1, description: 'Grows with every change; the ETag' }),
  state: words(paymentStates),
  direction: words(['in', 'out', 'own'], { description: 'Into our account, out of it, or between two of ours' }),
  account: Type.String({ description: 'Our account' }),
  seller: Type.Optional(Type.String({ description: 'Which of our legal entities has that account' })),
  number: Type.String({ description: 'The number the bank gives' }),
  bookedOn: day('The day the bank booked it on'),
  kopecks: kopecks('The amount'),
  name: Type.String({ description: 'Who is on the other side' }),
  inn: Type.String({ description: 'Their INN, empty where the bank does not say' }),
  otherAccount: Type.Optional(Type.String({ description: 'Their account; absent where the bank does not say' })),
  on: Type.Optional(day('The day of the order, where it is another than the bank booked it on')),
  purpose: Type.String({ description: 'What it is said to be for' }),
  rule: Type.String({ description: 'The rule by which its invoices were looked for' }),
  suggested: Type.Array(Type.String(), { description: 'Invoices that it may be for' }),
  resembles: Type.Optional(
    Type.String({ description: 'A payment of another file that it may be; absent where it is like none' }),
  ),
  shares: Type.Array(Share),
  inPlaceOf: Type.Optional(
    Type.Array(
      shape('GaveWay', {
        payment: Type.String(),
        invoice: Type.String(),
        kopecks: kopecks('How much of it'),
        at: instant('When it was booked by that word'),
      }),
      {
        description: 'What a register or 1C had said, and what gave way to it: it counts again when this is taken back',
      },
    ),
  ),
  restKopecks: kopecks('What is booked on no invoice: an advance of the client'),
  toDo: Type.Optional(words(paymentToDos, { description: 'What somebody has to do about it; absent where nothing' })),
  settled: Type.Optional(
    shape('PaymentSettled', {
      at: instant('When somebody said that an advance or a refund was looked after'),
      by: Type.String(),
      note: Type.String(),
    }),
  ),
  dueAt: nullable(instant('Until when, by working time; null where the file says no time or nothing is to be done')),
  statement: Type.String({ description: 'The statement it came with' }),
  line: Type.Integer({ description: 'Its line there' }),
  trace: Type.Array(PaymentTrace),
})

export type PaymentPage = Type.Static<typeof PaymentPage>
export const PaymentPage = shape('PaymentPage', {
  items: Type.Array(Payment),
  next: Type.Optional(Type.String({ description: 'Address of the page behind' })),
})

export type PaymentsQuery = Type.Static<typeof PaymentsQuery>
export const PaymentsQuery = shape('PaymentsQuery', {
  state: words(paymentStates, { description: 'What has become of them' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  cursor: Type.Optional(Type.String()),
})

/** What is looked for among the invoices that a payment can be booked on. */
export type PayableQuery = Type.Static<typeof PayableQuery>
export const PayableQuery = shape('PayableQuery', {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Words of the number, the client, their INN or the number of the deal; or a sum in roubles',
      examples: ['утёс 125'],
    }),
  ),
})

/** Books a payment on invoices, all of it or part. */
export type BookPayment = Type.Static<typeof BookPayment>
export const BookPayment = shape('BookPayment', {
  shares: Type.Array(
    shape('BookShare', {
      invoice: line({ minLength: 1, maxLength: 64, description: 'Invoice' }),
      kopecks: Type.Integer({ minimum: 1, description: 'How much of the payment' }),
      inPlace: Type.Optional(
        Type.Boolean({
          description:
            'It is the money that a register or 1C has said to be paid: it takes the place of that, as it does where the invoice has no room for both; false where absent',
        }),
      ),
    }),
    { minItems: 1, maxItems: 20 },
  ),
})

export type UnbookPayment = Type.Static<typeof UnbookPayment>
export const UnbookPayment = shape('UnbookPayment', {
  reason: line({ minLength: 1, maxLength: 500, description: 'Why' }),
})

/** Says what came of an advance or a refund. */
export type SettlePayment = Type.Static<typeof SettlePayment>
export const SettlePayment = shape('SettlePayment', {
  note: line({ minLength: 1, maxLength: 500, description: 'What was agreed or done' }),
})

/** Something wrong in a file, with its line. */
export type StatementNote = Type.Static<typeof StatementNote>
export const StatementNote = shape('StatementNote', {
  line: Type.Integer({ description: 'Line of the file, row of a workbook' }),
  cell: Type.Optional(Type.String({ description: 'Cell of a workbook', examples: ['Выписка!D17'] })),
  weight: words(['fault', 'warning'], { description: 'fault: it has cost a payment; warning: it has not' }),
  text: Type.String({ description: 'What is wrong and what to do' }),
})

/** What a statement brought. */
export type BankStatement = Type.Static<typeof BankStatement>
export const BankStatement = shape('BankStatement', {
  id: Type.String({ examples: ['stm_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  name: Type.String({ description: 'Name of the file' }),
  at: instant('When it was loaded'),
  by: Type.String({ description: 'Who loaded it' }),
  encoding: Type.String(),
  from: Type.Optional(day('First day')),
  to: Type.Optional(day('Last day')),
  accounts: Type.Array(Type.String()),
  found: Type.Integer({ description: 'Payments in the file, those that could not be read included' }),
  known: Type.Integer({ description: 'Payments that had been loaded before' }),
  booked: Type.Integer({ description: 'Payments booked by themselves' }),
  suggested: Type.Integer({ description: 'Payments with invoices to choose from' }),
  unmatched: Type.Integer({ description: 'Payments that fit nothing' }),
  ignored: Type.Integer({ description: 'Payments that are for no invoice, such as own transfers' }),
  refused: Type.Integer({ description: 'Payments that could not be taken' }),
  left: Type.Optional(
    Type.Integer({
      description:
        'Payments that there was no time for, or that a load which broke off did not come to: load the same file again and it goes on there',
    }),
  ),
  faults: Type.Array(StatementNote),
  faultsLeftOut: Type.Integer({ description: 'Faults behind these that are not kept' }),
})

export type BankStatementPage = Type.Static<typeof BankStatementPage>
export const BankStatementPage = shape('BankStatementPage', {
  items: Type.Array(BankStatement),
  next: Type.Optional(Type.String({ description: 'Address of the page behind' })),
})

/** A file of the bank. */
export type LoadStatement = Type.Static<typeof LoadStatement>
export const LoadStatement = shape('LoadStatement', {
  name: line({ minLength: 1, maxLength: 200, description: 'Name of the file' }),
  ...givenBytes,
})

/** An invoice as it is kept: what is paid of it is told by its shares. */
export type KeptInvoice = Omit<Invoice, 'state' | 'paidKopecks' | 'leftKopecks'> & {
  readonly isIssued: boolean
  /** A draft bills what its deal comes to when it is issued; absent where somebody gave it lines of its own. */
  readonly followsDeal?: true
}

/** A payment as it is kept: what is left of it is told by its shares. */
export type KeptPayment = Omit<Payment, 'restKopecks' | 'toDo'>
