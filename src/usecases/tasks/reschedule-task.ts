import { withLookAgain, withMiss } from '#domain/deals/lateness'
import { climbOf } from '#domain/deals/seating'
import { subjectIdOf } from '#domain/kernel/task-id'
import { givenAnew } from '#domain/time/due'
import type { RescheduleTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import type { Command } from '#usecases/command'

/**
 * Gives an open task another due date. A date that was missed before stays on record; one that is past when it is given is
 * kept, and is nobody’s miss unless one was missed before.
 */
export async function rescheduleTask(
  ports: TaskNeeds,
  command: Command,
  taskId: string,
  input: RescheduleTask,
): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined)
    return (await import('./change-owed')).rescheduleOwed(ports, command, taskId, input)
  return changeTask(ports, command, taskId, ({ task, rules, people }, at) => {
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
    const climb = climbOf(task, rules.model, task.responsible, people)
    const { datedAt: _datedAt, ...missed } = withMiss(task, at, climb.calendar)
    const next = { ...missed, ...givenAnew(missed, input.dueAt, at), dueWhy: keptAnchor }
    return {
      task: withLookAgain(next, climb, at),
      name: 'task.rescheduled',
      was: { dueAt: task.dueAt },
      reason: input.reason,
    }
  })
}
