import { reaches, type Caller } from '#domain/kernel/access'
import { lateBefore } from '#domain/deals/lateness'
import { stuckSince } from '#domain/deals/stuck-since'
import { addDays } from '#domain/time/days'
import { periodsContaining } from '#domain/time/period'
import { dateIn, startOfDay } from '#domain/time/zone'
import { calendarOf } from '#domain/people/quiet'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { Employee } from '#schemas/people'
import type { ProgressRow } from '#schemas/plan'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { readProgress } from '#usecases/plan/read-progress'

type Needs = Pick<Ports, 'deals' | 'people' | 'rules' | 'plans' | 'settings' | 'clock'>

/** A deal that has stood in its stage longer than the rules let it, since when. */
export type StuckDeal = { readonly deal: DealCard; readonly since: string }

/** How somebody of a team stands today. */
export type TeamRow = {
  readonly employee: Employee
  /** Open tasks they are late with, whoever has them now; of these what another has, and what they have of another’s. */
  readonly late: number
  readonly handedOn: number
  readonly takenOver: number
  /** Open tasks that are due before the day ends. */
  readonly today: number
  /** Tasks they did, whoever’s they were. */
  readonly doneToday: number
  readonly doneYesterday: number
  readonly stuck: readonly StuckDeal[]
  /** Deals whose clients wait for a first reply, and how many of them longer than was promised. */
  readonly waiting: readonly DealCard[]
  readonly waitingLate: number
  readonly plan: ProgressRow | undefined
  /** Whether there is more of them than was read. */
  readonly isMore: boolean
}

/** A team as its head sees it now, or one page of a large one. Sums in minor units of `currency`. */
export type Team = {
  readonly rows: readonly TeamRow[]
  readonly period: string
  /** The moment plans were worked out for, where they were not worked out now. */
  readonly plansAt?: string
  readonly currency: string
  /** Which of how many pages was read, from 1; each begins with somebody. */
  readonly page: number
  readonly pages: readonly { readonly no: number; readonly from: Employee }[]
}

/** So many people are on a page of a team: what a page asks for does not grow with the company. */
export const mostOnPage = 50

/** People read side by side. */
const atOnce = 20
/** So many of those who have left and own no deal are asked for a task. */
const mostLeft = 50
const mostTasks = 300
const mostDone = 1000
const mostDeals = 200

/**
 * What makes somebody one of a caller’s team: that the caller may change their deals and tasks. Where that is nobody’s at all, as
 * of somebody who only watches, that they may see them. An accountant sees every deal, and leads nobody by that.
 */
function teamRight({ reach }: Pick<Caller, 'reach'>): 'deals_edit' | 'deals_read' {
  return reach.deals_edit === 'none' ? 'deals_read' : 'deals_edit'
}

/** Whether there is anybody but themselves whose work somebody looks after. */
export function leadsOthers(caller: Pick<Caller, 'reach'>): boolean {
  const reach = caller.reach[teamRight(caller)]
  return caller.reach.deals_read !== 'none' && reach !== 'none' && reach !== 'own'
}

/**
 * Reads how everybody stands whom the caller leads: two or three queries a person and one more of an owner, two batches
 * for every twenty of them, and the books of the month. Who owns deals the counters say, which lag by moments. Those without
 * tasks, deals and a plan are left out. Whoever has left and still has deals is among the others; who has none and still has
 * tasks stands behind the last of them, of the first fifty by name who have left. With a page, which is taken for the
 * nearest there is, only the people of that: what they did in the place of people of other pages is then not counted.
 */
export async function readTeam(
  ports: Needs,
  { caller, people }: { caller: Caller; people: People },
  asked?: number,
): Promise<Team> {
  const now = ports.clock.now()
  const { model } = await ports.rules.current()
  const today = dateIn(model.calendar.timezone, now)
  const { month } = periodsContaining(today, model.plan.yearStarts)
  const owned = await ports.people.openDeals()
  const isOwner = ({ id }: Employee): boolean => (owned[id] ?? 0) > 0
  const left = leftOf(caller, people)
  const members = inOrder([...teamOf(caller, people), ...left.filter(isOwner)], people)
  const pages = pagesOf(members)
  const page = Math.min(Math.max(1, asked ?? 1), Math.max(1, pages.length))
  const isLast = asked === undefined || page >= pages.length
  const at = { model, today, now, owned }
  const [read, behind, { rows: plans, at: plansAt }, { currency }] = await Promise.all([
    readMembers(ports, asked === undefined ? members : onPage(members, page), at),
    isLast ? readBusy(ports, byName(left.filter((one) => !isOwner(one))).slice(0, mostLeft), at) : [],
    plansOf(ports, caller, month),
    ports.settings.load(),
  ])
  const all = [...read, ...behind]
  const midnight = startOfDay(model.calendar.timezone, today)
  const done = countDone(
    all.flatMap((one) => one.done),
    midnight,
  )
  const rows = all.map(({ employee, done: _done, ...row }) => {
    const plan = plans.find(({ scope, id }) => scope === 'employee' && id === employee.id)
    const count = done.get(employee.id) ?? { today: 0, yesterday: 0 }
    return { employee, ...row, doneToday: count.today, doneYesterday: count.yesterday, plan }
  })
  const told = plansAt === undefined ? {} : { plansAt }
  return { rows: rows.filter(hasAnything), period: month, ...told, currency, page, pages }
}

