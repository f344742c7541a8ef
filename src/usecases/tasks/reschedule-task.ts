import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { withLookAgain, withMiss } from '#domain/deals/lateness'
import { climbOf } from '#domain/deals/seating'
import type { RescheduleTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import type { Command } from '#usecases/command'

/** Gives an open task another due date, from now on. A date that was missed before stays on record. */
export function rescheduleTask(
  ports: TaskNeeds,
  command: Command,
  taskId: string,
  input: RescheduleTask,
): Promise<Task> {
  return changeTask(ports, command, taskId, ({ task, rules, people }, at) => {
    refuseClosedTask(task)
    if (task.dueAt === input.dueAt) return undefined
    refusePast(input.dueAt, at)
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
    const climb = climbOf(task, rules.model, task.responsible, people)
    return {
      task: withLookAgain(next, climb, at),
      name: 'task.rescheduled',
      was: { dueAt: task.dueAt },
      reason: input.reason,
    }
  })
}

/** A date in the past would make a task late on paper only; with it every due date is missed, and noted, once at most. */
function refusePast(dueAt: string | null, at: string): void {
  if (dueAt === null || dueAt >= at) return
  throw dealRefusal('field_value.due_past', { dueAt })
}
