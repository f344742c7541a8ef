import { operation, type Operation } from '#http/operation'

import { inUtc, refusedFields } from '#http/operations/commands'

const refusedTask = ['task_unknown', 'forbidden', 'version_conflict', 'rules_unknown', 'stage_unknown'] as const

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of tasks. */
export const taskOperations: readonly Operation[] = [
  operation({
    id: 'listTasksOfDeal',
    method: 'GET',
    path: '/deals/{deal}/tasks',
    tag: 'Tasks',
    summary: 'All tasks of a deal',
    right: 'signed_in',
    answer: 'TaskList',
    refusals: ['deal_unknown'],
    run: async ({ ports, caller, people, params }) => {
      const { tasks } = await (
        await import('#usecases/deals/readable-deal')
      ).readableDeal(ports, caller, people, params.deal)
      return { items: [...tasks] }
    },
  }),
  operation({
    id: 'addTask',
    method: 'POST',
    path: '/deals/{deal}/tasks',
    tag: 'Tasks',
    summary: 'Add a task that no template brought',
    description: 'For a person or a role, due at a moment or as pipelines.yaml would say it.',
    right: 'signed_in',
    body: 'AddTask',
    answer: 'Task',
    status: 201,
    ifMatch: 'optional',
    once: true,
    refusals: [
      'deal_unknown',
      'forbidden',
      'version_conflict',
      'rules_unknown',
      'stage_unknown',
      'field_value',
      'employee_unknown',
      'employee_inactive',
      'nobody_to_give_to',
      'deal_closed',
    ],
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
    tag: 'Tasks',
    summary: 'A page of somebody’s or a department’s tasks',
    description: 'Person by person, by due date, undated ones last. A page may be shorter than its limit.',
    right: 'deals_read',
    query: 'TasksQuery',
    answer: 'TaskPage',
    paged: true,
    refusals: ['employee_unknown', 'department_unknown', 'forbidden', 'rules_unknown'],
    run: async ({ ports, caller, people, query, page }) =>
      (await import('#usecases/tasks/list-tasks')).listTasks(ports, { caller, people }, query, page),
  }),
  operation({
    id: 'completeTask',
    method: 'POST',
    path: '/tasks/{task}/completion',
    tag: 'Tasks',
    summary: 'Complete a task',
    description: 'Fields that come with it are written together with it.',
    right: 'signed_in',
    body: 'CompleteTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, ...refusedFields, 'task_closed'],
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/complete-task')).completeTask(ports, command, params.task, body),
  }),
  operation({
    id: 'reopenTask',
    method: 'POST',
    path: '/tasks/{task}/reopening',
    tag: 'Tasks',
    summary: 'Open a done task again',
    right: 'signed_in',
    body: 'ReopenTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, 'task_closed', 'deal_closed'],
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/reopen-task')).reopenTask(ports, command, params.task, body),
  }),
  operation({
    id: 'reassignTask',
    method: 'PUT',
    path: '/tasks/{task}/responsible',
    tag: 'Tasks',
    summary: 'Give a task to somebody else',
    right: 'signed_in',
    body: 'ReassignTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, 'task_closed', 'employee_unknown', 'employee_inactive'],
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/reassign-task')).reassignTask(ports, command, params.task, body),
  }),
  operation({
    id: 'rescheduleTask',
    method: 'PUT',
    path: '/tasks/{task}/due',
    tag: 'Tasks',
    summary: 'Move the deadline of a task',
    description: 'A deadline that was missed already stays on record.',
    right: 'signed_in',
    body: 'RescheduleTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, 'task_closed', 'field_value'],
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
    tag: 'Tasks',
    summary: 'Tick an item of the checklist, or take the tick away',
    right: 'signed_in',
    body: 'CheckItem',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, 'task_closed', 'field_value'],
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/check-item')).checkItem(ports, command, params.task, body),
  }),
  operation({
    id: 'cancelTask',
    method: 'POST',
    path: '/tasks/{task}/cancellation',
    tag: 'Tasks',
    summary: 'Cancel a task',
    right: 'signed_in',
    body: 'CancelTask',
    answer: 'Task',
    ifMatch: 'optional',
    once: true,
    refusals: [...refusedTask, 'task_closed'],
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/cancel-task')).cancelTask(ports, command, params.task, body),
  }),
]
