import { subjectOf } from '#domain/kernel/subject'
import { factsTold } from '#domain/rules/stage-rules'
import type { Ports } from '#ports/ports'
import { keepReports } from '#reports/usecases/keep-reports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { amountOf } from '#usecases/command'
import { rulesFor } from '#usecases/deals/deal-file'
import { followDeal } from '#usecases/tasks/follow-deal'

type Needs = Pick<Ports, 'clients' | 'clock' | 'deals' | 'people' | 'rules' | 'reports' | 'gateFacts'>

/** Does what follows from the events of one deal, here and in the rooms: tasks, clock, facts for reports. */
export async function followWholeDeal(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  const { kind, id } = subjectOf(events[0] ?? { detail: { dealId: '' } })
  if (kind !== 'client') return followDeal(ports, events, [keepReports])
  const [first] = events
  if (first !== undefined) await followDealsOf(ports, id, first)
}

/** Where rules ask clients, their deals are looked at again: what the card says now may bring tasks and take them. */
async function followDealsOf(ports: Needs, client: string, event: DomainEvent): Promise<void> {
  const rows = await ports.clients.dealsOf(client)
  const deals = rows.length === 0 ? [] : await ports.deals.findMany(rows.map(({ deal }) => deal))
  for (const deal of deals) {
    if (deal.status !== 'open' && deal.status !== 'won') continue
    // oxlint-disable-next-line no-await-in-loop -- rules of one version are read once
    const { stage } = await rulesFor(ports, deal)
    if (factsTold(stage).length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- a client has few deals under way whose rules ask for clients
    await followDeal(ports, [asOfDeal(event, deal)], [keepReports])
  }
}

/** What happened to a client, as something that happened to a deal of theirs: it is seated as of that moment. */
function asOfDeal(event: DomainEvent, deal: Deal): DomainEvent {
  const { id, status, pipeline, stage, visit, owner } = deal
  const state = { status, pipeline, stage, visit: visit.no, owner, amountMinor: amountOf(deal) }
  return { ...event, name: 'deal.updated', detail: { dealId: id, deal: state } }
}
