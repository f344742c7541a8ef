import { plainText } from '#domain/rules/task-text'
import { dealRefusal, dealSentence } from '#domain/deals/words/deal-refusal'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'
import type { EventDetail, EventName } from '#schemas/event'
import type { Saying } from '#schemas/saying'
import type { Task } from '#schemas/task'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { openTaskFile, type DealFile } from '#usecases/deals/deal-file'

/** What every command on a task needs. */
export type TaskNeeds = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/** What becomes of a task, and what the event says about it. `undefined` changes nothing. */
export type TaskDecision =
  | {
      readonly task: Task
      readonly name: EventName
      readonly was?: Readonly<Record<string, FieldValue>>
      /** What somebody typed, or a sentence of ours. */
      readonly reason?: string | Saying | undefined
      readonly comment?: string | undefined
    }
  | undefined

/**
 * Opens a task with its deal, decides, and writes task and event in one transaction with the deal's next version. What is
 * part of doing a task (`toDo`) is open to whoever may do it.
 */
export function changeTask(
  ports: TaskNeeds,
  command: Command,
  which: string | { readonly toDo: string },
  decide: (file: DealFile & { readonly task: Task }, at: string) => TaskDecision,
): Promise<Task> {
  return once(ports, command, async () => {
    const [id, purpose] = typeof which === 'string' ? [which, 'change' as const] : [which.toDo, 'do' as const]
    const file = await openTaskFile(ports, command.caller, id, purpose)
    expectVersion(file.deal, command)
    const at = notBefore(ports.clock.now(), file.deal)
    const decision = decide(file, at)
    if (decision === undefined) return file.task
    const task = { ...decision.task, rev: file.task.rev + 1 }
    await commit(ports, command, {
      was: file.deal,
      next: file.deal,
      name: decision.name,
      detail: taskDetail(task, decision),
      at,
      tasks: [{ task, wasRev: file.task.rev }],
      answer: task,
      counted: file.task.status === task.status ? [] : [task],
    })
    return task
  })
}

/** What an event says about a task. */
export function taskDetail(
  task: Task,
  {
    was,
    reason,
    comment,
  }: {
    was?: Readonly<Record<string, FieldValue>>
    reason?: string | Saying | undefined
    comment?: string | undefined
  },
): Omit<EventDetail, 'dealId' | 'deal'> {
  const { id, template, do: text, visit, responsible, dueAt } = task
  return {
    task: { id, template, do: text, visit, responsible, dueAt, ...(was === undefined ? {} : { was: { ...was } }) },
    ...reasonOf(reason),
    ...(comment === undefined ? {} : { comment }),
  }
}

/** A reason as it is kept: a sentence of ours in English and by its key, so that everybody reads it in their own language. */
function reasonOf(reason: string | Saying | undefined): Pick<EventDetail, 'reason' | 'said'> {
  if (reason === undefined) return {}
  return typeof reason === 'string' ? { reason } : { reason: dealSentence(reason), said: [reason] }
}

/** Refuses to change a task that is done or cancelled. */
export function refuseClosedTask(task: Task): void {
  if (task.status === 'open') return
  throw dealRefusal('task_closed', { task: plainText(task.do), status: task.status }, { status: task.status })
}
