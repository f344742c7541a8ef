import { kept } from '#memory/kept'
import type { KeepingStore } from '#ports/client-store'
import type { KeepProgress, KeptByRule, KeptRequest } from '#schemas/clients/kept-request'

/** What clients asked and whom the rules erase, in memory. */
export function memoryKeeping(): KeepingStore {
  const requests = new Map<string, KeptRequest>()
  const rows = new Map<string, KeptByRule>()
  let progress: KeepProgress | undefined
  const inOrder = (of: (one: KeptRequest) => string) => (one: KeptRequest, other: KeptRequest) =>
    of(one) < of(other) ? -1 : 1
  return {
    request: async (id) => requests.get(id),
    requestsOf: async (client) =>
      [...requests.values()].filter((one) => one.client === client).toSorted(inOrder(({ id }) => id)),
    saveRequest: async (request) => {
      if ((requests.get(request.id)?.rev ?? 0) !== request.rev - 1) return false
      requests.set(request.id, kept(request))
      return true
    },
    openRequests: async ({ limit, cursor = '0' }) => {
      const open = [...requests.values()].filter(({ state }) => state === 'open')
      const all = open.toSorted(inOrder(({ dueAt, id }) => `${dueAt}#${id}`))
      const from = Number(cursor)
      const isMore = from + limit < all.length
      return { items: all.slice(from, from + limit), ...(isMore ? { cursor: String(from + limit) } : {}) }
    },
    progress: async () => progress,
    saveProgress: async (next) => {
      if ((progress?.rev ?? 0) !== next.rev - 1) return false
      progress = kept(next)
      return true
    },
    announce: async (row) => void rows.set(`${row.until}#${row.client}`, kept(row)),
    announced: async (month, limit) =>
      [...rows.entries()]
        .filter(([place]) => place.startsWith(month))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, limit)
        .map(([, row]) => row),
  }
}
