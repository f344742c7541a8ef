import { directionsOf, grainIn, grainsFor, pipelineNow, stageRow } from './groups'
import { percent, shareColumn, sumColumn, type Column, type Grain, type Table } from './table'
import { idleDeals } from './work'
import { lostDeals, wonDeals } from './won-and-open'
import type { Place } from './scope'
import type { Scene } from './shelves'

const DAY_MS = 86_400_000

/** How fast the way of selling brings money. */
export function velocityTables(scene: Scene): readonly Table[] {
  const won = wonDeals(scene).flatMap((one) =>
    grainsFor(scene, one, { won: 1, amount: one.baseMinor, cycle: one.cycleMs / DAY_MS, closed: 1 }),
  )
  const lost = lostDeals(scene).flatMap(({ deal, lost: fact }) =>
    grainsFor(scene, { deal, owner: fact.owner, pipeline: fact.pipeline, at: fact.at }, { lost: 1, closed: 1, won: 0 }),
  )
  return [{ id: 'velocity', rowsAre: scene.by, columns: velocityColumns, grains: [...won, ...lost] }]
}

const winRate: Column = { ...shareColumn('win_rate', 'won', 'closed'), derive: ({ of }) => winRateOf(of) }

const velocityColumns: readonly Column[] = [
  sumColumn('won'),
  sumColumn('lost'),
  winRate,
  sumColumn('amount', 'money'),
  {
    id: 'average',
    kind: 'money',
    fold: 'derived',
    madeOf: ['amount'],
    derive: ({ of }) => rounded(of('amount'), of('won')),
  },
  { id: 'cycle', kind: 'days', fold: 'mean' },
  {
    id: 'velocity',
    kind: 'money',
    fold: 'derived',
    madeOf: ['amount'],
    derive: ({ of }) => {
      const [won, lost, amount, cycle] = [of('won') ?? 0, of('lost') ?? 0, of('amount') ?? 0, of('cycle')]
      if (won === 0 || cycle === null || cycle === 0) return null
      // won × (amount ÷ won) × won ÷ (won + lost) ÷ cycle: rounded once, at the end.
      return Math.round((amount * won) / (won + lost) / cycle)
    },
  },
]

function winRateOf(of: (column: string) => number | null): number | null {
  return percent(of('won') ?? 0, (of('won') ?? 0) + (of('lost') ?? 0))
}

function rounded(sum: number | null, count: number | null): number | null {
  return sum === null || count === null || count === 0 ? null : Math.round(sum / count)
}

/** Whether the standards are kept: gates passed by override or refused, stages skipped, tasks late or not there. */
export function complianceTables(scene: Scene): readonly Table[] {
  const grains = [...moveGrains(scene), ...refusalGrains(scene), ...lateGrains(scene)]
  const idle = idleDeals(scene).flatMap((one) => rowed(scene, one.stage, { ...one }, { no_task: 1 }))
  const all = [...grains, ...idle]
  return [
    {
      id: 'compliance',
      rowsAre: scene.by === 'stage' ? 'direction_stage' : scene.by,
      columns: [
        sumColumn('moves'),
        sumColumn('overrides'),
        shareColumn('override_share', 'overrides', 'moves'),
        sumColumn('refusals'),
        sumColumn('skipped'),
        sumColumn('late_tasks'),
        sumColumn('no_task'),
      ],
      ...(scene.by === 'stage' ? { rows: stagesWith(scene, all) } : {}),
      grains: all,
    },
  ]
}

/** Stages of which there is something to tell, in the order of the file. */
function stagesWith({ frame }: Scene, grains: readonly Grain[]): readonly string[] {
  const told = new Set(grains.map(({ row }) => row))
  return directionsOf(frame)
    .flatMap((pipeline) =>
      (frame.model.pipelines[pipeline]?.stages ?? []).map(({ id }) => stageRow(frame, pipeline, id)),
    )
    .filter((row) => told.has(row))
}

type Behind = Place & { readonly deal: string; readonly task?: string; readonly at?: number }

const plainMove = { moves: 1, overrides: 0 }
const overriddenMove = { moves: 1, overrides: 1 }
const skippedStage = { skipped: 1 }
const lateTask = { late_tasks: 1 }

function moveGrains(scene: Scene): readonly Grain[] {
  const { facts, scope, frame } = scene
  const asks = (owner: string, pipeline: string, at: number) =>
    scope.isIn(at) && scope.wants({ owner, pipeline: pipelineNow(frame.model, pipeline) })
  const grains: Grain[] = []
  for (const one of facts.deals) {
    if (!scope.sees(one)) continue
    const { deal } = one
    for (const ended of one.ended ?? []) {
      const [stage, pipeline, at, owner] = [ended[0], ended[1], ended[2], ended[3]]
      if (ended[4] !== 1 || ended[7] === 1 || !asks(owner, pipeline, at)) continue
      const values = isOverridden(one, stage, at) ? overriddenMove : plainMove
      grains.push(...rowed(scene, stage, { deal, owner, pipeline, at }, values))
    }
    for (const reached of one.reached ?? []) {
      const [stage, pipeline, at, owner] = [reached[0], reached[1], reached[2], reached[4]]
      if (reached[3] !== 'skipped' || !asks(owner, pipeline, at)) continue
      grains.push(...rowed(scene, stage, { deal, owner, pipeline, at }, skippedStage))
    }
  }
  return grains
}

function isOverridden({ overridden = [] }: Scene['facts']['deals'][number], stage: string, at: number): boolean {
  return overridden.some(([left, , when]) => left === stage && when === at)
}

/** Refusals are those of deals that the caller may see: whoever loaded them has looked at the deals. */
function refusalGrains(scene: Scene): readonly Grain[] {
  const { facts, scope, frame } = scene
  return facts.refusals.flatMap(({ deal, owner, pipeline, stage, at }) =>
    scope.isIn(at) && scope.wants({ owner, pipeline: pipelineNow(frame.model, pipeline) })
      ? rowed(scene, stage, { deal, owner, pipeline, at }, { refusals: 1 })
      : [],
  )
}

function lateGrains(scene: Scene): readonly Grain[] {
  const { facts, scope, frame } = scene
  const grains: Grain[] = []
  for (const task of facts.tasks) {
    const { deadline, status, isMissed } = task
    // Few are late: the others are passed over before anything is made of them.
    if (!isMissed && (status !== 'open' || deadline === undefined || deadline >= frame.now)) continue
    if (deadline === undefined || status === 'cancelled' || task.isBornLate || !scope.isIn(deadline)) continue
    const place = { owner: task.responsible, pipeline: task.pipeline }
    if (!scope.sees(place) || !scope.wants(place)) continue
    const { deal, id, stage } = task
    grains.push(...rowed(scene, stage, { ...place, deal, task: id, at: deadline }, lateTask))
  }
  return grains
}

function rowed(scene: Scene, stage: string, behind: Behind, values: Grain['values']): readonly Grain[] {
  if (scene.by !== 'stage') return grainsFor(scene, behind, values)
  return [grainIn(stageRow(scene.frame, behind.pipeline, stage), behind, values)]
}
