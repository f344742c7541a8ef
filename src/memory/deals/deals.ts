import { keys } from '#store/deals/keys'
import { withoutClientData } from '#domain/deals/told-client'
import { answeredAgain, answeredDeal, keptAnswer } from '#domain/deals/kept-answer'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Refusal } from '#domain/kernel/refusal'
import type { Answer, DealChange, DealNote, DealStore, RefusedMove } from '#ports/deals'
import type { FactSource } from '#ports/gate-facts'
import type { DomainEvent } from '#schemas/event'
import type { InvoiceLine } from '#schemas/money/money'
import type { Task } from '#schemas/task'
import { dealLists } from './deal-lists'
import { dealTasks } from './deal-tasks'
import { memoryClosings, type MemoryClosings } from '#memory/plan/closings'
import { kept, type Keep } from '#memory/kept'
import { heldBy, shelves, type Shelves } from './deal-shelves'
import type { StandInSigns } from './stand-in-times'

/** Everything of deals, and what those who test with it may look at beside the port. */
export type MemoryDeals = {
  readonly deals: DealStore
  /** When the clock has to look at something next, not before an instant; undefined when it never has to. */
  readonly nextLook: (from: string) => string | undefined
  readonly standIns: () => StandInSigns
  /** The moves that gates have stopped, oldest first. */
  readonly refusals: () => readonly RefusedMove[]
  /** Writes the note of an automatic run; false when it is there already. */
  readonly noteRun: (event: DomainEvent) => boolean
  /** Keeps the answer of a request that changes no deal; false when it is kept already. */
  readonly keepAnswer: (answer: Answer) => boolean
  readonly eventsWith: (dealId: string, prefix: string) => readonly string[]
  readonly findEvent: (dealId: string, id: string) => DomainEvent | undefined
}

/** At which version something else than a deal is; undefined where there is none. */
type VersionOf = (subject: FactSource['subject']) => number | undefined

/** Deals, their tasks and events, by the rules of the one table. `heard` is told of every event once it is written. */
export function memoryDeals(
  heard: (event: DomainEvent) => void,
  keep: Keep = kept,
  versionOf: VersionOf = () => undefined,
): MemoryDeals {
  const all = shelves(heard, keep)
  const refused: RefusedMove[] = []
  const finders: Finders = {
    answers: new Map(),
    clients: new Map(),
    externals: new Map(),
    lines: new Map(),
    closings: memoryClosings(),
  }
  return {
    deals: dealStore(all, finders, { refused, keep, versionOf }),
    nextLook: all.nextLook,
    standIns: all.standIns,
    refusals: () => [...refused],
    noteRun: (event) => {
      const isNew = all.event(event.detail.dealId, event.id) === undefined
      if (isNew) all.putEvent(event)
      return isNew
    },
    keepAnswer: (answer) => {
      const isNew = !finders.answers.has(answer.key)
      if (isNew) finders.answers.set(answer.key, kept(keptAnswer(answer)))
      return isNew
    },
    eventsWith: (dealId, prefix) =>
      all.events.all(dealId).flatMap(({ id }) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : [])),
    findEvent: all.event,
  }
}

function dealStore(
  all: Shelves,
  finders: Finders,
  { refused, keep, versionOf }: { readonly refused: RefusedMove[]; readonly keep: Keep; readonly versionOf: VersionOf },
): DealStore {
  return {
    find: async (id) => all.deal(id),
    findMany: async (ids) => [...new Set(ids)].flatMap((id) => all.deal(id) ?? []),
    ...dealTasks(all),
    save: async (change) => save(all, { ...finders, versionOf }, change),
    openTask: async (task) => putTaskIf(all, task, undefined),
    adjustTask: async (task, wasRev) => putTaskIf(all, task, wasRev),
    note: async (one) => note(all, one),
    noteAll: async (notes) => notes.map((one) => note(all, one)),
    linesOf: async (dealId) => finders.lines.get(dealId) ?? [],
    clockOf: async (dealId) => all.clock(dealId),
    keepClock: async ({ clock, wasRev }) => {
      const isSame = all.clock(clock.dealId)?.rev === wasRev
      if (isSame) all.putClock(clock)
      return isSame
    },
    lastDealOf: async (contacts) => contacts.flatMap((contact) => finders.clients.get(contact) ?? [])[0],
    byExternalId: async (id) => finders.externals.get(id),
    recordRefusal: async (refusal) => {
      refused.push(kept(refusal))
    },
    redactEvents: async (dealId, isCompany) => redacted(all, keep, { dealId, isCompany }),
    answerOf: async (key) => answerAgain(all, finders.answers.get(key)),
    ...finders.closings.store,
    ...dealLists(all, keep),
  }
}

