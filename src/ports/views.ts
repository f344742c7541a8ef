import type { Over } from './over'
import type { SavedView } from '#schemas/lists/deal-table'

/** Views of lists: each person’s own, and those that everybody is offered. */
export type ViewStore = {
  /** One’s own and the shared ones, in no particular order. */
  readonly all: (employee: string) => Promise<readonly SavedView[]>
  /** One’s own view, or a shared one. */
  readonly find: (employee: string, id: string) => Promise<SavedView | undefined>
  /** Writes a view over what it was; false when somebody else was first. */
  readonly save: (view: SavedView, over: Over<SavedView>) => Promise<boolean>
  /** False when it is not this any more. */
  readonly remove: (view: SavedView) => Promise<boolean>
}
