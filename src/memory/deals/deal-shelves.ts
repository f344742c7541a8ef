import { dealIdsIn } from '#domain/deals/deal-ids'
import { subjectOfTask, subjectText } from '#domain/kernel/subject'
import { nextLook } from '#domain/deals/deal-clock'
import { lateBefore, lookOf } from '#domain/deals/lateness'
import type { DueKey } from '#ports/deals'
import type { Deal } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { dueShard, dueShards, indexKeys, keys } from '#store/deals/keys'
import type { Keep } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'
import type { StandInSigns } from './stand-in-times'

type Lists = {
  readonly tasks: Shelf<Task>
  readonly events: Shelf<DomainEvent>
  /** Columns, closed months, by the names of their index keys; what a list shows of a deal is made when it is read. */
  readonly cards: Shelf<Deal>
  readonly owned: Shelf<Deal>
  /** Ids of the deals that name one. */
  readonly naming: Shelf<string>
  /** Open tasks of people and done ones of their months. */
  readonly todo: Shelf<Task>
  readonly due: Shelf<DueKey>
}

/** The deals of a company where they are found: by id, and on every list the table has an index for. */
export type Shelves = Lists & {
  readonly deal: (id: string) => Deal | undefined
  readonly clock: (dealId: string) => DealClock | undefined
  readonly event: (dealId: string, id: string) => DomainEvent | undefined
  readonly putDeal: (deal: Deal) => void
  readonly putTask: (task: Task) => void
  readonly putClock: (clock: DealClock) => void
  readonly putEvent: (event: DomainEvent) => void
  readonly nextLook: (from: string) => string | undefined
  readonly standIns: () => StandInSigns
}

type Spot = { readonly list: string; readonly key: string }

/** Empty shelves. What is put on them is kept as `keep` says. */
export function shelves(heard: (event: DomainEvent) => void, keep: Keep): Shelves {
  const deals = new Map<string, Deal>()
  const clocks = new Map<string, DealClock>()
  const ofDeals: Pick<Lists, 'cards' | 'owned' | 'naming'> = { cards: shelf(), owned: shelf(), naming: shelf() }
  const lists: Lists = { ...ofDeals, tasks: shelf(), events: shelf(), todo: shelf(), due: shelf() }
  const { events, cards, owned, naming, due } = lists
  const standIns = { open: 0, written: 0 }
  const forTasks = { ...lists, keep, standIns }
  return {
    ...lists,
    deal: (id) => deals.get(id),
    clock: (dealId) => clocks.get(dealId),
    event: (dealId, id) => events.get(dealId, keys.eventById(dealId, id).sk),
    putDeal: (given) => {
      const deal = keep(withoutEmptyBooks(given))
      const was = deals.get(deal.id)
      deals.set(deal.id, deal)
      file(cards, was && cardSpot(was), cardSpot(deal), deal)
      file(owned, was && ownerSpot(was), ownerSpot(deal), deal)
      for (const id of dealIdsIn(was?.fields ?? {})) naming.take(id, deal.id)
      for (const id of dealIdsIn(deal.fields)) naming.put(id, deal.id, deal.id)
    },
    putTask: (given) => putTask(forTasks, keep(given)),
    putClock: (given) => {
      const clock = keep(given)
      const was = clocks.get(clock.dealId)
      clocks.set(clock.dealId, clock)
      file(due, was && clockLook(was), clockLook(clock), keep({ dealId: clock.dealId }))
    },
    putEvent: (given) => {
      const event = keep(given)
      events.put(event.detail.dealId, keys.eventById(event.detail.dealId, event.id).sk, event)
      heard(event)
    },
    nextLook: (from) => nextLookOf(due, from),
    standIns: () => standIns,
  }
}

type TaskShelves = Pick<Lists, 'tasks' | 'todo' | 'due'> & {
  readonly keep: Keep
  readonly standIns: { open: number; written: number }
}

