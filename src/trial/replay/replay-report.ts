import { isNote } from '#domain/deals/fold'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { RecordedDeal, Refused, Replayed, Stop } from './replaying'

/** What one side of a comparison counts. */
export type Counts = { tasks: number; done: number; late: number; told: number }

/** The same under the rules the deals had and under the new ones. */
export type Sides<T> = { readonly before: T; readonly after: T }

/** Moves from one stage to another that the new rules stop. */
export type StopGroup = {
  readonly from: string
  readonly to: string
  /** Line of the new rules with the first thing that was missing. */
  readonly line: number
  readonly count: number
  readonly missing: readonly { readonly what: string; readonly count: number }[]
  readonly examples: readonly {
    readonly deal: string
    readonly title: string
    readonly at: string
    readonly by: string
  }[]
}

/** Values on record that the new rules refuse, by field and reason. */
export type RefusedGroup = Pick<Refused, 'field' | 'why' | 'line' | 'writers'> & {
  readonly count: number
  /** The first of the values that are refused, each once; empty where it is not about the value. */
  readonly values: readonly string[]
  readonly examples: StopGroup['examples']
}

/** How many there are, with the first of them. */
export type Found = {
  readonly count: number
  readonly examples: readonly { readonly deal: string; readonly title: string }[]
}

/** What replaying the history of many deals has shown. */
export type ReplayReport = {
  readonly since: string
  readonly until: string
  readonly deals: number
  readonly events: number
  /** Moves on record; those the new rules stop alone, those both stop, those only the rules they had would stop. */
  readonly moves: {
    readonly all: number
    readonly stopped: number
    readonly alsoBefore: number
    readonly noLonger: number
  }
  readonly stops: readonly StopGroup[]
  /** Values that were written and that the new rules alone refuse. */
  readonly refused: readonly RefusedGroup[]
  /** Deals that were won in the time looked at: by each of the rules, and those that only one of them lets win. */
  readonly won: Sides<number> & { readonly gone: Found; readonly added: Found }
  readonly totals: Sides<Counts>
  readonly tasks: readonly ({ readonly task: string } & Sides<number>)[]
  readonly alerts: readonly ({ readonly alert: string } & Sides<number>)[]
  readonly people: readonly ({ readonly person: string } & Sides<Counts>)[]
  /** Where the new rules have no place for deals. */
  readonly unplaced: readonly { readonly what: string; readonly count: number; readonly example: string }[]
  readonly unknownFields: readonly string[]
}

/** Collects replays, one deal after another; what it keeps does not grow with the number of deals. */
export type ReplayBook = {
  readonly note: (recorded: RecordedDeal, before: Replayed | undefined, after: Replayed | undefined) => void
  readonly report: () => ReplayReport
}

const mostExamples = 3
const none = (): Counts => ({ tasks: 0, done: 0, late: 0, told: 0 })

type Both = { readonly before: Counts; readonly after: Counts }
type Mutable<T extends readonly unknown[]> = T[number][]
type Group = {
  readonly from: string
  readonly to: string
  readonly line: number
  count: number
  readonly missing: Map<string, number>
  readonly examples: Mutable<StopGroup['examples']>
}
type Refusals = Omit<RefusedGroup, 'count' | 'values' | 'examples'> & {
  count: number
  readonly values: string[]
  readonly examples: Mutable<StopGroup['examples']>
}
type Finding = { count: number; readonly examples: Mutable<Found['examples']> }
type Book = {
  readonly since: string
  readonly until: string
  deals: number
  events: number
  readonly moves: { all: number; stopped: number; alsoBefore: number; noLonger: number }
  readonly groups: Map<string, Group>
  readonly refused: Map<string, Refusals>
  readonly won: { before: number; after: number; readonly gone: Finding; readonly added: Finding }
  readonly totals: Both
  readonly tasks: Map<string, { before: number; after: number }>
  readonly alerts: Map<string, { before: number; after: number }>
  readonly people: Map<string, Both>
  readonly unplaced: Map<string, { count: number; readonly example: string }>
  readonly unknownFields: Set<string>
}

/** An empty book for what happened between two instants. */
export function replayBook(since: string, until: string): ReplayBook {
  const book: Book = {
    since,
    until,
    deals: 0,
    events: 0,
    moves: { all: 0, stopped: 0, alsoBefore: 0, noLonger: 0 },
    groups: new Map(),
    refused: new Map(),
    won: { before: 0, after: 0, gone: { count: 0, examples: [] }, added: { count: 0, examples: [] } },
    totals: { before: none(), after: none() },
    tasks: new Map(),
    alerts: new Map(),
    people: new Map(),
    unplaced: new Map(),
    unknownFields: new Set(),
  }
  return { note: (recorded, before, after) => note(book, recorded, { before, after }), report: () => reportOf(book) }
}

type Lives = { readonly before: Replayed | undefined; readonly after: Replayed | undefined }

function note(book: Book, recorded: RecordedDeal, { before, after }: Lives): void {
  const own = recorded.events.filter((event) => !isNote(event))
  book.deals += 1
  book.events += own.length
  book.moves.all += own.filter(({ name, at }) => name === 'deal.moved' && isIn(book, at)).length
  noteStops(book, recorded, before?.stops ?? [], after?.stops ?? [])
  noteRefused(book, recorded, { before, after })
  noteWon(book, recorded, { before, after })
  if (before !== undefined) noteSide(book, before, 'before')
  if (after === undefined) return
  noteSide(book, after, 'after')
  for (const id of after.unknownFields) book.unknownFields.add(id)
  if (after.lost === undefined) return
  const known = book.unplaced.get(after.lost.what) ?? { count: 0, example: recorded.id }
  book.unplaced.set(after.lost.what, { ...known, count: known.count + 1 })
}

