import type { Over } from '#ports/over'

/** Whether what is there is what is to be written over. */
export function isOver<T>(there: T | undefined, over: Over<T> | undefined): boolean {
  return over === undefined || inOrder(there ?? null) === inOrder(over)
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
