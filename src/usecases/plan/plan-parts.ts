import { eachPage } from '#usecases/every-page'
import { planOf, taskParts } from '#domain/deals/contribution'
import { convertedAnew } from '#domain/deals/winning'
import { periodAfter } from '#domain/time/period'
import { rowOf, type Part } from '#domain/plan/reconcile'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'

/** Deals of one read and of one batch. */
const AT_ONCE = 500

type Sources = Pick<Ports, 'deals' | 'people'>

/** By which rules and in which currency the company keeps its books. */
type Company = { readonly model: Model; readonly currency: string }

/** What deals and done tasks themselves say they count for, as lists show them (they may lag by moments). */
export type SaidParts = {
  readonly parts: readonly Part[]
  readonly deals: number
  readonly tasks: number
  /** Deals whose books were converted by the digits of one currency alone. */
  readonly misconverted: readonly string[]
  /** Deals whose books are in a former currency of the company. */
  readonly former: readonly string[]
}

/**
 * Collects what every won or completed deal and every done task counts for in some months. A deal counts in the month it
 * was won, so it is on the board still or was closed in that month or a later one.
 */
export async function partsIn(
  ports: Sources,
  { model, currency }: Company,
  months: readonly string[],
): Promise<SaidParts> {
  const wanted = new Set(months)
  // Lists are by months in UTC, the plan by months of the company’s zone: one more on either side.
  const listed = [periodAfter(months[0] ?? '', -1), ...months, periodAfter(months.at(-1) ?? '', 1)]
  const deals = await dealParts(ports, { model, currency }, listed)
  const tasks = await doneTaskParts(ports, listed)
  const isWanted = ({ key }: Part) => wanted.has(key.month)
  const parts = [...deals.parts, ...tasks.parts].filter(isWanted)
  return { parts, deals: deals.count, tasks: tasks.count, misconverted: deals.misconverted, former: deals.former }
}

async function dealParts(ports: Sources, { model, currency }: Company, months: readonly string[]) {
  const ids = new Set<string>()
  const note = (cards: readonly DealCard[]) => {
    for (const card of cards) if (card.status === 'won' || card.status === 'completed') ids.add(card.id)
  }
  for (const pipeline of Object.values(model.pipelines)) {
    for (const { id: stage } of pipeline.stages) {
      await eachPage(AT_ONCE, (page) => ports.deals.column({ pipeline: pipeline.id, stage, ...page }), note)
    }
  }
  for (const month of months) await eachPage(AT_ONCE, (page) => ports.deals.closedIn({ month, ...page }), note)

  const parts: Part[] = []
  const misconverted: string[] = []
  const former: string[] = []
  const all = [...ids]
  for (let first = 0; first < all.length; first += AT_ONCE) {
    for (const deal of await ports.deals.findMany(all.slice(first, first + AT_ONCE))) {
      parts.push(...planOf(deal).map((part) => ({ ...part, source: deal.id })))
      if ((deal.won?.baseCurrency ?? currency) !== currency) former.push(deal.id)
      if (deal.won !== undefined && convertedAnew(deal.won, currency) !== undefined) misconverted.push(deal.id)
    }
  }
  return { parts, misconverted, former, count: ids.size }
}

async function doneTaskParts({ deals, people }: Sources, months: readonly string[]) {
  const { employees } = await people.load()
  const parts = new Map<string, Part>()
  let count = 0
  const take = (tasks: readonly Task[]) => {
    count += tasks.length
    for (const part of taskParts(tasks)) {
      if (part.source !== undefined) {
        parts.set(`${part.source}#${part.key.month}#${rowOf(part.key)}`, { ...part, source: part.source })
      }
    }
  }
  for (const responsible of Object.keys(employees)) {
    await Promise.all(
      months.map((month) => eachPage(AT_ONCE, (page) => deals.doneTasks({ responsible, month, ...page }), take)),
    )
  }
  return { parts: [...parts.values()], count }
}
