import { openByStage, type OpenGroup, type OpenStage } from '#domain/plan/open-by-stage'
import type { PlanBooks } from '#domain/plan/plan-rows'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Metric, PlanScope } from '#schemas/plan'
import { inGroups } from '#usecases/in-groups'
import { pagesOf } from '#usecases/every-page'

/** What may still bring a row to its plan, and what stands in its way. */
export type PlanBehind = {
  readonly stages: readonly OpenStage[]
  /** Overdue tasks of the people of the row; null where it is no row of people. */
  readonly overdue: number | null
  /** False where there are more people or deals than are read for a page: the numbers are too small then. */
  readonly isWhole: boolean
}

type Row = { readonly metric: Metric; readonly scope: PlanScope; readonly id: string }

/** So many people and deals of each are looked at for one page. */
const most = { people: 15, deals: 300, tasks: 100 }
const atOnce = 5

/**
 * Why a row stands where it stands: its open deals by stage with what they are likely to bring, and the overdue tasks of its
 * people. Undefined for plans of tasks, and for rows that are neither the company, a direction, a department nor a person.
 */
export async function planBehind(
  ports: Pick<Ports, 'deals'>,
  books: PlanBooks,
  { metric, scope, id }: Row,
  now: string,
): Promise<PlanBehind | undefined> {
  if (metric === 'tasks_done') return undefined
  const terms = { model: books.model, money: books.money, isSum: metric === 'sum' }
  if (scope === 'company' || scope === 'pipeline') {
    const columns = books.columns.filter(({ pipeline }) => scope === 'company' || pipeline === id)
    return { stages: openByStage(columns, terms), overdue: null, isWhole: true }
  }
  if (scope !== 'employee' && scope !== 'department') return undefined
  const people = scope === 'employee' ? [id] : peopleOf(books, id)
  const found = await inGroups(people.slice(0, most.people), atOnce, (person) => behindPerson(ports, person, now))
  return {
    stages: openByStage(
      found.flatMap(({ open }) => open.map(groupOf)),
      terms,
    ),
    overdue: found.reduce((sum, one) => sum + one.overdue, 0),
    isWhole: people.length <= most.people && found.every((one) => one.isWhole),
  }
}

function peopleOf({ org }: PlanBooks, department: string): readonly string[] {
  return Object.values(org.employees)
    .filter((one) => one.active && (one.department ?? '') === department)
    .map(({ id }) => id)
}

async function behindPerson({ deals }: Pick<Ports, 'deals'>, person: string, now: string) {
  const late = deals.openTasks({ responsible: person, to: now, limit: most.tasks })
  const open: Deal[] = []
  let seen = 0
  for await (const items of pagesOf(100, (page) => deals.byOwner({ owner: person, ...page }))) {
    seen += items.length
    open.push(...items.filter(({ status }) => status === 'open'))
    if (seen > most.deals) break
  }
  return { open, overdue: (await late).items.length, isWhole: seen <= most.deals }
}

function groupOf({ pipeline, stage, currency, fields }: Deal): OpenGroup {
  const amount = fields['amount']
  return { pipeline, stage, count: 1, sums: typeof amount === 'number' ? [{ currency, minor: amount }] : [] }
}
