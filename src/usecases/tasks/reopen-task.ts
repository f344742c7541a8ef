import { plainText } from '#domain/rules/task-text'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { subjectIdOf } from '#domain/kernel/task-id'
import { refuseTooManyTasks } from '#domain/deals/task-limit'
import { withLookAgain } from '#domain/deals/lateness'
import { climbOf } from '#domain/deals/seating'
import type { ReopenTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, type TaskNeeds } from './change-task'
import type { Command } from '#usecases/command'

/** Opens a done or cancelled task again, with a reason; it does not count as done any more. */
export async function reopenTask(ports: TaskNeeds, command: Command, taskId: string, input: ReopenTask): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined) return (await import('./change-owed')).refuseByHand(ports, command, taskId)
  return changeTask(ports, command, taskId, ({ task, tasks, deal, rules, people }, at) => {
    if (task.status === 'open') return undefined
    refuseTooManyTasks(tasks)
    if (task.visit !== deal.visit.no && task.template !== null) {
      throw dealRefusal('task_closed.earlier_stay', { task: plainText(task.do) })
    }
    const { doneAt: _doneAt, doneBy: _doneBy, cancelledAt: _cancelledAt, cancelReason: _reason, ...rest } = task
    // Somebody wants it done anew: what has closed it would close it again.
    const { closesWhen, ...plain } = rest
    const open = task.status === 'done' && closesWhen !== undefined ? plain : rest
    const climb = climbOf(task, rules.model, task.responsible, people)
    return {
      task: withLookAgain({ ...open, status: 'open' }, climb, at),
      name: 'task.reopened',
      was: { status: task.status },
      reason: input.reason,
    }
  })
}
