import { subjectOfTask } from '#domain/kernel/subject'
import { subjectTask } from '#store/subject-key'
import { lookOf } from '#domain/deals/lateness'
import { duePartsOf, dueShard, indexKeys } from './keys'
import { asText, fromText } from '#store/text-item'
import type { Task } from '#schemas/task'

/** The item of a task with its index keys: open ones on a person's list and in the sweep, done ones in their month. */
export function taskItem(task: Task): Record<string, unknown> {
  const { id, dealId, subject, ...rest } = task
  // The key says them; without them most tasks fit into 1 KB, the size of one write unit.
  const kept = subject === undefined || dealId === '' ? rest : { ...rest, dealId }
  return { ...subjectTask(subjectOfTask(task), id), ...indexed(task), rev: task.rev, task: asText(kept) }
}

/** The task in an item, of the table or of an index; undefined when it holds none. */
export function taskFrom(item: Readonly<Record<string, unknown>> | undefined): Task | undefined {
  const rest = fromText<Omit<Task, 'id' | 'dealId' | 'subject'> & Partial<Pick<Task, 'dealId'>>>(item?.['task'])
  if (rest === undefined) return undefined
  const { taskId: id = '', ...of } = duePartsOf({ pk: String(item?.['pk']), sk: String(item?.['sk']) })
  return { id, ...of, ...rest }
}

function indexed(task: Task): Record<string, unknown> {
  if (task.status === 'open') {
    const look = lookOf(task)
    return {
      gsi2pk: indexKeys.userOpen(task.responsible),
      gsi2sk: `${task.dueAt ?? indexKeys.undated}#${task.id}`,
      // The key goes when there is nothing more to look at: the index holds only work that is left.
      ...(look === undefined
        ? {}
        : { gsi1pk: indexKeys.due(dueShard(subjectOfTask(task).id)), gsi1sk: `${look.at}#${task.id}` }),
    }
  }
  if (task.status === 'done' && task.doneAt !== undefined) {
    return {
      gsi2pk: indexKeys.userDone(task.responsible, task.doneAt.slice(0, 7)),
      gsi2sk: `${task.doneAt}#${task.id}`,
    }
  }
  return {}
}
