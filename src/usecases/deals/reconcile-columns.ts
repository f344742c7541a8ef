import { eachPage } from '#usecases/every-page'
import { monthOf, periodAfter } from '#domain/time/period'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'

import { inGroups } from '#usecases/in-groups'
import { shareOfCard } from './keep-column-counters'

type Needs = Pick<Ports, 'deals' | 'plans' | 'rules'>

const AT_ONCE = 500

/** How many deals a nightly run told the counters of the columns anew. */
export type ColumnsReconciliation = { readonly at: string; readonly deals: number }

/**
 * Tells the counters of the columns once more of every deal that is on a board, or was closed this month or the month
 * before. For one that is counted already nothing is written, so this costs reads alone: a batch for 20 deals. What was
 * lost is counted, and a deal from before currencies were told apart comes to the sum of its own.
 */
export async function reconcileColumns(ports: Needs, at: string): Promise<ColumnsReconciliation> {
  const { model } = await ports.rules.current()
  const seen = new Set<string>()
  const tell = async (cards: readonly DealCard[]) => {
    for (const { id } of cards) seen.add(id)
    await inGroups(cards, AT_ONCE, (card) => ports.plans.countColumn(card.id, card.version, shareOfCard(card)))
  }
  for (const pipeline of Object.values(model.pipelines)) {
    for (const { id: stage } of pipeline.stages) {
      await eachPage(AT_ONCE, (page) => ports.deals.column({ pipeline: pipeline.id, stage, ...page }), tell)
    }
  }
  const month = monthOf(model.calendar.timezone, at)
  for (const one of [periodAfter(month, -1), month]) {
    await eachPage(AT_ONCE, (page) => ports.deals.closedIn({ month: one, ...page }), tell)
  }
  return { at, deals: seen.size }
}
