import { subjectOfTask } from '#domain/kernel/subject'
import type { Key } from '#store/key'
import { onlyRevision } from '#store/only-revision'
import { subjectLateTask, subjectTask } from '#store/subject-key'
import type { TransactItem } from '#store/transact'
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

/**
 * What to write of a task that was at a revision, or is new: itself, and whether it is on the list of whoever was late with it
 * before somebody else got it.
 */
export function taskWrites(table: string, task: Task, wasRev: number | undefined): readonly TransactItem[] {
  const own: TransactItem = { Put: { TableName: table, Item: taskItem(task), ...onlyRevision(wasRev) } }
  const { missed, responsible } = task
  // Whoever is late with what they have is on no list of what they had; nor is a task that came back to them, once it is read.
  if (missed === undefined || missed.by === responsible) return [own]
  const Key = subjectLateTask(subjectOfTask(task), task.id)
  if (task.status !== 'open') return [own, { Delete: { TableName: table, Key } }]
  const listed = { gsi2pk: indexKeys.userLate(missed.by), gsi2sk: `${missed.dueAt}#${task.id}` }
  return [own, { Put: { TableName: table, Item: { ...Key, ...listed } } }]
}

/** The key of the task that an item of the list of late ones leads to. */
export function lateTaskKey({ pk, sk }: Readonly<Record<string, unknown>>): Key {
  return { pk: String(pk), sk: `T#${String(sk).slice('L#'.length)}` }
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
