import { directionsOf, grainIn, grainsFor, rowFor, stageRow } from './groups'
import { again } from './again'
import { shareColumn, sumColumn, type Column, type Grain, type Table } from './table'
import { percent } from './tally'
import { idleDeals, whoAnswers } from './work'
import { lostDeals, wonDeals, wonPlace } from './won-and-open'
import type { ReachedRow } from './rows'
import type { Place } from './scope'
import type { Scene } from './shelves'

const DAY_MS = 86_400_000

/** How fast the way of selling brings money. */
export function velocityTables(scene: Scene): readonly Table[] {
  return [{ id: 'velocity', rowsAre: scene.by, columns: velocityColumns, grains: again(() => closedGrains(scene)) }]
}

function* closedGrains(scene: Scene): Generator<Grain> {
  for (const one of wonDeals(scene)) {
    const values = { won: 1, amount: one.baseMinor, cycle: one.cycleMs / DAY_MS, closed: 1 }
    yield* grainsFor(scene, wonPlace(one), values)
  }
  for (const { deal, owner, pipeline, at } of lostDeals(scene)) {
    yield* grainsFor(scene, { deal, owner, pipeline, at }, lostValues)
  }
}

const lostValues = { lost: 1, closed: 1, won: 0 }

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
      ...(scene.by === 'stage' ? { rows: allStages(scene), hasNoEmptyRows: true } : {}),
      grains: again(function* grains() {
        yield* moveGrains(scene)
        yield* skipGrains(scene)
        yield* refusalGrains(scene)
        yield* lateGrains(scene)
        for (const one of idleDeals(scene)) yield rowed(scene, one.stage, placeOf(one), { no_task: 1 })
      }),
    },
  ]
}

/** Every stage in the order of the file. */
function allStages({ frame }: Scene): readonly string[] {
  return directionsOf(frame).flatMap((pipeline) =>
    (frame.model.pipelines[pipeline]?.stages ?? []).map(({ id }) => stageRow(pipeline, id)),
  )
}

type Behind = Place & { readonly deal: string; readonly task?: string; readonly at?: number }

const plainMove = { moves: 1, overrides: 0 }
const overriddenMove = { moves: 1, overrides: 1 }
const skippedStage = { skipped: 1 }
const lateTask = { late_tasks: 1 }
const oneRefusal = { refusals: 1 }

function* moveGrains(scene: Scene): Generator<Grain> {
  const overridden = new Set<string>()
  for (const { deal, stage, at } of scene.facts.overridden) overridden.add(`${deal} ${stage} ${at}`)
  for (const one of scene.facts.ended) {
    if (!one.isOnward || one.isImported || !isAsked(scene, one)) continue
    const { stage, at } = one
    const isOverridden = overridden.size > 0 && overridden.has(`${one.deal} ${stage} ${at}`)
    yield rowed(scene, stage, placeOf(one), isOverridden ? overriddenMove : plainMove)
  }
}

function* skipGrains(scene: Scene): Generator<Grain> {
  for (const one of scene.facts.skipped) {
    if (isAsked(scene, one)) yield rowed(scene, one.stage, placeOf(one), skippedStage)
  }
}

function isAsked(
  { scope }: Scene,
  { at, owner, pipeline, dealOwner }: Pick<ReachedRow, 'at' | 'owner' | 'pipeline' | 'dealOwner'>,
): boolean {
  return scope.isIn(at) && scope.sees(dealOwner) && scope.wants({ owner, pipeline })
}

/** Refusals are those of deals that the caller may see: whoever loaded them has looked at the deals. */
function* refusalGrains(scene: Scene): Generator<Grain> {
  const { facts, scope } = scene
  for (const one of facts.refusals) {
    const { owner, pipeline, stage, at } = one
    if (!scope.isIn(at) || !scope.wants({ owner, pipeline })) continue
    yield rowed(scene, stage, placeOf(one), oneRefusal)
  }
}

function* lateGrains(scene: Scene): Generator<Grain> {
  const { facts, scope, frame } = scene
  for (const task of facts.tasks) {
    const { deadline, status, isMissed } = task
    // Few are late: the others are passed over before anything is made of them.
    if (!isMissed && (status !== 'open' || deadline === undefined || deadline >= frame.now)) continue
    if (deadline === undefined || status === 'cancelled' || task.isBornLate || !scope.isIn(deadline)) continue
    const { pipeline, deal, id, stage } = task
    const owner = whoAnswers(task)
    if (!scope.sees(owner) || !scope.wants({ owner, pipeline })) continue
    yield rowed(scene, stage, { owner, pipeline, deal, task: id, at: deadline }, lateTask)
  }
}

function placeOf({ deal, owner, pipeline, at }: Behind): Behind {
  return at === undefined ? { deal, owner, pipeline } : { deal, owner, pipeline, at }
}

/** Compliance is not by axis: what it counts has one row. */
function rowed(scene: Scene, stage: string, behind: Behind, values: Grain['values']): Grain {
  const row = scene.by === 'stage' ? stageRow(behind.pipeline, stage) : rowFor(scene, behind)
  return grainIn(row ?? behind.owner, behind, values)
}
