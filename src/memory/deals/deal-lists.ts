import { versionOf } from '#domain/kernel/event-id'
import { cardOf, placeInColumn } from '#domain/deals/deal-card'
import type { DealStore, NamedCard } from '#ports/deals'
import type { Page } from '#ports/page'
import type { Deal, DealCard } from '#schemas/deal'
import { indexKeys } from '#store/deals/keys'
import { kept, type Keep } from '#memory/kept'
import { heldBy, type Shelves } from './deal-shelves'

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
  | 'due'
  | 'readDue'
>

/** The lists of deals, tasks and events, and what is due, page by page. */
export function dealLists({ cards, owned, naming, todo, events, due, tasks, deal, clock }: Shelves, keep: Keep): Lists {
  return {
    eventsSince: async (dealId, version) => events.all(dealId).filter((event) => versionOf(event) > version),
    events: async (dealId, { order, ...page }) => events.page(dealId, { newestFirst: order === 'newest', ...page }),
    column: async ({ pipeline, stage, ...page }) => onCards(cards.page(indexKeys.column(pipeline, stage), page)),
    namedColumn: async ({ pipeline, stage, ...page }) => {
      const { items, ...rest } = cards.page(indexKeys.column(pipeline, stage), page)
      return { ...rest, items: items.map(withName) }
    },
    closedIn: async ({ month, ...page }) => onCards(cards.page(indexKeys.closedIn(month), page)),
    byOwners: async ({ owners, limit }) => owners.map((owner) => onCards(owned.page(owner, { limit }))),
    byOwner: async ({ owner, ...page }) => owned.page(owner, page),
    openTasks: async ({ responsible, from, to, undated, ...page }) => {
      const dated = { from: from ?? '0', to: to ?? indexKeys.undated }
      const range =
        undated === true ? { prefix: indexKeys.undated } : from === undefined && to === undefined ? {} : dated
      return todo.page(indexKeys.userOpen(responsible), { ...range, ...page })
    },
    doneTasks: async ({ responsible, month, from, ...page }) =>
      todo.page(indexKeys.userDone(responsible, month), { ...(from === undefined ? {} : { from }), ...page }),
    linkedFrom: async ({ deal: named, ...page }) => naming.page(named, page),
    lateBefore: async ({ employee, ...page }) => todo.page(indexKeys.userLate(employee), page),
    lateBeforeOf: async ({ employees, limit }) =>
      employees.map((employee) => todo.page(indexKeys.userLate(employee), { limit })),
    // Keys go on after the instant, so that what is due at this very instant is still in time.
    due: async ({ shard, before, ...page }) => due.page(indexKeys.due(shard), { to: before, ...page }),
    readDue: async (wanted) => ({
      deals: [...new Set(wanted.map(({ dealId }) => dealId))]
        .flatMap((id) => deal(id) ?? [])
        .map((one) => keep(cardOf(one))),
      tasks: wanted.flatMap(({ taskId, ...of }) => (taskId === undefined ? [] : (tasks.get(heldBy(of), taskId) ?? []))),
      clocks: wanted.flatMap(({ dealId, taskId }) => (taskId === undefined ? (clock(dealId) ?? []) : [])),
    }),
  }
}

function withName(deal: Deal): NamedCard {
  return { deal: kept(cardOf(deal)), client: deal.client.name ?? '', place: placeInColumn(deal) }
}

function onCards({ items, ...page }: Page<Deal>): Page<DealCard> {
  return { ...page, items: items.map((deal) => kept(cardOf(deal))) }
}
