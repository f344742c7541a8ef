import type { ReassignTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { changeTask, refuseClosedTask, type TaskNeeds } from './change-task'
import { refuseEmployee } from './change-owner'
import type { Command } from './command'

/** Gives an open task to somebody else; it stays with that person whatever happens to the deal's owner. */
export function reassignTask(ports: TaskNeeds, command: Command, taskId: string, input: ReassignTask): Promise<Task> {
  return changeTask(ports, command, taskId, ({ task, people }) => {
    refuseClosedTask(task)
    refuseEmployee(people, input.responsible)
    if (task.responsible === input.responsible) return undefined
    const next = { ...task, responsible: input.responsible, role: '' }
    return { task: next, name: 'task.reassigned', was: { responsible: task.responsible }, reason: input.reason }
  })
}
