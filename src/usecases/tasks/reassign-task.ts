import { withLookOf, withMiss } from '#domain/deals/lateness'
import { askedOf, climbOf } from '#domain/deals/seating'
import { subjectIdOf } from '#domain/kernel/task-id'
import type { Ports } from '#ports/ports'
import type { ReassignTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import { refuseEmployee } from '#usecases/deals/change-owner'
import { refuseOthersGiving } from './refuse-others-task'
import type { Command } from '#usecases/command'

/**
 * Gives an open task to somebody else; it stays with that person whatever happens to the deal's owner.
 * Its responsible and their heads may; others are refused with `not_your_task`.
 */
export async function reassignTask(
  ports: TaskNeeds & Pick<Ports, 'notices'>,
  command: Command,
  taskId: string,
  input: ReassignTask,
): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined)
    return (await import('./change-owed')).reassignOwed(ports, command, taskId, input)
  return changeTask(ports, command, taskId, ({ task, rules, ...file }, at) => {
    const { people } = file
    refuseClosedTask(task)
    refuseOthersGiving(command.caller, task, file, at)
    refuseEmployee(people, input.responsible)
    if (task.responsible === input.responsible) return undefined
    const { calendar } = climbOf(task, rules.model, task.responsible, people)
    const { standsInFor: _standsInFor, ...own } = withMiss(task, at, calendar)
    const climb = climbOf(task, rules.model, input.responsible, people)
    const next = { ...own, ...askedOf(task), responsible: input.responsible, role: '' }
    return {
      task: withLookOf(next, climb),
      name: 'task.reassigned',
      was: { responsible: task.responsible },
      reason: input.reason,
    }
  })
}
