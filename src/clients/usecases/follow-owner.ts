import { changeClient } from '#clients/domain/client'
import { buyerRole } from '#domain/deals/of-buyer'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { clientAt } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'deals' | 'rules' | 'clock'>

/**
 * Lets whoever buys go along with a deal that changed hands, where the rules say so: from whoever had the deal to whoever
 * has it now, and from nobody else. Reads deal and card as they are now, so that an event may come twice, late or out of
 * order.
 */
export async function followOwner(ports: Needs, event: DomainEvent): Promise<void> {
  const { dealId, from } = event.detail
  if (from === undefined || (await ports.rules.current()).model.clients?.owner !== 'follows_deal') return
  const deal = await ports.deals.find(dealId)
  const buyer = deal?.links?.find(({ role }) => role === buyerRole)
  if (deal === undefined || buyer === undefined) return
  await whileOthersWrite(`The client of ${dealId} was written`, async () => {
    const card = await clientAt(ports, buyer.client)
    if (card === undefined || card.client.owner !== from.owner) return undefined
    const next = { ...card, client: { ...card.client, owner: deal.owner } }
    const { actor, correlationId, id: causationId } = event
    const change = changeClient(card, next, { actor, at: ports.clock.now(), correlationId, causationId })
    return change === undefined || (await ports.clients.save(change)) ? undefined : again
  })
}
