import { subjectIdOf } from '#domain/kernel/task-id'
import { operation } from '#http/operation'

import { inUtc } from '#http/operations/commands'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of tasks. */
export const operations = [
  operation({
    id: 'listTasksOfDeal',
    method: 'GET',
    path: '/deals/{deal}/tasks',
    right: 'signed_in',
    forKeys: 'deals_read',
    query: 'PageQuery',
    answer: 'TaskPage',
    paged: true,
    run: async ({ ports, caller, people, params, page }) =>
      (await import('#usecases/tasks/list-tasks-of-deal')).listTasksOfDeal(
        ports,
        { caller, people },
        params.deal,
        page,
      ),
  }),
  operation({
    id: 'addTask',
    method: 'POST',
    path: '/deals/{deal}/tasks',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'AddTask',
    answer: 'Task',
    status: 201,
    ifMatch: 'optional',
    once: true,
    location: (task) => `/deals/${task.dealId}/tasks`,
    run: async ({ ports, command, params, body }) => {
      const { dueAt, ...rest } = body
      return (await import('#usecases/tasks/add-task')).addTask(ports, command, params.deal, {
        ...rest,
        ...(dueAt === undefined ? {} : { dueAt: inUtc(dueAt) }),
      })
    },
  }),
  operation({
    id: 'listTasks',
    method: 'GET',
    path: '/tasks',
    right: 'deals_read',
    agent: { as: 'nextTasks' },
    query: 'TasksQuery',
    answer: 'TaskPage',
    paged: true,
    run: async ({ ports, caller, people, query, page }) =>
      (await import('#usecases/tasks/list-tasks')).listTasks(ports, { caller, people }, query, page),
  }),
  operation({
    id: 'readTask',
    method: 'GET',
    path: '/tasks/{task}',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'TaskView',
    run: async ({ ports, caller, people, params }) => {
      if (subjectIdOf(params.task) !== undefined) {
        const owed = await (await import('#usecases/tasks/change-owed')).readOwed(ports, caller, params.task)
        return { task: owed.task, asks: [] }
      }
      const { task, asks } = await (
        await import('#usecases/tasks/read-task-work')
      ).readTaskWork(ports, { caller, people }, params.task)
      return { task, asks: asks.map(({ id }) => id) }
    },
  }),
  operation({
    id: 'completeTask',
    method: 'POST',
    path: '/tasks/{task}/completion',
    right: 'signed_in',
    forKeys: 'deals_edit',
    agent: { as: 'completeTask' },
    body: 'CompleteTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/complete-task')).completeTask(ports, command, params.task, body),
  }),
  operation({
    id: 'reopenTask',
    method: 'POST',
    path: '/tasks/{task}/reopening',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'ReopenTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/reopen-task')).reopenTask(ports, command, params.task, body),
  }),
  operation({
    id: 'reassignTask',
    method: 'PUT',
    path: '/tasks/{task}/responsible',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'ReassignTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/reassign-task')).reassignTask(ports, command, params.task, body),
  }),
  operation({
    id: 'rescheduleTask',
    method: 'PUT',
    path: '/tasks/{task}/due',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'RescheduleTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/reschedule-task')).rescheduleTask(ports, command, params.task, {
        ...body,
        dueAt: inUtc(body.dueAt),
      }),
  }),
  operation({
    id: 'checkItem',
    method: 'POST',
    path: '/tasks/{task}/checklist',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'CheckItem',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/check-item')).checkItem(ports, command, params.task, body),
  }),
  operation({
    id: 'cancelTask',
    method: 'POST',
    path: '/tasks/{task}/cancellation',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'CancelTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/cancel-task')).cancelTask(ports, command, params.task, body),
  }),
  operation({
    id: 'changeMany',
    method: 'POST',
    path: '/changes',
    right: 'signed_in',
    body: 'ChangeMany',
    answer: 'ChangedMany',
    once: true,
    worded: true,
    run: async ({ ports, command, body }) => {
      const { dueAt, ...rest } = body
      return (await import('#usecases/team/change-many')).changeMany(ports, command, {
        ...rest,
        ...(dueAt === undefined ? {} : { dueAt: inUtc(dueAt) }),
      })
    },
  }),
] as const
