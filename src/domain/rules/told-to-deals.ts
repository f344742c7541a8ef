/** What documents, invoices and payments tell their deals: it happens to them without being declared. */
export const toldToDeals = [
  'invoice_issued',
  'invoice_paid',
  'payment_received',
  'document_made',
  'document_issued',
  'document_sent',
  'document_signed',
  'document_refused',
  'document_cancelled',
] as const
