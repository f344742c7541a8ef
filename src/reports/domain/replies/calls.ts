import { workingSecondsBetween } from '#domain/time/calendar'
import { instantOf, msOf } from '#domain/time/zone'
import type { CallBackFact } from '#schemas/channels/call-back-fact'
import { again } from '#reports/domain/again'
import { grainIn, rowFor } from '#reports/domain/groups'
import { hourOf } from './response'
import type { Scene } from '#reports/domain/shelves'
import { sumColumn, type Column, type Grain, type Table } from '#reports/domain/table'

const columns: readonly Column[] = [
  sumColumn('missed'),
  sumColumn('owed'),
  sumColumn('called_back'),
  sumColumn('as_told'),
  { id: 'in_time', kind: 'percent', fold: 'percent' },
  { id: 'back_median', kind: 'duration', fold: 'median' },
  sumColumn('got_through'),
  sumColumn('never_reached'),
]

/** Missed calls, and how soon whoever could not get through was called back. */
export function callTables(scene: Scene): readonly Table[] {
  return [{ id: 'calls', rowsAre: scene.by, columns, grains: again(() => callGrains(scene)) }]
}

function* callGrains(scene: Scene): Generator<Grain> {
  const { scope, frame, callBacks = [] } = scene
  for (const one of callBacks) {
    const at = msOf(one.since)
    const place = { owner: one.person, pipeline: frame.model.channels?.[one.channel ?? '']?.pipeline ?? '' }
    if (!scope.isIn(at) || !scope.sees(one.person) || !scope.wants(place)) continue
    for (const missed of one.missedAt) yield grainOf(scene, one, msOf(missed), { missed: 1 })
    yield grainOf(scene, one, at, valuesOf(scene, one))
  }
}

function grainOf(scene: Scene, { talk, person, channel = '' }: CallBackFact, at: number, values: Grain['values']) {
  const { by, frame } = scene
  const fact = { deal: '', owner: person, pipeline: frame.model.channels?.[channel]?.pipeline ?? '', at }
  const row = by === 'channel' ? channel : by === 'hour' ? hourOf(frame.zone, at) : (rowFor(scene, fact) ?? '')
  return { ...grainIn(row, fact, values), ...(talk === undefined ? {} : { talk }) }
}

/** As told from one’s own phone counts as called back, and is said apart; what is neither paid nor due yet is in no share. */
function valuesOf({ frame }: Scene, { since, due, closed }: CallBackFact): Grain['values'] {
  const isLate = due < instantOf(frame.now)
  if (closed === undefined) return { owed: 1, never_reached: 1, ...(isLate ? { in_time: 0 } : {}) }
  if (closed.how === 'got_through') return { owed: 1, got_through: 1 }
  return {
    owed: 1,
    called_back: 1,
    in_time: closed.at <= due ? 1 : 0,
    back_median: workingSecondsBetween(frame.model.calendar, since, closed.at),
    ...(closed.isAsTold ? { as_told: 1 } : {}),
  }
}
