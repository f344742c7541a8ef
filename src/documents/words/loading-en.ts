import { sheetsReadEn } from '#domain/files/words/sheets-read-en'
import { workbookUnreadEn } from '#domain/files/words/workbook-unread-en'
import { whom } from '#domain/people/words/whom-en'

/** What is refused and told of registers that somebody loads, in English, by code. */
export const loadingEn = {
  'register_unreadable.no_columns': ({ wanted, names }: { wanted: readonly string[]; names: readonly string[] }) =>
    `The table has no column ${wanted.map(quoted).join(', ')}. ${names.length === 0 ? 'No row of it names its columns.' : `It has: ${names.join(', ')}.`} Name the columns “Document”, “Number”, “Date”, “Client”, “INN”, “Sum”, and where there are “VAT”, “Paid”, “Due”, “State”, “Deal”, “Seller”.`,
  'register_unreadable.no_workbook': workbookUnreadEn,
  'register_unreadable.old_workbook':
    'This is a workbook of the old format (.xls), or one with a password. Save it in Excel as .xlsx without a password.',
  'register_unreadable.too_many_rows': ({ most }: { most: number }) =>
    `The table has more than ${most} rows. Load it in parts.`,
  'register_unreadable.too_large': ({ bytes, most }: { bytes: number; most: number }) =>
    `The file has ${bytes} bytes; ${most} are the most. Load it in parts.`,
  'document_state.no_file': ({ name, number }: { name: string; number: string }) =>
    `“${name}” ${number} was issued by another system: there is no file of it here. Put a copy among the files of the deal.`,
  register_torn: 'The quotation marks of this row do not pair. Double those within a text, or save the table as .xlsx.',
  register_error: ({ text }: { text: string }) => `The cell shows ${text}. Put its formula right in Excel and save.`,
  register_uncomputed: 'The formula has no value yet. Open the file in Excel, let it compute, and save.',
  register_sheets: sheetsReadEn,
  register_no_number: 'There is no number. Write the one the paper has.',
  register_no_buyer: 'There is no client. Write whom the paper is for.',
  register_long: ({ most }: { most: number }) => `This is longer than ${most} letters. Shorten it.`,
  register_no_day: 'There is no date. Write when the paper was issued, such as 25.11.2026.',
  register_day: ({ text }: { text: string }) =>
    `“${text}” is not a date. Write it as 25.11.2026, or format the cell as a date.`,
  register_day_ahead: ({ text }: { text: string }) =>
    `${text} lies ahead. Write the day on which the paper was issued.`,
  register_no_sum: 'There is no sum. Write what the paper comes to, such as 1234.50.',
  register_sum: ({ text }: { text: string }) =>
    `“${text}” is not an amount. Write roubles and kopecks, such as 1234.50.`,
  register_vat: ({ text, kopecks }: { text: string; kopecks: number }) =>
    `“${text}” cannot be the VAT inside ${(kopecks / 100).toFixed(2)}. Write a rate (20%), the sum of it, or “without VAT”.`,
  register_inn: ({ text }: { text: string }) =>
    `“${text}” is not a valid INN: its check digit does not agree. Write 10 digits of a company or 12 of a person.`,
  register_squeezed: ({ text }: { text: string }) =>
    `“${text}” is what a spreadsheet has left of a long number: its other digits are gone. Give the column the format of text and write the number again.`,
  register_inn_nought: ({ text, inn }: { text: string; inn: string }) =>
    `“${text}” has lost its leading nought and was read as ${inn}. Format the column as text to keep it.`,
  register_no_kind: ({ known }: { known: readonly string[] }) =>
    `It is not said what this paper is. Write one of: ${known.join(', ')}; or say for all rows what they are.`,
  register_kind: ({ text, known }: { text: string; known: readonly string[] }) =>
    `There is no kind “${text}”. Write one of: ${known.join(', ')}.`,
  register_state: ({ text, known }: { text: string; known: readonly string[] }) =>
    `“${text}” is not a state of such a paper. Write one of: ${known.join(', ')}.`,
  register_unsigned: ({ text }: { text: string }) =>
    `“${text}”: nobody signs papers of this kind (see “signed_by” in the file), so it counts as issued.`,
  register_paid_document: 'Only invoices are paid: what stands here is not taken.',
  register_seller: ({ text, known }: { text: string; known: readonly string[] }) =>
    `We have no legal entity “${text}”. Write one of: ${known.join(', ')}.`,
  register_no_seller: 'The file names no seller: describe your legal entity under “sellers” in pipelines.yaml.',
  register_deal: ({ text }: { text: string }) =>
    `There is no deal “${text}”. Write the address of its page, or its number with the INN of its client.`,
  register_no_deal: ({ inn }: { inn: string }) =>
    inn === ''
      ? 'Nobody can tell which deal this is of: write its address into a column “Deal”, or the INN of its client.'
      : `No client with the INN ${inn} has a deal that is open or won. Make it first, or write its address into a column “Deal”.`,
  register_deals: ({ inn, known }: { inn: string; known: readonly string[] }) =>
    `The client with the INN ${inn} has several deals. Write into a column “Deal” which: ${known.join(', ')}.`,
  register_many: ({ most }: { most: number }) => `One deal may have ${most} papers at most. Write another deal.`,
  register_not_yours: ({ name, role }: { name: string; role: string }) =>
    `“${name}” is issued by ${whom(role)}, who loads it, too.`,
  register_not_paid: ({ roles }: { roles: readonly string[] }) =>
    `What is paid is said by ${roles.map(whom).join(' or ')}: leave “Paid” empty, or let them load the row.`,
  register_currency: ({ currency }: { currency: string }) =>
    `The deal is in ${currency}; papers are in roubles. Write another deal.`,
  register_twice: ({ row }: { row: number }) =>
    `Row ${row} has the same number. Take one of them out, or put its number right.`,
  register_taken: ({ number }: { number: string }) =>
    `The number ${number} was given to another paper meanwhile. Look at the register and put it right.`,
  register_differs: ({ part, now, written }: Differing) =>
    `${parts[part] ?? part} is ${shown(part, now)} here, not ${shown(part, written)}. Nothing was changed: put right what is wrong.`,
} as const

/** What differs between a register that is loaded and what is there; sums in kopecks. */
export type Differing = {
  part: 'on' | 'inn' | 'sum' | 'paid'
  now: string | number
  written: string | number
}

const parts: Readonly<Record<string, string>> = {
  on: 'The day',
  inn: 'The INN',
  sum: 'The sum',
  paid: 'What is paid',
}

function shown(part: Differing['part'], value: string | number): string {
  return part === 'sum' || part === 'paid' ? (Number(value) / 100).toFixed(2) : String(value)
}

const quoted = (name: string): string => `“${name}”`
