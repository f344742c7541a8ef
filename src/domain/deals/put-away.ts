import type { Task } from '#schemas/task'

/** So many closed tasks of a deal lie with its open ones before what is long over is put away. */
export const mostClosedAtHand = 100

/**
 * The closed tasks of a deal that no decision asks for any more, once there are many: those of stays before the last one,
 * but of each template and of each person the newest, by which due dates count and people see the deal.
 */
export function toPutAway(tasks: readonly Task[], visit: number): readonly Task[] {
  const closed = tasks.filter(({ status }) => status !== 'open')
  if (closed.length <= mostClosedAtHand) return []
  const newest = new Set([
    ...newestBy(closed, ({ template }) => template ?? '').values(),
    ...newestBy(closed, ({ responsible }) => responsible).values(),
  ])
  return closed.filter((task) => task.visit < visit - 1 && !newest.has(task))
}

function newestBy(tasks: readonly Task[], nameOf: (task: Task) => string): ReadonlyMap<string, Task> {
  const newest = new Map<string, Task>()
  for (const task of tasks) {
    const known = newest.get(nameOf(task))
    if (known === undefined || known.createdAt <= task.createdAt) newest.set(nameOf(task), task)
  }
  return newest
}
