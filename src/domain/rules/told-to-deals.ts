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

/** What clients do by channels, and that they wait or were not called back in time: it happens to a deal of theirs where a rule of the automation waits for it. */
export const channelEvents = [
  'call_missed',
  'call_answered',
  'message_received',
  'mail_received',
  'form_received',
  'client_waiting',
  'call_back_late',
] as const
export type ChannelEvent = (typeof channelEvents)[number]
