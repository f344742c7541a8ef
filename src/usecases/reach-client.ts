import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/** How the client of a deal is reached: numbers that may be shown as they are, and the card where the others are. */
export type Reaching = { readonly numbers: readonly string[]; readonly card: string | undefined }

/**
 * Whose client it is sees their numbers as they are; everybody else asks for them on the card, which keeps who did. A request
 * where the deal is the caller’s own. Deals from before there were cards carry a number themselves.
 */
export async function reachClient({ clients }: Pick<Ports, 'clients'>, caller: Caller, deal: Deal): Promise<Reaching> {
  const card = deal.links?.find(({ role }) => role === 'client')?.client
  const own = deal.client.phone === undefined ? [] : [deal.client.phone]
  if (card === undefined || deal.owner !== caller.employee) return { numbers: own, card }
  const whole = await clients.find(card)
  if (whole === undefined || whole.client.owner !== caller.employee) return { numbers: own, card }
  const phones = whole.personal.ways.filter(({ kind }) => kind === 'phone').map(({ text }) => text)
  return { numbers: [...phones, ...own], card }
}
