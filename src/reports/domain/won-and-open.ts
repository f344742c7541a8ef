import { directionName, placeName, reasonName } from '#domain/rules/former-names'
import { stagesToWin } from '#domain/rules/stage-rules'
import { divideHalfEven } from '#domain/kernel/ratio'
import { instantOf } from '#domain/time/zone'
import { chanceOf, directionsOf, grainIn, grainsFor, rowFor, stageRow, type Fact } from './groups'
import { shareColumn, sumColumn, type Grain, type RowTexts, type Table } from './table'
import { baseOf, type Scene } from './shelves'
import { again } from './again'
import { paperTables } from './papers/paper-tables'
import { correctionTables } from './corrections'
import { wonStage } from './facts'
import type { LostRow, OpenRow, WonRow } from './rows'
import { dateIn } from '#domain/time/zone'

/** The deals won in the period that the caller may see and the filters ask for: what the plan’s books count. */
export function wonDeals({ facts, scope, frame }: Pick<Scene, 'facts' | 'scope' | 'frame'>): Iterable<WonRow> {
  const months = new Set(frame.months)
  return again(function* won() {
    for (const one of facts.won) {
      if (!(months.size > 0 ? months.has(one.month) : scope.isIn(one.at))) continue
      if (scope.sees(one.dealOwner) && scope.wants(one)) yield one
    }
  })
}

/** What a won deal counts for: whose it was, where and when. */
export function wonPlace({ deal, owner, pipeline, department, at }: WonRow): Fact {
  return { deal, owner, pipeline, department, at }
}

/** The deals that are open (not won yet, not lost) and that the caller may see and the filters ask for. */
export function openDeals({ facts, scope }: Pick<Scene, 'facts' | 'scope'>): Iterable<OpenRow> {
  return again(function* open() {
    for (const one of facts.open) if (one.status === 'open' && scope.sees(one.owner) && scope.wants(one)) yield one
  })
}

/** An amount times the chance of its stage: every deal is rounded by itself, so that lists add up to their sums. */
export function weightedOf(scene: Scene, { pipeline, stage }: OpenRow, baseMinor: number): number {
  const chance = chanceOf(scene.frame, pipeline, stage)
  if (chance === undefined) scene.note({ kind: 'no_chance' })
  return Number(divideHalfEven(BigInt(baseMinor) * BigInt(chance ?? 0), 10_000n))
}

/**
 * The accountant’s summary: what was won in the period, deal by deal, and what is in progress, stage by stage, and what was
 * invoiced and paid; by a field a row of each is what deals hold there. A correction is of a deal and stays one in both.
 */
export function accountantTables(scene: Scene): readonly Table[] {
  return [wonTable(scene), ...correctionTables(scene), progressTable(scene), ...paperTables(scene)]
}

function wonTable(scene: Scene): Table {
  if (scene.by === 'field') return wonByField(scene)
  const won = [...wonDeals(scene)].toSorted((a, b) => a.at - b.at || (a.deal < b.deal ? -1 : 1))
  const byDeal = new Map(won.map((one) => [one.deal, one]))
  // Of thousands of rows a page shows some: only those are put into words.
  const textsOf = (one: WonRow | undefined) => (one === undefined ? undefined : wonTexts(scene, one))
  return {
    id: 'won',
    rowsAre: 'deal',
    textColumns: wonTextColumns,
    columns: wonColumns,
    rows: won.map(({ deal }) => deal),
    texts: { get: (row) => textsOf(byDeal.get(row)) },
    grains: won.map(({ deal, owner, pipeline, at, baseMinor }) => ({
      row: deal,
      deal,
      person: owner,
      pipeline,
      at,
      values: { count: 1, base: baseMinor },
    })),
  }
}

const wonColumns = [sumColumn('count'), sumColumn('base', 'money')]

function wonByField(scene: Scene): Table {
  return {
    id: 'won',
    rowsAre: 'field',
    columns: wonColumns,
    grains: again(function* grains() {
      for (const one of wonDeals(scene)) {
        yield* grainsFor(scene, wonPlace(one), { count: 1, base: one.baseMinor })
      }
    }),
  }
}

const wonTextColumns: NonNullable<Table['textColumns']> = [
  { id: 'on', kind: 'date' },
  { id: 'client', kind: 'text' },
  { id: 'direction', kind: 'text' },
  { id: 'owner', kind: 'text' },
  { id: 'amount', kind: 'money' },
  { id: 'currency', kind: 'text' },
]

function wonTexts({ frame }: Scene, one: WonRow): RowTexts {
  return {
    label: { text: one.title, kind: 'text' },
    on: { text: dateIn(frame.zone, instantOf(one.at)), kind: 'date' },
    client: { text: one.client, kind: 'text' },
    direction: { text: directionName(frame.model, one.pipeline) ?? one.pipeline, kind: 'text' },
    owner: { text: frame.org.employees[one.owner]?.name ?? one.owner, kind: 'text' },
    amount: { text: one.amountMinor, currency: one.currency, kind: 'money' },
    currency: { text: one.currency, kind: 'text' },
  }
}

function progressTable(scene: Scene): Table {
  const table = {
    id: 'progress' as const,
    columns: [sumColumn('count'), sumColumn('sum', 'money'), sumColumn('weighted', 'money')],
    grains: again(() => progressGrains(scene)),
  }
  if (scene.by === 'field') return { ...table, rowsAre: 'field' }
  const rows = directionsOf(scene.frame).flatMap((pipeline) =>
    openStages(scene, pipeline).map((stage) => stageRow(pipeline, stage)),
  )
  return { ...table, rowsAre: 'direction_stage', rows }
}

