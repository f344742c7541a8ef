import { correctedWon } from '#domain/deals/winning'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import { amountOf } from '#usecases/command'
import type { Correction } from './refuse-books'

/** What a command changes of the fields, by whom and why. */
export type AmountChange = Omit<Correction, 'what'> & { readonly changes: Readonly<Record<string, unknown>> }

/**
 * A deal whose books follow its amount: won deals keep the moment, the owner and the rate. Refuses with `deal_won` whoever
 * may not correct the books, or says no reason.
 */
export async function withAmount(
  { settings }: Pick<Ports, 'settings'>,
  deal: Deal,
  { changes, ...who }: AmountChange,
): Promise<Deal> {
  if (deal.won === undefined) return deal
  if (Object.hasOwn(changes, 'amount')) {
    const { refuseBooks } = await import('./refuse-books')
    refuseBooks(deal, { ...who, what: 'amount' })
  }
  if (deal.won.amountMinor === amountOf(deal)) return deal
  const { currency } = await settings.load()
  return { ...deal, won: correctedWon(deal.won, amountOf(deal), currency) }
}