function putTask({ tasks, todo, due, keep, standIns }: TaskShelves, task: Task): void {
  const was = tasks.get(heldBy(task), task.id)
  tasks.put(heldBy(task), task.id, task)
  standIns.written += 1
  standIns.open += withDeputy(task) - withDeputy(was)
  file(todo, was && todoSpot(was), todoSpot(task), task)
  file(todo, was && lateSpot(was), lateSpot(task), task)
  file(due, was && taskLook(was), taskLook(task), keep({ ...ofTask(task), taskId: task.id }))
}

function withDeputy(task: Task | undefined): number {
  return task?.status === 'open' && task.standsInFor !== undefined ? 1 : 0
}

function nextLookOf(due: Shelf<DueKey>, from: string): string | undefined {
  let next: string | undefined
  for (let shard = 0; shard < dueShards; shard += 1) {
    const key = due.firstKey(indexKeys.due(shard), from)
    if (key !== undefined && (next === undefined || key < next)) next = key
  }
  return next?.slice(0, next.indexOf('#'))
}

function file<T>(on: Shelf<T>, was: Spot | undefined, now: Spot | undefined, thing: T): void {
  if (was !== undefined && (was.list !== now?.list || was.key !== now.key)) on.take(was.list, was.key)
  if (now !== undefined) on.put(now.list, now.key, thing)
}

function withoutEmptyBooks({ countedBefore, ...deal }: Deal): Deal {
  return countedBefore === undefined || countedBefore.length === 0 ? deal : { ...deal, countedBefore }
}

/** Open deals stand in their column, closed ones in their month. */
function cardSpot(deal: Deal): Spot {
  if (isOnBoard(deal)) {
    return { list: indexKeys.column(deal.pipeline, deal.stage), key: `${deal.visit.enteredAt}#${deal.id}` }
  }
  const at = deal.closed?.at ?? deal.updatedAt
  return { list: indexKeys.closedIn(at.slice(0, 7)), key: `${at}#${deal.id}` }
}

function ownerSpot(deal: Deal): Spot | undefined {
  return isOnBoard(deal) ? { list: deal.owner, key: `${deal.createdAt}#${deal.id}` } : undefined
}

function isOnBoard({ status }: Deal): boolean {
  return status === 'open' || status === 'won'
}

function todoSpot(task: Task): Spot | undefined {
  if (task.status === 'open') {
    return { list: indexKeys.userOpen(task.responsible), key: `${task.dueAt ?? indexKeys.undated}#${task.id}` }
  }
  if (task.status !== 'done' || task.doneAt === undefined) return undefined
  return {
    list: indexKeys.userDone(task.responsible, task.doneAt.slice(0, 7)),
    key: `${task.doneAt}#${task.id}`,
  }
}

/** Beside the list of whoever has it: that of whoever was late with it before. */
function lateSpot(task: Task): Spot | undefined {
  const by = lateBefore(task)
  return by === undefined ? undefined : { list: indexKeys.userLate(by), key: `${task.missed?.dueAt ?? ''}#${task.id}` }
}

function taskLook(task: Task): Spot | undefined {
  const look = lookOf(task)
  return look === undefined
    ? undefined
    : { list: indexKeys.due(dueShard(subjectOfTask(task).id)), key: `${look.at}#${task.id}` }
}

function clockLook(clock: DealClock): Spot | undefined {
  const at = nextLook(clock)
  return at === undefined ? undefined : { list: indexKeys.due(dueShard(clock.dealId)), key: `${at}#${clock.dealId}` }
}

/** On which shelf the tasks of a deal, or of another subject, lie. */
export function heldBy({ dealId, subject }: Pick<Task, 'dealId' | 'subject'>): string {
  return subject === undefined ? dealId : subjectText(subject)
}

function ofTask({ dealId, subject }: Task): DueKey {
  return subject === undefined ? { dealId } : { dealId: '', subject }
}
