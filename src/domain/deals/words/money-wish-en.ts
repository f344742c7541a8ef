import type { MoneyWords, SignedNow } from './values'

/** What a gate asks of documents, invoices and payments, as a clause of what is left to do, in English. */
export function moneyWishEn(wish: MoneyWords): string {
  if (wish.is === 'invoiced') return `issue the invoice “${wish.invoice}”`
  if (wish.is === 'signed') return `have “${wish.document}” signed: ${signedEn[wish.now]}`
  if (wish.now === null) return `wait until ${wish.atLeast}% of what is invoiced is paid; nothing is invoiced yet`
  return `wait until ${wish.atLeast}% of what is invoiced is paid (now ${wish.now}%)`
}

const signedEn: Readonly<Record<SignedNow, string>> = {
  none: 'it is not made yet',
  draft: 'it is a draft, not issued yet',
  client: 'it is issued and waits for the client',
  us: 'it waits for our own signature',
  refused: 'the client refused it, make another',
}
