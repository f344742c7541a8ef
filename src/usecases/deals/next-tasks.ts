import type { DealStore } from '#ports/deals'
import type { DealCard } from '#schemas/deal'
import type { Task } from '#schemas/task'

type Kept = { readonly version: number; readonly readAtMs: number; readonly next: Task | undefined }

/** What follows from a change of a deal is there by then, or somebody has been told that it is not. */
const settledMs = 10_000
const keptMs = 15_000
const mostKept = 20_000

const kept = new WeakMap<DealStore, Map<string, Kept>>()

/**
 * The open task of each deal that is due first; undefined where nobody has anything to do. Everything a person or a rule
 * does to a task is a new version of its deal, so for one that has not changed lately the answer is kept for some seconds:
 * whoever looks at a board looks at the same deals again and again.
 */
export function nextTasks(
  deals: DealStore,
  cards: readonly DealCard[],
  now: string,
): Promise<readonly (Task | undefined)[]> {
  const known = kept.get(deals) ?? new Map<string, Kept>()
  kept.set(deals, known)
  const nowMs = Date.parse(now)
  return Promise.all(
    cards.map(async (card) => {
      const found = known.get(card.id)
      const isFresh = found?.version === card.version && nowMs - found.readAtMs < keptMs && nowMs >= found.readAtMs
      if (isFresh) return found.next
      const next = await nextTask(deals, card.id)
      const isSettled = nowMs - Date.parse(card.updatedAt) > settledMs
      if (known.size >= mostKept) known.clear()
      if (isSettled) known.set(card.id, { version: card.version, readAtMs: nowMs, next })
      return next
    }),
  )
}

async function nextTask(deals: DealStore, id: string): Promise<Task | undefined> {
  const open = (await deals.tasksOf(id)).filter(({ status }) => status === 'open')
  return open.toSorted((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))[0]
}
