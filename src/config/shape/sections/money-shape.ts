import { optional, required, text, value, length } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

const digits = (what: string): Shape => value(what, 'text')

/** One of our legal entities, as invoices name it. */
export const seller: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'The legal entity, as documents name it.'),
    inn: required(digits('an INN'), 'The taxpayer number: 10 digits of a company, 12 of a person.'),
    kpp: optional(digits('a KPP'), 'The reason code of registration; sole traders have none.'),
    ogrn: optional(digits('an OGRN'), 'The number in the state register.'),
    address: optional(text, 'The address in documents.'),
    bank: optional(text, 'The bank of the account.'),
    bik: required(digits('a BIK'), 'The code of the bank.'),
    account: required(digits('an account'), 'The account on which clients pay.'),
    corr_account: optional(digits('an account'), 'The account of the bank itself.'),
    vat: optional(value('a rate such as 22%, or none', 'text'), 'The rate of VAT inside prices; none without VAT.'),
    signer: optional(
      {
        is: 'block',
        keys: {
          name: required(text, 'The name of whoever signs.'),
          post: required(text, 'Their post.'),
          acts_on: optional(text, 'By what they act, such as the charter.'),
        },
      },
      'Who signs documents.',
    ),
  },
}

/** A series of numbers; every seller has one of its own. */
export const series: Shape = {
  is: 'block',
  keys: {
    like: required(value('a pattern such as С-{year}-{n:3}', 'text'), 'What a number looks like.'),
    starts_again: optional({ is: 'words', words: ['every year', 'never'] }, 'Whether it starts anew every year.'),
    start_at: optional(value('a number', 'number'), 'The first number there is, where numbers were given before.'),
  },
}

/** A kind of invoice. */
export const invoice: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call it.'),
    number: required(value('a series of numbers', 'series'), 'The series its number is taken from.'),
    share: optional(
      value('a percentage such as 50%', 'percent'),
      'Which part of the deal it is of; all of it without.',
    ),
    pay_in: optional(length('5 working days'), 'How long the client has to pay.'),
    by: required(value('a role', 'head'), 'Who may issue and cancel it.'),
  },
}

/** What is exchanged with 1C. */
export const oneCKeys = {
  sends: optional({ is: 'words', words: ['invoices', 'nothing'] } as const, 'What 1C gets from here.'),
  believes: required(
    { is: 'words', words: ['bank', 'one_c'] } as const,
    'Whose word on payments holds: that of statements of the bank or that of 1C, never both.',
  ),
  items: optional({ is: 'words', words: ['services', 'goods'] } as const, 'What lines of invoices become in 1C.'),
  status: optional(
    {
      is: 'table',
      keys: 'codes',
      of: { is: 'words', words: ['issued', 'paid', 'cancelled'] } as const,
    },
    'What codes of statuses in 1C mean for an invoice.',
  ),
}

/** What becomes of money that comes in. */
export const bankKeys = {
  match_alone: optional(
    { is: 'words', words: ['number_and_inn', 'nothing', 'inn_and_amount'] } as const,
    'What books a payment without anybody looking.',
  ),
  by: required(value('a role', 'head'), 'Who loads statements and books payments.'),
  unmatched: optional(length('4 working hours'), 'How soon somebody must say what a payment is for.'),
}
