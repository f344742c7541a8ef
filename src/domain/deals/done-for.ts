import type { Task } from '#schemas/task'

/**
 * For whom somebody did a task that was another’s: its responsible, or whom these stood in for while they were away. Undefined
 * where it was their own, and where it is not done.
 */
export function doneFor({ status, doneBy, responsible, standsInFor }: Task): string | undefined {
  if (status !== 'done' || doneBy === undefined || doneBy === standsInFor) return undefined
  return doneBy === responsible ? standsInFor : responsible
}
