import type { Key, KeyLine } from '#store/key'

/** What is kept of documents. */
export const keyLines = [
  {
    item: 'document',
    pk: 'DC#{document}',
    sk: '#',
    gsi1: 'issued: DR#{year}, {on}#{id}',
    question: 'a document with all it says; those issued in a year',
    personal: 'who is named in it and what is agreed with them',
  },
  { item: 'document of a deal', pk: 'DD#{deal}', sk: '{document}', question: 'all documents of a deal' },
  {
    item: 'document to be told of',
    pk: 'DQ#',
    sk: '{document}',
    question: 'documents of which their deals do not know yet',
  },
] as const satisfies readonly KeyLine[]

/** The keys of documents. */
export const keys = {
  document: (id: string): Key => ({ pk: `DC#${id}`, sk: '#' }),
  documentOf: (dealId: string, id: string): Key => ({ pk: partitions.documentsOf(dealId), sk: id }),
  untold: (id: string): Key => ({ pk: partitions.untold(), sk: id }),
} as const

/** Partitions that are read whole. */
export const partitions = {
  documentsOf: (dealId: string): string => `DD#${dealId}`,
  untold: (): string => 'DQ#',
} as const

/** Keys of the sparse index. */
export const indexKeys = { issuedIn: (year: string): string => `DR#${year}` } as const
