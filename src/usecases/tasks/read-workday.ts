import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import { buyerRole } from '#domain/deals/of-buyer'
import { clientOfRequest } from '#domain/kernel/request-id'
import { addDays } from '#domain/time/days'
import { periodsContaining } from '#domain/time/period'
import { dateIn, startOfDay } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, DealCard } from '#schemas/deal'
import type { ProgressRow } from '#schemas/plan'
import type { Task } from '#schemas/task'

import { filledTasks } from './filled-tasks'
import { readProgress } from '#usecases/plan/read-progress'

/** What the day of somebody is read from. */
export type WorkdayPorts = Pick<
  Ports,
  'deals' | 'people' | 'rules' | 'plans' | 'settings' | 'clock' | 'talks' | 'knownClients' | 'gateFacts'
>

/** A task with the deal it is of, where it is of one that can be found, and whom to reach, for whoever owes that. */
export type DayTask = {
  readonly task: Task
  readonly deal: Deal | undefined
  readonly contact?: string
  /** The client whose request about their data the task is. */
  readonly client?: { readonly id: string; readonly name: string }
}

/** Somebody's day: their open tasks by when they are due, their deals nobody has anything to do for, their plan. */
export type Workday = {
  readonly today: string
  readonly overdue: readonly DayTask[]
  readonly dueToday: readonly DayTask[]
  readonly week: readonly DayTask[]
  readonly undated: readonly DayTask[]
  /** Open tasks they were late with and another has now: shown, and theirs to do no more. */
  readonly handedOn: readonly DayTask[]
  /** More tasks than are shown: the farthest are left out. */
  readonly isMore: boolean
  readonly withoutTask: readonly DealCard[]
  /** Whether they have deals of their own under way. */
  readonly hasDeals: boolean
  readonly plan:
    | {
        readonly row: ProgressRow
        readonly period: string
        readonly currency: string
        /** The moment it was worked out for, where it was not worked out now. */
        readonly at?: string
      }
    | undefined
}

const mostTasks = 150
const mostUndated = 50
const mostDeals = 100
const mostHandedOn = 50

/**
 * Reads the day of the caller: the week ahead and what is late. Takes 4 queries, 3 batches and the books of the month,
 * and a query for each own deal that none of the caller's tasks is of.
 */
export async function readWorkday(
  ports: WorkdayPorts,
  { caller }: { readonly caller: Caller; readonly people: People },
): Promise<Workday> {
  if (caller.employee === null) throw peopleRefusal('employee_unknown.day')
  return readWorkdayOf(ports, caller, caller.employee)
}

/** The same of somebody else; whether the caller may see it is for whoever calls to say. */
export async function readWorkdayOf(ports: WorkdayPorts, caller: Caller, me: string): Promise<Workday> {
  const now = ports.clock.now()
  const { model } = await ports.rules.current()
  const zone = model.calendar.timezone
  const today = dateIn(zone, now)
  const [dated, undated, own, plan, handed] = await Promise.all([
    ports.deals.openTasks({ responsible: me, to: startOfDay(zone, addDays(today, 7)), limit: mostTasks }),
    ports.deals.openTasks({ responsible: me, undated: true, limit: mostUndated }),
    ports.deals.byOwner({ owner: me, limit: mostDeals }),
    planOf(ports, { caller, me }, periodsContaining(today, model.plan.yearStarts).month),
    ports.deals.lateBefore({ employee: me, limit: mostHandedOn }),
  ])
  const tasks = [...dated.items, ...undated.items]
  const all = await joined(ports, [...tasks, ...handed.items], { own: own.items, caller, of: me })
  const [withDeals, handedOn] = [all.slice(0, tasks.length), all.slice(tasks.length)]
  const midnight = startOfDay(zone, addDays(today, 1))
  return {
    today,
    overdue: withDeals.filter(({ task: { dueAt } }) => dueAt !== null && dueAt < now),
    dueToday: withDeals.filter(({ task: { dueAt } }) => dueAt !== null && dueAt >= now && dueAt < midnight),
    week: withDeals.filter(({ task: { dueAt } }) => dueAt !== null && dueAt >= now && dueAt >= midnight),
    undated: withDeals.filter(({ task: { dueAt } }) => dueAt === null),
    handedOn,
    isMore: dated.cursor !== undefined || undated.cursor !== undefined,
    withoutTask: await idleDeals(ports, own.items, [...tasks, ...handed.items]),
    hasDeals: own.items.length > 0,
    plan,
  }
}

