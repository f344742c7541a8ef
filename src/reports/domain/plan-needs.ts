import { directionName } from '#domain/rules/former-names'
import { workingDaysOf } from '#domain/plan/progress'
import { directionsOf } from './groups'
import { planTable, type PlanOf } from './plan-tables'
import { numbersOf, sumColumn, type Column, type Grain, type Numbers, type Table } from './table'
import { openDeals, openStages } from './won-and-open'
import type { LostRow, WonRow } from './rows'
import type { Scene } from './shelves'

/** Fewer closed deals than this say nothing about the next ones. */
const LEAST_MEASURED = 5

type Closed = {
  readonly deal: string
  readonly owner: string
  readonly at: number
  readonly isWon: boolean
  readonly baseMinor: number
  readonly path: readonly string[]
}

/** How many deals must reach each stage per working day for the plan to be met; a table for each direction. */
export function needsTables(scene: Scene, plan: PlanOf | undefined): readonly Table[] {
  if (plan === undefined) scene.note({ kind: 'days_have_no_plan' })
  return directionsOf(scene.frame).map((pipeline) => needsTable(scene, plan, pipeline))
}

function needsTable(scene: Scene, plan: PlanOf | undefined, pipeline: string): Table {
  const { model } = scene.frame
  const rows = openStages(scene, pipeline)
  const closed = closedIn(scene, pipeline)
  const left = daysLeft(scene)
  const wins = plan === undefined ? null : winsNeeded(scene, plan, { pipeline, closed })
  if (closed.length < LEAST_MEASURED) scene.note({ kind: 'not_measured' })
  const table: Table = {
    id: pipeline,
    about: directionName(model, pipeline) ?? pipeline,
    rowsAre: 'stage',
    columns,
    rows,
    grains: [...measuredGrains(pipeline, closed), ...inStage(scene, pipeline)].filter(({ row }) => rows.includes(row)),
    hasNoTotals: true,
  }
  return { ...table, numbers: withNeeds(table, wins, left) }
}

const columns: readonly Column[] = [
  sumColumn('measured'),
  { id: 'to_win', kind: 'percent', fold: 'percent' },
  sumColumn('in_stage'),
  { id: 'needed', kind: 'count', fold: 'derived', isGiven: true },
  { id: 'per_day', kind: 'days', fold: 'derived', isGiven: true },
]

/** The shares are measured on whole deals, so a stage needs as many as bring the wins, whole ones. */
function withNeeds(table: Table, wins: number | null, left: number): NonNullable<Table['numbers']> {
  const wonBy = new Map<string, number>()
  for (const { row, values } of table.grains) if (values['to_win'] === 1) wonBy.set(row, (wonBy.get(row) ?? 0) + 1)
  const filled = [...numbersOf(table).rows].map(([row, numbers]): [string, Numbers] => {
    const won = wonBy.get(row) ?? 0
    const measured = numbers['measured'] ?? 0
    const isKnown = wins !== null && won > 0 && measured >= LEAST_MEASURED
    const needed = isKnown ? Math.ceil((wins * measured) / won) : null
    const perDay = needed === null || left === 0 ? null : Math.round((needed * 10) / left) / 10
    return [row, { ...numbers, needed, per_day: perDay }]
  })
  return { rows: new Map(filled), totals: {} }
}

/** Deals of a direction that were won or lost in the months before the period, with the stages they had reached. */
function closedIn({ facts, scope }: Scene, pipeline: string): readonly Closed[] {
  const closed: Closed[] = []
  const take = (one: WonRow | LostRow, isWon: boolean, baseMinor: number) => {
    if (one.pipeline !== pipeline || !scope.sees(one.dealOwner) || !scope.wants(one)) return
    closed.push({ deal: one.deal, owner: one.owner, at: one.at, isWon, baseMinor, path: one.path.split(' ') })
  }
  for (const one of facts.past.won) take(one, true, one.baseMinor)
  for (const one of facts.past.lost) take(one, false, 0)
  return closed
}

function measuredGrains(pipeline: string, closed: readonly Closed[]): readonly Grain[] {
  return closed.flatMap(({ deal, owner, at, isWon, path }) =>
    [...new Set(path)].map((row) => ({
      row,
      deal,
      person: owner,
      pipeline,
      at,
      values: { measured: 1, to_win: isWon ? 1 : 0 },
    })),
  )
}

function inStage(scene: Scene, pipeline: string): readonly Grain[] {
  return [...openDeals(scene)]
    .filter((one) => one.pipeline === pipeline)
    .map(({ deal, owner, stage, enteredAt }) => ({
      row: stage,
      deal,
      person: owner,
      pipeline,
      at: enteredAt,
      values: { in_stage: 1 },
    }))
}

/** Deals that must still be won in a direction; null where there is no plan for it or nothing to measure by. */
function winsNeeded(
  scene: Scene,
  plan: PlanOf,
  { pipeline, closed }: { pipeline: string; closed: readonly Closed[] },
): number | null {
  const { frame } = scene
  const { person, department } = frame.filters
  const filters = {
    direction: pipeline,
    ...(person === undefined ? {} : { person }),
    ...(department === undefined ? {} : { department }),
  }
  const by = person === undefined ? 'direction' : 'person'
  const { numbers } = planTable({ ...scene, by, frame: { ...frame, filters } }, plan)
  const [row] = [...(numbers?.rows.values() ?? [])]
  const gap = row?.['gap'] ?? null
  if (gap === null || plan.metric === 'tasks_done') return null
  if (gap <= 0) return 0
  if (plan.metric === 'count') return gap
  const won = closed.filter(({ isWon }) => isWon)
  const sum = won.reduce((total, { baseMinor }) => total + baseMinor, 0)
  return sum <= 0 ? null : Math.ceil((gap * won.length) / sum)
}

function daysLeft({ frame }: Scene): number {
  const { gone, all } = workingDaysOf(frame.model.calendar, { from: frame.fromDay, to: frame.toDay }, frame.today)
  return all - gone
}
