import { reaches, type Caller } from '#domain/access'
import { byCurrency } from '#domain/currency-sums'
import { pipelineOf } from '#domain/stage-rules'
import { periodsContaining } from '#domain/period'
import { dateIn } from '#domain/zone'
import type { People, Ports } from '#ports'
import type { DealCard } from '#schemas/deal'
import type { Pipeline, Stage } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { CurrencySum } from '#schemas/views'

import { amountOf } from './command'
import { nextTasks } from './next-tasks'

/** What a board is read from. */
export type BoardPorts = Pick<Ports, 'deals' | 'plans' | 'rules' | 'clock'>

/** Which board, whose deals, and how many cards of a column are shown (`usuallyShown` where not said). */
export type BoardAsk = {
  readonly pipeline: string
  readonly owner?: string
  readonly shown: Readonly<Record<string, number>>
}

/** A card with what comes next: the open task that is due first, undefined when nobody has anything to do. */
export type BoardCard = { readonly deal: DealCard; readonly next: Task | undefined }

export type BoardColumnPage = {
  readonly stage: Stage
  readonly count: number
  readonly sums: readonly CurrencySum[]
  readonly cards: readonly BoardCard[]
  /** How many there are beyond the cards. */
  readonly hidden: number
}

/** The board of a direction as a page shows it. */
export type BoardPage = {
  readonly pipeline: Pipeline
  readonly columns: readonly BoardColumnPage[]
  /** Closed this month, the newest first, of those the caller may see. */
  readonly closed: readonly DealCard[]
}

export const usuallyShown = 20
/** No column shows more than this: who wants to see farther narrows it by owner. */
export const mostShown = 1000
const mostRead = 20_000
const mostClosed = 200

/**
 * Reads a board. For who sees everything a column costs one query however many deals are in it, for others the deals of
 * those they see are read; a card costs a query for its tasks now and then. `owner` narrows it to one manager’s deals.
 */
export async function readBoardPage(
  ports: BoardPorts,
  asker: { readonly caller: Caller; readonly people: People },
  ask: BoardAsk,
): Promise<BoardPage> {
  const { model } = await ports.rules.current()
  const pipeline = pipelineOf(model, ask.pipeline)
  const isWhole = asker.caller.reach.deals_read === 'all' && ask.owner === undefined
  const stages = isWhole
    ? await wholeColumns(ports, pipeline, ask)
    : await columnsOf(ports, { owners: ownersOf(asker, ask.owner), pipeline, ask })
  const [columns, closed] = await Promise.all([
    Promise.all(stages.map((column) => withNext(ports, column))),
    closedLately(ports, asker, ask),
  ])
  return { pipeline, columns, closed }
}

type Column = Omit<BoardColumnPage, 'cards'> & { readonly deals: readonly DealCard[] }

async function withNext(ports: BoardPorts, { deals, ...column }: Column): Promise<BoardColumnPage> {
  const next = await nextTasks(ports.deals, deals, ports.clock.now())
  return { ...column, cards: deals.map((deal, at) => ({ deal, next: next[at] })) }
}

async function wholeColumns(ports: BoardPorts, pipeline: Pipeline, ask: BoardAsk): Promise<readonly Column[]> {
  const counts = await ports.plans.columns(pipeline.id)
  return Promise.all(
    pipeline.stages.map(async (stage) => {
      const shown = shownOf(ask, stage.id)
      const found = counts.filter((one) => one.stage === stage.id)
      const count = found.reduce((sum, one) => sum + one.count, 0)
      const sums = byCurrency(found.flatMap((one) => one.sums))
      const { items } = await ports.deals.column({ pipeline: pipeline.id, stage: stage.id, limit: shown })
      return { stage, count, sums, deals: items, hidden: Math.max(0, count - items.length) }
    }),
  )
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
  { owners, pipeline, ask }: { owners: readonly string[]; pipeline: Pipeline; ask: BoardAsk },
): Promise<readonly Column[]> {
  const lists = await Promise.all(owners.map((owner) => dealsOf(ports, owner)))
  const all = lists.flat().filter((deal) => deal.pipeline === pipeline.id)
  return pipeline.stages.map((stage) => {
    const deals = all.filter((deal) => deal.stage === stage.id)
    const shown = deals.slice(0, shownOf(ask, stage.id))
    return { stage, count: deals.length, sums: sumsOf(deals), deals: shown, hidden: deals.length - shown.length }
  })
}

async function dealsOf({ deals }: BoardPorts, owner: string): Promise<readonly DealCard[]> {
  const found: DealCard[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page = await deals.byOwner({ owner, limit: 100, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined && found.length < mostRead)
  return found
}

async function closedLately(
  ports: BoardPorts,
  { caller, people }: { readonly caller: Caller; readonly people: People },
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

function sumsOf(deals: readonly DealCard[]): readonly CurrencySum[] {
  return byCurrency(deals.map((deal) => ({ currency: deal.currency, minor: amountOf(deal) })))
}

function shownOf({ shown }: BoardAsk, stage: string): number {
  return Math.min(mostShown, Math.max(usuallyShown, shown[stage] ?? usuallyShown))
}
