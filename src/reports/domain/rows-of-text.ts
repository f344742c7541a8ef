import { periodAfter } from '#domain/time/period'
import type { ListedFacts, MonthFacts, OpenFacts, RefusalFact, TaskOfDeal } from './facts'
import type { OfDeal, RowKind, Rows } from './rows'
import { readListed } from './listed-wire'
import { readTasks } from './task-wire'
import { readMonth } from './wire'

/**
 * Further from the ends of a month in UTC than this, an instant is in that month in whatever zone: none is more than
 * 14 hours from UTC.
 */
const EDGE_MS = 15 * 3_600_000

/** What a text of facts says: the rows of a kind, made when they are asked for. */
export type Told = <K extends RowKind>(kind: K) => readonly Rows[K][]

type Makers<Facts> = { readonly [K in RowKind]?: (facts: Facts) => readonly Rows[K][] }

/** Which kinds of row are on a shelf, by the beginning of its name. */
const shelfKinds = {
  'd-': ['made', 'came', 'reached', 'skipped', 'ended', 'overridden', 'won', 'lost'],
  't-': ['tasks'],
  'r-': ['refusals'],
  'l-': ['listed'],
  open: ['open', 'openTasks'],
} as const satisfies Readonly<Record<string, readonly RowKind[]>>

/** The kinds of row that are on a shelf. */
export function kindsOn(shelf: string): readonly RowKind[] {
  return shelfKinds[shelf === 'open' ? 'open' : (shelf.slice(0, 2) as Exclude<keyof typeof shelfKinds, 'open'>)]
}

/** The rows of an entry of a shelf. */
export function rowsOfText(shelf: string, text: string): Told {
  if (shelf.startsWith('d-')) return toldBy(monthRows, readMonth(text))
  if (shelf.startsWith('t-')) {
    const span = safelyIn(shelf.slice(2))
    return toldBy({ tasks: (tasks) => tasks.map((task) => taskRow(task, span)) }, readTasks(text))
  }
  if (shelf.startsWith('l-')) return toldBy(listedRows, readListed(text))
  if (shelf === 'open') return toldBy(openRows, JSON.parse(text) as OpenFacts)
  return toldBy({ refusals: (refusal) => [refusal] }, JSON.parse(text) as RefusalFact)
}

function toldBy<Facts>(makers: Makers<Facts>, facts: Facts): Told {
  return (kind) => makers[kind]?.(facts) ?? []
}

const monthRows: Makers<MonthFacts> = {
  made: (facts) => (facts.made === undefined ? [] : [madeRow(facts, facts.made)]),
  came: (facts) => {
    const { at = 0, owner = '', reached = [] } = facts.made ?? {}
    return reached.map(([stage, pipeline, how]) => ({ ...ofDeal(facts), at, owner, stage, pipeline, how }))
  },
  reached: reachedRows,
  skipped: (facts) => reachedRows(facts).filter(({ how }) => how === 'skipped'),
  ended: (facts) =>
    (facts.ended ?? []).map(([stage, pipeline, at, owner, isOnward, working, wall, isImported]) => {
      const flags = { isOnward: isOnward === 1, isImported: isImported === 1 }
      return { ...ofDeal(facts), stage, pipeline, at, owner, ...flags, working, wall }
    }),
  overridden: (facts) =>
    (facts.overridden ?? []).map(([stage, pipeline, at, owner, by]) => ({
      ...ofDeal(facts),
      stage,
      pipeline,
      at,
      owner,
      by,
    })),
  won: (facts) => (facts.won === undefined ? [] : [{ ...ofDeal(facts), ...facts.won, path: facts.won.path.join(' ') }]),
  lost: (facts) =>
    facts.lost === undefined ? [] : [{ ...ofDeal(facts), ...facts.lost, path: facts.lost.path.join(' ') }],
}

function reachedRows(facts: MonthFacts): readonly Rows['reached'][] {
  const of = ofDeal(facts)
  return (facts.reached ?? []).map(([stage, pipeline, at, how, owner]) => ({ ...of, stage, pipeline, at, how, owner }))
}

function ofDeal({ deal, owner, pipeline }: MonthFacts): OfDeal {
  return { deal, dealOwner: owner, dealPipeline: pipeline }
}

function madeRow(facts: MonthFacts, made: NonNullable<MonthFacts['made']>): Rows['made'] {
  const { at, owner, source, isImported, isClosed, promisedAt, reply } = made
  const answer = { replyAt: reply?.at, replyBy: reply?.by, replyWorking: reply?.working, replyWall: reply?.wall }
  const isInTime = reply?.isInTime === true
  return { ...ofDeal(facts), at, owner, source, isImported, isClosed, promisedAt, ...answer, isInTime }
}

/** From when to when an instant is in a month in whatever zone. */
function safelyIn(month: string): { readonly from: number; readonly to: number } {
  return { from: Date.parse(`${month}-01`) + EDGE_MS, to: Date.parse(`${periodAfter(month)}-01`) - EDGE_MS }
}

function taskRow(task: TaskOfDeal, { from, to }: ReturnType<typeof safelyIn>): Rows['tasks'] {
  const { createdAt, endedAt, deadline } = task
  const isIn = (at: number) => at >= from && at < to
  const isAlone = isIn(createdAt) && isIn(endedAt ?? createdAt) && isIn(deadline ?? createdAt)
  return { ...task, endedAt, deadline, missedBy: task.missedBy, isAlone }
}

const openRows: Makers<OpenFacts> = {
  open: ({ tasks, expectedClose, ...deal }) => [
    { ...deal, expectedClose: expectedClose ?? undefined, tasks: tasks.length },
  ],
  openTasks: ({ deal, tasks }) =>
    tasks.map(([id, responsible, dueAt, stage, pipeline, late]) => {
      return { deal, id, responsible, dueAt: dueAt ?? undefined, lateBefore: late, stage, pipeline }
    }),
}

const listedRows: Makers<ListedFacts> = {
  listed: ({ closedAt, reason, nextDueAt, fields, ...deal }) => [
    {
      ...deal,
      endedAt: closedAt ?? undefined,
      reason: reason ?? undefined,
      dueAt: nextDueAt ?? undefined,
      fields: JSON.stringify(fields),
    },
  ],
}
