import type { NowEffect } from '#schemas/release'
import type { Task } from '#schemas/task'
import { dealsBehind } from './behind-win'
import { touchedBy, type Alive, type Touched } from './live-facts'
import { redatedByCalendar } from './redate'
import type { Difference } from '#domain/rules/difference'
import type { Renamed } from '#domain/rules/renaming'
import type { Model } from '#schemas/model'

/** What a change touches, and what would happen at once if its key were chosen. */
export type Effect = { readonly touched: Touched; readonly now?: NowEffect }

const nothing = { opened: 0, cancelled: 0, redated: 0, forgiven: 0, handedOver: 0, won: 0 }

/** The rules that are planned, and what is called otherwise in them. */
type NewRules = { readonly after: Model; readonly renamed: Renamed }

/** Counts what a difference touches, and the consequence of bringing it to visits that are under way. */
export function effectOf(one: Difference, rules: NewRules, alive: Alive, chosen: readonly string[]): Effect {
  const { deals, tasks } = touchedThings(one, rules, alive)
  const touched = touchedBy(deals, tasks)
  if (one.mayBeNow !== true || deals.length + tasks.length === 0) return { touched }
  const now: NowEffect = {
    key: one.key,
    chosen: isChosen(one.key, chosen),
    deals: deals.length,
    ...nothing,
    ...counted(one, { deals: deals.length, tasks, at: alive.facts.at }),
  }
  return { touched, now }
}

/** Whether a key, or what it belongs to, was named; `won_after` alone names that of every direction. */
export function isChosen(key: string, chosen: readonly string[]): boolean {
  return chosen.some(
    (one) => key === one || key.startsWith(`${one}.`) || (one === 'won_after' && key.endsWith('.won_after')),
  )
}

function touchedThings(one: Difference, rules: NewRules, alive: Alive) {
  const { facts } = alive
  const { after } = rules
  if (one.code === 'won-after' || one.code === 'won-behind')
    return { deals: dealsBehind(facts, one.names['pipeline'] ?? '', rules), tasks: [] }
  if (one.code === 'calendar') {
    const tasks = facts.tasks.filter((task) => redatedByCalendar(task, { after, ...facts }) !== undefined)
    return withDeals(alive, tasks)
  }
  if (one.code === 'ladder')
    return withDeals(
      alive,
      facts.tasks.filter(({ escalate }) => escalate === one.names['ladder']),
    )
  if (one.code === 'role-moved')
    return withDeals(
      alive,
      facts.tasks.filter(({ role }) => role === one.from),
    )
  if (one.code === 'field-moved')
    return { deals: (facts.holding[one.from ?? ''] ?? []).map(({ deal }) => deal), tasks: [] }
  if (one.code === 'option-moved') {
    const held = facts.holding[one.names['field'] ?? ''] ?? []
    return { deals: held.filter(({ value }) => value === one.from).map(({ deal }) => deal), tasks: [] }
  }
  const places = one.at ?? []
  const isOfTasks = one.code.startsWith('task-') && one.code !== 'task-added'
  const isOfPlace = one.code === 'stage-moved' || one.code === 'pipeline-moved'
  return {
    deals: places.flatMap((place) => alive.dealsAt(place)),
    tasks: isOfTasks || isOfPlace ? places.flatMap((place) => alive.tasksAt(place)) : [],
  }
}

function withDeals({ facts }: Alive, tasks: readonly Task[]) {
  const ids = new Set(tasks.map(({ dealId }) => dealId))
  return { deals: facts.deals.filter(({ id }) => ids.has(id)), tasks }
}

type Reached = { readonly deals: number; readonly tasks: readonly Task[]; readonly at: string }

/** What people have set by hand stays as they set it. */
function counted(one: Difference, { deals, tasks, at }: Reached): Partial<NowEffect> {
  switch (one.code) {
    case 'task-added':
      return { opened: deals }
    case 'task-removed':
      return { cancelled: tasks.length }
    case 'task-due': {
      const dated = tasks.filter(({ dueWhy }) => dueWhy.by === undefined)
      const late = dated.filter(({ dueAt }) => dueAt !== null && dueAt <= at)
      return { redated: dated.length, forgiven: late.length }
    }
    case 'task-by':
      return { handedOver: tasks.filter(({ role }) => role === one.from).length }
    case 'calendar':
      return { redated: tasks.length }
    case 'won-after':
    case 'won-behind':
      return { won: deals }
    default:
      return {}
  }
}
