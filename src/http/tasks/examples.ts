import type { ExamplesOf } from '#http/described'
import { anna, dealId, doneTask, task, taskId } from '#http/example-things'
import type { operations } from './operations'

const ofTask = { params: { task: taskId }, answer: { ...task, rev: 2 } }

/** An example of every operation on tasks; only the description of the interface shows them. */
export const examples = {
  listTasksOfDeal: { params: { deal: dealId }, answer: { items: [task] } },
  addTask: {
    params: { deal: dealId },
    body: { do: 'Call about the colour', by: 'owner', due: '2 working hours' },
    answer: { ...task, template: null, do: 'Call about the colour', required: false },
  },
  listTasks: { query: { assignee: 'me', state: 'today' }, answer: { items: [task] } },
  readTask: { params: { task: taskId }, answer: { task, asks: ['decision_maker', 'need'] } },
  completeTask: { ...ofTask, body: { comment: 'Sent by e-mail' }, answer: doneTask },
  reopenTask: { ...ofTask, body: { reason: 'The offer had an old price' } },
  reassignTask: {
    ...ofTask,
    body: { responsible: 'ivan.kotov' },
    answer: { ...task, rev: 2, responsible: 'ivan.kotov' },
  },
  rescheduleTask: { ...ofTask, body: { dueAt: '2026-11-25T15:00:00.000Z', reason: 'The client asked for it' } },
  checkItem: { ...ofTask, body: { item: 0, done: true } },
  cancelTask: {
    ...ofTask,
    body: { reason: 'The client has the offer already' },
    answer: { ...task, rev: 2, status: 'cancelled' },
  },
  changeMany: {
    body: { tasks: [taskId], giveTo: anna.id, reason: 'Oleg is ill' },
    answer: { done: [taskId], failed: [] },
  },
} as const satisfies ExamplesOf<typeof operations>