/** Who is of a team and works here. */
export function teamOf(caller: Caller, people: People): readonly Employee[] {
  return Object.values(people.employees).filter((one) => one.active && isOfTeam(caller, one, people))
}

/** Who was of a team and has left. */
export function leftOf(caller: Caller, people: People): readonly Employee[] {
  return Object.values(people.employees).filter((one) => !one.active && isOfTeam(caller, one, people))
}

/** Reads those who still have a task, or were late with what another has now: a query each and a batch for twenty of them. */
async function readBusy(ports: Needs, people: readonly Employee[], at: At): Promise<readonly Member[]> {
  const busy: Employee[] = []
  for (let first = 0; first < people.length; first += atOnce) {
    const group = people.slice(first, first + atOnce)
    // oxlint-disable-next-line no-await-in-loop -- so many people at once and no more
    const [handed, ...tasks] = await Promise.all([
      ports.deals.lateBeforeOf({ employees: group.map(({ id }) => id), limit: 1 }),
      ...group.map(({ id }) => ports.deals.openTasks({ responsible: id, limit: 1 })),
    ])
    busy.push(...group.filter((_, no) => [tasks[no], handed[no]].some((list) => (list?.items.length ?? 0) > 0)))
  }
  return readMembers(ports, busy, at)
}

function byName(people: readonly Employee[]): readonly Employee[] {
  return people.toSorted((one, other) => one.name.localeCompare(other.name))
}

/** A team by name; one that takes several pages by department first, so that those who work together stand together. */
function inOrder(team: readonly Employee[], people: People): readonly Employee[] {
  const members = byName(team)
  if (members.length <= mostOnPage) return members
  const departmentOf = ({ department }: Employee): string => people.departments[department ?? '']?.name ?? ''
  return members.toSorted((one, other) => departmentOf(one).localeCompare(departmentOf(other)))
}

/** Who begins each page of a team. */
function pagesOf(members: readonly Employee[]): Team['pages'] {
  return members.flatMap((from, no) => (no % mostOnPage === 0 ? [{ no: no / mostOnPage + 1, from }] : []))
}

function onPage(members: readonly Employee[], page: number): readonly Employee[] {
  return members.slice((page - 1) * mostOnPage, page * mostOnPage)
}

/** How much everybody has done today and yesterday, whoever’s the tasks were. */
function countDone(
  tasks: readonly Task[],
  midnight: string,
): ReadonlyMap<string, { today: number; yesterday: number }> {
  const counts = new Map<string, { today: number; yesterday: number }>()
  for (const { doneAt = '', doneBy, responsible } of tasks) {
    const who = doneBy ?? responsible
    const count = counts.get(who) ?? { today: 0, yesterday: 0 }
    if (doneAt >= midnight) count.today += 1
    else count.yesterday += 1
    counts.set(who, count)
  }
  return counts
}

function hasAnything(row: TeamRow & { readonly open?: number }): boolean {
  const work =
    row.late + row.takenOver + row.today + row.doneToday + row.doneYesterday + row.stuck.length + row.waiting.length
  return work > 0 || row.plan !== undefined || (row.open ?? 0) > 0
}

function isOfTeam(caller: Caller, { id }: Employee, people: People): boolean {
  if (id === caller.employee) return false
  return reaches(caller, teamRight(caller), id, people) && reaches(caller, 'deals_read', id, people)
}

type At = {
  readonly model: Model
  readonly today: string
  readonly now: string
  /** How many open deals everybody has. */
  readonly owned: Readonly<Record<string, number>>
}
type Member = Omit<TeamRow, 'plan' | 'doneToday' | 'doneYesterday'> & {
  readonly done: readonly Task[]
  readonly open: number
}

