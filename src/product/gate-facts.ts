import type { GateFacts } from '#ports/gate-facts'

/** What gates ask, answered by several rooms: each knows its own names, and what was read of all has to hold still. */
export function gateFactsOf(rooms: readonly GateFacts[]): GateFacts {
  return {
    find: async (deal, names) => {
      const found = await Promise.all(rooms.map((room) => room.find(deal, names)))
      return {
        values: Object.assign({}, ...found.map(({ values }) => values)),
        sources: found.flatMap(({ sources }) => sources),
      }
    },
  }
}
