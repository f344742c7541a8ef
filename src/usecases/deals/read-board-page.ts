import { pagesOf } from '#usecases/every-page'
import { reaches, type Caller } from '#domain/kernel/access'
import { byCurrency } from '#domain/deals/currency-sums'
import { isFound, searchFor, type Search } from '#domain/deals/deal-search'
import { pipelineOf } from '#domain/rules/stage-rules'
import { periodsContaining } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, DealCard } from '#schemas/deal'
import type { Pipeline, Stage } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { CurrencySum } from '#schemas/views'

import { amountOf } from '#usecases/command'
import { findInColumns, namedDeal, type FoundInColumn } from './find-deals'
import { filledTasks } from '#usecases/tasks/filled-tasks'
import { nextTasks } from './next-tasks'

/** What a board is read from. */
export type BoardPorts = Pick<Ports, 'deals' | 'clients' | 'plans' | 'rules' | 'clock' | 'gateFacts'>

/** Which board, whose deals, and how many cards of a column are shown (`usuallyShown` where not said). */
export type BoardAsk = {
  readonly pipeline: string
  readonly owner?: string
  /** What somebody typed to find deals: only those that have it are shown. */
  readonly q?: string
  readonly shown: Readonly<Record<string, number>>
}

/** A card with what comes next: the open task that is due first, undefined when nobody has anything to do. */
export type BoardCard = { readonly deal: DealCard; readonly next: Task | undefined }

export type BoardColumnPage = {
  readonly stage: Stage
  readonly count: number
  /** Where something is looked for: how many have it, and how many were looked at. */
  readonly found?: { readonly count: number; readonly searched: number; readonly isAll: boolean }
  /** Of all its deals, or of those that were found. */
  readonly sums: readonly CurrencySum[]
  readonly cards: readonly BoardCard[]
  /** How many there are, or were found, beyond the cards. */
  readonly hidden: number
}

/** The board of a direction as a page shows it. */
export type BoardPage = {
  readonly pipeline: Pipeline
  readonly columns: readonly BoardColumnPage[]
  /** Closed this month, the newest first, of those the caller may see. */
  readonly closed: readonly DealCard[]
  readonly search?: BoardSearch
}

/** A search of a board as a whole. */
export type BoardSearch = {
  /** How many deals of the board have it, and in how many it was looked for. */
  readonly found: number
  readonly searched: number
  /** False where it stopped before the end of a column. */
  readonly isAll: boolean
  /** The deal that the search names by its id, number or contact, where it is not on this board. */
  readonly elsewhere?: DealCard
}

export const usuallyShown = 20
/** No column shows more than this: who wants to see farther narrows it by owner. */
export const mostShown = 1000
const mostRead = 20_000
const mostClosed = 200

/**
 * Reads a board. For who sees everything a column costs one query however many deals are in it, for others the deals of
 * those they see are read; a card costs a query for its tasks now and then. `owner` narrows it to one manager’s deals. A
 * search reads the columns through, as `findInColumns` says, or one deal where it names it by a key.
 */
export async function readBoardPage(ports: BoardPorts, asker: Asker, ask: BoardAsk): Promise<BoardPage> {
  const { model } = await ports.rules.current()
  const pipeline = pipelineOf(model, ask.pipeline)
  const isWhole = asker.caller.reach.deals_read === 'all' && ask.owner === undefined
  const search = ask.q === undefined ? undefined : searchFor(ask.q, asker.people.employees)
  const wanted = search === undefined ? undefined : { search, ...(await namedDeal(ports, asker, ask.q ?? '')) }
  const stages = isWhole
    ? await wholeColumns(ports, { pipeline, ask, wanted })
    : await columnsOf(ports, { owners: ownersOf(asker, ask.owner), pipeline, ask, wanted })
  const [columns, closed] = await Promise.all([
    Promise.all(stages.map((column) => withNext(ports, column))),
    closedLately(ports, asker, ask),
  ])
  const shown = { pipeline, columns, closed: closed.filter((deal) => isWanted(wanted, deal, '')) }
  return wanted === undefined ? shown : { ...shown, search: searchOf(columns, ask, wanted.deal) }
}

type Asker = { readonly caller: Caller; readonly people: People }
/** What is looked for; with `isKey`, the one deal there is and nothing else. */
type Wanted = { readonly search: Search; readonly deal: Deal | undefined; readonly isKey: boolean } | undefined
type Asked = { readonly pipeline: Pipeline; readonly ask: BoardAsk; readonly wanted: Wanted }

function isWanted(wanted: Wanted, deal: DealCard, client: string): boolean {
  if (wanted === undefined) return true
  return wanted.isKey ? deal.id === wanted.deal?.id : isFound(wanted.search, deal, client)
}

function searchOf(
  columns: readonly BoardColumnPage[],
  { pipeline, owner }: BoardAsk,
  named: Deal | undefined,
): BoardSearch {
  const sum = (of: (column: BoardColumnPage) => number) => columns.reduce((all, column) => all + of(column), 0)
  const isHere = named?.pipeline === pipeline && isUnderWay(named) && (owner === undefined || named.owner === owner)
  return {
    found: sum(({ found }) => found?.count ?? 0),
    searched: sum(({ found }) => found?.searched ?? 0),
    isAll: columns.every(({ found }) => found?.isAll !== false),
    ...(named === undefined || isHere ? {} : { elsewhere: named }),
  }
}

