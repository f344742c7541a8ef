import { periodAfter } from '#domain/period'
import type { MonthFacts, OpenFacts, RefusalFact, TaskOfDeal } from './facts'
import type { OfDeal, RowKind, Rows } from './rows'
import { readTasks } from './task-wire'
import { readMonth } from './wire'

/** Further from the ends of a month in UTC than this, an instant is in that month in whatever zone. */
const EDGE_MS = 2 * 86_400_000

/** What a text of facts says, by kind of row. */
export type Told = { readonly [K in RowKind]?: readonly Rows[K][] }

/** Which kinds of row are on a shelf, by the beginning of its name. */
const shelfKinds = {
  'd-': ['made', 'came', 'reached', 'ended', 'overridden', 'won', 'lost'],
  't-': ['tasks'],
  'r-': ['refusals'],
  open: ['open', 'openTasks'],
} as const satisfies Readonly<Record<string, readonly RowKind[]>>

/** The kinds of row that are on a shelf. */
export function kindsOn(shelf: string): readonly RowKind[] {
  return shelfKinds[shelf === 'open' ? 'open' : (shelf.slice(0, 2) as 'd-' | 't-' | 'r-')]
}

/** The rows of an entry of a shelf. */
export function rowsOfText(shelf: string, text: string): Told {
  if (shelf.startsWith('d-')) return rowsOfMonth(readMonth(text))
  if (shelf.startsWith('t-')) return { tasks: readTasks(text).map((task) => taskRow(task, shelf.slice(2))) }
  return shelf === 'open' ? rowsOfOpen(JSON.parse(text) as OpenFacts) : { refusals: [JSON.parse(text) as RefusalFact] }
}

function rowsOfMonth(facts: MonthFacts): Told {
  const of = { deal: facts.deal, dealOwner: facts.owner, dealPipeline: facts.pipeline }
  const { made, reached = [], ended = [], overridden = [], won, lost } = facts
  return {
    ...madeRows(of, made),
    reached: reached.map(([stage, pipeline, at, how, owner]) => ({ ...of, stage, pipeline, at, how, owner })),
    ended: ended.map(([stage, pipeline, at, owner, isOnward, working, wall, isImported]) => {
      const flags = { isOnward: isOnward === 1, isImported: isImported === 1 }
      return { ...of, stage, pipeline, at, owner, ...flags, working, wall }
    }),
    overridden: overridden.map(([stage, pipeline, at, owner, by]) => ({ ...of, stage, pipeline, at, owner, by })),
    won: won === undefined ? [] : [{ ...of, ...won, path: won.path.join(' ') }],
    lost: lost === undefined ? [] : [{ ...of, ...lost, path: lost.path.join(' ') }],
  }
}

function madeRows(of: OfDeal, made: MonthFacts['made']): Told {
  if (made === undefined) return {}
  const { at, owner, source, isImported, isClosed, promisedAt, reply, reached } = made
  const answer = { replyAt: reply?.at, replyBy: reply?.by, replyWorking: reply?.working, replyWall: reply?.wall }
  return {
    made: [
      { ...of, at, owner, source, isImported, isClosed, promisedAt, ...answer, isInTime: reply?.isInTime === true },
    ],
    came: reached.map(([stage, pipeline, how]) => ({ ...of, at, owner, stage, pipeline, how })),
  }
}

function taskRow(task: TaskOfDeal, month: string): Rows['tasks'] {
  const { createdAt, endedAt, deadline } = task
  const from = Date.parse(`${month}-01`) + EDGE_MS
  const to = Date.parse(`${periodAfter(month)}-01`) - EDGE_MS
  const isAlone = [createdAt, endedAt ?? createdAt, deadline ?? createdAt].every((at) => at >= from && at < to)
  return { ...task, endedAt, deadline, isAlone }
}

function rowsOfOpen({ tasks, expectedClose, ...deal }: OpenFacts): Told {
  return {
    open: [{ ...deal, expectedClose: expectedClose ?? undefined, tasks: tasks.length }],
    openTasks: tasks.map(([id, responsible, dueAt, stage, pipeline]) => {
      return { deal: deal.deal, id, responsible, dueAt: dueAt ?? undefined, stage, pipeline }
    }),
  }
}
