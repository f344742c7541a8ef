import type { Language } from '#schemas/language-names'
import type { MoneyWords } from './values'

/** What a gate asks of invoices and payments, as a clause of what is left to do. */
export const moneyWish: Readonly<Record<Language, (wish: MoneyWords) => string>> = {
  en: (wish) => {
    if (wish.is === 'invoiced') return `issue the invoice “${wish.invoice}”`
    if (wish.now === null) return `wait until ${wish.atLeast}% of what is invoiced is paid; nothing is invoiced yet`
    return `wait until ${wish.atLeast}% of what is invoiced is paid (now ${wish.now}%)`
  },
  ru: (wish) => {
    if (wish.is === 'invoiced') return `выставить счёт «${wish.invoice}»`
    if (wish.now === null) return `дождаться оплаты ${wish.atLeast}% по счетам – пока не выставлен ни один`
    return `дождаться оплаты ${wish.atLeast}% по счетам (сейчас ${wish.now}%)`
  },
}