type Column = Omit<BoardColumnPage, 'cards'> & { readonly deals: readonly DealCard[] }

async function withNext(ports: BoardPorts, { deals, ...column }: Column): Promise<BoardColumnPage> {
  const next = await nextTasks(ports.deals, deals, ports.clock.now())
  const filled = await filledTasks(
    ports,
    next.flatMap((task) => task ?? []),
  )
  const read = new Map(filled.map((task) => [task.dealId, task]))
  return { ...column, cards: deals.map((deal) => ({ deal, next: read.get(deal.id) })) }
}

async function wholeColumns(ports: BoardPorts, { pipeline, ask, wanted }: Asked): Promise<readonly Column[]> {
  const counts = await ports.plans.columns(pipeline.id)
  const found = wanted === undefined ? undefined : await foundIn(ports, pipeline, wanted)
  return Promise.all(
    pipeline.stages.map(async (stage) => {
      const shown = shownOf(ask, stage.id)
      const counted = counts.filter((one) => one.stage === stage.id)
      const count = counted.reduce((sum, one) => sum + one.count, 0)
      if (found !== undefined) return foundColumn({ stage, count, shown }, found.get(stage.id))
      const sums = byCurrency(counted.flatMap((one) => one.sums))
      const { items } = await ports.deals.column({ pipeline: pipeline.id, stage: stage.id, limit: shown })
      return { stage, count, sums, deals: items, hidden: Math.max(0, count - items.length) }
    }),
  )
}

async function foundIn(
  ports: BoardPorts,
  { id, stages }: Pipeline,
  { search, deal, isKey }: NonNullable<Wanted>,
): Promise<ReadonlyMap<string, FoundInColumn>> {
  if (!isKey) return findInColumns(ports, { pipeline: id, stages: stages.map((stage) => stage.id) }, search)
  const isHere = deal !== undefined && deal.pipeline === id && isUnderWay(deal)
  return new Map(isHere ? [[deal.stage, { deals: [deal], searched: 1, isAll: true }]] : [])
}

const none: FoundInColumn = { deals: [], searched: 0, isAll: true }

/** A counter may lag behind by moments: there are never fewer deals than were looked at. */
function foundColumn(
  { stage, count, shown }: { readonly stage: Stage; readonly count: number; readonly shown: number },
  { deals, searched, isAll }: FoundInColumn = none,
): Column {
  return {
    stage,
    count: Math.max(count, searched),
    found: { count: deals.length, searched, isAll },
    sums: sumsOf(deals),
    deals: deals.slice(0, shown),
    hidden: Math.max(0, deals.length - shown),
  }
}

function ownersOf(
  { caller, people }: { caller: Caller; people: People },
  owner: string | undefined,
): readonly string[] {
  const seen = Object.keys(people.employees).filter((one) => reaches(caller, 'deals_read', one, people))
  return owner === undefined ? seen : seen.filter((one) => one === owner)
}

async function columnsOf(
  ports: BoardPorts,
  { owners, pipeline, ask, wanted }: Asked & { readonly owners: readonly string[] },
): Promise<readonly Column[]> {
  const lists = await Promise.all(owners.map((owner) => dealsOf(ports, owner)))
  const all = lists.flat().filter((deal) => deal.pipeline === pipeline.id)
  return pipeline.stages.map((stage) => {
    const there = all.filter((deal) => deal.stage === stage.id)
    const deals = there.filter((deal) => isWanted(wanted, deal, deal.client.name ?? ''))
    const shown = deals.slice(0, shownOf(ask, stage.id))
    const column = {
      stage,
      count: there.length,
      sums: sumsOf(deals),
      deals: shown,
      hidden: deals.length - shown.length,
    }
    return wanted === undefined
      ? column
      : { ...column, found: { count: deals.length, searched: there.length, isAll: true } }
  })
}

async function dealsOf({ deals }: BoardPorts, owner: string): Promise<readonly Deal[]> {
  const found: Deal[] = []
  for await (const items of pagesOf(100, (page) => deals.byOwner({ owner, ...page }))) {
    found.push(...items)
    if (found.length >= mostRead) break
  }
  return found
}

async function closedLately(
  ports: BoardPorts,
  { caller, people }: Asker,
  { pipeline, owner }: BoardAsk,
): Promise<readonly DealCard[]> {
  const { model } = await ports.rules.current()
  const today = dateIn(model.calendar.timezone, ports.clock.now())
  const { month } = periodsContaining(today, model.plan.yearStarts)
  const { items } = await ports.deals.closedIn({ month, limit: mostClosed })
  return items
    .filter((deal) => deal.pipeline === pipeline && (owner === undefined || deal.owner === owner))
    .filter((deal) => reaches(caller, 'deals_read', deal.owner, people))
    .toReversed()
}

function isUnderWay({ status }: DealCard): boolean {
  return status === 'open' || status === 'won'
}

function sumsOf(deals: readonly DealCard[]): readonly CurrencySum[] {
  return byCurrency(deals.map((deal) => ({ currency: deal.currency, minor: amountOf(deal) })))
}

function shownOf({ shown }: BoardAsk, stage: string): number {
  return Math.min(mostShown, Math.max(usuallyShown, shown[stage] ?? usuallyShown))
}
