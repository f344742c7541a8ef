import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { Ports } from '#ports/ports'
import type { ChangedMany, ChangeMany } from '#schemas/commands'
import type { Command } from '#usecases/command'
import { changeOwner } from '#usecases/deals/change-owner'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'

type Needs = Pick<Ports, 'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'settings'>

/**
 * Gives tasks and deals to somebody else, or tasks another date: one command each, so that every deal’s timeline tells it with
 * the reason. What could not be done stays as it is and is told, in the language of whoever asks. Said again it changes what
 * is left.
 */
export async function changeMany(ports: Needs, command: Command, input: ChangeMany): Promise<ChangedMany> {
  const { caller, correlationId, language = 'en' } = command
  const one: Command = { caller, correlationId, language }
  const { reason, giveTo, dueAt } = input
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
  const changeTask = async (id: string): Promise<void> => {
    if (dueAt !== undefined) await rescheduleTask(ports, one, id, { dueAt, reason })
    if (giveTo !== undefined) await reassignTask(ports, one, id, { responsible: giveTo, reason })
  }
  for (const id of new Set(input.tasks ?? [])) {
    // oxlint-disable-next-line no-await-in-loop -- tasks of one deal change its version one after another
    await attempt(id, () => changeTask(id))
  }
  for (const id of new Set(input.deals ?? [])) {
    if (giveTo === undefined) break
    // oxlint-disable-next-line no-await-in-loop -- see above
    await attempt(id, () => changeOwner(ports, one, id, { owner: giveTo, reason }))
  }
  return { done, failed }
}
