import { listedOf } from '#domain/deals/deal-card'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { isFound, searchFor, type Search } from '#domain/deals/deal-search'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, DealCard } from '#schemas/deal'
import type { DealsQuery } from '#schemas/queries'

import { cardsAtOnce, namedDeal } from './find-deals'
import { gather } from '#usecases/gather'
import { ownerOf } from './list-deals'

type Asked = Pick<DealsQuery, 'pipeline' | 'stage' | 'owner'> & { readonly q: string }
type Asker = { readonly caller: Caller; readonly people: People }
type PageAsk = { readonly limit: number; readonly cursor?: string }
type Needs = Pick<Ports, 'deals' | 'clients' | 'rules'>

/** A page looks at so many deals of columns and no more; its cursor goes on from there. */
const mostPages = 20

/**
 * A page of the deals under way that have the words of `q`: of a direction, one of its columns, or of one owner. Requests:
 * one for a thousand deals that are looked at, 20 at most for a page, which may be short then and has a cursor; two where
 * `q` is an id, a phone number (or its last seven digits) or an e-mail address, for which no direction need be named.
 */
export async function searchDeals(
  ports: Needs,
  asker: Asker,
  asked: Asked,
  page: PageAsk,
): Promise<Page<DealCard> & { items: DealCard[] }> {
  const owner = ownerOf(asked, asker.caller, asker.people)
  // Whoever picks up the phone does not know in which direction the deal of this number is.
  if (asked.pipeline === undefined && owner === undefined) {
    const { deal, isKey } = await namedDeal(ports, asker, asked.q)
    if (isKey || deal !== undefined) return { items: deal === undefined ? [] : [listedOf(deal)] }
  }
  const stages = await stagesOf(ports, asked, owner)
  const isAsked = isIn(asked, owner)
  const search = searchFor(asked.q, asker.people.employees)
  if (search === undefined) return { items: [] }
  const { deal, isKey } = await namedDeal(ports, asker, asked.q)
  if (isKey) return { items: deal !== undefined && isAsked(deal) ? [listedOf(deal)] : [] }
  // Who sees only their own deals finds them by their name, not by reading everybody's.
  const only = asker.caller.reach.deals_read === 'own' ? (owner ?? asker.caller.employee) : owner
  if (only !== undefined && only !== null) return ownFound(ports, { owner: only, search, isAsked }, page)
  const mine = (one: DealCard) => reaches(asker.caller, 'deals_read', one.owner, asker.people)
  return columnsFound(ports, { pipeline: asked.pipeline ?? '', stages, search, mine }, page)
}

async function ownFound(
  { deals }: Needs,
  { owner, search, isAsked }: { owner: string; search: Search; isAsked: (deal: Deal) => boolean },
  page: PageAsk,
): Promise<{ items: DealCard[]; cursor?: string }> {
  const owned = (limit: number, cursor: string | undefined): Promise<Page<Deal>> =>
    deals.byOwner({ owner, limit, ...(cursor === undefined ? {} : { cursor }) })
  const isWanted = (deal: Deal) => isAsked(deal) && isFound(search, deal, deal.client.name ?? '')
  const found = await gather([owned], isWanted, page)
  return { ...found, items: found.items.map(listedOf) }
}

type Columns = {
  readonly pipeline: string
  readonly stages: readonly string[]
  readonly search: Search
  readonly mine: (deal: DealCard) => boolean
}

/** Goes through columns a thousand cards at a time; the cursor names the column and the last card that was looked at. */
async function columnsFound(
  { deals }: Needs,
  { pipeline, stages, search, mine }: Columns,
  { limit, cursor }: PageAsk,
): Promise<{ items: DealCard[]; cursor?: string }> {
  const items: DealCard[] = []
  let at = positionOf(cursor)
  for (let pages = 0; pages < mostPages; pages += 1) {
    const stage = stages[at.column]
    if (stage === undefined) return { items }
    const from = at.place === '' ? {} : { cursor: at.place }
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const read = await deals.namedColumn({ pipeline, stage, limit: cardsAtOnce, ...from })
    for (const { deal, client, place } of read.items) {
      if (!isFound(search, deal, client) || !mine(deal)) continue
      items.push(deal)
      if (items.length === limit) return { items, cursor: `${at.column}:${place}` }
    }
    at = read.cursor === undefined ? { column: at.column + 1, place: '' } : { ...at, place: read.cursor }
  }
  return at.column >= stages.length ? { items } : { items, cursor: `${at.column}:${at.place}` }
}

function positionOf(cursor: string | undefined): { readonly column: number; readonly place: string } {
  if (cursor === undefined) return { column: 0, place: '' }
  const colon = cursor.indexOf(':')
  return { column: Number(cursor.slice(0, colon)), place: cursor.slice(colon + 1) }
}

function isIn({ pipeline, stage }: Asked, owner: string | undefined): (deal: DealCard) => boolean {
  return (deal) =>
    (deal.status === 'open' || deal.status === 'won') &&
    (pipeline === undefined || deal.pipeline === pipeline) &&
    (stage === undefined || deal.stage === stage) &&
    (owner === undefined || deal.owner === owner)
}

async function stagesOf(
  { rules }: Needs,
  { pipeline, stage }: Asked,
  owner: string | undefined,
): Promise<readonly string[]> {
  if (pipeline === undefined) {
    if (owner !== undefined) return []
    throw dealRefusal('pipeline_unknown.where_to_look')
  }
  const found = pipelineOf((await rules.current()).model, pipeline)
  if (stage === undefined) return found.stages.map(({ id }) => id)
  stageIndex(found, stage)
  return [stage]
}
