import type { Key, KeyLine } from '#store/key'

/** What is kept of money. */
export const keyLines = [
  {
    item: 'invoice',
    pk: 'NV#{invoice}',
    sk: '#',
    gsi1: 'issued, with an INN: NI#{inn}, {on}#{id}',
    gsi2: 'issued: NN#{piece}, {on}#{id}',
    question: 'an invoice; those of a payer; those whose number ends so',
    personal: 'who is to pay, and what for',
  },
  { item: 'invoice of a deal', pk: 'ND#{deal}', sk: '{invoice}', question: 'all invoices of a deal' },
  { item: 'invoice of a year', pk: 'NY#{year}', sk: '{on}#{invoice}', question: 'invoices issued in a year' },
  {
    item: 'deal or payment to be settled',
    pk: 'NQ#',
    sk: '{id}',
    question: 'deals that do not say yet what is paid; payments that stand on nobody’s day yet, or still do',
  },
  {
    item: 'payment',
    pk: 'PM#{payment}',
    sk: '#',
    gsi1: 'PS#{state}, {bookedOn}#{id}',
    question: 'a payment; what has to be looked at',
    personal: 'who paid, their account’s name and what for',
  },
  {
    item: 'place of payments',
    pk: 'PP#{place}',
    sk: '#',
    question:
      'payments of one account, day, way and amount that may be one and the same, told by two files of a moment; for 3 days',
  },
  {
    item: 'statement',
    pk: 'BS#',
    sk: '{statement}',
    question: 'what statements brought',
    personal: 'what stood in a line that could not be read',
  },
] as const satisfies readonly KeyLine[]

/** The keys of money. */
export const keys = {
  invoice: (id: string): Key => ({ pk: `NV#${id}`, sk: '#' }),
  invoiceOf: (dealId: string, id: string): Key => ({ pk: partitions.invoicesOf(dealId), sk: id }),
  invoiceOfYear: (on: string, id: string): Key => ({ pk: partitions.issuedIn(on.slice(0, 4)), sk: `${on}#${id}` }),
  unsettled: (id: string): Key => ({ pk: partitions.unsettled(), sk: id }),
  payment: (id: string): Key => ({ pk: `PM#${id}`, sk: '#' }),
  place: (id: string): Key => ({ pk: `PP#${id}`, sk: '#' }),
  statement: (id: string): Key => ({ pk: partitions.statements(), sk: id }),
} as const

/** Partitions that are read whole. */
export const partitions = {
  invoicesOf: (dealId: string): string => `ND#${dealId}`,
  issuedIn: (year: string): string => `NY#${year}`,
  unsettled: (): string => 'NQ#',
  statements: (): string => 'BS#',
} as const

/** Keys of the sparse indexes. */
export const indexKeys = {
  issuedTo: (inn: string): string => `NI#${inn}`,
  issuedUnder: (piece: string): string => `NN#${piece}`,
  inState: (state: string): string => `PS#${state}`,
} as const
