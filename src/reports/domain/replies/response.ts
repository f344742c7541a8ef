import { weekdayOf, dayOf } from '#domain/time/days'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/time/zone'
import { again } from '#reports/domain/again'
import { grainIn, grainsFor } from '#reports/domain/groups'
import { sumColumn, type Column, type Grain, type Table } from '#reports/domain/table'
import type { MadeRow } from '#reports/domain/rows'
import type { Scene } from '#reports/domain/shelves'

const FIVE_MINUTES = 300
const HOUR_MS = 3_600_000

const columns: readonly Column[] = [
  sumColumn('leads'),
  sumColumn('answered'),
  sumColumn('untouched'),
  { id: 'in_time', kind: 'percent', fold: 'percent' },
  { id: 'within_5', kind: 'percent', fold: 'percent' },
  { id: 'reply_working_median', kind: 'duration', fold: 'median' },
  { id: 'reply_working_p90', kind: 'duration', fold: 'p90' },
  { id: 'reply_wall_median', kind: 'duration', fold: 'median' },
  { id: 'reply_wall_p90', kind: 'duration', fold: 'p90' },
]

/** How soon leads are answered. */
export function responseTables(scene: Scene): readonly Table[] {
  return [{ id: 'response', rowsAre: scene.by, columns, grains: again(() => leadGrains(scene)) }]
}

function* leadGrains(scene: Scene): Generator<Grain> {
  const { facts, scope } = scene
  for (const lead of facts.made) {
    const { at, replyBy, dealOwner, dealPipeline: pipeline } = lead
    if (lead.isImported || !scope.isIn(at) || !scope.sees(dealOwner)) continue
    if (lead.promisedAt === undefined && replyBy === undefined) continue
    const owner = replyBy ?? dealOwner
    if (!scope.wants({ owner, pipeline })) continue
    const fact = { deal: lead.deal, owner, pipeline, at }
    const row = rowOf(scene, lead)
    if (row === undefined) yield* grainsFor(scene, fact, valuesOf(lead))
    else yield grainIn(row, fact, valuesOf(lead))
  }
}

function valuesOf({ replyWorking: working, replyWall: wall = 0, isInTime, isClosed }: MadeRow): Grain['values'] {
  if (working === undefined) return { leads: 1, untouched: isClosed ? 0 : 1 }
  return {
    leads: 1,
    answered: 1,
    in_time: isInTime ? 1 : 0,
    within_5: working <= FIVE_MINUTES ? 1 : 0,
    reply_working_median: working,
    reply_working_p90: working,
    reply_wall_median: wall,
    reply_wall_p90: wall,
  }
}

/** Where a lead came from, by which channel, the hour of the week it came in, by the company’s clocks, or both. */
function rowOf({ by, frame, fieldOf }: Scene, { source, at, deal }: MadeRow): string | undefined {
  switch (by) {
    case 'source':
      return source
    case 'channel':
      return fieldOf?.(deal) ?? ''
    case 'hour':
      return hourOf(frame.zone, at)
    case 'source_hour':
      return `${source}/${hourOf(frame.zone, at)}`
    default:
      return undefined
  }
}

/** The hour of the week, by the company’s clocks, as `1-09` for Monday at nine. */
export function hourOf(zone: string, at: number): string {
  const day = dateIn(zone, instantOf(at))
  const hour = Math.floor((at - msOf(startOfDay(zone, day))) / HOUR_MS)
  return `${weekdayOf(dayOf(day))}-${String(hour).padStart(2, '0')}`
}
