import { directionName } from '#domain/rules/former-names'
import { dateIn, msOf } from '#domain/time/zone'
import type { NotedCorrection } from '#schemas/plan'
import { sumColumn, type RowTexts, type Table } from './table'
import type { ClosedBooks, Scene } from './shelves'

/**
 * What is corrected in the period of months that were closed before: with what was won it is the fact of the plan. Of closed
 * months of the period it is said that they are, and what was corrected of them later.
 */
export function correctionTables(scene: Scene): readonly Table[] {
  const { closed, scope } = scene
  if (closed === undefined) return []
  const isAsked = ({ key }: NotedCorrection) => {
    const place = { owner: key.employee, pipeline: key.pipeline, department: key.department }
    return scope.sees(key.employee) && scope.wants(place)
  }
  say(scene, closed, closed.later.filter(isAsked))
  const here = closed.here.filter((one) => isAsked(one) && (one.sumMinor !== 0 || one.count !== 0))
  return here.length === 0 ? [] : [tableOf(scene, closed, here)]
}

function say({ frame, note }: Scene, { closings }: ClosedBooks, later: readonly NotedCorrection[]): void {
  for (const { month, isClosed, acts } of closings) {
    const last = acts.at(-1)
    if (last === undefined || !isClosed) continue
    const by = frame.org.employees[last.by]?.name ?? last.by
    note({ kind: 'closed', month, on: dateIn(frame.zone, last.at), by })
  }
  for (const month of new Set(later.map(({ key }) => key.month))) {
    const ofMonth = later.filter(({ key }) => key.month === month)
    const sumMinor = ofMonth.reduce((sum, one) => sum + one.sumMinor, 0)
    note({ kind: 'corrected_later', month, sumMinor, months: [...new Set(ofMonth.map((one) => one.month))].join(', ') })
  }
}

function tableOf({ frame }: Scene, { titles }: ClosedBooks, here: readonly NotedCorrection[]): Table {
  const rows = new Map(here.map((one, index) => [`${one.dealId}~${index}`, one]))
  const texts = ({ dealId, key, at, reason }: NotedCorrection): RowTexts => ({
    label: { text: titles.get(dealId) ?? dealId, kind: 'text' },
    on: { text: dateIn(frame.zone, at), kind: 'date' },
    of_month: { text: key.month, kind: 'text' },
    direction: { text: directionName(frame.model, key.pipeline) ?? key.pipeline, kind: 'text' },
    owner: { text: frame.org.employees[key.employee]?.name ?? key.employee, kind: 'text' },
    reason: { text: reason ?? '', kind: 'text' },
  })
  return {
    id: 'corrections',
    rowsAre: 'deal',
    textColumns: [
      { id: 'on', kind: 'date' },
      { id: 'of_month', kind: 'text' },
      { id: 'direction', kind: 'text' },
      { id: 'owner', kind: 'text' },
      { id: 'reason', kind: 'text' },
    ],
    columns: [sumColumn('count'), sumColumn('base', 'money')],
    rows: [...rows.keys()],
    texts: new Map([...rows].map(([row, one]) => [row, texts(one)])),
    grains: [...rows].map(([row, { dealId, key, at, sumMinor, count }]) => ({
      row,
      deal: dealId,
      person: key.employee,
      pipeline: key.pipeline,
      at: msOf(at),
      values: { count, base: sumMinor },
    })),
  }
}