async function readMembers(ports: Needs, members: readonly Employee[], at: At): Promise<readonly Member[]> {
  const read: Member[] = []
  for (let first = 0; first < members.length; first += atOnce) {
    const group = members.slice(first, first + atOnce)
    // oxlint-disable-next-line no-await-in-loop -- so many people at once and no more
    read.push(...(await readGroup(ports, group, { ...at, isOwner: ({ id }) => (at.owned[id] ?? 0) > 0 })))
  }
  return read
}

type AtGroup = At & { readonly isOwner: (employee: Employee) => boolean }

async function readGroup({ deals }: Needs, group: readonly Employee[], at: AtGroup): Promise<readonly Member[]> {
  const owners = group.filter(at.isOwner).map(({ id }) => id)
  const [lists, owned, handed] = await Promise.all([
    Promise.all(group.map((employee) => readTasks(deals, employee, at))),
    owners.length === 0 ? [] : deals.byOwners({ owners, limit: mostDeals }),
    deals.lateBeforeOf({ employees: group.map(({ id }) => id), limit: mostTasks }),
  ])
  const ownedBy = new Map(owners.map((id, no) => [id, owned[no]]))
  return lists.map((list, no) =>
    memberOf({ ...list, owned: ownedBy.get(list.employee.id) ?? nothing, handed: handed[no]?.items ?? [] }, at),
  )
}

const nothing: Page<never> = { items: [] }

type Lists = { readonly employee: Employee; readonly open: Page<Task>; readonly done: readonly Task[] }

/** What somebody has to do until the day ends, and what was done of theirs since yesterday began. */
async function readTasks(deals: Needs['deals'], employee: Employee, { model, today, now }: At): Promise<Lists> {
  const zone = model.calendar.timezone
  const from = startOfDay(zone, addDays(today, -1))
  const until = startOfDay(zone, addDays(today, 1))
  const months = [...new Set([from.slice(0, 7), now.slice(0, 7)])]
  const { id: responsible } = employee
  const [open, ...done] = await Promise.all([
    deals.openTasks({ responsible, to: until, limit: mostTasks }),
    ...months.map((month) => deals.doneTasks({ responsible, month, from, limit: mostDone })),
  ])
  return { employee, open, done: done.flatMap(({ items }) => items) }
}

type Read = Lists & { readonly owned: Page<DealCard>; readonly handed: readonly Task[] }

function memberOf({ employee, open, done, owned, handed }: Read, { model, now }: At): Member {
  const running = owned.items.filter(({ status }) => status === 'open' || status === 'won')
  const waiting = owned.items.filter(isWaiting)
  const isLate = ({ dueAt }: Task): boolean => dueAt !== null && dueAt < now
  const late = open.items.filter(isLate)
  // Whoever took over a task that has been dated anew since is late with it themselves.
  const takenOver = late.filter((task) => task.missed?.dueAt === task.dueAt && lateBefore(task) !== undefined).length
  const handedOn = handed.filter((task) => isLate(task) && task.missed?.dueAt === task.dueAt).length
  return {
    employee,
    late: late.length - takenOver + handedOn,
    handedOn,
    takenOver,
    today: open.items.length - late.length,
    done,
    open: running.length,
    stuck: running.flatMap((deal) => {
      const at = { ...deal, enteredAt: deal.visit.enteredAt }
      const since = stuckSince(at, model, calendarOf(employee, model))
      return since !== undefined && since < now ? [{ deal, since }] : []
    }),
    waiting,
    waitingLate: waiting.filter(({ firstReplyDueAt }) => (firstReplyDueAt ?? now) < now).length,
    isMore: open.cursor !== undefined || owned.cursor !== undefined,
  }
}

/** A client that waits for the first reply of a new deal. */
function isWaiting({ status, firstReply, firstReplyDueAt = null }: DealCard): boolean {
  return status === 'open' && firstReply === undefined && firstReplyDueAt !== null
}

/** The plans of a month that the caller may see, as the last full hour left them: one request, or the books where none did. */
export async function plansOf(
  ports: Pick<Needs, 'plans' | 'people' | 'rules' | 'settings' | 'clock'>,
  caller: Caller,
  period: string,
): Promise<{ readonly rows: readonly ProgressRow[]; readonly at?: string }> {
  if (caller.reach.plan_read === 'none') return { rows: [] }
  const kept = await ports.plans.pace(period, 'sum')
  const rows = kept?.rows ?? (await readProgress(ports, caller, period, { by: 'employee' })).rows
  return { rows: rows.filter(({ plan }) => plan !== null), ...(kept === undefined ? {} : { at: kept.at }) }
}
