import type { FilePlace, WaitingFile } from '#schemas/exchange/kept-exchange'
import type { Key, KeyLine } from '#store/key'

/** What is kept of the exchange with 1C. */
export const keyLines = [
  { item: 'base of 1C', pk: 'XB#', sk: '{base}', question: 'which bases exchange with us' },
  { item: 'exchange session', pk: 'XS#{base}', sk: '{session}', question: 'the sessions of a base, newest first' },
  {
    item: 'exchange batch',
    pk: 'XQ#{base}',
    sk: '{session}',
    question: 'what a session was handed and has not confirmed',
  },
  { item: 'invoice a base has', pk: 'XM#{base}', sk: '{invoice}', question: 'what a base has of which invoice' },
  { item: 'exchange file', pk: 'XF#{base}', sk: '{session}#{file}', question: 'what came in the sessions of a base' },
  {
    item: 'exchange part',
    pk: 'XP#{base}#{session}#{file}',
    sk: '{part}',
    question: 'the bytes of a file that comes in pieces',
    personal: 'a file as 1C sent it, with names and INN of buyers, for a day',
  },
  {
    item: 'exchange file to read',
    pk: 'XR#',
    sk: 'E#{base}#{session}#{file}#{upload}',
    question: 'files that are whole and wait to be read; told when they are whole',
    told: true,
  },
  {
    item: 'counterparty',
    pk: 'XA#{who}',
    sk: '{seller}',
    question: 'as whom 1C knows the buyer of an invoice',
    personal: 'the INN of whoever was invoiced, and as whom bookkeeping knows them',
  },
  { item: 'invoice in 1C', pk: 'XI#{invoice}', sk: '#', question: 'what 1C has said of an invoice' },
] as const satisfies readonly KeyLine[]

/** The keys of the exchange. */
export const keys = {
  base: (id: string): Key => ({ pk: partitions.bases(), sk: id }),
  session: (base: string, id: string): Key => ({ pk: partitions.sessions(base), sk: id }),
  batch: (base: string, session: string): Key => ({ pk: `XQ#${base}`, sk: session }),
  sent: (base: string, invoice: string): Key => ({ pk: partitions.sent(base), sk: invoice }),
  file: ({ base, session, name }: FilePlace): Key => ({ pk: partitions.files(base), sk: `${session}#${name}` }),
  part: ({ base, session, name }: FilePlace, part: string): Key => ({ pk: `XP#${base}#${session}#${name}`, sk: part }),
  toRead: ({ base, session, name, upload }: WaitingFile): Key => ({
    pk: partitions.toRead(),
    sk: `E#${base}#${session}#${name}#${upload}`,
  }),
  counterparty: (who: string, seller: string): Key => ({ pk: partitions.counterparties(who), sk: seller }),
  said: (invoice: string): Key => ({ pk: `XI#${invoice}`, sk: '#' }),
} as const

/** Partitions that are read whole, or from a key on. */
export const partitions = {
  bases: (): string => 'XB#',
  sessions: (base: string): string => `XS#${base}`,
  sent: (base: string): string => `XM#${base}`,
  files: (base: string): string => `XF#${base}`,
  toRead: (): string => 'XR#',
  counterparties: (who: string): string => `XA#${who}`,
} as const

/** Whose partition of counterparties it is. */
export function whoIn(pk: string): string {
  return pk.slice(partitions.counterparties('').length)
}
