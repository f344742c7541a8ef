import { sumOf, sumOfKnown } from '#domain/kernel/money'
import { periodAfter } from '#domain/time/period'
import { partsOfPair } from './plan-scope'
import { percentOf } from '#domain/kernel/ratio'
import type { LedgerKey } from '#schemas/deal'
import type { PlanScope, ProgressRow, RecurringTarget, Target } from '#schemas/plan'
import type { Words } from '#domain/rules/renamed-words'

type Row = { readonly scope: PlanScope; readonly id: string }
type Settable<T extends { readonly value: number }> = Omit<T, 'value'> & { readonly value: number | null }
type Calls = Pick<Words, 'pipeline'>
type Evening = { readonly on: string; readonly plan: number | null; readonly fact: number }

/** Something booked under a plan row, with its direction as it is called today. */
export function keyInWords<T extends Pick<LedgerKey, 'pipeline'>>(key: T, words: Calls): T {
  const pipeline = words.pipeline(key.pipeline)
  return pipeline === key.pipeline ? key : { ...key, pipeline }
}

/** A row of the plan with its direction as it is called today. */
export function rowInWords<T extends Row>(row: T, words: Calls): T {
  if (row.scope === 'pipeline') return { ...row, id: words.pipeline(row.id) }
  if (row.scope !== 'employee_pipeline') return row
  const { employee, pipeline } = partsOfPair(row.id)
  return { ...row, id: `${employee}/${words.pipeline(pipeline)}` }
}

/** Targets of one period: those of directions that have become one are added up. */
export function targetsInWords(targets: readonly Target[], words: Calls): readonly Target[] {
  return addedUp(
    targets.map((target) => rowInWords(target, words)),
    ({ metric, scope, id }) => `${metric}#${scope}#${id}`,
    (a, b) => ({ ...a, value: sumOf([a.value, b.value]) }),
  )
}

/**
 * What has to be written for targets to be set under the names of today: what is stored under earlier names goes, or it
 * would be added to what is set. Each group has to be written whole.
 */
export function targetChanges(
  stored: readonly Target[],
  wanted: readonly Settable<Target>[],
  words: Calls,
): readonly (readonly Settable<Target>[])[] {
  const isSame = (a: Omit<Target, 'value'>, b: Omit<Target, 'value'>) =>
    a.metric === b.metric && a.scope === b.scope && a.id === b.id
  return onceEach(wanted, words, ({ metric, scope, id }) => `${metric}#${scope}#${id}`).map((target) => [
    target,
    ...stored
      .filter((one) => !isSame(one, target) && isSame(rowInWords(one, words), target))
      .map((one) => ({ ...one, value: null })),
  ])
}

/** Targets that repeat: where directions have become one, what was in force for each of them at a time is added up. */
export function recurringInWords(targets: readonly RecurringTarget[], words: Calls): readonly RecurringTarget[] {
  return grouped(targets, words).flatMap(({ row, own }) =>
    own.length === 1 ? own.flat().map((target) => ({ ...target, id: row.id })) : together(row, own),
  )
}

/**
 * What has to be written for targets that repeat to be set under the names of today. A row that has some under earlier
 * names is written anew under today’s, with the change. Each group has to be written whole.
 */
export function recurringChanges(
  stored: readonly RecurringTarget[],
  wanted: readonly Settable<RecurringTarget>[],
  words: Calls,
): readonly (readonly Settable<RecurringTarget>[])[] {
  const changes = onceEach(wanted, words, (one) => `${seriesOf(one)}#${one.from}`)
  const series = new Map<string, Settable<RecurringTarget>[]>()
  for (const one of changes) series.set(seriesOf(one), [...(series.get(seriesOf(one)) ?? []), one])
  return [...series].flatMap(([name, told]): readonly (readonly Settable<RecurringTarget>[])[] => {
    const raw = stored.filter((one) => seriesOf(rowInWords(one, words)) === name)
    const old = raw.filter((one) => seriesOf(one) !== name)
    if (old.length === 0) return told.map((one) => [one])
    const now = new Map<string, Settable<RecurringTarget>>(
      [...recurringInWords(raw, words), ...told].map((one) => [one.from, one]),
    )
    return [[...old.map((one) => ({ ...one, value: null })), ...now.values()]]
  })
}

/**
 * The evenings of a row, kept under each of its names. On the day on which a name was given up the evening was kept under
 * the next one already, with all there is: an earlier name counts from then on only where no other has that evening.
 */
