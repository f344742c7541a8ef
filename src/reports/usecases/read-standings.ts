import { wordsOf } from '#domain/rules/renamed-words'
import { periodAfter } from '#domain/time/period'
import { dateIn, msOf } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import { calledBy } from '#reports/domain/called'
import { shelfNames } from '#reports/domain/facts'
import { rowsOn, type Opened } from '#reports/domain/opened-shelf'
import { stuckMs } from '#reports/domain/deal-table/stuck-ms'

import { openShelf } from './shelf'

/** How somebody stands now: tasks of deals they are late with, deals that are stuck, clients who wait too long for a first reply. */
export type Standing = { readonly late: number; readonly stuck: number; readonly waitingLate: number }

/** How everybody stands, and how many events that had happened by then are not told in it yet. */
export type Standings = { readonly of: ReadonlyMap<string, Standing>; readonly toCome: number | null }

type Needs = Pick<Ports, 'backlog' | 'clock' | 'reports' | 'rules'>

const keepers = ['follow-deal']

/** Who asked longer ago waits for no first reply any more; each month is a shelf to be looked at. */
const monthsOfWaiting = 12

/**
 * Counts how everybody stands from what reports are made of: the requests it takes depend neither on how many people there are
 * nor on how many deals: one a shelf, of which there are thirteen months and what is open, and those of any report. Tasks of
 * no deal, as calls to be made, are not on shelves, so they are not in it.
 */
export async function readStandings(ports: Needs, { employees }: Pick<People, 'employees'>): Promise<Standings> {
  const now = ports.clock.now()
  const [rules, toCome] = await Promise.all([ports.rules.current(), ports.backlog.toCome(keepers)])
  const { model } = rules
  const month = dateIn(model.calendar.timezone, now).slice(0, 7)
  const asks = [
    { shelf: shelfNames.open, kinds: ['open', 'openTasks'] },
    ...Array.from({ length: monthsOfWaiting + 1 }, (_, no) => ({
      shelf: shelfNames.deals(periodAfter(month, -no)),
      kinds: ['made'],
    })),
  ]
  const called = calledBy(wordsOf(rules))
  const shelves = (await ports.reports.rows(asks)).map((one) => openShelf(one, called))
  const counts = new Map<string, { late: number; stuck: number; waitingLate: number }>()
  const count = (who: string, what: keyof Standing): void => {
    const one = counts.get(who) ?? { late: 0, stuck: 0, waitingLate: 0 }
    one[what] += 1
    counts.set(who, one)
  }
  for (const who of lateOn(shelves, msOf(now))) count(who, 'late')
  for (const who of stuckOn(shelves, { model, employees, now: msOf(now) })) count(who, 'stuck')
  for (const who of waitingOn(shelves, msOf(now))) count(who, 'waitingLate')
  return { of: counts, toCome }
}

/** Whose each open task is that is late: whoever was late with it, whoever has it now. */
function* lateOn(shelves: readonly Opened[], nowMs: number): Generator<string> {
  for (const { dueAt, lateBefore, responsible } of rowsOn(shelves, 'openTasks')) {
    if (dueAt !== undefined && dueAt < nowMs) yield lateBefore ?? responsible
  }
}

/** Whose each deal is that is stuck. */
function* stuckOn(shelves: readonly Opened[], at: Parameters<typeof stuckMs>[1]): Generator<string> {
  for (const row of rowsOn(shelves, 'open')) if (stuckMs(row, at) !== undefined) yield row.owner
}

/** Whose each deal is whose client was promised a first reply by now and has none. */
function* waitingOn(shelves: readonly Opened[], nowMs: number): Generator<string> {
  const open = new Set<string>()
  for (const { deal, status } of rowsOn(shelves, 'open')) if (status === 'open') open.add(deal)
  for (const { deal, dealOwner, promisedAt, replyAt } of rowsOn(shelves, 'made')) {
    if (promisedAt !== undefined && promisedAt < nowMs && replyAt === undefined && open.has(deal)) yield dealOwner
  }
}
