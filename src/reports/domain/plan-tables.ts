import { sumOf, sumOfKnown } from '#domain/kernel/money'
import { reachesPlan } from '#domain/plan/plan-scope'
import { daysOf, progressRows, unplannedId, type PlanBooks } from '#domain/plan/plan-rows'
import { progress } from '#domain/plan/progress'
import { scopeOf } from './scope'
import { grainsFor } from './groups'
import { again } from './again'
import { wonDeals, wonPlace } from './won-and-open'
import { sumColumn, type Column, type Grain, type Numbers, type Table } from './table'
import type { Scene } from './shelves'
import type { ReportGroup } from '#schemas/report-names'
import type { Metric, PlanScope, ProgressRow } from '#schemas/plan'

/** The books of the plan for the period of a report. */
export type PlanOf = { readonly books: PlanBooks; readonly period: string; readonly metric: Metric }

type Choice = { readonly by: PlanScope; readonly hasPlan: boolean; readonly keep: (id: string) => boolean }

/** Plan and fact, row by row. Facts are the counters of the plan’s books, of those whose plan the caller may see. */
export function planTable(scene: Scene, plan: PlanOf | undefined): Table {
  const metric = plan?.metric ?? 'sum'
  const kind = metric === 'sum' ? 'money' : 'count'
  const given = (id: Column['id'], of: Column['kind'] = kind): Column => ({
    id,
    kind: of,
    fold: 'derived',
    isGiven: true,
  })
  const table: Table = {
    id: 'plan',
    rowsAre: scene.by,
    columns: [
      given('plan'),
      sumColumn('fact', kind),
      given('percent', 'percent'),
      given('expected'),
      given('run_rate'),
      given('need_per_day'),
      given('gap'),
    ],
    grains: factGrains(scene, metric),
  }
  if (plan === undefined) {
    scene.note({ kind: 'days_have_no_plan' })
    return table
  }
  const rows = visibleRows(scene, plan)
  return {
    ...table,
    rows: rows.map((row) => rowId(scene.by, row)),
    numbers: {
      rows: new Map(rows.map((row) => [rowId(scene.by, row), numbersOfRow(row)])),
      totals: totalsOf(scene, plan, rows),
    },
    // A direction has a value on every axis: its fact stands in several rows.
    ...(scene.by === 'axis' ? { hasNoTotals: true } : {}),
  }
}

/** What stands behind a fact: won deals, or tasks that were done. */
function factGrains(scene: Scene, metric: Metric): Table['grains'] {
  const sees = planScope(scene)
  if (metric === 'tasks_done') return again(() => doneGrains(scene, sees))
  const won = wonDeals({ ...scene, scope: { ...scene.scope, sees: () => true } })
  return again(function* grains() {
    for (const one of won) {
      if (!sees(one.owner, one.department)) continue
      yield* grainsFor(scene, wonPlace(one), { fact: metric === 'sum' ? one.baseMinor : 1 })
    }
  })
}

function* doneGrains(scene: Scene, sees: ReturnType<typeof planScope>): Generator<Grain> {
  const { scope, facts } = scene
  for (const task of facts.tasks) {
    const { status, endedAt, responsible: owner, pipeline } = task
    if (status !== 'done' || endedAt === undefined || !scope.isIn(endedAt)) continue
    const place = { owner, pipeline }
    if (!sees(owner, scope.departmentOf(place)) || !scope.wants(place)) continue
    yield* grainsFor(scene, { ...place, deal: task.deal, task: task.id, at: endedAt }, { fact: 1 })
  }
}

/** Whose fact the caller may see: that of rows whose plan they may see. */
function planScope({ by, frame }: Scene): (owner: string, department: string) => boolean {
  const { caller, org } = frame
  return (owner, department) =>
    by === 'department'
      ? reachesPlan(caller, 'plan_read', { scope: 'department', id: department }, org)
      : by === 'person'
        ? reachesPlan(caller, 'plan_read', { scope: 'employee', id: owner }, org)
        : caller.reach.plan_read === 'all'
}

