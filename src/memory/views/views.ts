import type { ViewStore } from '#ports/views'
import type { SavedView } from '#schemas/lists/deal-table'
import { isOver } from '#memory/is-over'
import { kept } from '#memory/kept'

/** Views of lists, in memory. */
export function memoryViews(): ViewStore {
  const views = new Map<string, SavedView>()
  const isFor = (employee: string) => (one: SavedView) => one.isShared || one.owner === employee
  return {
    all: async (employee) => [...views.values()].filter(isFor(employee)),
    find: async (employee, id) => [views.get(id)].flatMap((one) => one ?? []).find(isFor(employee)),
    save: async (view, over) => {
      if (!isOver(views.get(view.id), over)) return false
      views.set(view.id, kept(view))
      return true
    },
    remove: async (view) => {
      if (!isOver(views.get(view.id), view)) return false
      return views.delete(view.id)
    },
  }
}
