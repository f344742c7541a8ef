import type { Task } from '#schemas/task'

import { dealRefusal } from './words/deal-refusal'

/** The most open tasks a deal may have by what people and rules add: every command on the deal reads them all. */
export const mostOpenTasks = 500

/** Refuses one more open task on a deal that has as many as there may be. What a stage brings by itself is always opened. */
export function refuseTooManyTasks(tasks: readonly Task[]): void {
  if (tasks.filter(({ status }) => status === 'open').length < mostOpenTasks) return
  throw dealRefusal('too_many_tasks', { most: mostOpenTasks })
}
