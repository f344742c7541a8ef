import { isSameKey, keyOf, type RowChange } from '#domain/deals/contribution'
import { monthOf } from '#domain/time/period'
import type { KeptClosing } from '#ports/closings'
import type { NotedCorrection } from '#schemas/plan'
import type { DealChange, DealStore } from '#ports/deals'
import type { BookCorrection, Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'
import type { Decision } from './decision'

type Given = { readonly decision: Decision; readonly rows: readonly RowChange[]; readonly command: Command }
type Dated = { readonly decision: Decision } & Pick<DealChange, 'closings' | 'corrections'>
type Closings = ReadonlyMap<string, KeptClosing>

/**
 * A decision with what it changes of closed months put into the month of the decision, and what to keep of that. Months that
 * are open are only seen: nobody may close them before this is written.
 */
export async function intoTheMonthOfToday(deals: DealStore, { decision, rows, command }: Given): Promise<Dated> {
  const { counted = [] } = decision
  const touched = [...rows.map(({ key }) => key.month), ...counted.flatMap((task) => task.counted?.month ?? [])]
  const months = [...new Set(touched)]
  const found = await Promise.all(months.map((month) => deals.closing(month)))
  const closings = months.map((month, at) => ({ month, rev: found[at]?.rev }))
  const closed: Closings = new Map(found.flatMap((one) => (one?.isClosed === true ? [[one.month, one]] : [])))
  if (closed.size === 0) return { decision, closings }
  const corrections = correctionsOf(decision, rows, closed)
  const corrected = counted.filter((task) => closed.has(task.counted?.month ?? ''))
  const works = new Map(corrected.map((task) => [task.id, withCorrection(task, closed, decision.at)]))
  const noted = notesOf({ decision, rows, command }, corrections, [...works.values()])
  const workOf = (task: Task): Task => works.get(task.id) ?? task
  return {
    decision: {
      ...decision,
      next: withCorrections(decision.next, corrections),
      counted: counted.map(workOf),
      ...(decision.tasks === undefined
        ? {}
        : { tasks: decision.tasks.map((one) => ({ ...one, task: workOf(one.task) })) }),
      ...(decision.answer === undefined ? {} : { answer: workOf(decision.answer) }),
    },
    closings,
    corrections: noted,
  }
}

function correctionsOf(
  { was, at }: Pick<Decision, 'was' | 'at'>,
  rows: readonly RowChange[],
  closed: Closings,
): readonly BookCorrection[] {
  return rows.flatMap(({ key, sumMinor, count }) => {
    const closing = closed.get(key.month)
    if (closing === undefined) return []
    const isFirst = was?.corrections?.some((one) => isSameKey(one.key, key)) !== true
    const booked = was?.won !== undefined && isFirst && isSameKey(keyOf(was.won), key) ? { won: was.won } : {}
    return [{ key, month: monthOf(closing.zone, at), sumMinor, count, at, ...booked }]
  })
}

/** A task counts once while it is done: what became of it is one more or one less. */
function withCorrection(task: Task, closed: Closings, at: string): Task {
  const closing = closed.get(task.counted?.month ?? '')
  if (closing === undefined || task.counted === undefined) return task
  const tasksDone = task.status === 'done' ? 1 : -1
  const correction = { key: task.counted, month: monthOf(closing.zone, at), tasksDone, at }
  return { ...task, corrections: [...(task.corrections ?? []), correction] }
}

function withCorrections(deal: Deal, corrections: readonly BookCorrection[]): Deal {
  return corrections.length === 0 ? deal : { ...deal, corrections: [...(deal.corrections ?? []), ...corrections] }
}

function notesOf(
  { decision: { next, detail }, command }: Given,
  corrections: readonly BookCorrection[],
  tasks: readonly Task[],
): readonly NotedCorrection[] {
  const { reason } = detail
  const told = { dealId: next.id, by: command.caller.actor.id, ...(reason === undefined ? {} : { reason }) }
  return [
    ...corrections.map(({ won: _won, ...one }) => ({ ...told, ...one, tasksDone: 0 })),
    ...tasks.flatMap(({ corrections: all = [] }) =>
      all.slice(-1).map((one) => ({ ...told, ...one, sumMinor: 0, count: 0 })),
    ),
  ]
}
