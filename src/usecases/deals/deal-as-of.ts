import { pagesOf } from '#usecases/every-page'
import { foldDeal } from '#domain/deals/fold'
import { dealInWords } from '#domain/rules/renamed-words'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { versionOf } from '#domain/kernel/event-id'

/**
 * A deal as it was right after an event: as it is, when nothing has happened since, else what its events add up to. In both
 * cases its place and its fields are called as they are called today.
 */
export async function dealAsOf(
  { deals, rules }: Pick<Ports, 'deals' | 'rules'>,
  event: Pick<DomainEvent, 'id' | 'detail'>,
): Promise<Deal | undefined> {
  const { dealId } = event.detail
  const now = await deals.find(dealId)
  if (now === undefined || now.version === versionOf(event)) return now
  const history = await timelineOf(deals, dealId, event.id)
  const then = foldDeal(history.slice(0, history.findIndex((one) => one.id === event.id) + 1))
  return then === undefined ? undefined : dealInWords(then, await rules.current())
}

/** Everything that has happened to a deal, oldest first; up to the page with the event `until`, where one is named. */
export async function timelineOf(
  deals: Pick<Ports['deals'], 'events'>,
  dealId: string,
  until?: string,
): Promise<readonly DomainEvent[]> {
  const history: DomainEvent[] = []
  for await (const events of pagesOf(until === undefined ? 1000 : 100, (page) =>
    deals.events(dealId, { order: 'oldest', ...page }),
  )) {
    history.push(...events)
    if (events.some((one) => one.id === until)) break
  }
  return history
}
