import { roublesEn } from './amounts'

/** Why nothing was done with money, and what is told of a bank’s files, in English, by code. */
export const en = {
  'statement_unreadable.empty': 'The file is empty. Ask the bank for the statement in the format 1CClientBankExchange.',
  'statement_unreadable.no_head': ({ found }: { found: string }) =>
    `This is no statement of the format 1CClientBankExchange: it begins with “${found}”, not with “1CClientBankExchange”. In the bank’s program choose “Export to 1C”.`,
  'statement_unreadable.too_large': ({ bytes, most }: { bytes: number; most: number }) =>
    `The file has ${bytes} bytes; ${most} are the most. Ask the bank for a shorter period.`,
  'statement_unreadable.too_many': ({ most }: { most: number }) =>
    `The file has more than ${most} documents. Ask the bank for a shorter period.`,
  'statement.after_end': ({ text }: { text: string }) =>
    `“${text}” stands behind the end of the file and was not read.`,
  'statement.end_of_nothing': ({ key }: { key: string }) =>
    `${key} ends nothing: no section of that kind is open here.`,
  'statement.stray_text': ({ text }: { text: string }) => `“${text}” belongs to no key and was not read.`,
  'statement.no_end_of_document': ({ begins }: { begins: number }) =>
    `The document that begins in line ${begins} has no КонецДокумента. It was taken up to here.`,
  'statement.no_end_of_account': ({ begins }: { begins: number }) =>
    `The section of an account that begins in line ${begins} has no КонецРасчСчет. It was taken up to here.`,
  'statement.no_end_of_file':
    'The file does not end with КонецФайла: its end may be missing. Ask the bank for it again; what was read already will not be doubled.',
  'statement.document_cut': ({ number }: { number: string }) =>
    `The file breaks off within document ${named(number)}. The document was not taken: ask the bank for the file again.`,
  'statement.key_twice': ({ key }: { key: string }) =>
    `${key} stands twice in one document with different values. Two documents may have run into one: ask the bank for the file again.`,
  'statement.garbled': ({ number }: { number: string }) =>
    `Some letters of document ${named(number)} cannot be read in any encoding. Compare it with the bank’s own.`,
  'statement.no_amount': 'The document has no Сумма and was not taken.',
  'statement.amount': ({ text }: { text: string }) =>
    `“${text}” is no amount. Roubles and kopecks are written like 1234.50.`,
  'statement.amount_nothing': 'The amount is nothing, so there is nothing to take.',
  'statement.no_day': 'The document has no day that can be read and was not taken. Days are written like 31.12.2026.',
  'statement.day': ({ key, text }: { key: string; text: string }) =>
    `“${text}” in ${key} is no day. Days are written like 31.12.2026.`,
  'statement.total': ({ key, text }: { key: string; text: string }) =>
    `“${text}” in ${key} is no amount, so this sum was not compared.`,
  'statement.neither_ours': ({ payer, payee }: { payer: string; payee: string }) =>
    `Neither account of the document is yours (payer ${account(payer)}, receiver ${account(payee)}), so it was not taken. Write your account under sellers in pipelines.yaml, or load the statement of your own company.`,
  'statement.currency': ({ code }: { code: string }) =>
    `The document is in the currency ${currencies[code] ?? code}. Only roubles are taken.`,
  'statement.account_of_head': ({ account: one, followed }: { account: string; followed: readonly string[] }) =>
    `The file says it is of account ${one}, but its sections are of ${followed.join(', ')}. Check whose statement this is.`,
  'statement.twice': ({ number, on, first }: { number: string; on: string; first: number }) =>
    `Document ${named(number)} of ${on} stands in line ${first} already. It was taken once.`,
  'statement.twice_counted': ({ number, on, first }: { number: string; on: string; first: number }) =>
    `Document ${named(number)} of ${on} stands in line ${first} as well, and the sums of the bank count both. It was taken as two payments.`,
  'statement.received_off': ({ account: one, kopecks }: { account: string; kopecks: number }) =>
    `What account ${account(one)} received does not add up: the bank’s sum is ${more(kopecks)} than the documents’. What was read is loaded.`,
  'statement.spent_off': ({ account: one, kopecks }: { account: string; kopecks: number }) =>
    `What account ${account(one)} spent does not add up: the bank’s sum is ${more(kopecks)} than the documents’. What was read is loaded.`,
  'statement.closing_off': ({ account: one, kopecks }: { account: string; kopecks: number }) =>
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

function named(number: string): string {
  return number === '' ? 'without a number' : `No ${number}`
}

function account(text: string): string {
  return text === '' ? 'not given' : text
}

function more(kopecks: number): string {
  return `${roublesEn(Math.abs(kopecks))} roubles ${kopecks > 0 ? 'more' : 'less'}`
}
