import type { Org } from '#domain/people/responsible'
import type { ErasedSooner } from '#schemas/clients/kept-request'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Place, ReleaseChange } from '#schemas/release'
import type { Task } from '#schemas/task'

/** Something that is connected. */
export type Connected = {
  readonly id: string
  readonly name: string
  readonly adapter: string
  readonly lines: Readonly<Record<string, string>>
}

/** A document or an invoice of which something is still to be done. */
export type LivePaper = { readonly kind: string; readonly deal: string; readonly number: string }

/** What is alive when a plan is made, all as it is called by the rules in force. */
export type LiveFacts = {
  readonly at: string
  /** Every deal that is on its way or being delivered. */
  readonly deals: readonly DealCard[]
  readonly tasks: readonly Task[]
  readonly org: Org
  /** Deals that hold something in a field that goes or is called otherwise: by field, and by its value. */
  readonly holding: Readonly<Record<string, readonly { readonly deal: DealCard; readonly value: unknown }[]>>
  /** Tasks that were done in the last week; only where somebody has to know how many there are of a kind. */
  readonly done?: readonly Task[]
  /** What is connected: by what, and to which channels its numbers, addresses and forms lead. */
  readonly connected?: readonly Connected[]
  /** Papers under way of kinds that are gone: drafts, what is to be signed, what is to be paid. */
  readonly papers?: readonly LivePaper[]
  /** Whom new lengths of keeping erase; only where they are others. */
  readonly erased?: ErasedSooner
  /** The rules that gave open tasks their dates. */
  readonly models: ReadonlyMap<number, Model>
}

/** What something touches: deals and tasks, by direction, with the first of them by name. */
export type Touched = Pick<ReleaseChange, 'deals' | 'tasks' | 'directions' | 'examples'>

const mostExamples = 3

/** Counts deals and tasks by direction. */
export function touchedBy(deals: readonly DealCard[], tasks: readonly Task[]): Touched {
  const pipelines = [...new Set([...deals, ...tasks].map(({ pipeline }) => pipeline))].toSorted()
  const of = (id: string, list: readonly { readonly pipeline: string }[]) =>
    list.filter(({ pipeline }) => pipeline === id).length
  return {
    deals: deals.length,
    tasks: tasks.length,
    directions: pipelines.map((pipeline) => ({ pipeline, deals: of(pipeline, deals), tasks: of(pipeline, tasks) })),
    examples: {
      deals: deals.slice(0, mostExamples).map(({ id, title }) => ({ id, title })),
      tasks: tasks.slice(0, mostExamples).map(({ id, do: text }) => ({ id, do: text })),
    },
  }
}

/** Looks up what is alive by place; made once for a plan, because ten thousand deals are looked at for every line of it. */
export type Alive = {
  readonly facts: LiveFacts
  readonly dealsAt: (place: { readonly pipeline: string; readonly stage?: string }) => readonly DealCard[]
  /** Open tasks of the stays that deals are in. */
  readonly tasksAt: (place: {
    readonly pipeline: string
    readonly stage?: string
    readonly template?: string
  }) => readonly Task[]
}

/** Puts what is alive in order, by place. */
export function aliveOf(facts: LiveFacts): Alive {
  const deals = grouped(facts.deals)
  const visits = new Map(facts.deals.map(({ id, visit }) => [id, visit.no]))
  // A task that was kept from an earlier stay, or after a loss, goes on whatever becomes of its stage.
  const tasks = grouped(facts.tasks.filter((task) => visits.get(task.dealId) === task.visit))
  return {
    facts,
    dealsAt: (place) => at(deals, place),
    tasksAt: ({ template, ...place }) =>
      at(tasks, place).filter((task) => template === undefined || task.template === template),
  }
}

function grouped<T extends Place>(things: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of things) {
    for (const name of [one.pipeline, `${one.pipeline}.${one.stage}`]) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [one])
      else group.push(one)
    }
  }
  return groups
}

function at<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  { pipeline, stage }: { readonly pipeline: string; readonly stage?: string },
): readonly T[] {
  return groups.get(stage === undefined ? pipeline : `${pipeline}.${stage}`) ?? []
}
