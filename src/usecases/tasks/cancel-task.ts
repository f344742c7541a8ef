import { plainText } from '#domain/rules/task-text'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { subjectIdOf } from '#domain/kernel/task-id'
import { withoutLook } from '#domain/deals/lateness'
import type { CancelTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import { refuseOthersCancelling } from './refuse-others-task'
import type { Command } from '#usecases/command'

/** Cancels an open task that no rule asks for; what a gate waits for must be done, not cancelled. */
export async function cancelTask(ports: TaskNeeds, command: Command, taskId: string, input: CancelTask): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined) return (await import('./change-owed')).refuseByHand(ports, command, taskId)
  return changeTask(ports, command, taskId, ({ task, ...file }, at) => {
    if (task.status === 'cancelled') return undefined
    refuseClosedTask(task)
    if (task.required) refuseOthersCancelling(command.caller, task, file, at)
    if (task.required && task.template !== null) {
      throw dealRefusal('task_closed.asked_for', { task: plainText(task.do) })
    }
    const next: Task = { ...withoutLook(task), status: 'cancelled', cancelledAt: at, cancelReason: 'by_person' }
    return { task: next, name: 'task.cancelled', was: { status: task.status }, reason: input.reason }
  })
}
