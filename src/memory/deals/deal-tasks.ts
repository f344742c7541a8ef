import { subjectText } from '#domain/kernel/subject'
import type { DealStore } from '#ports/deals'
import type { Task } from '#schemas/task'
import { shelf } from '#memory/shelf'
import type { Shelves } from './deal-shelves'

type TasksOfDeals = Pick<
  DealStore,
  'tasksOf' | 'everyTaskOf' | 'tasksOfSubject' | 'findTask' | 'putTasksAway' | 'bringTaskBack'
>

/** The tasks of deals and other subjects: those at hand, and those that were put away. */
export function dealTasks({ tasks }: Pick<Shelves, 'tasks'>): TasksOfDeals {
  const away = shelf<Task>()
  return {
    tasksOf: async (dealId) => tasks.all(dealId),
    everyTaskOf: async (dealId) => ({ atHand: tasks.all(dealId), putAway: away.all(dealId) }),
    putTasksAway: async (over) => {
      for (const task of over) {
        if (tasks.get(task.dealId, task.id)?.rev !== task.rev) continue
        tasks.take(task.dealId, task.id)
        away.put(task.dealId, task.id, task)
      }
    },
    bringTaskBack: async (dealId, taskId) => {
      const task = away.get(dealId, taskId)
      if (task !== undefined) {
        away.take(dealId, taskId)
        tasks.put(dealId, taskId, task)
      }
      return tasks.get(dealId, taskId)
    },
    tasksOfSubject: async (subject) => tasks.all(subjectText(subject)),
    findTask: async (dealId, taskId) => tasks.get(dealId, taskId) ?? away.get(dealId, taskId),
  }
}
