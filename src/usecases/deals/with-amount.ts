import { correctedWon } from '#domain/deals/winning'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import { amountOf } from '#usecases/command'

/** A deal whose books follow its amount: won deals keep the moment, the owner and the rate. */
export async function withAmount({ settings }: Pick<Ports, 'settings'>, deal: Deal): Promise<Deal> {
  if (deal.won === undefined || deal.won.amountMinor === amountOf(deal)) return deal
  const { currency } = await settings.load()
  return { ...deal, won: correctedWon(deal.won, amountOf(deal), currency) }
}
