import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { onlyRevision } from '#store/only-revision'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'
import type { Task } from '#schemas/task'
import { keys } from './keys'
import { taskFrom, taskItem } from './task-item'

/** Puts closed tasks of a deal away, each whole or not at all: one that has changed since it was read stays at hand. */
export async function putTasksAway(access: TableAccess, tasks: readonly Task[]): Promise<void> {
  for (const task of tasks) {
    // oxlint-disable-next-line no-await-in-loop -- a task that somebody has opened again must not hold the others back
    await transact(access.document, moved(access.table, task, 'away'))
  }
}

/** Brings a task back to those at hand; the task that is there then, undefined where there is none of that id. */
export async function bringTaskBack(access: TableAccess, dealId: string, taskId: string): Promise<Task | undefined> {
  const { document, table: TableName } = access
  const read = async (Key: ReturnType<typeof keys.task>) =>
    taskFrom((await document.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item)
  const away = await read(keys.taskPutAway(dealId, taskId))
  if (away !== undefined) await transact(document, moved(TableName, away, 'back'))
  return read(keys.task(dealId, taskId))
}

function moved(TableName: string, task: Task, where: 'away' | 'back') {
  const here = keys.task(task.dealId, task.id)
  const there = keys.taskPutAway(task.dealId, task.id)
  const [from, to] = where === 'away' ? [here, there] : [there, here]
  return [
    { Delete: { TableName, Key: from, ...onlyRevision(task.rev) } },
    { Put: { TableName, Item: { ...taskItem(task), ...to }, ...onlyRevision(undefined) } },
  ]
}
