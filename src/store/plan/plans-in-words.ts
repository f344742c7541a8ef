import { byCurrency } from '#domain/deals/currency-sums'
import { partsOfPair } from '#domain/plan/plan-scope'
import {
  eveningsTogether,
  keyInWords,
  recurringChanges,
  recurringInWords,
  rowInWords,
  standingInWords,
  targetChanges,
  targetsInWords,
} from '#domain/plan/books-in-words'
import { isAsSeen } from '#domain/plan/as-seen'
import { wordsOf, type Lexicon, type Words } from '#domain/rules/renamed-words'
import { dateIn } from '#domain/time/zone'
import type { ColumnCount, PlanRowId, PlanStore, Settable, SettableOver } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { RecurringTarget, Target } from '#schemas/plan'

type Parts = Pick<Ports, 'plans' | 'rules'>

/** The most items that are written whole or not at all. */
const AT_ONCE = 100

/**
 * The plan, its books and its columns as the newest rules call directions and stages: a column, a fact, a target is what
 * was counted or set under any of its names. Books stay under the names they were kept under, so that what is taken back
 * finds what it was booked on; targets are written under the names of today as soon as somebody sets them again.
 */
export function plansInWords(named: Parts, newest: Lexicon): PlanStore {
  const { plans } = named
  const words = wordsOf(newest)
  return {
    ...plans,
    ...targetsAs(plans, words),
    facts: async (month, names) => {
      const rows = await plans.facts(month)
      return names === 'as_booked' ? rows : rows.map((row) => keyInWords(row, words))
    },
    factsIn: async (months) => (await plans.factsIn(months)).map((row) => keyInWords(row, words)),
    ledger: async (month, ask) => {
      const entries = await plans.ledger(month, ask)
      if (ask?.names === 'as_booked') return entries
      return entries.map((entry) => ({ ...entry, key: keyInWords(entry.key, words) }))
    },
    snapshots: (period, row) => eveningsOf(named, newest, { period, row }),
    pace: async (period, metric) => {
      const kept = await plans.pace(period, metric)
      return kept && { ...kept, rows: standingInWords(kept.rows, words) }
    },
    columns: (pipeline) => columnsOf(named, words, [pipeline], (names) => eachColumn(plans, names)),
    columnsIn: (pipelines) => columnsOf(named, words, pipelines, plans.columnsIn),
  }
}

function targetsAs(
  plans: PlanStore,
  words: Words,
): Pick<PlanStore, 'targets' | 'targetsIn' | 'setTargets' | 'recurring' | 'setRecurring'> {
  return {
    targets: async (period) => targetsInWords(await plans.targets(period), words),
    targetsIn: async (periods) => {
      const found = await plans.targetsIn(periods)
      return new Map([...found].map(([period, targets]) => [period, targetsInWords(targets, words)]))
    },
    setTargets: async (period, targets) => {
      const stored = await plans.targets(period)
      if (!areSeen(targets, { now: targetsInWords(stored, words), words, nameOf: nameOfTarget })) return false
      const over = { targets, stored, nameOf: nameOfTarget }
      return inWholes(targetChanges(stored, targets, words), (some) => plans.setTargets(period, overStored(some, over)))
    },
    recurring: async () => recurringInWords(await plans.recurring(), words),
    setRecurring: async (targets) => {
      const stored = await plans.recurring()
      if (!areSeen(targets, { now: recurringInWords(stored, words), words, nameOf: nameOfRecurring })) return false
      const over = { targets, stored, nameOf: nameOfRecurring }
      return inWholes(recurringChanges(stored, targets, words), (some) => plans.setRecurring(overStored(some, over)))
    },
  }
}

const nameOfTarget = ({ metric, scope, id }: Omit<Target, 'value'>) => `${metric}#${scope}#${id}`
const nameOfRecurring = ({ every, from, ...target }: Omit<RecurringTarget, 'value'>) =>
  `${every}#${from}#${nameOfTarget(target)}`

type Named<T> = (one: Omit<T, 'value'>) => string
type Valued = { readonly value: number; readonly to?: string }

type Seen<T> = { readonly now: readonly T[]; readonly words: Words; readonly nameOf: Named<T> }

