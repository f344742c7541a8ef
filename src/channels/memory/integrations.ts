import type { IntegrationHealth, IntegrationStore, KeptArrival, KeptIntegration, LookedInto } from '#ports/integrations'
import type { CallOrders } from '#schemas/channels/call-orders'
import type { DomainEvent } from '#schemas/event'
import type { IntegrationDay } from '#schemas/integration'
import { arrivalEvent } from '#channels/domain/arrivals'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

const nothing: IntegrationHealth = { arrived: 0, unreadable: 0, refused: 0, unmapped: [] }

/** What is connected and what came by it. */
export function memoryIntegrations(heard: (event: DomainEvent) => void): IntegrationStore {
  const integrations = shelf<KeptIntegration>()
  const health = shelf<IntegrationHealth>()
  const days = shelf<IntegrationDay>()
  const healthOf = (id: string): IntegrationHealth => health.get('', id) ?? nothing
  return {
    all: async () => integrations.all(''),
    find: async (id) => integrations.get('', id),
    save: async (integration) => {
      const isNext = (integrations.get('', integration.id)?.rev ?? 0) === integration.rev - 1
      if (isNext) integrations.put('', integration.id, kept(integration))
      return isNext
    },
    health: async (id) => healthOf(id),
    days: async (id, from) =>
      days
        .all(id)
        .filter(({ day }) => day >= from)
        .toSorted((one, other) => (one.day < other.day ? 1 : -1)),
    countRefused: async (id, times = 1) =>
      health.put('', id, { ...healthOf(id), refused: healthOf(id).refused + times }),
    countRead: async (id, { at, arrived, unreadable, unmapped }) => {
      const was = healthOf(id)
      const day = at.slice(0, 10)
      const before = days.get(id, day) ?? { day, arrived: 0, unreadable: 0 }
      days.put(id, day, { day, arrived: before.arrived + arrived, unreadable: before.unreadable + unreadable })
      health.put('', id, {
        ...was,
        lastAt: at,
        arrived: was.arrived + arrived,
        unreadable: was.unreadable + unreadable,
        unmapped: [...new Set([...was.unmapped, ...unmapped])].toSorted(),
      })
    },
    ...arrivalsIn(heard),
    ...places(),
  }
}

function places(): Pick<IntegrationStore, 'lookedInto' | 'saveLookedInto' | 'callOrders' | 'saveCallOrders'> {
  const looked = shelf<LookedInto>()
  const orders = shelf<CallOrders>()
  const saved = <T extends { readonly integration: string; readonly rev: number }>(
    on: ReturnType<typeof shelf<T>>,
    one: T,
  ) => {
    const isNext = (on.get('', one.integration)?.rev ?? 0) === one.rev - 1
    if (isNext) on.put('', one.integration, kept(one))
    return isNext
  }
  return {
    lookedInto: async (id) => looked.get('', id),
    saveLookedInto: async (one) => saved(looked, one),
    callOrders: async (id) => orders.get('', id),
    saveCallOrders: async (one) => saved(orders, one),
  }
}

function arrivalsIn(
  heard: (event: DomainEvent) => void,
): Pick<IntegrationStore, 'keep' | 'arrival' | 'arrivals' | 'noteRead'> {
  const arrivals = shelf<KeptArrival>()
  return {
    keep: async (arrival) => {
      arrivals.put(arrival.integration, arrival.id, arrival)
      heard(arrivalEvent(arrival))
    },
    arrival: async (integration, id) => arrivals.get(integration, id),
    arrivals: async (integration, page) => {
      const found = arrivals.page(integration, { newestFirst: true, ...page })
      const items = found.items.map(({ id, at, state, bytes, media, why, said }) => ({
        id,
        at,
        state,
        bytes,
        media,
        ...(why === undefined ? {} : { why }),
        ...(said === undefined ? {} : { said }),
      }))
      return { ...found, items }
    },
    noteRead: async (integration, id, state, why) => {
      const was = arrivals.get(integration, id)
      if (was === undefined) return
      const { why: _why, said: _said, ...rest } = was
      const told = why === undefined ? {} : { why: why.text, said: [...why.said] }
      arrivals.put(integration, id, { ...rest, state, ...told })
    },
  }
}
