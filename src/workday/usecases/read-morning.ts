import { departmentsLed } from '#domain/kernel/departments-led'
import { plainText } from '#domain/rules/task-text'
import { addDays } from '#domain/time/days'
import { periodsContaining } from '#domain/time/period'
import { dateIn, startOfDay } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { MyDay, PlanStanding, TeamWeek } from '#schemas/notice'
import type { Employee } from '#schemas/people'
import type { ProgressRow } from '#schemas/plan'
import type { Task } from '#schemas/task'

/** What a morning is read from. */
export type MorningPorts = Pick<Ports, 'deals' | 'people' | 'rules' | 'plans' | 'settings'>

/** Tasks that are counted; of more it is said that there are more. */
const mostCounted = 200
const mostShown = 10

/** What somebody's day holds; undefined when it holds nothing. Four requests and the pace that was worked out last. */
export async function readMyDay(
  ports: MorningPorts,
  { id }: Pick<Employee, 'id'>,
  { now, on, zone }: { readonly now: string; readonly on: string; readonly zone: string },
): Promise<MyDay | undefined> {
  const evening = startOfDay(zone, addDays(on, 1))
  const [dated, undated, plan] = await Promise.all([
    ports.deals.openTasks({ responsible: id, to: evening, limit: mostCounted }),
    ports.deals.openTasks({ responsible: id, undated: true, limit: mostCounted }),
    standingOf(ports, now, (row) => row.scope === 'employee' && row.id === id),
  ])
  const overdue = dated.items.filter((task) => isBefore(task, now)).length
  const isMore = dated.cursor !== undefined || undated.cursor !== undefined
  if (dated.items.length + undated.items.length === 0 && plan === undefined) return undefined
  return {
    on,
    overdue,
    today: dated.items.length - overdue,
    undated: undated.items.length,
    isMore,
    first: dated.items.slice(0, mostShown).map((task) => ({ id: task.id, do: plainText(task.do), dueAt: task.dueAt })),
    ...(plan === undefined ? {} : { plan }),
  }
}

/** How the departments somebody leads stand: the plan of the month, and what is overdue with whom. */
export async function readTeamWeek(
  ports: MorningPorts,
  { id }: Pick<Employee, 'id'>,
  { now, on }: { readonly now: string; readonly on: string },
): Promise<readonly TeamWeek[]> {
  const people = await ports.people.load()
  const led = departmentsLed(id, people.departments)
  const pace = led.length === 0 ? undefined : await monthPace(ports, now)
  return Promise.all(
    led.map(async (department) => {
      const members = membersBelow(department.id, people)
      const overdue = await Promise.all(members.map((member) => overdueOf(ports, member.id, now)))
      const plan = pace?.find((row) => row.scope === 'department' && row.id === department.id)
      return {
        on,
        department: department.name,
        ...(plan === undefined ? {} : { plan }),
        people: members.map((member, at) => ({
          id: member.id,
          name: member.name,
          percent: pace?.find((row) => row.scope === 'employee' && row.id === member.id)?.percent ?? null,
          overdue: overdue[at] ?? 0,
        })),
      }
    }),
  )
}

/** A row of progress as a notice keeps it. */
export function standing(row: ProgressRow, period: string, currency: string): PlanStanding {
  const { metric, scope, id, name, plan, fact, percent, expected, needPerDay } = row
  return { period, metric, scope, id, name, currency, plan, fact, percent, expected, needPerDay }
}

async function standingOf(
  ports: MorningPorts,
  now: string,
  isAsked: (row: PlanStanding) => boolean,
): Promise<PlanStanding | undefined> {
  return (await monthPace(ports, now)).find((row) => isAsked(row) && row.plan !== null)
}

async function monthPace({ rules, plans, settings }: MorningPorts, now: string): Promise<readonly PlanStanding[]> {
  const [{ model }, { currency }] = await Promise.all([rules.current(), settings.load()])
  const { month } = periodsContaining(dateIn(model.calendar.timezone, now), model.plan.yearStarts)
  const pace = await plans.pace(month, 'sum')
  return (pace?.rows ?? []).map((row) => standing(row, month, currency))
}

async function overdueOf({ deals }: MorningPorts, responsible: string, now: string): Promise<number> {
  const { items } = await deals.openTasks({ responsible, to: now, limit: mostCounted })
  return items.filter((task) => isBefore(task, now)).length
}

function isBefore({ dueAt }: Task, now: string): boolean {
  return dueAt !== null && dueAt < now
}

/** Active people of a department and of those below it, by name. */
function membersBelow(department: string, { employees, departments }: People): readonly Employee[] {
  const below = new Set([department])
  // A department may stand before the one above it, so it is gone through until nothing is added.
  for (let size = 0; size !== below.size;) {
    size = below.size
    for (const { id, parent } of Object.values(departments)) if (parent !== null && below.has(parent)) below.add(id)
  }
  return Object.values(employees)
    .filter((one) => one.active && one.department !== null && below.has(one.department))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
