import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { onlyRevision } from '#store/only-revision'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'
import type { Task } from '#schemas/task'
import { keys } from './keys'
import { taskFrom, taskItem } from './task-item'

/** So many tasks go in one transaction, each with two items. */
const AT_ONCE = 25

/**
 * Puts closed tasks of a deal away, some at a time: one that has changed since it was read stays at hand, and holds no other
 * back.
 */
export async function putTasksAway(access: TableAccess, tasks: readonly Task[]): Promise<void> {
  for (let first = 0; first < tasks.length; first += AT_ONCE) {
    const some = tasks.slice(first, first + AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop -- one group after the other: nobody waits for them
    const stopped = await moveAway(access, some)
    if (!stopped) continue
    // oxlint-disable-next-line no-await-in-loop -- one by one, where one of them has changed
    for (const task of some) await moveAway(access, [task])
  }
}

/** Whether something stopped it: then none has gone. */
async function moveAway({ document, table }: TableAccess, tasks: readonly Task[]): Promise<boolean> {
  const items = tasks.flatMap((task) => moved(table, task, 'away'))
  return (await transact(document, items)) !== undefined
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
