import { loadEvent } from '#loads/domain/load-event'
import { kept } from '#memory/kept'
import type { MemoryDeals } from '#memory/deals/deals'
import { shelf } from '#memory/shelf'
import type { KeptLoad, LoadStore } from '#ports/files'
import type { DomainEvent } from '#schemas/event'

/** Loads in memory, by the rules of the one table. */
export function memoryLoads(
  heard: (event: DomainEvent) => void,
  { keepAnswer }: Pick<MemoryDeals, 'keepAnswer'>,
): LoadStore {
  const loads = shelf<KeptLoad>()
  const toRun = shelf<string>()
  const own = shelf<string>()
  const listOf = ({ what, actor }: Pick<KeptLoad, 'actor'> & { readonly what: string }): string =>
    `${what}#${actor.kind}#${actor.id}`
  return {
    find: async (id) => loads.get('', id),
    own: async ({ what, actor, limit }) => {
      const ids = own.page(listOf({ what, actor }), { newestFirst: true, limit }).items
      return ids.flatMap((id) => loads.get('', id) ?? [])
    },
    begin: async (load, answer) => {
      if (answer !== undefined && !keepAnswer(answer))
        throw new Error(`A load was asked for under a key that is taken: ${load.id}.`)
      loads.put('', load.id, kept(load))
      toRun.put('', load.id, load.id)
      own.put(listOf({ what: load.wish.what, actor: load.actor }), load.id, load.id)
      heard(loadEvent(load))
    },
    save: async (load) => {
      const isNext = loads.get('', load.id)?.rev === load.rev - 1
      if (isNext) loads.put('', load.id, kept(load))
      return isNext
    },
    waiting: async (limit) => toRun.page('', { limit }).items,
    wasRun: async (id) => toRun.take('', id),
  }
}
