import { plainText } from '#domain/rules/task-text'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { subjectIdOf } from '#domain/kernel/task-id'
import type { CheckItem } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import { refuseOthersTask } from './refuse-others-task'
import type { Command } from '#usecases/command'

/** Ticks an item of a task's checklist, or takes the tick back. */
export async function checkItem(ports: TaskNeeds, command: Command, taskId: string, input: CheckItem): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined) return (await import('./change-owed')).refuseByHand(ports, command, taskId)
  return changeTask(ports, command, { toDo: taskId }, ({ task, ...file }, at) => {
    refuseClosedTask(task)
    refuseOthersTask(command.caller, task, file, at)
    const item = task.checklist[input.item]
    if (item === undefined) {
      const count = task.checklist.length
      throw dealRefusal('task_unknown.item', { task: plainText(task.do), count, item: input.item })
    }
    if (item.done === input.done) return undefined
    const checklist = task.checklist.map((one, no) => (no === input.item ? { ...one, done: input.done } : one))
    return { task: { ...task, checklist }, name: 'task.checked', was: { item: item.text, done: item.done } }
  })
}
