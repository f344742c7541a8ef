import { directionsOf, grainIn, pipelineNow, stageNow } from './groups'
import { percent, sumColumn, type Column, type Grain, type Table } from './table'
import { wonStage, type ReachedHow } from './facts'
import type { Scene } from './shelves'

/** One deal that reached a stage. */
type Reach = {
  readonly deal: string
  readonly person: string
  readonly pipeline: string
  readonly stage: string
  readonly how: ReachedHow
  readonly at: number
}

/** How far the deals created in the period have come by now; a table for each direction. */
export function cohortTables(scene: Scene): readonly Table[] {
  const { facts, scope, frame } = scene
  const reached = facts.deals.flatMap((about): Reach[] => {
    const { made } = about
    if (made === undefined || !scope.sees(about) || !scope.isIn(made.at)) return []
    return made.reached
      .filter(([, pipeline]) => scope.wants({ owner: made.owner, pipeline: pipelineNow(frame.model, pipeline) }))
      .map(([stage, pipeline, how]) => ({
        deal: about.deal,
        person: made.owner,
        pipeline,
        stage,
        how,
        at: made.at,
      }))
  })
  return tablesOf(scene, reached, 'reached')
}

/** Which stages deals entered in the period; a table for each direction. */
export function periodTables(scene: Scene): readonly Table[] {
  const { facts, scope, frame } = scene
  const entered = facts.deals.flatMap((one): Reach[] => {
    if (!scope.sees(one)) return []
    return (one.reached ?? []).flatMap(([stage, pipeline, at, how, owner]) =>
      scope.isIn(at) && scope.wants({ owner, pipeline: pipelineNow(frame.model, pipeline) })
        ? [{ deal: one.deal, person: owner, pipeline, stage, how, at }]
        : [],
    )
  })
  return tablesOf(scene, entered, 'entered')
}

function tablesOf(scene: Scene, reached: readonly Reach[], counted: 'reached' | 'entered'): readonly Table[] {
  const { model } = scene.frame
  const entered = { [counted]: 1, skipped: 0 }
  const passed = { [counted]: 1, skipped: 1 }
  const byPipeline = new Map<string, Map<string, Grain>>()
  for (const one of reached) {
    const pipeline = pipelineNow(model, one.pipeline)
    const row = one.stage === wonStage ? wonStage : stageNow(model, one.pipeline, one.stage)
    const grains = byPipeline.get(pipeline) ?? new Map<string, Grain>()
    byPipeline.set(pipeline, grains)
    const name = `${row} ${one.deal}`
    const isSkipped = one.how !== 'entered'
    const before = grains.get(name)
    // Each deal once per stage; whoever was in it at all has not skipped it.
    if (before !== undefined && (isSkipped || before.values['skipped'] === 0)) continue
    const { deal, person: owner, at } = one
    grains.set(name, grainIn(row, { deal, owner, pipeline, at }, isSkipped ? passed : entered))
  }
  return directionsOf(scene.frame).map((pipeline) => {
    const grains = [...(byPipeline.get(pipeline)?.values() ?? [])]
    return {
      id: pipeline,
      about: model.pipelines[pipeline]?.name ?? pipeline,
      rowsAre: 'stage',
      columns: columnsOf(counted, new Set(grains.map(({ deal }) => deal)).size),
      rows: withWon(scene, pipeline),
      grains,
      hasNoTotals: true,
    }
  })
}

/** The stages of a direction with being won where it happens. */
function withWon({ frame }: Scene, pipeline: string): readonly string[] {
  const { stages = [], wonAfter } = frame.model.pipelines[pipeline] ?? {}
  return stages.flatMap(({ id }) => (id === wonAfter ? [id, wonStage] : [id]))
}

function columnsOf(counted: 'reached' | 'entered', all: number): readonly Column[] {
  const step: Column = {
    id: 'step',
    kind: 'percent',
    fold: 'derived',
    madeOf: [counted],
    derive: ({ of, before }) => percent(of(counted) ?? 0, before(counted)),
  }
  const ofAll: Column = {
    id: 'of_all',
    kind: 'percent',
    fold: 'derived',
    madeOf: [counted],
    derive: ({ of }) => percent(of(counted) ?? 0, all),
  }
  return [sumColumn(counted), sumColumn('skipped'), step, ...(counted === 'reached' ? [ofAll] : [])]
}
