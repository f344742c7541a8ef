import { listedOf } from '#domain/deals/deal-card'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { DealsQuery } from '#schemas/queries'

import { gather } from '#usecases/gather'

type Asked = Pick<DealsQuery, 'pipeline' | 'stage' | 'owner'>

/** A page of a board's column or of somebody's deals: only those the caller may see. */
export async function listDeals(
  ports: Pick<Ports, 'deals' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  asked: Asked,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<DealCard> & { items: DealCard[] }> {
  const owner = ownerOf(asked, caller, people)
  const isAsked = (deal: DealCard): boolean =>
    (asked.pipeline === undefined || deal.pipeline === asked.pipeline) &&
    (asked.stage === undefined || deal.stage === asked.stage)
  if (owner !== undefined) return gather([ownedBy(ports, owner)], isAsked, page)
  const { pipeline, stage } = await columnOf(ports, asked)
  // Somebody who sees only their own deals finds them by their name, not by reading everybody's.
  if (caller.reach.deals_read === 'own' && caller.employee !== null) {
    return gather([ownedBy(ports, caller.employee)], isAsked, page)
  }
  const column = (limit: number, cursor: string | undefined): Promise<Page<DealCard>> =>
    ports.deals.column({ pipeline, stage, limit, ...(cursor === undefined ? {} : { cursor }) })
  return gather([column], (deal) => reaches(caller, 'deals_read', deal.owner, people), page)
}

function ownedBy({ deals }: Pick<Ports, 'deals'>, owner: string) {
  return async (limit: number, cursor: string | undefined): Promise<Page<DealCard>> => {
    const page = await deals.byOwner({ owner, limit, ...(cursor === undefined ? {} : { cursor }) })
    return { ...page, items: page.items.map(listedOf) }
  }
}

/** Whose deals are asked for; refused where the caller may not see them. */
export function ownerOf({ owner }: Asked, caller: Caller, people: People): string | undefined {
  const id = owner === 'me' && caller.employee !== null ? caller.employee : owner
  if (id === undefined || reaches(caller, 'deals_read', id, people)) return id
  throw dealRefusal('forbidden.deals_of', { id })
}

async function columnOf(
  { rules }: Pick<Ports, 'rules'>,
  { pipeline, stage }: Asked,
): Promise<{ readonly pipeline: string; readonly stage: string }> {
  const { model } = await rules.current()
  if (pipeline === undefined || stage === undefined) {
    const absent = pipeline === undefined ? 'pipeline' : 'stage'
    throw dealRefusal(`${absent}_unknown.whose_deals`)
  }
  stageIndex(pipelineOf(model, pipeline), stage)
  return { pipeline, stage }
}
