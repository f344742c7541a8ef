import { percentFormat } from '#domain/kernel/texts/number-format'

import type { MoneyWords, SignedNow } from './values'

/** What a gate asks of documents, invoices and payments, as a clause of what is left to do, in Russian. */
export function moneyWishRu(wish: MoneyWords): string {
  if (wish.is === 'invoiced') return `выставить счёт «${wish.invoice}»`
  if (wish.is === 'signed') return `получить подписи под документом «${wish.document}» – ${signedRu[wish.now]}`
  if (wish.now === null) return `дождаться оплаты ${percent(wish.atLeast)} по счетам – пока не выставлен ни один`
  return `дождаться оплаты ${percent(wish.atLeast)} по счетам (сейчас ${percent(wish.now)})`
}

const signedRu: Readonly<Record<SignedNow, string>> = {
  none: 'он ещё не сделан',
  draft: 'это черновик, он не выпущен',
  client: 'он выпущен и ждёт клиента',
  us: 'он ждёт нашей подписи',
  refused: 'клиент отказался, сделайте новый',
}

const percent = percentFormat('ru-RU')
