import type { Task } from '#schemas/task'

/**
 * For whom somebody did a task that was another’s: its responsible, or whom these stood in for while they were away. Undefined
 * where it was their own.
 */
export function doneFor(by: string, { responsible, standsInFor }: Pick<Task, 'responsible' | 'standsInFor'>) {
  if (by === standsInFor) return undefined
  return by === responsible ? standsInFor : responsible
}
