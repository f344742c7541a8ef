import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

import { dealSeenBy } from './readable-deal'

/** A page of everything that happened to a deal, newest first, for whoever may see the deal. */
export async function readTimeline(
  ports: Pick<Ports, 'deals'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  dealId: string,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<DomainEvent> & { items: DomainEvent[] }> {
  await dealSeenBy(ports, caller, people, dealId)
  const found = await ports.deals.events(dealId, { ...page, order: 'newest' })
  return { ...found, items: [...found.items] }
}
