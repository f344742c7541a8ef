/** How far an invoice is; what is paid of it follows from the payments booked on it. */
export const invoiceStates = ['draft', 'issued', 'part_paid', 'paid', 'cancelled'] as const
export type InvoiceState = (typeof invoiceStates)[number]

/** What somebody has to do about a payment: say what it is for, tell the client of an advance, look after a refund. */
export const paymentToDos = ['match', 'advance', 'refund'] as const
export type PaymentToDo = (typeof paymentToDos)[number]

/** What has become of a payment. */
export const paymentStates = ['booked', 'suggested', 'unmatched', 'ignored'] as const
export type PaymentState = (typeof paymentStates)[number]
