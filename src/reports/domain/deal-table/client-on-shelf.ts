import { isErased } from '#domain/deals/erased-client'
import type { Deal } from '#schemas/deal'
import { buyerRole } from '#domain/deals/of-buyer'

/** What stands before the card of a private person. No card is called so, and nobody else. */
const mark = '~client_'

/**
 * What a shelf says of who buys: the name of a company; of a private person, and of whoever is not known to be a company, the
 * card alone. Their name is read with the rows that are shown.
 */
export function clientOnShelf({ client, links = [] }: Pick<Deal, 'client' | 'links'>): string {
  const buyer = links.find(({ role }) => role === buyerRole)
  if (buyer === undefined || buyer.kind === 'company' || isErased(client)) return client.name ?? ''
  return `~${buyer.client}`
}

/** The card that a shelf names in place of a person; undefined where it says a name. */
export function cardOnShelf(text: string): string | undefined {
  return text.startsWith(mark) ? text.slice(1) : undefined
}
