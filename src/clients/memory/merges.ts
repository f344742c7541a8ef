import { keysOf, keyText } from '#clients/domain/ways'
import { kept } from '#memory/kept'
import type { ClientMerges } from '#ports/client-merges'
import type { KeptMerge, MergeBefore, MovedPart } from '#schemas/clients/kept-merge'

import { holdIn, saveCards, type Kept } from './clients'

/** Merges in memory, on the cards that are kept there. */
export function memoryMerges(all: Kept): ClientMerges {
  const merges = new Map<string, KeptMerge>()
  const before = new Map<string, MergeBefore>()
  const moved = new Map<string, Map<string, MovedPart>>()
  const settle = (merge: KeptMerge): boolean => {
    if ((merges.get(merge.id)?.rev ?? 0) !== merge.rev - 1) return false
    merges.set(merge.id, kept(merge))
    return true
  }
  return {
    write: async ({ merge, cards, before: said }) => {
      if ((merges.get(merge.id)?.rev ?? 0) !== merge.rev - 1 || !saveCards(all, cards)) return false
      if (said !== undefined) before.set(merge.id, kept(said))
      return settle(merge)
    },
    find: async (id) => merges.get(id),
    before: async (id) => before.get(id),
    settle: async (merge) => settle(merge),
    since: async (at) =>
      [...merges.values()].filter((one) => one.at >= at).toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    keepMoved: async ({ id }, part) => {
      const parts = moved.get(id) ?? new Map<string, MovedPart>()
      const key = `${part.room}#${part.place}#${part.id}`
      moved.set(id, parts.has(key) ? parts : new Map([...parts, [key, kept(part)]]))
    },
    moved: async (id) => [...(moved.get(id)?.values() ?? [])],
    settleHolders: async (key, cards) => {
      const isStale = cards.some(({ client }) => all.cards.get(client.id)?.client.version !== client.version)
      if (isStale) return false
      for (const card of cards) {
        const isHolder = keysOf(card).some((one) => keyText(one) === keyText(key))
        const { id } = card.client
        holdIn(all, keyText(key), (clients) => (isHolder ? clients.add(id) : clients.delete(id)))
      }
      return true
    },
    forgetBefore: async (id) => void before.delete(id),
  }
}
