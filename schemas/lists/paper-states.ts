/** How far a document may be, in the words of the API and of tests. */
export const documentStates = [
  'draft',
  'issued',
  'sent',
  'signed_us',
  'signed_client',
  'signed',
  'refused',
  'cancelled',
  'replaced',
] as const

/** How far an invoice may be. */
export const invoiceStates = ['draft', 'issued', 'part_paid', 'paid', 'cancelled'] as const