/** Deals of the tasks of somebody, and whom to reach where a talk is owed: that is for whoever owes it alone. */
export async function joined(
  ports: Pick<Ports, 'deals' | 'talks' | 'knownClients' | 'gateFacts' | 'people' | 'rules'>,
  tasks: readonly Task[],
  { own, caller, of }: { readonly own: readonly DealCard[]; readonly caller: Caller; readonly of: string },
): Promise<readonly DayTask[]> {
  const { deals } = ports
  const known = new Map(own.map((deal) => [deal.id, deal as Deal]))
  const others = [...new Set(tasks.map(({ dealId }) => dealId))].filter((id) => id !== '' && !known.has(id))
  const owed =
    caller.employee === of ? tasks.flatMap(({ subject }) => (subject?.kind === 'talk' ? [subject.id] : [])) : []
  const [found, reached, asking] = await Promise.all([
    others.length === 0 ? [] : deals.findMany(others),
    contactsOf(ports, caller, owed),
    whoAsks(ports, tasks),
  ])
  for (const deal of found) known.set(deal.id, deal)
  const filled = await filledTasks(ports, tasks, found)
  return filled.map((task) => {
    const contact = reached.get(task.subject?.id ?? '')
    const client = asking.get(task.subject?.id ?? '')
    return {
      task,
      deal: known.get(task.dealId),
      ...(contact === undefined ? {} : { contact }),
      ...(client === undefined ? {} : { client }),
    }
  })
}

/** Whom to reach in talks that are owed; most days owe none, and nothing is loaded for them. */
async function contactsOf(
  ports: Pick<Ports, 'talks' | 'knownClients' | 'people' | 'rules'>,
  caller: Caller,
  owed: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (owed.length === 0) return new Map()
  return (await import('./owed-contacts')).owedContacts(ports, caller, owed)
}

/** The clients of whose requests about their data tasks are, by request. */
async function whoAsks(
  { gateFacts }: Pick<Ports, 'gateFacts'>,
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const requests = tasks.flatMap(({ subject }) => (subject?.kind === 'request' ? [subject.id] : []))
  const found = await Promise.all(
    requests.map(async (request) => {
      const id = clientOfRequest(request)
      const { values } = await gateFacts.find({ id: '', links: [{ client: id, role: buyerRole }] }, ['client.name'])
      const name = values['client.name']
      return [request, { id, name: typeof name === 'string' ? name : '' }] as const
    }),
  )
  return new Map(found)
}

/** Own deals under way that nobody has an open task for: nothing will happen to them by itself. */
async function idleDeals(
  { deals }: Pick<Ports, 'deals'>,
  own: readonly DealCard[],
  tasks: readonly Task[],
): Promise<readonly DealCard[]> {
  const busy = new Set(tasks.map(({ dealId }) => dealId))
  const candidates = own.filter(({ id }) => !busy.has(id))
  const lists = await Promise.all(candidates.map(({ id }) => deals.tasksOf(id)))
  return candidates.filter((_, at) => lists[at]?.some(({ status }) => status === 'open') !== true)
}

async function planOf(
  ports: WorkdayPorts,
  { caller, me }: { readonly caller: Caller; readonly me: string },
  period: string,
): Promise<Workday['plan']> {
  if (caller.reach.plan_read === 'none') return undefined
  const kept = await ports.plans.pace(period, 'sum')
  const rows = kept?.rows ?? (await readProgress(ports, caller, period, { by: 'employee' })).rows
  const row = rows.find(({ scope, id, plan }) => scope === 'employee' && id === me && plan !== null)
  if (row === undefined) return undefined
  const { currency } = await ports.settings.load()
  return { row, period, currency, ...(kept === undefined ? {} : { at: kept.at }) }
}
