import { everyPage } from '#usecases/every-page'
import { reaches, type Caller } from '#domain/kernel/access'
import { byCurrency, inCompanyCurrency } from '#domain/deals/currency-sums'
import { pipelineOf } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { ColumnCount } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { Board } from '#schemas/views'

import { amountOf } from '#usecases/command'

/** A board's columns in order, each with count and sums of the deals that the caller may see. */
export async function readBoard(
  ports: Pick<Ports, 'deals' | 'plans' | 'rules' | 'settings'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  pipelineId: string,
): Promise<Board> {
  const pipeline = pipelineOf((await ports.rules.current()).model, pipelineId)
  // The counters are the company's: who sees less gets what their own people's deals add up to.
  const money = await ports.settings.load()
  const counts =
    caller.reach.deals_read === 'all'
      ? await ports.plans.columns(pipeline.id)
      : await countedFor(ports, visibleOwners(caller, people), pipeline.id)
  return {
    pipeline: pipeline.id,
    name: pipeline.name,
    columns: pipeline.stages.map((stage) => {
      const found = counts.filter((count) => count.stage === stage.id)
      const sums = byCurrency(found.flatMap((one) => one.sums))
      const { minor, noRate } = inCompanyCurrency(sums, money)
      return {
        stage: stage.id,
        name: stage.name,
        count: found.reduce((sum, one) => sum + one.count, 0),
        sums: [...sums],
        sumMinor: minor,
        noRate: [...noRate],
      }
    }),
  }
}

function visibleOwners(caller: Caller, people: People): readonly string[] {
  return Object.keys(people.employees).filter((owner) => reaches(caller, 'deals_read', owner, people))
}

async function countedFor(
  ports: Pick<Ports, 'deals'>,
  owners: readonly string[],
  pipeline: string,
): Promise<readonly ColumnCount[]> {
  const lists = await Promise.all(owners.map((owner) => dealsOf(ports, owner)))
  return lists
    .flat()
    .filter((deal) => deal.pipeline === pipeline)
    .map((deal) => ({
      pipeline,
      stage: deal.stage,
      count: 1,
      sums: [{ currency: deal.currency, minor: amountOf(deal) }],
    }))
}

async function dealsOf({ deals }: Pick<Ports, 'deals'>, owner: string): Promise<readonly DealCard[]> {
  return everyPage(100, (page) => deals.byOwner({ owner, ...page }))
}
