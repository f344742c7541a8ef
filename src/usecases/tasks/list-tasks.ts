import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches, reachesDepartment, type Caller } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import { dateIn, startOfDay } from '#domain/time/zone'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { TasksQuery, TaskState } from '#schemas/queries'
import type { Task } from '#schemas/task'

import { gather, type Source } from '#usecases/gather'
import { filledTasks } from './filled-tasks'

type Asked = Pick<TasksQuery, 'assignee' | 'department' | 'state' | 'month' | 'direction' | 'template'>

/** A page of somebody's tasks, or of everybody's in a department, person by person, by due date. */
export async function listTasks(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  asked: Asked,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Task> & { items: Task[] }> {
  const persons = personsOf(asked, caller, people)
  const now = ports.clock.now()
  const zone = (await ports.rules.current()).model.calendar.timezone
  const sources = persons.map((person) => sourceOf(ports, person, asked, { now, zone }))
  const isAsked = (task: Task): boolean =>
    (asked.direction === undefined || task.pipeline === asked.direction) &&
    (asked.template === undefined || task.template === asked.template)
  const found = await gather(sources, isAsked, page)
  return { ...found, items: [...(await filledTasks(ports, found.items))] }
}

function personsOf({ assignee, department }: Asked, caller: Caller, people: People): readonly string[] {
  if (assignee === undefined && department !== undefined) return staffOf(department, caller, people)
  const id = assignee === undefined || assignee === 'me' ? caller.employee : assignee
  if (id === null) throw peopleRefusal('employee_unknown.whose_tasks')
  if (!reaches(caller, 'deals_read', id, people)) throw dealRefusal('forbidden.tasks_of', { id })
  if (department !== undefined && people.employees[id]?.department !== department) return []
  return [id]
}

function staffOf(department: string, caller: Caller, people: People): readonly string[] {
  if (!Object.hasOwn(people.departments, department)) {
    throw peopleRefusal('department_unknown', { id: department })
  }
  if (!reachesDepartment(caller, 'deals_read', department, people)) {
    throw dealRefusal('forbidden.tasks_of_department', { id: department })
  }
  return Object.values(people.employees)
    .filter((employee) => employee.department === department)
    .map((employee) => employee.id)
    .toSorted()
}

function sourceOf(
  { deals }: Pick<Ports, 'deals'>,
  responsible: string,
  { state = 'open', month }: Asked,
  { now, zone }: { readonly now: string; readonly zone: string },
): Source<Task> {
  return (limit, cursor) => {
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) }
    const ask = { responsible, ...page }
    if (state === 'done') return deals.doneTasks({ ...ask, month: month ?? dateIn(zone, now).slice(0, 7) })
    if (state === 'handed_on') return deals.lateBefore({ employee: responsible, ...page })
    return deals.openTasks({ ...ask, ...spanOf(state, now, zone) })
  }
}

/** The due dates a state is about. Today and the week begin at midnight in the company’s zone; late ones of today count. */
function spanOf(
  state: Exclude<TaskState, 'done' | 'handed_on'>,
  now: string,
  zone: string,
): { readonly from?: string; readonly to?: string; readonly undated?: boolean } {
  const today = dateIn(zone, now)
  switch (state) {
    case 'open':
      return {}
    case 'undated':
      return { undated: true }
    case 'overdue':
      return { to: now }
    case 'today':
      return { from: startOfDay(zone, today), to: startOfDay(zone, addDays(today, 1)) }
    case 'week':
      return { from: startOfDay(zone, today), to: startOfDay(zone, addDays(today, 7)) }
  }
}
