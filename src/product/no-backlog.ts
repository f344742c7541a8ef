import type { Backlog } from '#ports/backlog'

/** Where nothing follows from events by itself, nothing is to come. */
export const noBacklog: Backlog = { toCome: async () => 0 }