function* progressGrains(scene: Scene): Generator<Grain> {
  for (const one of openDeals(scene)) {
    const { deal, owner, pipeline } = one
    const base = baseOf(scene, one.amountMinor, one.currency)
    const money = base === undefined ? {} : { sum: base, weighted: weightedOf(scene, one, base) }
    yield* rowed(scene, { deal, owner, pipeline }, one.stage, { count: 1, ...money })
  }
}

/** Stages in which a deal is still to be won. */
export function openStages({ frame }: Scene, pipeline: string): readonly string[] {
  const direction = frame.model.pipelines[pipeline]
  return direction === undefined ? [] : stagesToWin(direction).map(({ id }) => id)
}

/** The forecast: what is expected to be won in the period, times its chance, and what was won in it already. */
export function forecastTables(scene: Scene): readonly Table[] {
  const { frame, by } = scene
  return [
    {
      id: 'forecast',
      rowsAre: by === 'stage' ? 'direction_stage' : by,
      columns: [
        sumColumn('count'),
        sumColumn('sum', 'money'),
        sumColumn('weighted', 'money'),
        sumColumn('won', 'money'),
        sumColumn('forecast', 'money'),
        sumColumn('late_count'),
        sumColumn('late_sum', 'money'),
        sumColumn('undated_count'),
        sumColumn('undated_sum', 'money'),
        sumColumn('other_count'),
      ],
      ...(by === 'stage'
        ? {
            rows: directionsOf(frame).flatMap((pipeline) =>
              [...openStages(scene, pipeline), wonStage].map((stage) => stageRow(pipeline, stage)),
            ),
          }
        : {}),
      grains: again(function* grains() {
        for (const one of openDeals(scene)) yield* forecastGrains(scene, one)
        for (const one of wonDeals(scene)) {
          yield* rowed(scene, wonPlace(one), wonStage, { won: one.baseMinor, forecast: one.baseMinor })
        }
      }),
    },
  ]
}

function forecastGrains(scene: Scene, one: OpenRow): readonly Grain[] {
  const { frame } = scene
  const { expectedClose, deal, owner, pipeline } = one
  const base = baseOf(scene, one.amountMinor, one.currency)
  const sum = base ?? 0
  const values = (): Grain['values'] => {
    if (expectedClose === undefined) return { undated_count: 1, undated_sum: sum }
    // A day that has passed is no forecast: the deal has a bucket of its own until somebody gives it another.
    if (expectedClose < frame.today) return { late_count: 1, late_sum: sum }
    if (expectedClose < frame.fromDay || expectedClose >= frame.toDay) return { other_count: 1 }
    const weighted = weightedOf(scene, one, sum)
    return { count: 1, sum, weighted, forecast: weighted }
  }
  return rowed(scene, { deal, owner, pipeline }, one.stage, values())
}

function rowed(scene: Scene, one: Fact, stage: string, values: Grain['values']): readonly Grain[] {
  if (scene.by !== 'stage') return grainsFor(scene, one, values)
  return [grainIn(stageRow(one.pipeline, stage), one, values)]
}

/** Why deals were lost: reason, stage and direction, how many and how much. A deal that was reopened is not lost. */
export function lostTables(scene: Scene): readonly Table[] {
  const { frame } = scene
  const isByReason = scene.by === 'reason'
  const texts = new Map<string, RowTexts>()
  const grains = [...lostDeals(scene)].map((lost): Grain => {
    const stage = stageRow(lost.pipeline, lost.stage)
    const row = isByReason ? `${lost.reason}/${stage}` : (rowFor(scene, lost) ?? '')
    const reason = reasonName(frame.model, lost.reason) ?? lost.reason
    if (isByReason)
      texts.set(row, {
        label: { text: reason === '' ? '–' : reason, kind: 'text' },
        stage: { text: placeName(frame.model, lost) ?? lost.stage, kind: 'text' },
        direction: { text: directionName(frame.model, lost.pipeline) ?? lost.pipeline, kind: 'text' },
      })
    const base = baseOf(scene, lost.amountMinor, lost.currency)
    const values = { count: 1, ...(base === undefined ? {} : { amount: base }) }
    return grainIn(row, { deal: lost.deal, owner: lost.owner, pipeline: lost.pipeline, at: lost.at }, values)
  })
  return [
    {
      id: 'lost',
      rowsAre: scene.by,
      ...(isByReason ? { textColumns: lostTextColumns } : {}),
      columns: [sumColumn('count'), { ...shareOfAll(grains.length), id: 'share' }, sumColumn('amount', 'money')],
      texts,
      grains,
    },
  ]
}

const lostTextColumns: NonNullable<Table['textColumns']> = [
  { id: 'stage', kind: 'text' },
  { id: 'direction', kind: 'text' },
]

function shareOfAll(all: number): Table['columns'][number] {
  const { derive: _derive, ...share } = shareColumn('share', 'count', 'count')
  return {
    ...share,
    isShare: false,
    derive: ({ of }) => (all === 0 ? null : Math.round(((of('count') ?? 0) * 1000) / all) / 10),
  }
}

/** Deals lost in the period and not reopened since. */
export function lostDeals({ facts, scope }: Pick<Scene, 'facts' | 'scope'>): Iterable<LostRow> {
  return again(function* lost() {
    for (const one of facts.lost) if (scope.isIn(one.at) && scope.sees(one.dealOwner) && scope.wants(one)) yield one
  })
}
