import { headOf, managerOf } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { periodsContaining } from '#domain/time/period'
import { partsOfPair } from '#domain/plan/plan-scope'
import { membersOf } from '#domain/people/responsible'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { BehindStep } from '#schemas/model'
import { metrics } from '#schemas/plan-names'
import type { ProgressRow } from '#schemas/plan'
import { standing } from './read-morning'
import { tell } from '#usecases/people/tell'

type Needs = Pick<Ports, 'clock' | 'people' | 'rules' | 'plans' | 'settings' | 'notices'>
type Behind = {
  readonly row: ProgressRow
  readonly period: string
  readonly step: BehindStep
  readonly employee: string
}

/**
 * Tells those whom `plan.when_behind` names that a plan somebody has set is behind its pace by working days: once for each
 * row, step and period, however often it runs. Twelve reads, and two requests for each alert.
 */
export async function warnBehind(ports: Needs, at: string): Promise<number> {
  const [{ model }, people, { currency }] = await Promise.all([
    ports.rules.current(),
    ports.people.load(),
    ports.settings.load(),
  ])
  const today = dateIn(model.calendar.timezone, at)
  const steps = model.plan.whenBehind.toSorted((a, b) => a.below - b.below)
  const rows = steps.length === 0 ? [] : await runningRows(ports, today, model.plan.yearStarts)
  const behind = rows.flatMap(({ row, period }) =>
    deepest(row, steps, { today, people }).map((found) => ({ ...found, row, period })),
  )
  let told = 0
  for (const one of behind) {
    // oxlint-disable-next-line no-await-in-loop -- a handful, and a crash half-way goes on where it was
    if (await warn(ports, one, { at, currency })) told += 1
  }
  return told
}

async function runningRows(
  { plans }: Needs,
  today: string,
  yearStarts: number,
): Promise<readonly { readonly row: ProgressRow; readonly period: string }[]> {
  const { month, quarter, half, year } = periodsContaining(today, yearStarts)
  const asked = [month, quarter, half, year].flatMap((period) => metrics.map((metric) => ({ period, metric })))
  const paces = await Promise.all(asked.map(({ period, metric }) => plans.pace(period, metric)))
  return asked.flatMap(({ period }, index) => (paces[index]?.rows ?? []).map((row) => ({ row, period })))
}

/** Each person with the lowest step that names them and that the row is below. */
function deepest(
  row: ProgressRow,
  steps: readonly BehindStep[],
  { today, people }: { readonly today: string; readonly people: People },
): readonly { readonly step: BehindStep; readonly employee: string }[] {
  // What was only added up from other plans is behind when they are, and those are told of already.
  if (row.plan === null || (row.planSource !== 'explicit' && row.planSource !== 'recurring')) return []
  const { expected, fact } = row
  if (expected === null || expected <= 0) return []
  const found = new Map<string, BehindStep>()
  for (const step of steps.filter(({ below }) => fact * 100 < expected * below)) {
    for (const employee of step.notify.flatMap((role) => peopleOf(role, row, { today, people }))) {
      if (!found.has(employee)) found.set(employee, step)
    }
  }
  return [...found].map(([employee, step]) => ({ employee, step }))
}

/** Whose plan it is, and who stands above them; a plan of the company or of a direction is nobody’s own. */
function peopleOf(
  role: string,
  row: ProgressRow,
  { today, people }: { readonly today: string; readonly people: People },
): readonly string[] {
  if (role !== 'owner' && role !== 'owner_manager') return membersOf(role, today, people)
  const owner = ownerOf(row, people)
  const person = owner !== null && role === 'owner_manager' ? managerOf(owner, people) : owner
  return person === null ? [] : [person]
}

function ownerOf({ scope, id }: ProgressRow, people: People): string | null {
  if (scope === 'employee') return id
  if (scope === 'employee_pipeline') return partsOfPair(id).employee
  return scope === 'department' ? headOf(id, people) : null
}

function warn(
  ports: Needs,
  { row, period, step, employee }: Behind,
  { at, currency }: { readonly at: string; readonly currency: string },
): Promise<boolean> {
  const once = ['plan_behind', period, row.metric, row.scope, row.id, step.below].join('#')
  const plan = { ...standing(row, period, currency), below: step.below, line: step.origin.line }
  return tell(ports, employee, { id: noticeId(at, once), kind: 'plan_behind', at, plan }, { once })
}