function redacted(all: Shelves, keep: Keep, { dealId, isCompany }: { dealId: string; isCompany: boolean }): number {
  const told = all.events.all(dealId).map((event) => [event, withoutClientData(event, isCompany)] as const)
  const changed = told.flatMap(([event, next]) => (event === next ? [] : [next]))
  for (const next of changed) all.events.put(dealId, keys.eventById(dealId, next.id).sk, keep(next))
  return changed.length
}

function answerAgain(all: Shelves, answer: Answer | undefined): Answer | undefined {
  const deal = answer === undefined ? undefined : answeredDeal(answer)
  if (answer === undefined || deal === undefined) return answer
  return answeredAgain(answer, all.deal(deal)?.client ?? {})
}

/** A task changes only from the revision the decision saw; a new one is written only while nobody else has made it. */
function putTaskIf(all: Shelves, task: Task, wasRev: number | undefined): boolean {
  const isSame = all.tasks.get(heldBy(task), task.id)?.rev === wasRev
  if (isSame) all.putTask(task)
  return isSame
}

type Finders = {
  readonly closings: MemoryClosings
  readonly answers: Map<string, Answer>
  readonly clients: Map<string, { readonly dealId: string; readonly owner: string }>
  readonly externals: Map<string, string>
  readonly lines: Map<string, readonly InvoiceLine[]>
}

/** All conditions first, then all writes: nothing else runs in between, so it is whole or not at all. */
function save(
  all: Shelves,
  { versionOf, ...finders }: Finders & { readonly versionOf: VersionOf },
  change: DealChange,
): void {
  const { was, deal, event, tasks = [], notes = [], sources = [], closings = [], clock, answer } = change
  const isFree = was !== undefined || deal.externalId === undefined || !finders.externals.has(deal.externalId)
  const isSame =
    isFree &&
    all.deal(deal.id)?.version === was?.version &&
    notes.every(({ id }) => all.event(deal.id, id) === undefined) &&
    tasks.every(({ task, wasRev }) => all.tasks.get(heldBy(task), task.id)?.rev === wasRev) &&
    (clock === undefined || all.clock(clock.clock.dealId)?.rev === clock.wasRev) &&
    (answer === undefined || !finders.answers.has(answer.key)) &&
    sources.every((source) => isStillAt(all, versionOf, source)) &&
    closings.every(finders.closings.isAsSeen)
  if (!isSame) throw conflict(change)
  all.putDeal(deal)
  for (const { task } of tasks) all.putTask(task)
  if (clock !== undefined) all.putClock(clock.clock)
  if (answer !== undefined) finders.answers.set(answer.key, kept(keptAnswer(answer)))
  find(finders, change)
  if (change.lines !== undefined) finders.lines.set(deal.id, kept(change.lines))
  finders.closings.note(change.corrections ?? [])
  all.putEvent(event)
  for (const one of notes) all.putEvent(one)
}

/** What the decision relied on is as it was: a deal, or something of which the version is known here. */
function isStillAt(all: Shelves, versionOf: VersionOf, { subject, version }: FactSource): boolean {
  return (subject.kind === 'deal' ? all.deal(subject.id)?.version : versionOf(subject)) === version
}

function find({ clients, externals }: Finders, { deal, was, finders = [] }: DealChange): void {
  for (const contact of finders) clients.set(contact, kept({ dealId: deal.id, owner: deal.owner }))
  if (was === undefined && deal.externalId !== undefined) externals.set(deal.externalId, deal.id)
}

function conflict({ was, deal }: DealChange): Refusal {
  if (was === undefined) return dealRefusal('version_conflict.deal_exists', { id: deal.externalId ?? deal.id })
  return dealRefusal('version_conflict.deal', { title: deal.title })
}

function note(all: Shelves, { event, dealVersion, task, clock }: DealNote): boolean {
  const { dealId } = event.detail
  const isSame =
    all.deal(dealId)?.version === dealVersion &&
    all.event(dealId, event.id) === undefined &&
    (task === undefined || all.tasks.get(dealId, task.task.id)?.rev === task.wasRev) &&
    (clock === undefined || all.clock(dealId)?.rev === clock.wasRev)
  if (!isSame) return false
  if (task !== undefined) all.putTask(task.task)
  if (clock !== undefined) all.putClock(clock.clock)
  all.putEvent(event)
  return true
}
