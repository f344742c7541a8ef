import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { Ports } from '#ports/ports'
import type { ChangedMany, ChangeMany } from '#schemas/commands'
import type { Command } from '#usecases/command'
import { changeOwner } from '#usecases/deals/change-owner'
import { updateDeal } from '#usecases/deals/update-deal'
import { addTask } from '#usecases/tasks/add-task'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { undisturbed } from '#usecases/undisturbed'

type Needs = Pick<
  Ports,
  'clock' | 'ids' | 'deals' | 'notices' | 'people' | 'rules' | 'gateFacts' | 'settings' | 'knownClients' | 'language'
>

/**
 * Gives tasks and deals to somebody else, dates tasks anew, writes fields of deals, adds a task to each deal: one command for
 * each change, so that every deal’s timeline tells it with the reason. What could not be done stays as it is and is told, in
 * the language of whoever asks. Said again it changes what is left; with its Idempotency-Key it adds no task again.
 */
export async function changeMany(ports: Needs, command: Command, input: ChangeMany): Promise<ChangedMany> {
  const { caller, correlationId, language = 'en' } = command
  const one: Command = { caller, correlationId, language }
  const { reason, giveTo, dueAt, fields, addTask: task } = input
  refuseNothing(input)
  const done: string[] = []
  const failed: ChangedMany['failed'] = []
  const attempt = async (id: string, change: () => Promise<unknown>): Promise<void> => {
    try {
      await change()
      done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ id, code: error.code, detail: await sentenceIn(language, error) })
    }
  }
  // Each change by itself: what was done of a deal is not done again because somebody else was at it with the next.
  const changeTask = async (id: string): Promise<void> => {
    if (dueAt !== undefined) await undisturbed(() => rescheduleTask(ports, one, id, { dueAt, reason }))
    if (giveTo !== undefined) await undisturbed(() => reassignTask(ports, one, id, { responsible: giveTo, reason }))
  }
  for (const id of new Set(input.tasks ?? [])) {
    // oxlint-disable-next-line no-await-in-loop -- tasks of one deal change its version one after another
    await attempt(id, () => changeTask(id))
  }
  const changeDeal = async (id: string): Promise<void> => {
    if (fields !== undefined) await undisturbed(() => updateDeal(ports, one, id, { fields, reason }))
    if (task !== undefined)
      await undisturbed(() => addTask(ports, onceFor(command, one, id), id, { howTo: reason, ...task }))
    if (giveTo !== undefined) await undisturbed(() => changeOwner(ports, one, id, { owner: giveTo, reason }))
  }
  for (const id of new Set(input.deals ?? [])) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    await attempt(id, () => changeDeal(id))
  }
  return { done, failed }
}

/** A task is added to each deal once, however often the command is repeated with its key. */
function onceFor({ once }: Command, one: Command, id: string): Command {
  return once === undefined ? one : { ...one, once: { ...once, key: `${once.key}#${id}` } }
}

/** Whoever asks for no change of what they name has forgotten something; that all is done would be untrue. */
function refuseNothing({ tasks = [], deals = [], giveTo, dueAt, fields, addTask: task }: ChangeMany): void {
  const changesTasks = giveTo !== undefined || dueAt !== undefined
  const changesDeals = giveTo !== undefined || fields !== undefined || task !== undefined
  const isNothing = (tasks.length > 0 && !changesTasks) || (deals.length > 0 && !changesDeals)
  if (isNothing) throw dealRefusal('field_value.nothing_to_change')
}
