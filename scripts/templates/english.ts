import { p, table, wordFile, type Cell } from './word-file'

const bold = (text: string) => [{ text, bold: true }]
const cell = (text: string, look: Parameters<typeof p>[1] = {}, more: Omit<Cell, 'of'> = {}): Cell => ({
  of: p(text, { after: 20, before: 20, size: 20, ...look }),
  ...more,
})
const right = (text: string, isBold = false) => cell(text, { align: 'right', ...(isBold ? { bold: true } : {}) })
const head = (text: string) => cell(text, { align: 'center', bold: true }, { align: 'center' })
const page = {
  language: 'en-GB',
  footer: p('{seller.name}, INN {seller.inn}', { size: 16, align: 'center', after: 0 }),
} as const

const lines = table(
  [600, 4600, 1000, 900, 1400, 1500],
  [
    [head('No'), head('Item'), head('Quantity'), head('Unit'), head('Price, RUB'), head('Sum, RUB')],
    [
      cell('{#lines}{no}', { align: 'center' }),
      cell('{name}'),
      right('{quantity}'),
      cell('{unit}', { align: 'center' }),
      right('{price|money}'),
      right('{sum|money}{/lines}'),
    ],
    [cell('Total:', { align: 'right', bold: true }, { span: 5 }), right('{total|money}', true)],
    [
      cell(
        '{#vat_sum}VAT{#vat} of {vat|percent}{/vat} included:{/vat_sum}{^vat_sum}Without VAT{/vat_sum}',
        { align: 'right' },
        { span: 5 },
      ),
      right('{#vat_sum}{vat_sum|money}{/vat_sum}'),
    ],
  ],
  { head: 1 },
)

const buyer =
  '{#client.legal_name}{client.legal_name}{/client.legal_name}{^client.legal_name}{client.name}{/client.legal_name}'

const side = (whose: 'seller' | 'client', name: string): string =>
  [
    p(bold(name), { after: 20 }),
    p(
      whose === 'seller'
        ? 'INN {seller.inn}{#seller.kpp}, KPP {seller.kpp}{/seller.kpp}'
        : '{#client.inn}INN {client.inn}{/client.inn}{#client.kpp}, KPP {client.kpp}{/client.kpp}',
      { after: 20, size: 20 },
    ),
    p(`{#${whose}.address}{${whose}.address}{/${whose}.address}`, { after: 20, size: 20 }),
    p(
      whose === 'seller'
        ? 'Account {seller.account}, BIK {seller.bik}'
        : '{#client.account}Account {client.account}{/client.account}{#client.bik}, BIK {client.bik}{/client.bik}',
      { after: 160, size: 20 },
    ),
    p(
      `_______________ / {#${whose}.signer}{${whose}.signer|short}{/${whose}.signer}{^${whose}.signer}______________{/${whose}.signer} /`,
      {
        after: 20,
        size: 20,
      },
    ),
  ].join('')

const sides = table(
  [5000, 5000],
  [
    [
      { of: p(bold('Contractor'), { after: 80 }) + side('seller', '{seller.name}'), borders: 'none' },
      { of: p(bold('Customer'), { after: 80 }) + side('client', buyer), borders: 'none' },
    ],
  ],
  { borders: 'none' },
)

const title = (text: string): string => p(text, { align: 'center', bold: true, size: 28, after: 160 })
const clause = (text: string): string => p(text, { align: 'both', after: 60 })
const chapter = (text: string): string => p(text, { bold: true, before: 160, after: 60, keepNext: true })

const offer = wordFile(
  [
    p(bold('{seller.name}'), { after: 20 }),
    p('{#seller.address}{seller.address}{/seller.address}', { size: 20, after: 240 }),
    p('To: {client.name}', { align: 'right', after: 240 }),
    title('Offer{#number} No {number}{/number}'),
    p('We are pleased to offer you “{title}”.', { after: 160 }),
    lines,
    p('In all {total|money} roubles ({total|words}).', { before: 160 }),
    p('{#discount}The price is with a discount of {discount}.{/discount}'),
    p('This offer holds for 14 calendar days.', { after: 320 }),
    p('Yours faithfully, {owner}', { after: 20 }),
  ],
  page,
)

const contract = wordFile(
  [
    title('Contract{#number} No {number}{/number}'),
    p('{date|long}', { align: 'right', after: 160 }),
    clause(
      `{seller.name} (“the Contractor”){#seller.signer}, represented by {seller.post} {seller.signer}{/seller.signer}, and ${buyer} (“the Customer”){#client.signer}, represented by {#client.post}{client.post} {/client.post}{client.signer}{/client.signer}, have agreed as follows.`,
    ),
    chapter('1. Subject'),
    clause('1.1. The Contractor supplies “{title}”, and the Customer accepts it and pays for it:'),
    lines,
    chapter('2. Price and payment'),
    clause(
      '2.1. The price is {total|money} roubles ({total|words}){#vat_sum}, VAT{#vat} of {vat|percent}{/vat} included: {vat_sum|money} roubles{/vat_sum}{^vat_sum}, without VAT{/vat_sum}.',
    ),
    clause('2.2. The Customer pays by invoice within 5 working days from its receipt.'),
    chapter('3. Acceptance'),
    clause('3.1. The Customer signs the act of acceptance or refuses with reasons within 5 working days.'),
    chapter('4. Liability'),
    clause('4.1. Whoever is late pays 0.1% of the sum for each day, 10% of it at most.'),
    chapter('5. Other terms'),
    clause(
      '5.1. The contract is in force from the day it is signed until all duties are fulfilled. It is made in two copies of equal force.',
    ),
    chapter('6. The parties'),
    sides,
  ],
  page,
)

const invoice = wordFile(
  [
    p(bold('{seller.name}'), { after: 20 }),
    p('INN {seller.inn}{#seller.kpp}, KPP {seller.kpp}{/seller.kpp}', { size: 20, after: 20 }),
    p(
      'Account {seller.account}{#seller.bank} with {seller.bank}{/seller.bank}, BIK {seller.bik}{#seller.corr_account}, correspondent account {seller.corr_account}{/seller.corr_account}',
      { size: 20, after: 240 },
    ),
    title('Invoice No {number} of {date|long}'),
    p(`Buyer: ${buyer}{#client.inn}, INN {client.inn}{/client.inn}`, { after: 160 }),
    lines,
    p('To be paid: {total|words}.', { before: 160, bold: true }),
    p('{#invoice.due}Due on {invoice.due}.{/invoice.due} Please name the number of the invoice.', { after: 320 }),
    p('_______________ / {#seller.signer}{seller.signer|short}{/seller.signer} /'),
  ],
  { language: 'en-GB' },
)

const act = wordFile(
  [
    title('Act of acceptance No {number} of {date|long}'),
    p('{seller.name} has delivered “{title}”, and ' + buyer + ' has accepted it:', { after: 160 }),
    lines,
    p('In all {total|money} roubles ({total|words}). The Customer has no claims as to volume, quality and time.', {
      before: 160,
      after: 320,
    }),
    sides,
  ],
  page,
)

/** The English templates by the names of their files. */
export const english: Readonly<Record<string, Uint8Array>> = {
  'offer.docx': offer,
  'contract.docx': contract,
  'invoice.docx': invoice,
  'act.docx': act,
}
