import type { MemoryDeals } from '#memory/deals/deals'
import { kept } from '#memory/kept'
import type { HandoverStore, KeptHandover } from '#ports/handovers'
import { isAwaited } from '#workday/domain/under-way'
import type { HandedThing } from '#schemas/workday/handover'

/** Handovers in memory. */
export function memoryHandovers({ keepAnswer }: Pick<MemoryDeals, 'keepAnswer'>): HandoverStore {
  const all = new Map<string, KeptHandover>()
  const steps = new Map<string, (readonly HandedThing[])[]>()
  return {
    all: async () => [...all.values()],
    underWay: async () => [...all.values()].filter(isAwaited).map(({ id }) => id),
    find: async (id) => all.get(id),
    save: async (handover, answer) => {
      if ((all.get(handover.id)?.rev ?? 0) !== handover.rev - 1) return false
      if (answer !== undefined && !keepAnswer(answer)) return false
      all.set(handover.id, kept(handover))
      return true
    },
    step: async (id, no) => steps.get(id)?.[no] ?? [],
    steps: async (id) => (steps.get(id) ?? []).flat(),
    saveStep: async (id, no, things) => {
      const own = steps.get(id) ?? []
      own[no] = kept(things)
      steps.set(id, own)
    },
  }
}
