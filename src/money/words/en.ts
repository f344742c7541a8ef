import { sheetsReadEn } from '#domain/files/words/sheets-read-en'
import { workbookUnreadEn } from '#domain/files/words/workbook-unread-en'
import { whom } from '#domain/people/words/whom-en'
import { dayEn, roublesEn } from './amounts'

/** Why nothing was done with money, and what is told of a bank’s files, in English, by code. */
export const en = {
  'statement_unreadable.empty': 'The file is empty. Ask the bank for the statement in the format 1CClientBankExchange.',
  'statement_unreadable.no_head': ({ found }: { found: string }) =>
    `This is not a statement in the format 1CClientBankExchange: it begins with “${found}”, not with “1CClientBankExchange”. In the bank’s program choose “Export to 1C”, or send a table (.xlsx, .csv) whose columns have names.`,
  'statement_unreadable.no_columns': ({ wanted, names }: { wanted: readonly string[]; names: readonly string[] }) =>
    `The table has no column ${wanted.map(quoted).join(', ')}. ${names.length === 0 ? 'No row of it names its columns.' : `It has: ${names.join(', ')}.`} Name the columns “Date”, “Number”, “Amount” (or “Credit” and “Debit”), “INN”, “Counterparty account”, “Purpose”.`,
  'statement_unreadable.no_workbook': workbookUnreadEn,
  'statement_unreadable.old_workbook':
    'This is a workbook of the old format (.xls), or one with a password. Save it in Excel as .xlsx without a password.',
  'statement_unreadable.too_many_rows': ({ most }: { most: number }) =>
    `The table has more than ${most} rows. Ask the bank for a shorter period.`,
  'statement_unreadable.no_account': ({ accounts }: { accounts: readonly string[] }) =>
    `The table does not say of which account it is, and you have ${accounts.length}: ${accounts.join(', ')}. Add a column “Account”, or write the account above the table.`,
  'statement_unreadable.too_large': ({ bytes, most }: { bytes: number; most: number }) =>
    `The file has ${bytes} bytes; ${most} are the most. Ask the bank for a shorter period.`,
  'statement_unreadable.too_many': ({ most }: { most: number }) =>
    `The file has more than ${most} documents. Ask the bank for a shorter period.`,
  'money_unset.bank':
    'The file says nothing of payments: write under “bank” in pipelines.yaml who loads statements, such as “by: accountant”.',
  'money_unset.one_c':
    'The rules believe 1C about payments, so statements of the bank are not taken: the same money would be booked twice. Write “one_c: { believes: bank }” to believe the bank.',
  'money_unset.invoices': 'The file has no kinds of invoices: declare one under “invoices” in pipelines.yaml.',
  'money_unset.sellers': 'The file names no seller: describe your legal entity under “sellers” in pipelines.yaml.',
  'money_unset.kind': ({ name }: { name: string }) =>
    `The file does not know the kind or the series of “${name}” any more: write it again, or make another invoice.`,
  'forbidden.bank': ({ role }: { role: string }) => `Statements and payments are for ${whom(role)}. Ask them.`,
  'forbidden.invoice': ({ name, role }: { name: string; role: string }) =>
    `“${name}” is issued and cancelled by ${whom(role)}. Ask them.`,
  'field_value.invoice_kind': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no kind of invoice “${id}”. ${known.length === 0 ? 'The file has none.' : `It can be: ${known.join(', ')}.`}`,
  'field_value.inn': ({ inn }: { inn: string }) =>
    `“${inn}” is not a valid INN: compare it with the client’s card digit by digit.`,
  'field_value.no_amount': ({ title }: { title: string }) =>
    `“${title}” has no amount, so there is nothing to invoice. Fill in the amount, or send lines.`,
  'field_value.not_roubles': ({ currency }: { currency: string }) =>
    `The deal is in ${currency}; invoices are made in roubles only.`,
  invoice_unknown: ({ id }: { id: string }) => `There is no invoice ${id}, or you may not see it.`,
  'invoice_state.deal_closed': ({ title }: { title: string }) =>
    `“${title}” is lost or cancelled: nothing is invoiced in it.`,
  'invoice_state.not_draft': ({ number }: { number: string }) =>
    `The invoice ${number} is issued or cancelled already. Make another one.`,
  'invoice_state.cancelled': ({ number }: { number: string }) => `The invoice ${number} is cancelled.`,
  'invoice_state.draft': ({ name }: { name: string }) => `“${name}” is a draft. Issue it first.`,
  'invoice_state.booked': ({ number, kopecks }: { number: string; kopecks: number }) =>
    `${roublesEn(kopecks)} roubles are booked on the invoice ${number}. Take them back first.`,
  'invoice_state.too_many': ({ most }: { most: number }) => `A deal has ${most} invoices at most.`,
  'invoice_state.too_much': ({ number, kopecks, left }: { number: string; kopecks: number; left: number }) =>
    `${roublesEn(kopecks)} roubles are more than is left of the invoice ${number}: ${roublesEn(left)}. What is over stays an advance.`,
  'invoice_state.refund_too_much': ({ number, kopecks, paid }: { number: string; kopecks: number; paid: number }) =>
    `${roublesEn(kopecks)} roubles are more than was paid of the invoice ${number}: ${roublesEn(paid)}.`,
  payment_unknown: ({ id }: { id: string }) => `There is no payment ${id}.`,
  'payment_state.own': 'This is a transfer between your own accounts: it is for no invoice.',
  'payment_state.too_much': ({ kopecks, rest }: { kopecks: number; rest: number }) =>
    `${roublesEn(kopecks)} roubles are more than is left of the payment: ${roublesEn(rest)}.`,
  'payment_state.not_booked': 'Nothing of the payment is booked.',
  'payment_state.booked': 'The payment is booked. Take that back first.',
  'payment_state.nothing_to_settle':
    'Nothing is to be agreed on this payment: it is neither an advance nor a refund, or somebody has said so already.',
  'payment_state.ignored': 'The payment is said to be for no invoice already.',
  statement_unknown: ({ id }: { id: string }) => `There is no statement ${id}.`,
  bank_file_after_end: ({ text }: { text: string }) => `“${text}” stands behind the end of the file and was not read.`,
  bank_file_end_of_nothing: ({ key }: { key: string }) => `${key} ends nothing: no section of that kind is open here.`,
  bank_file_stray_text: ({ text }: { text: string }) => `“${text}” belongs to no key and was not read.`,
  bank_file_no_end_of_document: ({ begins }: { begins: number }) =>
    `The document that begins in line ${begins} has no line that ends it. It was taken up to here.`,
  bank_file_no_end_of_account: ({ begins }: { begins: number }) =>
    `The section of an account that begins in line ${begins} has no line that ends it. It was taken up to here.`,
  bank_file_no_end_of_file:
    'The file has no line that ends it: the rest may be missing. Ask the bank for it again; what was read already will not be doubled.',
  bank_file_document_cut: ({ number }: { number: string }) =>
    `The file breaks off within document ${named(number)}. The document was not taken: ask the bank for the file again.`,
  bank_file_key_twice: ({ key }: { key: string }) =>
    `${key} stands twice in one document with different values. Two documents may have run into one: ask the bank for the file again.`,
  bank_file_garbled: ({ number }: { number: string }) =>
    `Some letters of document ${named(number)} cannot be read in any encoding. Compare it with the bank’s own.`,
  bank_file_no_amount: 'The document has no amount and was not taken.',
  bank_file_amount: ({ text }: { text: string }) =>
    `“${text}” is not an amount. Roubles and kopecks are written like 1234.50.`,
  bank_file_amount_nothing: 'The amount is nothing, so there is nothing to take.',
  task_match: ({ kopecks, on }: { kopecks: number; on: string }) =>
    `Match the payment of ₽${roublesEn(kopecks)} of ${dayEn(on)}.`,
  task_advance: ({ kopecks, on }: { kopecks: number; on: string }) =>
    `Agree with the client what the advance of ₽${roublesEn(kopecks)} of ${dayEn(on)} is for.`,
  task_refund: ({ kopecks, on }: { kopecks: number; on: string }) =>
    `₽${roublesEn(kopecks)} went back to the client on ${dayEn(on)}: decide whether to cancel the deal.`,
  bank_file_no_day: 'The document has no date that can be read and was not taken. Dates are written like 31.12.2026.',
  bank_file_day: ({ key, text }: { key: string; text: string }) =>
    `“${text}” in ${key} is not a date. Dates are written like 31.12.2026.`,
  bank_file_total: ({ key, text }: { key: string; text: string }) =>
    `“${text}” in ${key} is not an amount, so this sum was not compared.`,
  bank_file_neither_ours: ({ payer, payee }: { payer: string; payee: string }) =>
    `Neither account of the document is yours (payer ${account(payer)}, receiver ${account(payee)}), so it was not taken. Write your account under sellers in pipelines.yaml, or load the statement of your own company.`,
  bank_file_currency: ({ code }: { code: string }) =>
    `The document is in the currency ${currencies[code] ?? code}. Only roubles are taken.`,
  bank_table_sheets: sheetsReadEn,
  bank_table_error: ({ text }: { text: string }) =>
    `The cell shows the error ${text}, so the row was not taken. Put it right in Excel.`,
  bank_table_uncomputed:
    'The formula of the cell has not been computed, so the row was not taken. Open the file in Excel and save it.',
  bank_table_sum: ({ text }: { text: string }) =>
    `“${text}” is not an amount, so the row was not taken. Roubles and kopecks are written like 1 234.50.`,
  bank_table_day: ({ key, text }: { key: string; text: string }) =>
    `“${text}” in “${key}” is not a date, so the row was not taken. Dates are written like 31.12.2026, or the cell has the format of a date.`,
  bank_table_both_sums: 'Money came and went in one row, so it was not taken. Leave one of the two amounts.',
  bank_table_way: ({ text }: { text: string }) =>
    `“${text}” does not say whether money came or went, so the row was not taken. Write “in” or “out”.`,
  bank_table_inn: ({ text }: { text: string }) =>
    `“${text}” is not a valid INN, so the row was not taken. An INN has 10 or 12 digits: give the column the format of text and write it again.`,
  bank_table_inn_nought: ({ inn }: { inn: string }) =>
    `The INN had lost the nought it begins with and was taken as ${inn}. Compare it.`,
  bank_table_account: ({ text }: { text: string }) =>
    `“${text}” is not a valid account number, so the row was not taken. An account has 20 digits, of which Excel keeps 15 in a number: give the column the format of text and write it again.`,
  bank_table_torn:
    'A quotation mark of this row has no other one, so the row was not taken; it may have run into those behind it. Put it right, or send a workbook.',
  bank_table_no_column: ({ column }: { column: string }) =>
    `The table has no column “${column}”. Where a payment cannot be told from one that another file has brought, it is not booked by itself: somebody is asked.`,
  bank_file_account_of_head: ({ account: one, followed }: { account: string; followed: readonly string[] }) =>
    `The file says it is of account ${one}, but its sections are of ${followed.join(', ')}. Check whose statement this is.`,
  bank_file_twice: ({ number, on, first }: { number: string; on: string; first: number }) =>
    `Document ${named(number)} of ${on} stands in line ${first} already. It was taken once.`,
  bank_file_twice_counted: ({ number, on, first }: { number: string; on: string; first: number }) =>
    `Document ${named(number)} of ${on} stands in line ${first} as well, and the sums of the bank count both. It was taken as two payments.`,
  bank_file_received_off: ({ account: one, kopecks }: { account: string; kopecks: number }) =>
    `What account ${account(one)} received does not add up: the bank’s sum is ${more(kopecks)} than the documents’. What was read is loaded.`,
  bank_file_spent_off: ({ account: one, kopecks }: { account: string; kopecks: number }) =>
    `What account ${account(one)} spent does not add up: the bank’s sum is ${more(kopecks)} than the documents’. What was read is loaded.`,
  bank_file_closing_off: ({ account: one, kopecks }: { account: string; kopecks: number }) =>
    `The balance of account ${account(one)} does not add up: the one at the end is ${more(kopecks)} than what opening, receipts and spendings give. What was read is loaded.`,
} as const

/** Currencies of accounts by the digits that name them. */
export const currencies: Readonly<Record<string, string>> = {
  '840': 'USD',
  '978': 'EUR',
  '156': 'CNY',
  '398': 'KZT',
  '933': 'BYN',
  '826': 'GBP',
  '756': 'CHF',
  '784': 'AED',
  '949': 'TRY',
}

function quoted(text: string): string {
  return `“${text}”`
}

function named(number: string): string {
  return number === '' ? 'without a number' : `No ${number}`
}

function account(text: string): string {
  return text === '' ? 'not given' : text
}

function more(kopecks: number): string {
  return `${roublesEn(Math.abs(kopecks))} roubles ${kopecks > 0 ? 'more' : 'less'}`
}
