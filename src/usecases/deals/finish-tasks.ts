import { plainText } from '#domain/rules/task-text'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { taskKey } from '#domain/deals/contribution'
import { mayDo } from '#domain/deals/task-rights'
import { withMiss, withoutLook } from '#domain/deals/lateness'
import { climbOf, seatTasks } from '#domain/deals/seating'
import type { DealChange } from '#ports/deals'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'
import type { DealFile } from './deal-file'

type Changed = NonNullable<DealChange['tasks']>

/**
 * The tasks of a deal with those named in `ids` done, and what to write for that. A task that the rules ask for but that
 * nobody has opened yet (the consumer is still on its way) is opened and done in one. One that is somebody else's refuses
 * with `not_your_task`.
 */
export async function finishTasks(
  file: DealFile,
  ids: readonly string[],
  command: Command,
  at: string,
): Promise<{ readonly tasks: readonly Task[]; readonly changed: Changed }> {
  let tasks = file.tasks
  const changed: Changed[number][] = []
  for (const id of new Set(ids)) {
    const known = tasks.find((task) => task.id === id)
    const found = known ?? unseated(file, tasks, id, at)
    if (found === undefined) throw dealRefusal('task_unknown.here', { id })
    if (found.status === 'done') continue
    if (found.status === 'cancelled') throw dealRefusal('task_closed.cancelled', { task: plainText(found.do) })
    if (!mayDo(command.caller, found, { owner: file.deal.owner, org: file.people })) {
      // oxlint-disable-next-line no-await-in-loop -- the first that is somebody else's ends it
      const { refuseOthersTask } = await import('#usecases/tasks/refuse-others-task')
      refuseOthersTask(command.caller, found, file, at)
    }
    const task = { ...doneTask(file, found, command, at), rev: known === undefined ? 1 : known.rev + 1 }
    changed.push(known === undefined ? { task } : { task, wasRev: known.rev })
    tasks = [...tasks.filter((one) => one.id !== id), task]
  }
  return { tasks, changed }
}

/** A task as it is once somebody has done it. A due date that was missed stays on record. */
export function doneTask(file: DealFile, task: Task, command: Command, at: string): Task {
  const { actor, employee } = command.caller
  const by = employee ?? task.responsible
  const counted = taskKey(task, by, at, { model: file.newest.model, employees: file.people.employees })
  const { calendar } = climbOf(task, file.rules.model, task.responsible, file.people)
  return { ...withoutLook(withMiss(task, at, calendar)), status: 'done', doneAt: at, doneBy: actor.id, counted }
}

function unseated(file: DealFile, tasks: readonly Task[], id: string, at: string): Task | undefined {
  const situation = { deal: file.deal, rules: file.rules, tasks, org: file.people, at }
  return seatTasks(situation).open.find((task) => task.id === id)
}
