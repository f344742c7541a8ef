import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { fieldsOfGate } from '#domain/deals/field-rights'
import { Refusal } from '#domain/kernel/refusal'
import { dealIdOf, subjectIdOf } from '#domain/kernel/task-id'
import type { Ports } from '#ports/ports'
import type { CompleteTask } from '#schemas/commands'
import type { Task } from '#schemas/task'
import { taskDetail, type TaskNeeds } from './change-task'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { canSee, mayEditDeal, openFile, openTaskFile } from '#usecases/deals/deal-file'
import { finishTasks } from '#usecases/deals/finish-tasks'
import { refuseOthersFields } from '#usecases/deals/refuse-others-fields'
import { replyByDoing } from '#usecases/deals/record-reply'
import { withAmount } from '#usecases/deals/with-amount'
import { filledIn } from '#usecases/linked/filled-in'
import { refuseFollowing } from '#usecases/deals/refuse-following'

type Needs = TaskNeeds & Pick<Ports, 'settings'>

/**
 * Completes a task, with fields that come with it. Who may: `mayDo`. One that the rules ask for but nobody
 * has opened yet is opened and done in one. Done already: nothing changes. Refuses with `not_your_task`.
 */
export function completeTask(ports: Needs, command: Command, taskId: string, input: CompleteTask): Promise<Task> {
  return once(ports, command, () => complete(ports, command, taskId, input))
}

async function complete(ports: Needs, command: Command, taskId: string, input: CompleteTask): Promise<Task> {
  if (subjectIdOf(taskId) !== undefined) return (await import('./change-owed')).refuseByHand(ports, command, taskId)
  const file = await openForDoing(ports, command, taskId)
  expectVersion(file.deal, command)
  const at = notBefore(ports.clock.now(), file.deal)
  const { changed, tasks } = await finishTasks(file, [taskId], command, at)
  const task = tasks.find((one) => one.id === taskId)
  if (task === undefined) throw dealRefusal('task_unknown', { id: taskId })
  if (changed.length === 0) return task
  const scene = { owner: file.deal.owner, people: file.people, model: file.newest.model, at }
  const { fields, changes } = await filledIn(ports, command.caller, file, input.fields)
  refuseFollowing(file.deal, changes, file.newest.model)
  refuseOthersFields(command.caller, Object.keys(changes), scene, {
    mayEdit: mayEditDeal(command.caller, file),
    also: fieldsOfGate(file.rules.stage, file.rules.model),
  })
  const reply = replyByDoing(file, command, at)
  const detail = {
    ...taskDetail(task, { comment: input.comment }),
    ...reply,
    ...(Object.keys(changes).length === 0 ? {} : { changes }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
  const next = await withAmount(
    ports,
    { ...file.deal, fields, ...reply },
    { caller: command.caller, people: file.people, changes, reason: input.reason },
  )
  await commit(ports, command, {
    was: file.deal,
    next,
    name: 'task.done',
    detail,
    at,
    tasks: changed,
    answer: task,
    counted: [task],
  })
  return task
}

async function openForDoing(ports: TaskNeeds & Pick<Ports, 'deals'>, command: Command, taskId: string) {
  const dealId = dealIdOf(taskId)
  const isSeated = dealId !== undefined && (await ports.deals.findTask(dealId, taskId)) !== undefined
  if (dealId === undefined || isSeated) return openTaskFile(ports, command.caller, taskId, 'do')
  const file = await openFile(ports, command.caller, dealId).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'deal_unknown') {
      throw dealRefusal('task_unknown', { id: taskId })
    }
    throw error
  })
  if (!canSee(command.caller, file)) throw dealRefusal('task_unknown', { id: taskId })
  return file
}
