import { withLookOf } from '#domain/deals/lateness'
import { climbOf } from '#domain/deals/seating'
import type { ReassignTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import { refuseEmployee } from '#usecases/deals/change-owner'
import type { Command } from '#usecases/command'

/** Gives an open task to somebody else; it stays with that person whatever happens to the deal's owner. */
export function reassignTask(ports: TaskNeeds, command: Command, taskId: string, input: ReassignTask): Promise<Task> {
  return changeTask(ports, command, taskId, ({ task, people, rules }) => {
    refuseClosedTask(task)
    refuseEmployee(people, input.responsible)
    if (task.responsible === input.responsible) return undefined
    const { standsInFor: _standsInFor, ...own } = task
    const climb = climbOf(task, rules.model, input.responsible, people)
    const next = { ...own, responsible: input.responsible, role: '' }
    return {
      task: withLookOf(next, climb),
      name: 'task.reassigned',
      was: { responsible: task.responsible },
      reason: input.reason,
    }
  })
}
