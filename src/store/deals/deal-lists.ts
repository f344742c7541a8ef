import { lateBefore } from '#domain/deals/lateness'
import { getMany } from '#store/get-many'
import { cardFrom } from './deal-item'
import { indexKeys, keys } from './keys'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { sharedRead } from '#store/shared-read'
import { lateTaskKey, taskFrom } from './task-item'
import { fromText } from '#store/text-item'
import type { ColumnAsk, DealStore } from '#ports/deals'
import type { Page } from '#ports/page'
import type { Deal, DealCard } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'

type Lists = Pick<
  DealStore,
  | 'events'
  | 'eventsSince'
  | 'column'
  | 'namedColumn'
  | 'byOwner'
  | 'byOwners'
  | 'closedIn'
  | 'openTasks'
  | 'doneTasks'
  | 'lateBefore'
  | 'lateBeforeOf'
  | 'linkedFrom'
>
type Item = Readonly<Record<string, unknown>>

/** The lists of deals, tasks and events, page by page. */
export function dealLists(access: TableAccess, findMany: (ids: readonly string[]) => Promise<readonly Deal[]>): Lists {
  const card = (item: Item) => cardFrom(item['deal']) as DealCard
  const task = (item: Item) => taskFrom(item) as Task
  return {
    events: (dealId, { order, ...page }) =>
      pageOf(
        access,
        { pk: keys.deal(dealId).pk, prefix: 'E#', newestFirst: order === 'newest', ...page },
        (item) => fromText(item['event']) as DomainEvent,
      ),
    eventsSince: (dealId, version) => eventsSince(access, dealId, version),
    // Everybody looks at the same few boards, and a page of one is the largest read there is.
    column: sharedRead(
      ({ pipeline, stage, ...page }) =>
        pageOf(access, { index: 'gsi1', pk: indexKeys.column(pipeline, stage), ...page }, card),
      columnName,
    ),
    namedColumn: sharedRead(
      // Whoever looks for words waits for the code the first time; a start does not.
      async (ask) => (await import('./named-column')).namedColumn(access, ask),
      columnName,
    ),
    closedIn: ({ month, ...page }) => pageOf(access, { index: 'gsi1', pk: indexKeys.closedIn(month), ...page }, card),
    byOwner: async ({ owner, ...page }) => {
      const found = await ownedBy(access, { owner, ...page })
      const byId = new Map((await findMany(found.items)).map((deal) => [deal.id, deal]))
      return { ...found, items: found.items.flatMap((id) => byId.get(id) ?? []) }
    },
    byOwners: (ask) => cardsOfOwners(access, ask),
    openTasks: (ask) => openTasks(access, ask, task),
    ...lateLists(access),
    linkedFrom: (ask) => naming(access, ask),
    doneTasks: ({ responsible, month, from, ...page }) => {
      const since = from === undefined ? {} : { from, to: indexKeys.undated }
      return pageOf(access, { index: 'gsi2', pk: indexKeys.userDone(responsible, month), ...since, ...page }, task)
    },
  }
}

/** The ids of what somebody owns. */
function ownedBy(access: TableAccess, { owner, ...page }: Parameters<Lists['byOwner']>[0]): Promise<Page<string>> {
  const ask = { index: 'gsi2', pk: indexKeys.ownerOpen(owner), ...page } as const
  return pageOf(access, ask, (item) => String(item['pk']).slice('D#'.length))
}

async function cardsOfOwners(access: TableAccess, { owners, limit }: Parameters<Lists['byOwners']>[0]) {
  const pages = await Promise.all(owners.map((owner) => ownedBy(access, { owner, limit })))
  // A deal that is changing hands may be on two lists at once, and nothing may be asked for twice.
  const ids = new Set(pages.flatMap(({ items }) => items))
  const found = await getMany(access, [...ids].map(keys.deal))
  const cards = new Map(found.flatMap(({ deal }) => cardFrom(deal) ?? []).map((card) => [card.id, card]))
  return pages.map((page) => ({ ...page, items: page.items.flatMap((id) => cards.get(id) ?? []) }))
}

function lateLists(access: TableAccess): Pick<Lists, 'lateBefore' | 'lateBeforeOf'> {
  return {
    lateBefore: async ({ employee, ...page }) =>
      (await listsOfLate(access, [{ employee, ...page }]))[0] ?? { items: [] },
    lateBeforeOf: ({ employees, limit }) =>
      listsOfLate(
        access,
        employees.map((employee) => ({ employee, limit })),
      ),
  }
}

/** What is on the lists of some, as far as it is still so: a task that came back to them is not. */
async function listsOfLate(access: TableAccess, asks: readonly Parameters<Lists['lateBefore']>[0][]) {
  const pages = await Promise.all(
    asks.map(({ employee, ...page }) =>
      pageOf(access, { index: 'gsi2', pk: indexKeys.userLate(employee), ...page }, lateTaskKey),
    ),
  )
  const wanted = new Map(pages.flatMap(({ items }) => items).map((key) => [nameOf(key), key]))
  const found = await getMany(access, [...wanted.values()])
  const tasks = new Map(found.map((item) => [nameOf(item), taskFrom(item)]))
  return pages.map((page, no) => ({
    ...page,
    items: page.items
      .flatMap((key) => tasks.get(nameOf(key)) ?? [])
      .filter((one) => lateBefore(one) === asks[no]?.employee)
      .toSorted(byMissed),
  }))
}

function openTasks(
  access: TableAccess,
  { responsible, from, to, undated, ...page }: Parameters<Lists['openTasks']>[0],
  task: (item: Item) => Task,
) {
  const dated = { from: from ?? '0', to: to ?? indexKeys.undated }
  const range = undated === true ? { prefix: indexKeys.undated } : from === undefined && to === undefined ? {} : dated
  return pageOf(access, { index: 'gsi2', pk: indexKeys.userOpen(responsible), ...range, ...page }, task)
}

function naming(access: TableAccess, { deal, ...page }: Parameters<Lists['linkedFrom']>[0]) {
  const ask = { pk: keys.deal(deal).pk, prefix: 'NB#', ...page } as const
  return pageOf(access, ask, (item) => String(item['sk']).slice('NB#'.length))
}

const nameOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`

/** By the date that was missed, then by id: as the index has them. */
function byMissed(one: Task, other: Task): number {
  const keyOf = ({ missed, id }: Task) => `${missed?.dueAt ?? ''}#${id}`
  return keyOf(one) < keyOf(other) ? -1 : 1
}

function columnName({ pipeline, stage, limit, cursor = '' }: ColumnAsk): string {
  return [pipeline, stage, limit, cursor].join('\n')
}

async function eventsSince(access: TableAccess, dealId: string, version: number): Promise<readonly DomainEvent[]> {
  const { pk, sk } = keys.event(dealId, version + 1)
  const items = await queryAll(access, { pk, from: sk, to: 'E#~' })
  return items.map((item) => fromText(item['event']) as DomainEvent)
}