/** Whether everything that is said to have been seen is there, under the names of today. */
function areSeen<T extends Target>(wanted: readonly SettableOver<T>[], { now, words, nameOf }: Seen<T>): boolean {
  const found = new Map(now.map((one) => [nameOf(one), one]))
  return wanted.every((one) => isAsSeen(found.get(nameOf(rowInWords(one, words))), one.was))
}

type Stored<T extends Valued> = {
  readonly targets: readonly SettableOver<T>[]
  readonly stored: readonly T[]
  readonly nameOf: Named<T>
}

/** What is written goes over what was stored when it was compared, where whoever sets it said what they saw. */
function overStored<T extends Valued>(
  some: readonly Settable<T>[],
  { targets, stored, nameOf }: Stored<T>,
): readonly SettableOver<T>[] {
  if (targets.every(({ was }) => was === undefined)) return some
  const found = new Map(stored.map((one) => [nameOf(one), one]))
  return some.map((one) => ({ ...one, was: found.get(nameOf(one)) ?? null }))
}

/** Writes groups so that none is torn apart: as many together as can be written whole; false once one was not written. */
async function inWholes<T>(groups: readonly (readonly T[])[], write: (some: readonly T[]) => Promise<boolean>) {
  let some: T[] = []
  for (const group of groups) {
    if (some.length > 0 && some.length + group.length > AT_ONCE) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they were asked for
      if (!(await write(some))) return false
      some = []
    }
    some.push(...group)
  }
  return some.length === 0 || write(some)
}

/** The evenings of a row under all of its names, each until it was given up. */
async function eveningsOf(
  { plans, rules }: Parts,
  newest: Lexicon,
  { period, row }: { readonly period: string; readonly row: PlanRowId },
) {
  const former = formerRows(row, wordsOf(newest))
  if (former.length === 0) return plans.snapshots(period, row)
  const zone = newest.model.calendar.timezone
  const days = new Map((await rules.versions()).map(({ version, at }) => [version, dateIn(zone, at)]))
  const [now = [], ...before] = await Promise.all(
    [row, ...former.map((one) => one.row)].map((one) => plans.snapshots(period, one)),
  )
  return eveningsTogether([
    { evenings: now },
    ...former.map(({ version }, index) => ({ goneOn: days.get(version) ?? '', evenings: before[index] ?? [] })),
  ])
}

/** The rows under whose names the evenings of a row were kept before, and the versions that gave those names up. */
function formerRows(row: PlanRowId, words: Words): readonly { readonly row: PlanRowId; readonly version: number }[] {
  if (row.scope !== 'pipeline' && row.scope !== 'employee_pipeline') return []
  const { employee, pipeline } = row.scope === 'pipeline' ? { employee: '', pipeline: row.id } : partsOfPair(row.id)
  return words
    .formerPipelines(pipeline)
    .map(({ id, version }) => ({ row: { ...row, id: row.scope === 'pipeline' ? id : `${employee}/${id}` }, version }))
}

/** Counters go by the names that events had; a column is what was counted under any of its names. */
async function columnsOf(
  { rules }: Parts,
  words: Words,
  pipelines: readonly string[],
  read: PlanStore['columnsIn'],
): Promise<readonly ColumnCount[]> {
  const isFollowed = ((await rules.reseating())?.state ?? 'done') !== 'done'
  const former = isFollowed ? pipelines.flatMap((one) => words.oldPipelines(one)) : []
  const found = await read([...new Set([...pipelines, ...former])])
  return summed(found, words).filter((count) => pipelines.includes(count.pipeline))
}

async function eachColumn(plans: PlanStore, names: readonly string[]): Promise<readonly ColumnCount[]> {
  return (await Promise.all(names.map((one) => plans.columns(one)))).flat()
}

function summed(counts: readonly ColumnCount[], words: Words): readonly ColumnCount[] {
  const sums = new Map<string, ColumnCount>()
  for (const one of counts) {
    const { pipeline, stage } = words.place(one)
    const before = sums.get(`${pipeline}.${stage}`)
    const count = one.count + (before?.count ?? 0)
    sums.set(`${pipeline}.${stage}`, {
      pipeline,
      stage,
      count,
      sums: byCurrency([...one.sums, ...(before?.sums ?? [])]),
    })
  }
  return [...sums.values()]
}
