import { buyerOf } from '#domain/deals/of-buyer'
import type { Caller } from '#domain/kernel/access'
import { contactsSeenBy, isOpenTo } from '#domain/people/seen-contacts'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/** How the client of a deal is reached: numbers and addresses that may be shown as they are, and the card where the others are. */
export type Reaching = {
  readonly numbers: readonly string[]
  readonly emails: readonly string[]
  readonly card: string | undefined
}

/**
 * Whose client it is sees their numbers as they are, as far as rights and rules let them; everybody else asks for them on the
 * card, which keeps who did. A request where the deal is the caller’s own. Deals from before there were cards carry a number themselves.
 */
export async function reachClient(
  { clients, rules }: Pick<Ports, 'clients' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  deal: Deal,
): Promise<Reaching> {
  const card = buyerOf(deal)
  const own = deal.client.phone === undefined ? [] : [deal.client.phone]
  const emails = deal.client.email === undefined ? [] : [deal.client.email]
  const asWritten = { numbers: own, emails, card }
  if (card === undefined || deal.owner !== caller.employee) return asWritten
  const whole = await clients.find(card)
  const { see } = (await rules.current()).model.clients ?? {}
  const seen = contactsSeenBy(see, { caller, people }, whole?.client.owner ?? null)
  if (whole === undefined || seen !== 'always' || !isOpenTo(caller, whole.client, seen)) return asWritten
  const of = (wanted: string) => whole.personal.ways.filter(({ kind }) => kind === wanted).map(({ text }) => text)
  return { numbers: [...of('phone'), ...own], emails: [...of('email'), ...emails], card }
}
