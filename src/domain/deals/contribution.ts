import type { Deal, LedgerKey, Won } from '#schemas/deal'
import type { Contribution } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Employee } from '#schemas/people'
import type { Task } from '#schemas/task'
import { monthOf } from '#domain/time/period'

/** The plan row a won deal counts in. */
export function keyOf(won: Won): LedgerKey {
  const { month, owner, department, pipeline } = won
  return { month, employee: owner, department, pipeline, axes: axesText(won.axes) }
}

/** Axis values as one text: `audience=new,segment=b2b`, sorted by axis. */
export function axesText(axes: Readonly<Record<string, string>>): string {
  return Object.keys(axes)
    .toSorted()
    .map((axis) => `${axis}=${axes[axis]}`)
    .join(',')
}

/** Whether two keys name the same plan row. */
export function isSameKey(a: LedgerKey, b: LedgerKey): boolean {
  return (
    a.month === b.month &&
    a.employee === b.employee &&
    a.department === b.department &&
    a.pipeline === b.pipeline &&
    a.axes === b.axes
  )
}

/**
 * A deal's whole part in the plan: its row while it is won or completed, and explicit zeros for every row it has left,
 * so that each row can be guarded by the version of the deal alone, in whatever order events arrive.
 */
export function planOf(deal: Deal): readonly Contribution[] {
  const now = deal.won === undefined ? [] : [contributionOf(deal, deal.won)]
  const left = (deal.countedBefore ?? []).filter((key) => !now.some((one) => isSameKey(one.key, key)))
  const parts = [...now, ...left.map((key) => ({ key, sumMinor: 0, count: 0, tasksDone: 0 }))]
  return withCorrections(
    parts,
    (deal.corrections ?? []).map((one) => ({ ...one, tasksDone: 0 })),
  )
}

/** The parts as they are booked: what changed of a closed month stays in it, and counts in the month of the correction. */
function withCorrections(parts: readonly Contribution[], corrections: readonly DatedLater[]): readonly Contribution[] {
  const booked = [...parts]
  for (const { source, key, month, sumMinor, count, tasksDone } of corrections) {
    const later = { sumMinor, count, tasksDone }
    add(booked, { source, key }, { sumMinor: -sumMinor, count: -count, tasksDone: -tasksDone })
    add(booked, { source, key: { ...key, month } }, later)
  }
  return booked
}

type Amounts = Pick<Contribution, 'sumMinor' | 'count' | 'tasksDone'>
type DatedLater = Amounts & { readonly source?: string; readonly key: LedgerKey; readonly month: string }

function add(
  parts: Contribution[],
  { source, key }: { readonly source: string | undefined; readonly key: LedgerKey },
  more: Amounts,
): void {
  const at = parts.findIndex((part) => part.source === source && isSameKey(part.key, key))
  const was = parts[at] ?? { ...(source === undefined ? {} : { source }), key, sumMinor: 0, count: 0, tasksDone: 0 }
  const now = {
    ...was,
    sumMinor: was.sumMinor + more.sumMinor,
    count: was.count + more.count,
    tasksDone: was.tasksDone + more.tasksDone,
  }
  if (at < 0) parts.push(now)
  else parts[at] = now
}

/** What a change makes of a plan row: by how much more or less it counts. */
export type RowChange = Amounts & { readonly source?: string; readonly key: LedgerKey }

/** The rows that count otherwise than before, and by how much. */
export function changedRows(before: readonly Contribution[], now: readonly Contribution[]): readonly RowChange[] {
  const rows = [...now, ...before.filter(({ key }) => !now.some((one) => isSameKey(one.key, key)))]
  return rows.flatMap(({ key }) => {
    const [was, is] = [amountsUnder(before, key), amountsUnder(now, key)]
    const change = { sumMinor: is.sumMinor - was.sumMinor, count: is.count - was.count, tasksDone: 0 }
    return change.sumMinor === 0 && change.count === 0 ? [] : [{ key, ...change }]
  })
}

function amountsUnder(parts: readonly Contribution[], key: LedgerKey): Amounts {
  return parts.find((part) => isSameKey(part.key, key)) ?? { sumMinor: 0, count: 0, tasksDone: 0 }
}

/** The rows a deal has left once it counts under `won` (or nowhere) from now on. */
export function leaveRow(deal: Deal, won: Won | undefined): readonly LedgerKey[] {
  const before = deal.countedBefore ?? []
  const left = deal.won === undefined ? [] : [keyOf(deal.won)]
  const now = won === undefined ? undefined : keyOf(won)
  return [...before.filter((key) => !left.some((one) => isSameKey(one, key))), ...left].filter(
    (key) => now === undefined || !isSameKey(key, now),
  )
}

function contributionOf(deal: Deal, won: Won): Contribution {
  const counts = deal.status === 'won' || deal.status === 'completed'
  return { key: keyOf(won), sumMinor: counts ? won.baseMinor : 0, count: counts ? 1 : 0, tasksDone: 0 }
}

/** The plan row a task counts in that somebody does at an instant: theirs, with the department of that moment. */
export function taskKey(
  task: Pick<Task, 'pipeline'>,
  by: string,
  at: string,
  { model, employees }: { model: Model; employees: Readonly<Record<string, Employee>> },
): LedgerKey {
  return {
    month: monthOf(model.calendar.timezone, at),
    employee: by,
    department: employees[by]?.department ?? '',
    pipeline: task.pipeline,
    axes: axesText(model.pipelines[task.pipeline]?.axes ?? {}),
  }
}

/** What tasks contribute to the plan as of an event: one where they are done, nothing where they are not any more. */
export function taskParts(tasks: readonly Task[]): readonly Contribution[] {
  return tasks.flatMap(({ id: source, counted: key, status, corrections = [] }) => {
    const none = { source, sumMinor: 0, count: 0 }
    const parts = key === undefined ? [] : [{ ...none, key, tasksDone: status === 'done' ? 1 : 0 }]
    return withCorrections(
      parts,
      corrections.map((one) => ({ ...none, ...one })),
    )
  })
}
