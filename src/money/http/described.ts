import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const bank = ['forbidden', 'money_unset'] as const
const invoice = ['invoice_unknown', 'invoice_state', 'deal_unknown', 'forbidden', 'money_unset'] as const
const payment = [...bank, 'payment_unknown', 'payment_state'] as const

/** What the description of the interface says about money. */
export const described = {
  chapter: 60,
  operations: {
    makeInvoice: {
      tag: 'Money',
      summary: 'Make the draft of an invoice',
      description:
        'Of the given lines, or of one with the title and the amount of the deal. It has no number before it is issued. As soon as the deal has one, its field `paid` follows from payments.',
      refusals: ['deal_unknown', 'forbidden', 'money_unset', 'field_value', 'invoice_state'],
    },
    readInvoices: { tag: 'Money', summary: 'All invoices of a deal', refusals: ['deal_unknown'] },
    readInvoice: { tag: 'Money', summary: 'One invoice', refusals: ['invoice_unknown', 'deal_unknown'] },
    issueInvoice: {
      tag: 'Money',
      summary: 'Issue an invoice',
      description: 'It gets the next number of its seller and series, without gaps, in the transaction that issues it.',
      refusals: [...invoice],
    },
    cancelInvoice: {
      tag: 'Money',
      summary: 'Cancel an invoice',
      description: 'It keeps its number. Refused while something is booked on it.',
      refusals: [...invoice],
    },
    loadStatement: {
      tag: 'Money',
      summary: 'Load a statement of the bank',
      description:
        'A file of 1CClientBankExchange in any of its encodings, or a table: the first sheet of a workbook (.xlsx) or delimited text, with columns found by their names. What it is is told by its content. Payments that are known already add nothing; the others are booked by themselves, suggested, or left for somebody to say what they are for. Every fault is told with its line or cell.',
      refusals: [...bank, 'statement_unreadable', 'field_value', 'file_unknown'],
    },
    listStatements: { tag: 'Money', summary: 'What statements brought', refusals: [...bank] },
    readStatement: { tag: 'Money', summary: 'What one statement brought', refusals: [...bank, 'statement_unknown'] },
    listPayments: {
      tag: 'Money',
      summary: 'Payments by what has become of them',
      description: 'The youngest first.',
      refusals: [...bank],
    },
    readPayment: {
      tag: 'Money',
      summary: 'One payment with all that was done with it',
      refusals: [...bank, 'payment_unknown'],
    },
    findPayableInvoices: {
      tag: 'Money',
      summary: 'Invoices that a payment can be booked on',
      description:
        'Twenty at most, the likeliest first: of our legal entity the payment came to, of whoever paid, of the same sum, the youngest. With `q` those in which every word of it stands: by a whole number or INN however old they are, else of the year before the payment and since. Without it those of whoever paid and those of the same sum in the quarter before. Of a payment that went out: those that money can be given back on.',
      refusals: [...bank, 'payment_unknown'],
    },
    bookPayment: {
      tag: 'Money',
      summary: 'Book a payment on invoices',
      description: 'All of it or part. What is left stays an advance of the client.',
      refusals: [...payment, 'invoice_unknown', 'invoice_state'],
    },
    unbookPayment: {
      tag: 'Money',
      summary: 'Take back what is booked of a payment',
      description: 'What was done stays in its trace.',
      refusals: [...payment],
    },
    settlePayment: {
      tag: 'Money',
      summary: 'Say what came of an advance or a refund',
      description: 'Nothing more is to be done about it then; its task is done.',
      refusals: [...payment],
    },
    ignorePayment: { tag: 'Money', summary: 'Say that a payment is for no invoice', refusals: [...payment] },
  },
} as const satisfies ChapterOf<typeof operations>
