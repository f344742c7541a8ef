import type { DealStore } from '#ports/deals'
import type { PeopleStore } from '#ports/people'
import type { PlanStore } from '#ports/plans'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'

/**
 * The deals there are, and on top of them what one command after another would make of a single deal: all that a dry run
 * needs to judge as the run would, and nothing of it is written.
 */
export function rehearsedDeals(deals: DealStore): DealStore {
  const saved = new Map<string, Deal>()
  const told: DomainEvent[] = []
  return {
    ...deals,
    byExternalId: async (externalId) =>
      [...saved.values()].find((deal) => deal.externalId === externalId)?.id ?? deals.byExternalId(externalId),
    find: async (id) => saved.get(id) ?? deals.find(id),
    tasksOf: async (id) => (saved.get(id)?.version === 1 ? [] : deals.tasksOf(id)),
    everyTaskOf: async (id) => (saved.get(id)?.version === 1 ? { atHand: [], putAway: [] } : deals.everyTaskOf(id)),
    events: async (id, page) => {
      const mine = told.filter(({ detail }) => detail.dealId === id)
      return mine.length > 0 ? { items: mine } : deals.events(id, page)
    },
    save: async ({ deal, event }) => {
      saved.set(deal.id, deal)
      told.push(event)
    },
    recordRefusal: async () => undefined,
  }
}

/** People of whom nothing is kept here: whoever asks remembers them. */
export function rehearsedPeople(people: PeopleStore): PeopleStore {
  return {
    ...people,
    saveEmployee: async () => true,
    saveEmployeeBeside: async () => true,
    saveDepartment: async () => true,
  }
}

/** Plans of which nothing is kept. */
export function rehearsedPlans(plans: PlanStore): PlanStore {
  return { ...plans, setTargets: async () => true, setRecurring: async () => true }
}
