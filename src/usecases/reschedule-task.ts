import type { RescheduleTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import type { Command } from './command'
import { withMiss } from './finish-tasks'

/** Gives an open task another due date. A date that was missed before stays on record. */
export function rescheduleTask(
  ports: TaskNeeds,
  command: Command,
  taskId: string,
  input: RescheduleTask,
): Promise<Task> {
  return changeTask(ports, command, taskId, ({ task, rules }, at) => {
    refuseClosedTask(task)
    if (task.dueAt === input.dueAt) return undefined
    const by = command.caller.actor.id
    const dueWhy = {
      rule: 'set by hand',
      anchor: 'person' as const,
      anchorValue: task.dueWhy.anchorValue,
      calendar: task.dueWhy.calendar,
      configVersion: rules.configVersion,
      skipped: [],
      by,
    }
    const keptAnchor =
      task.dueWhy.anchor === 'field'
        ? { ...dueWhy, anchor: task.dueWhy.anchor, anchorName: task.dueWhy.anchorName ?? '' }
        : dueWhy
    const next = { ...withMiss(task, at), dueAt: input.dueAt, dueWhy: keptAnchor, lateAtBirth: false }
    return { task: next, name: 'task.rescheduled', was: { dueAt: task.dueAt }, reason: input.reason }
  })
}
