import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { DealStore } from '#ports/deals'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import { subjectPartition } from '#store/subject-key'
import type { TableAccess } from '#store/table-access'
import { keys } from './keys'
import { taskFrom } from './task-item'

type TasksOfDeals = Pick<
  DealStore,
  'tasksOf' | 'everyTaskOf' | 'tasksOfSubject' | 'findTask' | 'putTasksAway' | 'bringTaskBack'
>

/** The tasks of deals and other subjects: those at hand, and those that were put away. */
export function dealTasks(access: TableAccess): TasksOfDeals {
  const { document, table: TableName } = access
  const get = async (Key: Key) =>
    taskFrom((await document.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item)
  const within = async (pk: string) =>
    (await queryAll(access, { pk, prefix: 'T#' })).flatMap((item) => taskFrom(item) ?? [])
  return {
    tasksOf: (dealId) => within(keys.deal(dealId).pk),
    everyTaskOf: async (dealId) => {
      // One query: nothing else of a deal begins with T.
      const items = await queryAll(access, { pk: keys.deal(dealId).pk, prefix: 'T' })
      const isAtHand = ({ sk }: Readonly<Record<string, unknown>>) => String(sk).startsWith('T#')
      const tasksIn = (some: typeof items) => some.flatMap((item) => taskFrom(item) ?? [])
      return { atHand: tasksIn(items.filter(isAtHand)), putAway: tasksIn(items.filter((item) => !isAtHand(item))) }
    },
    tasksOfSubject: (subject) => within(subjectPartition(subject)),
    findTask: async (dealId, taskId) =>
      (await get(keys.task(dealId, taskId))) ?? (await get(keys.taskPutAway(dealId, taskId))),
    putTasksAway: async (tasks) => (await import('./put-away')).putTasksAway(access, tasks),
    bringTaskBack: async (dealId, taskId) => (await import('./put-away')).bringTaskBack(access, dealId, taskId),
  }
}
