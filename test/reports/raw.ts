import { workingSecondsBetween } from '#domain/time/calendar'
import type { MemoryWorld } from '#product/memory-world'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'

/** Everything there is of a company, as it is kept: what reports are checked against. */
export type Raw = {
  readonly model: Model
  readonly now: string
  readonly deals: readonly RawDeal[]
  readonly rates: Readonly<Record<string, number>>
  readonly refusals: ReturnType<MemoryWorld['refusals']>
}

export type RawDeal = {
  readonly deal: Deal
  /** Changes, oldest first. */
  readonly events: readonly DomainEvent[]
  readonly tasks: readonly Task[]
}

/** Reads a company whole. */
export async function rawOf(world: MemoryWorld, ids: readonly string[]): Promise<Raw> {
  const { ports } = world
  const { rates } = await ports.settings.load()
  const deals = await Promise.all(
    ids.map(async (id) => {
      const deal = await ports.deals.find(id)
      if (deal === undefined) throw new Error(`${id} was made`)
      const { items } = await ports.deals.events(id, { order: 'oldest', limit: 1000 })
      return {
        deal,
        events: items.filter((event) => !event.id.includes('~')),
        tasks: await ports.deals.tasksOf(id),
      }
    }),
  )
  return {
    model: (await ports.rules.current()).model,
    now: world.now(),
    deals,
    rates: Object.fromEntries([['RUB', 1], ...Object.entries(rates).map(([code, rate]) => [code, Number(rate)])]),
    refusals: world.refusals(),
  }
}

/** The day of an instant by clocks in Moscow, which are three hours ahead all year. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 10)

/** The stages of a deal's direction. */
export const stagesOf = ({ model }: Raw, { deal }: RawDeal): readonly string[] =>
  (model.pipelines[deal.pipeline]?.stages ?? []).map(({ id }) => id)

/** Which stages an event reached: those it went past and the one it came to; being won stands for itself. */
export function reachedBy(raw: Raw, one: RawDeal, event: DomainEvent): readonly { stage: string; isIn: boolean }[] {
  const stages = stagesOf(raw, one)
  const { deal, from, became } = event.detail
  const won = became === 'won' ? [{ stage: '~won', isIn: true }] : []
  if (event.name === 'deal.created') {
    const to = stages.indexOf(deal.stage)
    return stages.slice(0, to + 1).map((stage, index) => ({ stage, isIn: index === to }))
  }
  if (event.name === 'deal.reopened') return [{ stage: deal.stage, isIn: true }]
  if (event.name !== 'deal.moved') return []
  const start = stages.indexOf(from?.stage ?? '')
  const end = deal.status === 'completed' ? stages.length : stages.indexOf(deal.stage)
  if (end < start) return [{ stage: deal.stage, isIn: true }]
  return [
    ...stages.slice(start + 1, end + 1).map((stage, index) => ({ stage, isIn: start + 1 + index === end })),
    ...won,
  ]
}

/** Every stay in a stage: from when to when (null while it lasts), and whose the deal was at the end. */
export function staysOf({
  events,
}: RawDeal): readonly { stage: string; from: string; to: string | null; owner: string }[] {
  const stays: { stage: string; from: string; to: string | null; owner: string }[] = []
  let visit = 0
  for (const { at, detail } of events) {
    const { deal } = detail
    const last = stays.at(-1)
    if (deal.visit !== visit) {
      if (last?.to === null) Object.assign(last, { to: at, owner: deal.owner })
      stays.push({ stage: deal.stage, from: at, to: null, owner: deal.owner })
      visit = deal.visit
    } else if (last?.to === null && deal.status !== 'open' && deal.status !== 'won') {
      Object.assign(last, { to: at, owner: deal.owner })
    }
  }
  return stays
}

export const workingSeconds = ({ model }: Raw, from: string, to: string): number =>
  Math.floor(workingSecondsBetween(model.calendar, from, to))

/** Company currency at the rates of now, to the kopeck, half to even. */
export function baseOf({ rates }: Raw, amountMinor: number, currency: string): number {
  const exact = amountMinor * (rates[currency] ?? Number.NaN)
  const floor = Math.floor(exact + 1e-7)
  const rest = exact - floor
  if (Math.abs(rest - 0.5) < 1e-6) return floor % 2 === 0 ? floor : floor + 1
  return rest > 0.5 ? floor + 1 : floor
}

export const amountOf = ({ fields }: Deal): number => (typeof fields['amount'] === 'number' ? fields['amount'] : 0)

export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? (sorted[Math.floor(half)] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

export const nineOfTen = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.find((_, index) => index + 1 >= sorted.length * 0.9) ?? null
}
