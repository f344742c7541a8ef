import { directionName } from '#domain/rules/former-names'
import { directionsOf } from './groups'
import { sumColumn, type Column, type Grain, type Table } from './table'
import { again } from './again'
import type { EndedRow } from './rows'
import type { Scene } from './shelves'

const WORKING_DAY_SECONDS = 8 * 3600
const DAY_SECONDS = 86_400
const DAY_MS = 86_400_000

const columns: readonly Column[] = [
  sumColumn('ended'),
  { id: 'working_median', kind: 'days', fold: 'median' },
  { id: 'working_p90', kind: 'days', fold: 'p90' },
  { id: 'calendar_median', kind: 'days', fold: 'median' },
  { id: 'calendar_p90', kind: 'days', fold: 'p90' },
  sumColumn('now'),
  { id: 'so_far_median', kind: 'days', fold: 'median' },
  { id: 'so_far_longest', kind: 'days', fold: 'longest' },
]

/** How long deals stay in each stage; a table for each direction, or one of all stays by what a field of their deals says. */
export function stageTimeTables(scene: Scene): readonly Table[] {
  const { frame } = scene
  const ended = lastEnded(scene)
  if (scene.by === 'field') return [byField(scene, ended)]
  return directionsOf(frame).map((pipeline) => ({
    id: pipeline,
    about: directionName(frame.model, pipeline) ?? pipeline,
    rowsAre: 'stage',
    columns,
    rows: (frame.model.pipelines[pipeline]?.stages ?? []).map(({ id }) => id),
    grains: again(() => grainsOf(scene, ended, pipeline)),
    hasNoTotals: true,
  }))
}

type Ended = ReadonlyMap<string, ReadonlyMap<string, readonly Last[]>>

function* grainsOf(scene: Scene, ended: Ended, pipeline: string): Generator<Grain> {
  for (const visits of ended.get(pipeline)?.values() ?? []) {
    for (const { row, visit } of visits)
      if (scene.scope.wants({ owner: visit.owner, pipeline })) yield endedGrain(row, pipeline, visit)
  }
  yield* openGrains(scene, pipeline)
}

function byField(scene: Scene, ended: Ended): Table {
  return {
    id: 'stage_time',
    rowsAre: 'field',
    columns,
    grains: again(function* grains() {
      for (const pipeline of directionsOf(scene.frame)) {
        for (const grain of grainsOf(scene, ended, pipeline)) yield { ...grain, row: scene.fieldOf?.(grain.deal) ?? '' }
      }
    }),
    hasNoTotals: true,
  }
}

/** The last visit of a stage, which is the row. */
type Last = { readonly row: string; visit: EndedRow; at: number }

/**
 * Of each deal and stage the last visit that ended in the period: it knows all the time spent there by then. Whose it was is
 * asked afterwards: a deal that came back under somebody else is theirs alone, and parts add up to the whole.
 */
function lastEnded({ facts, scope }: Scene): ReadonlyMap<string, ReadonlyMap<string, readonly Last[]>> {
  const byPipeline = new Map<string, Map<string, Last[]>>()
  for (const visit of facts.ended) {
    const { at, pipeline, stage: row } = visit
    if (!scope.isIn(at) || !scope.sees(visit.dealOwner)) continue
    const visits = visitsOf(byPipeline, pipeline, visit.deal)
    const last = visits.find((one) => one.row === row)
    if (last === undefined) visits.push({ row, visit, at })
    else if (last.at <= at) Object.assign(last, { visit, at })
  }
  return byPipeline
}

function visitsOf(byPipeline: Map<string, Map<string, Last[]>>, pipeline: string, deal: string): Last[] {
  const deals = byPipeline.get(pipeline) ?? new Map<string, Last[]>()
  byPipeline.set(pipeline, deals)
  const visits = deals.get(deal) ?? []
  deals.set(deal, visits)
  return visits
}

function endedGrain(row: string, pipeline: string, { deal, owner, at, working, wall }: EndedRow): Grain {
  const [workingDays, calendarDays] = [working / WORKING_DAY_SECONDS, wall / DAY_SECONDS]
  return {
    row,
    deal,
    person: owner,
    pipeline,
    at,
    values: {
      ended: 1,
      working_median: workingDays,
      working_p90: workingDays,
      calendar_median: calendarDays,
      calendar_p90: calendarDays,
    },
  }
}

function* openGrains({ facts, scope, frame }: Scene, pipeline: string): Generator<Grain> {
  for (const one of facts.open) {
    if (one.status === 'closed' || one.pipeline !== pipeline) continue
    const { deal, owner, stage, enteredAt } = one
    if (!scope.sees(owner) || !scope.wants({ owner, pipeline })) continue
    const soFar = (frame.now - enteredAt) / DAY_MS
    yield {
      row: stage,
      deal,
      person: owner,
      pipeline,
      at: enteredAt,
      values: { now: 1, so_far_median: soFar, so_far_longest: soFar },
    }
  }
}
