import { weekdayOf, dayOf } from '#domain/days'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/zone'
import { grainsFor } from './groups'
import { sumColumn, type Column, type Grain, type Table } from './table'
import type { Made, MonthFacts } from './facts'
import type { Scene } from './shelves'

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
  const { facts, scope, by } = scene
  const grains = facts.deals.flatMap((one) => {
    const { made } = one
    if (made === undefined || made.isImported || !scope.isIn(made.at) || !scope.sees(one)) return []
    if (made.promisedAt === undefined && made.reply === undefined) return []
    const place = { owner: made.reply?.by ?? one.owner, pipeline: one.pipeline }
    return scope.wants(place) ? leadGrains(scene, one, made, place.owner) : []
  })
  return [{ id: 'response', rowsAre: by, columns, grains }]
}

function leadGrains(scene: Scene, { deal, pipeline }: MonthFacts, made: Made, owner: string): readonly Grain[] {
  const values = valuesOf(made)
  const row = rowOf(scene, made)
  if (row === undefined) return grainsFor(scene, { deal, owner, pipeline, at: made.at }, values)
  return [{ row, deal, person: owner, pipeline, at: made.at, values }]
}

function valuesOf({ reply, isClosed }: Made): Grain['values'] {
  if (reply === undefined) return { leads: 1, untouched: isClosed ? 0 : 1 }
  const { working, wall, isInTime } = reply
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

/** Where a lead came from, the hour of the week it came in, by the company’s clocks, or both. */
function rowOf({ by, frame }: Scene, { source, at }: Made): string | undefined {
  switch (by) {
    case 'source':
      return source
    case 'hour':
      return hourOf(frame.zone, at)
    case 'source_hour':
      return `${source}/${hourOf(frame.zone, at)}`
    default:
      return undefined
  }
}

function hourOf(zone: string, at: number): string {
  const day = dateIn(zone, instantOf(at))
  const hour = Math.floor((at - msOf(startOfDay(zone, day))) / HOUR_MS)
  return `${weekdayOf(dayOf(day))}-${String(hour).padStart(2, '0')}`
}
