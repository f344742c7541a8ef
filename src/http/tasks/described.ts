import type { ChapterOf } from '#http/described'
import { refusedFields } from '#http/refused-commands'
import type { operations } from './operations'

const refusedTask = ['task_unknown', 'forbidden', 'version_conflict', 'rules_unknown', 'stage_unknown'] as const

/** What the description of the interface says about tasks. */
export const described = {
  chapter: 20,
  operations: {
    listTasksOfDeal: {
      tag: 'Tasks',
      summary: 'A page of the tasks of a deal, closed ones too',
      refusals: ['deal_unknown'],
    },
    addTask: {
      tag: 'Tasks',
      summary: 'Add a task that no template brought',
      description:
        'For a person or a role, due at a moment or as pipelines.yaml would say it. It is cancelled when the deal is closed, unless `keep` is asked for; `onLeave` of the answer says so.',
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
        'too_many_tasks',
      ],
    },
    listTasks: {
      tag: 'Tasks',
      summary: 'A page of somebody’s or a department’s tasks',
      description: 'Person by person, by due date, undated ones last. A page may be shorter than its limit.',
      refusals: ['employee_unknown', 'department_unknown', 'forbidden', 'rules_unknown'],
    },
    readTask: {
      tag: 'Tasks',
      summary: 'One task, and what completing it should ask for',
      description: 'The fields are those the gate of its stage still waits for and the caller may write.',
      refusals: ['task_unknown', 'deal_unknown', 'rules_unknown', 'stage_unknown'],
    },
    completeTask: {
      tag: 'Tasks',
      summary: 'Complete a task',
      description:
        'By its responsible, whoever stands in for them, a head above them, and whoever holds the role it is asked of or one of `may_also`. Fields that come with it are written together with it.',
      refusals: [...refusedTask, ...refusedFields, 'task_closed', 'not_your_task'],
    },
    reopenTask: {
      tag: 'Tasks',
      summary: 'Open a done task again',
      refusals: [...refusedTask, 'task_closed', 'deal_closed', 'too_many_tasks'],
    },
    reassignTask: {
      tag: 'Tasks',
      summary: 'Give a task to somebody else',
      description: 'By its responsible or a head above them.',
      refusals: [...refusedTask, 'task_closed', 'not_your_task', 'employee_unknown', 'employee_inactive'],
    },
    rescheduleTask: {
      tag: 'Tasks',
      summary: 'Move the deadline of a task',
      description: 'A deadline that was missed already stays on record.',
      refusals: [...refusedTask, 'task_closed', 'field_value'],
    },
    checkItem: {
      tag: 'Tasks',
      summary: 'Tick an item of the checklist, or take the tick away',
      refusals: [...refusedTask, 'task_closed', 'field_value', 'not_your_task'],
    },
    cancelTask: {
      tag: 'Tasks',
      summary: 'Cancel a task',
      refusals: [...refusedTask, 'task_closed', 'not_your_task'],
    },
    changeMany: {
      tag: 'Tasks',
      summary: 'Give away, date anew, fill in or add to many tasks and deals at once',
      description:
        'Tasks and deals are given to somebody else, tasks get another date, deals get fields or a task more. One command each, for one reason that stands in every timeline (of an added task it is what helps). What could not be changed is answered with why, and stays as it is.',
      refusals: ['field_value'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