export function eveningsTogether<E extends Evening>(
  names: readonly { readonly goneOn?: string; readonly evenings: readonly E[] }[],
): readonly Evening[] {
  const days = new Map<string, { readonly evening: Evening; readonly isGone: boolean }[]>()
  for (const { goneOn, evenings } of names) {
    for (const evening of evenings) {
      const isGone = goneOn !== undefined && evening.on >= goneOn
      days.set(evening.on, [...(days.get(evening.on) ?? []), { evening, isGone }])
    }
  }
  return [...days.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, all]) => {
      const alive = all.filter(({ isGone }) => !isGone)
      const counted = (alive.length > 0 ? alive : all).map(({ evening }) => evening)
      return {
        on,
        plan: sumOfKnown(counted.map(({ plan }) => plan)),
        fact: sumOf(counted.map(({ fact }) => fact)),
      }
    })
}

/** Where plans stood when it was worked out last: rows that have become one are added up, until it is worked out anew. */
export function standingInWords(rows: readonly ProgressRow[], words: Calls): readonly ProgressRow[] {
  return addedUp(
    rows.map((row) => rowInWords(row, words)),
    ({ metric, scope, id }) => `${metric}#${scope}#${id}`,
    (a, b) => {
      const plan = sumOfKnown([a.plan, b.plan])
      const fact = sumOf([a.fact, b.fact])
      return {
        ...a,
        plan,
        fact,
        percent: percentOf(fact, plan, 1),
        expected: sumOfKnown([a.expected, b.expected]),
        runRate: sumOfKnown([a.runRate, b.runRate]),
        needPerDay: sumOfKnown([a.needPerDay, b.needPerDay]),
        gap: plan === null ? null : plan - fact,
        coverage: null,
        planSource: a.planSource ?? b.planSource,
        topDownGap: sumOfKnown([a.topDownGap, b.topDownGap]),
      }
    },
  )
}

type Series = Pick<RecurringTarget, 'every' | 'metric' | 'scope' | 'id'>

function seriesOf({ every, metric, scope, id }: Series): string {
  return `${every}#${metric}#${scope}#${id}`
}

/** Targets by the row they are of today, and in it by the name they are stored under. */
function grouped(targets: readonly RecurringTarget[], words: Calls) {
  const rows = new Map<string, { readonly row: RecurringTarget; readonly own: Map<string, RecurringTarget[]> }>()
  for (const target of targets) {
    const row = rowInWords(target, words)
    const group = rows.get(seriesOf(row)) ?? { row, own: new Map<string, RecurringTarget[]>() }
    rows.set(seriesOf(row), group)
    group.own.set(target.id, [...(group.own.get(target.id) ?? []), target])
  }
  return [...rows.values()].map(({ row, own }) => ({ row, own: [...own.values()] }))
}

/** One series out of several: a target for each span of time in which none of them changes. */
function together(row: RecurringTarget, all: readonly (readonly RecurringTarget[])[]): readonly RecurringTarget[] {
  const { every, metric, scope, id } = row
  const ends = all.flat().flatMap(({ from, to }) => (to === undefined ? [from] : [from, periodAfter(to)]))
  const starts = [...new Set(ends)].toSorted()
  return starts.flatMap((from, index) => {
    const value = sumOfKnown(all.map((one) => inForce(one, from)))
    const next = starts[index + 1]
    if (value === null) return []
    return [{ every, from, ...(next === undefined ? {} : { to: periodAfter(next, -1) }), metric, scope, id, value }]
  })
}

/** Of those that are in force the one that began last, as everywhere in the plan. */
function inForce(targets: readonly RecurringTarget[], period: string): number | null {
  const newest = targets.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return newest.find(({ from, to }) => from <= period && (to === undefined || period <= to))?.value ?? null
}

/** Each once, under the name of today; where a row is named by two of its names, what is set counts before what is taken away. */
function onceEach<T extends Row & { readonly value: number | null }>(
  wanted: readonly T[],
  words: Calls,
  nameOf: (one: T) => string,
): readonly T[] {
  const found = new Map<string, T>()
  for (const one of wanted) {
    const now = rowInWords(one, words)
    if ((found.get(nameOf(now))?.value ?? null) === null) found.set(nameOf(now), now)
  }
  return [...found.values()]
}

function addedUp<T>(all: readonly T[], nameOf: (one: T) => string, add: (a: T, b: T) => T): readonly T[] {
  const found = new Map<string, T>()
  for (const one of all) {
    const before = found.get(nameOf(one))
    found.set(nameOf(one), before === undefined ? one : add(before, one))
  }
  return [...found.values()]
}
