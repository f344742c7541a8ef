import type { DocumentRules } from '#schemas/documents/document-rules'
import type { OneC } from '#schemas/exchange/one-c-rules'
import type { Duration, Origin } from '#schemas/rules/length'

/** One of our legal entities, as documents name it, digits without blanks; `vat` is the rate inside prices, in percent. */
export type Seller = {
  readonly [K in 'id' | 'name' | 'inn' | 'bik' | 'account']: string
} & {
  readonly [K in 'kpp' | 'ogrn' | 'address' | 'bank' | 'corrAccount']?: string
} & {
  readonly vat?: number
  readonly signer?: { readonly name: string; readonly post: string; readonly actsOn?: string }
  readonly origin: Origin
}

/** A series of numbers: `like` has `{n}` or `{n:3}`, and perhaps `{year}`. Every seller counts by itself. */
export type Series = {
  readonly id: string
  readonly like: string
  readonly startsAgain: 'every_year' | 'never'
  readonly startAt: number
  readonly origin: Origin
}

/** A kind of invoice: of which part of the deal, in percent, and how long the client has to pay. */
export type InvoiceKind = {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly share: number
  readonly payIn?: Duration
  readonly by: string
  readonly origin: Origin
}

/** What becomes of money that comes in: what is booked by itself, by whom the rest, and how soon. */
export type Bank = {
  readonly matchAlone: 'number_and_inn' | 'nothing' | 'inn_and_amount'
  readonly by: string
  readonly unmatched?: Duration
  readonly origin: Origin
}

/** The sections of the file that are about documents and money. */
export type MoneyRules = DocumentRules & {
  readonly sellers?: Readonly<Record<string, Seller>>
  readonly numbers?: Readonly<Record<string, Series>>
  readonly invoices?: Readonly<Record<string, InvoiceKind>>
  readonly bank?: Bank
  readonly oneC?: OneC
}
