import { directionName } from '#domain/rules/former-names'
import { directionsOf, grainIn } from './groups'
import { shareColumn, sumColumn, type Column, type Grain, type Table } from './table'
import { percent } from './tally'
import { wonStage } from './facts'
import type { CameRow, ReachedRow } from './rows'
import type { Scene } from './shelves'

/** How far the deals created in the period have come by now; a table for each direction, or how many of each value of a field. */
export function cohortTables(scene: Scene): readonly Table[] {
  if (scene.by !== 'field') return tablesOf(scene, scene.facts.came, 'reached')
  const columns = [sumColumn('deals'), sumColumn('won'), shareColumn('won_share', 'won', 'deals')]
  return [{ id: 'cohort', rowsAre: 'field', columns, grains: grainsByField(scene, scene.facts.came, 'reached') }]
}

const made = { deals: 1, won: 0 }
const madeAndWon = { deals: 1, won: 1 }

/** Deals that came to a stage, once each by what a field of theirs says, and which of these were won. */
function grainsByField(
  scene: Scene,
  reached: Iterable<CameRow | ReachedRow>,
  counted: 'reached' | 'entered',
): readonly Grain[] {
  const byDeal = new Map<string, Grain[]>()
  for (const deals of grainsOf(scene, reached, counted).values()) {
    for (const [deal, grains] of deals) byDeal.set(deal, [...(byDeal.get(deal) ?? []), ...grains])
  }
  return [...byDeal].flatMap(([deal, came]) => {
    const [first] = came
    if (first === undefined) return []
    const fact = {
      deal,
      owner: first.person,
      pipeline: first.pipeline,
      ...(first.at === undefined ? {} : { at: first.at }),
    }
    const isWon = came.some(({ row }) => row === wonStage)
    return [grainIn(scene.fieldOf?.(deal) ?? '', fact, isWon ? madeAndWon : made)]
  })
}

/** Which stages deals entered in the period; a table for each direction, or how many of each value of a field. */
export function periodTables(scene: Scene): readonly Table[] {
  if (scene.by === 'field') {
    const columns = [sumColumn('deals'), sumColumn('won')]
    return [{ id: 'moved', rowsAre: 'field', columns, grains: grainsByField(scene, scene.facts.reached, 'entered') }]
  }
  return tablesOf(scene, scene.facts.reached, 'entered')
}

function tablesOf(
  scene: Scene,
  reached: Iterable<CameRow | ReachedRow>,
  counted: 'reached' | 'entered',
): readonly Table[] {
  const { model } = scene.frame
  const byPipeline = grainsOf(scene, reached, counted)
  return directionsOf(scene.frame).map((pipeline) => {
    const deals = byPipeline.get(pipeline) ?? new Map<string, readonly Grain[]>()
    return {
      id: pipeline,
      about: directionName(model, pipeline) ?? pipeline,
      rowsAre: 'stage',
      columns: columnsOf(counted, deals.size),
      rows: withWon(scene, pipeline),
      grains: [...deals.values()].flat(),
      hasNoTotals: true,
    }
  })
}

/**
 * By direction and deal, each deal once per stage; whoever was in it at all has not skipped it. Whose it was is asked
 * afterwards, of who brought it there first: a deal that came back under somebody else is not theirs as well, and parts add up
 * to the whole.
 */
function grainsOf(
  { scope }: Scene,
  reached: Iterable<CameRow | ReachedRow>,
  counted: 'reached' | 'entered',
): ReadonlyMap<string, ReadonlyMap<string, readonly Grain[]>> {
  const entered = { [counted]: 1, skipped: 0 }
  const passed = { [counted]: 1, skipped: 1 }
  const byPipeline = new Map<string, Map<string, Grain[]>>()
  for (const one of reached) {
    const { at, deal, owner, pipeline, stage: row } = one
    if (!scope.isIn(at) || !scope.sees(one.dealOwner)) continue
    const ofDeal = grainsOfDeal(byPipeline, pipeline, deal)
    const place = ofDeal.findIndex((grain) => grain.row === row)
    const grain = grainIn(row, { deal, owner, pipeline, at }, one.how === 'entered' ? entered : passed)
    const before = ofDeal[place]
    if (before === undefined) ofDeal.push(grain)
    else if (before.values === grain.values ? at < (before.at ?? at) : grain.values === entered) ofDeal[place] = grain
  }
  return new Map([...byPipeline].map(([pipeline, deals]) => [pipeline, wantedOf(scope, pipeline, deals)]))
}

/** What of each deal is asked for; deals of which nothing is are left out. */
function wantedOf(
  scope: Scene['scope'],
  pipeline: string,
  deals: ReadonlyMap<string, readonly Grain[]>,
): ReadonlyMap<string, readonly Grain[]> {
  return new Map(
    [...deals].flatMap(([deal, grains]) => {
      const wanted = grains.filter(({ person }) => scope.wants({ owner: person, pipeline }))
      return wanted.length === 0 ? [] : [[deal, wanted] as const]
    }),
  )
}

function grainsOfDeal(byPipeline: Map<string, Map<string, Grain[]>>, pipeline: string, deal: string): Grain[] {
  const deals = byPipeline.get(pipeline) ?? new Map<string, Grain[]>()
  byPipeline.set(pipeline, deals)
  const grains = deals.get(deal) ?? []
  deals.set(deal, grains)
  return grains
}

/** The stages of a direction with being won where it happens. */
function withWon({ frame }: Scene, pipeline: string): readonly string[] {
  const { stages = [], wonAfter } = frame.model.pipelines[pipeline] ?? {}
  return stages.flatMap(({ id }) => (id === wonAfter ? [id, wonStage] : [id]))
}

function columnsOf(counted: 'reached' | 'entered', all: number): readonly Column[] {
  // Of the deals of a period some entered the stage before in another period: there it is no share of anything.
  const step: Column = {
    id: counted === 'reached' ? 'step' : 'ratio',
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