function visibleRows(scene: Scene, { books, period, metric }: PlanOf): readonly ProgressRow[] {
  const { frame } = scene
  const { caller, org, today } = frame
  const choice = choiceOf(scene)
  const wants = scopeOf(frame).wants
  const facts = books.facts.filter(({ employee, department, pipeline }) =>
    wants({ owner: employee, department, pipeline }),
  )
  const narrowed = { ...books, facts }
  const days = daysOf(narrowed, { period, metric, by: choice.by, today })
  return progressRows(narrowed, { period, metric, by: choice.by, today })
    .filter(({ id }) => id !== unplannedId && choice.keep(id))
    .filter((row) => reachesPlan(caller, 'plan_read', row, org))
    .map((row) => (choice.hasPlan ? row : { ...row, ...progress({ plan: null, fact: row.fact, workingDays: days }) }))
    .filter((row) => row.plan !== null || row.fact !== 0)
}

/** Which rows of the plan answer what was asked for: a person in one direction has a plan of their own, and so on. */
function choiceOf({ by, frame }: Scene): Choice {
  const { direction, axis, department, person } = frame.filters
  const isAny = () => true
  const noPeople = department === undefined && person === undefined
  switch (by) {
    case 'person': {
      const { employees } = frame.org
      const isOf = (id: string) => person === undefined || id.split('/')[0] === person
      const isIn = (id: string) =>
        department === undefined || frameHas(frame, employees[id.split('/')[0] ?? '']?.department ?? '')
      const keep = (id: string) => isOf(id) && (direction === undefined || id.endsWith(`/${direction}`))
      return direction === undefined
        ? { by: 'employee', hasPlan: axis === undefined, keep: (id) => keep(id) && (isIn(id) || person !== undefined) }
        : { by: 'employee_pipeline', hasPlan: axis === undefined, keep: (id) => keep(id) && isIn(id) }
    }
    case 'department':
      return {
        by: 'department',
        hasPlan: direction === undefined && axis === undefined && person === undefined,
        keep: (id) => department === undefined || frameHas(frame, id),
      }
    case 'direction':
      return { by: 'pipeline', hasPlan: noPeople, keep: isDirectionAsked(frame) }
    case 'axis':
      return {
        by: 'axis',
        hasPlan: noPeople && direction === undefined,
        keep: (id) => axis === undefined || id === axis,
      }
    default:
      return direction === undefined
        ? { by: 'company', hasPlan: noPeople && axis === undefined, keep: isAny }
        : { by: 'pipeline', hasPlan: noPeople, keep: (id) => id === direction }
  }
}

function frameHas(frame: Scene['frame'], department: string): boolean {
  return scopeOf({ ...frame, filters: { department: frame.filters.department ?? '' } }).wants({
    owner: '',
    pipeline: '',
    department,
  })
}

function isDirectionAsked(frame: Scene['frame']): (id: string) => boolean {
  const { direction, axis } = frame.filters
  const { wants } = scopeOf({
    ...frame,
    filters: { ...(direction === undefined ? {} : { direction }), ...(axis === undefined ? {} : { axis }) },
  })
  return (id) => wants({ owner: '', pipeline: id })
}

function rowId(by: ReportGroup, { id }: ProgressRow): string {
  if (by === 'company') return 'company'
  return by === 'person' ? (id.split('/')[0] ?? id) : id
}

function numbersOfRow(
  row: Pick<ProgressRow, 'plan' | 'fact' | 'percent' | 'expected' | 'runRate' | 'needPerDay' | 'gap'>,
): Numbers {
  const { plan, fact, percent, expected, runRate, needPerDay, gap } = row
  return { plan, fact, percent, expected, run_rate: runRate, need_per_day: needPerDay, gap }
}

/** All rows together; plans that are there are added up, and with none there is no plan. */
function totalsOf({ frame }: Scene, { books, period, metric }: PlanOf, rows: readonly ProgressRow[]): Numbers {
  const workingDays = daysOf(books, { period, metric, by: 'company', today: frame.today })
  return numbersOfRow(
    progress({
      plan: sumOfKnown(rows.map(({ plan }) => plan)),
      fact: sumOf(rows.map(({ fact }) => fact)),
      workingDays,
    }),
  )
}