function isIn({ since, until }: Book, at: string): boolean {
  return since <= at && at <= until
}

function noteStops(book: Book, recorded: RecordedDeal, before: readonly Stop[], after: readonly Stop[]): void {
  const nameOf = ({ at, to }: Stop): string => `${at} ${to}`
  const [was, now] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))]
  book.moves.noLonger += before.filter((stop) => isIn(book, stop.at) && !now.has(nameOf(stop))).length
  for (const stop of after) {
    if (!isIn(book, stop.at)) continue
    if (was.has(nameOf(stop))) {
      book.moves.alsoBefore += 1
      continue
    }
    book.moves.stopped += 1
    noteGroup(book, recorded, stop)
  }
}

/** What the rules they had refuse too, nobody could have written as it is on record: it says nothing of the new ones. */
function noteRefused(book: Book, { id, title }: RecordedDeal, { before, after }: Lives): void {
  const nameOf = ({ at, field, why }: Refused): string => `${at} ${field} ${why}`
  const was = new Set((before?.refused ?? []).map(nameOf))
  for (const one of after?.refused ?? []) {
    if (!isIn(book, one.at) || was.has(nameOf(one))) continue
    const { field, why, line, writers, value, at, by } = one
    const group: Refusals = book.refused.get(`${field} ${why}`) ?? {
      field,
      why,
      line,
      count: 0,
      values: [],
      examples: [],
      ...(writers === undefined ? {} : { writers }),
    }
    book.refused.set(`${field} ${why}`, group)
    group.count += 1
    if (why === 'value' && group.values.length < mostExamples && !group.values.includes(value)) group.values.push(value)
    if (group.examples.length < mostExamples) group.examples.push({ deal: id, title, at, by })
  }
}

/** A deal that ended otherwise had been won all the same: what counts is whether it ever was. */
function noteWon(book: Book, { id, title }: RecordedDeal, { before, after }: Lives): void {
  const isWon = (life: Replayed | undefined): boolean => life?.deal.won !== undefined && isIn(book, life.deal.won.at)
  const [was, is] = [isWon(before), isWon(after)]
  if (was) book.won.before += 1
  if (is) book.won.after += 1
  if (was === is) return
  const found = book.won[was ? 'gone' : 'added']
  found.count += 1
  if (found.examples.length < mostExamples) found.examples.push({ deal: id, title })
}

function noteGroup({ groups }: Book, { id, title }: RecordedDeal, stop: Stop): void {
  const { from, to, line, at, by, missing } = stop
  const name = `${from} ${to}`
  const group: Group = groups.get(name) ?? { from, to, line, count: 0, missing: new Map(), examples: [] }
  groups.set(name, group)
  group.count += 1
  for (const what of missing) group.missing.set(what, (group.missing.get(what) ?? 0) + 1)
  if (group.examples.length < mostExamples) group.examples.push({ deal: id, title, at, by })
}

function noteSide(book: Book, { tasks, history }: Replayed, side: 'before' | 'after'): void {
  for (const task of tasks) if (isIn(book, task.createdAt)) countTask(book, task, side)
  for (const event of history)
    if (event.detail.alert !== undefined && isIn(book, event.at)) countAlert(book, event, side)
}

function countTask(book: Book, task: Task, side: 'before' | 'after'): void {
  const name = task.template ?? task.createdBy
  count(book.tasks, name, side)
  for (const counts of [book.totals[side], personIn(book, task.responsible)[side]]) {
    counts.tasks += 1
    if (task.status === 'done') counts.done += 1
    if (isMissed(task)) counts.late += 1
  }
}

/** Missed once is missed, whatever became of the date after that. */
function isMissed({ firstMissedDueAt }: Task): boolean {
  return firstMissedDueAt !== undefined
}

function countAlert(book: Book, { name, detail }: DomainEvent, side: 'before' | 'after'): void {
  const told = detail.alert?.notify ?? []
  // That a task is late is noted without a word to anybody; the steps of the ladder tell people.
  if (told.length === 0 && detail.alert?.giveTo === undefined) return
  const ladder = detail.alert?.ladder
  const step = detail.alert?.step
  count(book.alerts, ladder === undefined ? name : `${ladder}, step ${step ?? 1}`, side)
  for (const person of told) {
    book.totals[side].told += 1
    personIn(book, person)[side].told += 1
  }
}

function count(map: Map<string, { before: number; after: number }>, name: string, side: 'before' | 'after'): void {
  const counts = map.get(name) ?? { before: 0, after: 0 }
  counts[side] += 1
  map.set(name, counts)
}

function personIn({ people }: Book, person: string): Both {
  const known = people.get(person) ?? { before: none(), after: none() }
  people.set(person, known)
  return known
}

function reportOf(book: Book): ReplayReport {
  const { since, until, deals, events, moves, totals } = book
  const byCount = <T extends { readonly count: number }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => b.count - a.count)
  const named = <K extends string>(key: K, map: Map<string, { before: number; after: number }>) =>
    [...map]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, sides]) => ({ [key]: name, ...sides }) as Record<K, string> & Sides<number>)
  return {
    since,
    until,
    deals,
    events,
    moves: { ...moves },
    won: book.won,
    stops: byCount(
      [...book.groups.values()].map((group) => ({
        ...group,
        missing: byCount([...group.missing].map(([what, times]) => ({ what, count: times }))),
      })),
    ),
    refused: byCount([...book.refused.values()]),
    totals,
    tasks: named('task', book.tasks),
    alerts: named('alert', book.alerts),
    people: [...book.people].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([person, sides]) => ({ person, ...sides })),
    unplaced: byCount([...book.unplaced].map(([what, one]) => ({ what, ...one }))),
    unknownFields: [...book.unknownFields].toSorted(),
  }
}
