import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about money: invoices of deals, statements of the bank, payments. */
export const operations = [
  operation({
    id: 'makeInvoice',
    method: 'POST',
    path: '/deals/{deal}/invoices',
    right: 'signed_in',
    body: 'MakeInvoice',
    answer: 'Invoice',
    status: 201,
    once: true,
    location: ({ id }) => `/invoices/${id}`,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/make-invoice')).makeInvoice(ports, command, params.deal, body),
  }),
  operation({
    id: 'readInvoices',
    method: 'GET',
    path: '/deals/{deal}/invoices',
    right: 'signed_in',
    answer: 'InvoiceList',
    run: async ({ ports, caller, params }) => ({
      items: await (await import('#money/usecases/read-invoices')).readInvoices(ports, caller, params.deal),
    }),
  }),
  operation({
    id: 'readInvoice',
    method: 'GET',
    path: '/invoices/{invoice}',
    right: 'signed_in',
    answer: 'Invoice',
    run: async ({ ports, caller, params }) =>
      (await import('#money/usecases/read-invoices')).readInvoice(ports, caller, params.invoice),
  }),
  operation({
    id: 'issueInvoice',
    method: 'POST',
    path: '/invoices/{invoice}/issue',
    right: 'signed_in',
    body: 'IssueInvoice',
    answer: 'Invoice',
    once: true,
    run: async ({ ports, command, params }) =>
      (await import('#money/usecases/issue-invoice')).issueInvoice(ports, command, params.invoice),
  }),
  operation({
    id: 'cancelInvoice',
    method: 'POST',
    path: '/invoices/{invoice}/cancel',
    right: 'signed_in',
    body: 'CancelInvoice',
    answer: 'Invoice',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/issue-invoice')).cancelInvoice(ports, command, params.invoice, body.reason),
  }),
  operation({
    id: 'loadStatement',
    method: 'POST',
    path: '/bank/statements',
    right: 'signed_in',
    body: 'LoadStatement',
    answer: 'BankStatement',
    status: 201,
    worded: true,
    location: ({ id }) => `/bank/statements/${id}`,
    run: async ({ ports, command, body, language }) =>
      (await import('#money/usecases/load-statement')).loadStatement(ports, { ...command, language }, body),
  }),
  operation({
    id: 'listStatements',
    method: 'GET',
    path: '/bank/statements',
    right: 'signed_in',
    query: 'PageQuery',
    answer: 'BankStatementPage',
    paged: true,
    worded: true,
    run: async ({ ports, caller, page, language }) =>
      (await import('#money/usecases/read-payments')).readStatements(ports, caller, { ...page, language }),
  }),
  operation({
    id: 'readStatement',
    method: 'GET',
    path: '/bank/statements/{statement}',
    right: 'signed_in',
    answer: 'BankStatement',
    worded: true,
    run: async ({ ports, caller, params, language }) =>
      (await import('#money/usecases/read-payments')).readStatement(ports, caller, { id: params.statement, language }),
  }),
  operation({
    id: 'listPayments',
    method: 'GET',
    path: '/payments',
    right: 'signed_in',
    query: 'PaymentsQuery',
    answer: 'PaymentPage',
    paged: true,
    run: async ({ ports, caller, query, page }) =>
      (await import('#money/usecases/read-payments')).readPayments(ports, caller, { ...page, state: query.state }),
  }),
  operation({
    id: 'readPayment',
    method: 'GET',
    path: '/payments/{payment}',
    right: 'signed_in',
    answer: 'Payment',
    run: async ({ ports, caller, params }) =>
      (await import('#money/usecases/read-payments')).readPayment(ports, caller, params.payment),
  }),
  operation({
    id: 'findPayableInvoices',
    method: 'GET',
    path: '/payments/{payment}/invoices',
    right: 'signed_in',
    query: 'PayableQuery',
    answer: 'InvoiceList',
    run: async ({ ports, caller, params, query: { q } }) => ({
      items: await (
        await import('#money/usecases/find-payable-invoices')
      ).findPayableInvoices(ports, caller, { payment: params.payment, ...(q === undefined ? {} : { q }) }),
    }),
  }),
  operation({
    id: 'bookPayment',
    method: 'POST',
    path: '/payments/{payment}/book',
    right: 'signed_in',
    body: 'BookPayment',
    answer: 'Payment',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/change-payment')).bookPayment(ports, command, params.payment, body),
  }),
  operation({
    id: 'unbookPayment',
    method: 'POST',
    path: '/payments/{payment}/unbook',
    right: 'signed_in',
    body: 'UnbookPayment',
    answer: 'Payment',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/change-payment')).unbookPayment(ports, command, params.payment, body.reason),
  }),
  operation({
    id: 'ignorePayment',
    method: 'POST',
    path: '/payments/{payment}/ignore',
    right: 'signed_in',
    body: 'UnbookPayment',
    answer: 'Payment',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/change-payment')).ignorePayment(ports, command, params.payment, body.reason),
  }),
  operation({
    id: 'settlePayment',
    method: 'POST',
    path: '/payments/{payment}/settle',
    right: 'signed_in',
    body: 'SettlePayment',
    answer: 'Payment',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#money/usecases/change-payment')).settlePayment(ports, command, params.payment, body.note),
  }),
] as const
