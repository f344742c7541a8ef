import { directionsOf, pipelineNow, stageNow } from './groups'
import { sumColumn, type Column, type Grain, type Table } from './table'
import type { Ended } from './facts'
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

/** How long deals stay in each stage; a table for each direction. */
export function stageTimeTables(scene: Scene): readonly Table[] {
  const { frame } = scene
  const grains = [...endedGrains(scene), ...openGrains(scene)]
  return directionsOf(frame).map((pipeline) => ({
    id: pipeline,
    about: frame.model.pipelines[pipeline]?.name ?? pipeline,
    rowsAre: 'stage',
    columns,
    rows: (frame.model.pipelines[pipeline]?.stages ?? []).map(({ id }) => id),
    grains: grains.filter((grain) => grain.pipeline === pipeline),
    hasNoTotals: true,
  }))
}

/** Of each deal and stage the last visit that ended in the period: it knows all the time spent there by then. */
function endedGrains({ facts, scope, frame }: Scene): readonly Grain[] {
  const last = new Map<string, { readonly deal: string; readonly ended: Ended }>()
  for (const one of facts.deals) {
    if (!scope.sees(one)) continue
    for (const ended of one.ended ?? []) {
      const [stage, pipeline, at, owner] = ended
      if (!scope.isIn(at) || !scope.wants({ owner, pipeline: pipelineNow(frame.model, pipeline) })) continue
      const name = `${one.deal} ${pipelineNow(frame.model, pipeline)} ${stageNow(frame.model, pipeline, stage)}`
      const before = last.get(name)
      if (before === undefined || before.ended[2] <= at) last.set(name, { deal: one.deal, ended })
    }
  }
  return [...last.values()].map(({ deal, ended: [stage, pipeline, at, owner, , working, wall] }) => ({
    row: stageNow(frame.model, pipeline, stage),
    deal,
    person: owner,
    pipeline: pipelineNow(frame.model, pipeline),
    at,
    values: {
      ended: 1,
      working_median: working / WORKING_DAY_SECONDS,
      working_p90: working / WORKING_DAY_SECONDS,
      calendar_median: wall / DAY_SECONDS,
      calendar_p90: wall / DAY_SECONDS,
    },
  }))
}

function openGrains({ facts, scope, frame }: Scene): readonly Grain[] {
  return facts.open
    .filter((one) => one.status !== 'closed' && scope.sees(one) && scope.wants(one))
    .map(({ deal, owner, pipeline, stage, enteredAt }) => {
      const soFar = (frame.now - enteredAt) / DAY_MS
      return {
        row: stageNow(frame.model, pipeline, stage),
        deal,
        person: owner,
        pipeline: pipelineNow(frame.model, pipeline),
        at: enteredAt,
        values: { now: 1, so_far_median: soFar, so_far_longest: soFar },
      }
    })
}
