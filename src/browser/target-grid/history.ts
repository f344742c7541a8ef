import type { Cells } from '#domain/plan/target-sheet/sheet'

/** One cell set by hand to another value; nothing takes what was set away. */
export type Change = { readonly key: string; readonly value: number | undefined }

type Step = readonly (Change & { readonly was: number | undefined })[]

/** What is set by hand now, and every step that led there. */
export type History = { readonly cells: Cells; readonly past: readonly Step[]; readonly future: readonly Step[] }

/** Starts from what was found, with nothing to undo. */
export function startHistory(cells: Cells): History {
  return { cells, past: [], future: [] }
}

/** Makes changes as one step. What changes nothing is no step. */
export function make(history: History, changes: readonly Change[]): History {
  const step: Step = changes
    .map((change) => ({ ...change, was: history.cells.get(change.key) }))
    .filter(({ value, was }) => value !== was)
  if (step.length === 0) return history
  return { cells: withAll(history.cells, step), past: [...history.past, step], future: [] }
}

/** Takes the last step back. */
export function undo({ cells, past, future }: History): History {
  const step = past.at(-1)
  if (step === undefined) return { cells, past, future }
  const back = step.map(({ key, was }) => ({ key, value: was })).toReversed()
  return { cells: withAll(cells, back), past: past.slice(0, -1), future: [...future, step] }
}

/** Makes the step that was taken back last once more. */
export function redo({ cells, past, future }: History): History {
  const step = future.at(-1)
  if (step === undefined) return { cells, past, future }
  return { cells: withAll(cells, step), past: [...past, step], future: future.slice(0, -1) }
}

function withAll(cells: Cells, changes: readonly Change[]): Cells {
  const next = new Map(cells)
  for (const { key, value } of changes) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return next
}
