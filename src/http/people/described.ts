import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about people. */
export const described = {
  chapter: 50,
  operations: {
    readMe: {
      tag: 'People',
      summary: 'Who I am and how far my rights reach',
      refusals: ['employee_unknown'],
    },
    listEmployees: {
      tag: 'People',
      summary: 'Everybody, those who have left too',
      description:
        'Whoever may not change people sees of others their names, departments and roles and whether they work here.',
    },
    readEmployee: {
      tag: 'People',
      summary: 'One employee',
      description:
        'Whoever may not change people sees of others their name, department and roles and whether they work here.',
      refusals: ['employee_unknown'],
    },
    saveEmployee: {
      tag: 'People',
      summary: 'Say what an employee is, new or changed',
      description:
        'Somebody who leaves is made inactive, never deleted: plan and fact stay. Somebody active always keeps `people_edit: all`.',
      refusals: [
        'forbidden',
        'department_unknown',
        'department_closed',
        'employee_unknown',
        'field_value',
        'last_people_editor',
        'rules_unknown',
      ],
    },
    handOver: {
      tag: 'People',
      summary: 'Give everything open of one person to another',
      description:
        'At most 100 deals and 100 tasks at once; `more` says to ask again. What cannot go is told and stays. For a time away, use `absences` with a deputy instead.',
      refusals: ['forbidden', 'employee_unknown', 'employee_inactive', 'employee_lacks_right', 'rules_unknown'],
    },
    listDepartments: {
      tag: 'People',
      summary: 'All departments',
      description: 'Those that were closed (`active: false`), too: what was counted under them keeps their names.',
    },
    readDepartment: {
      tag: 'People',
      summary: 'One department',
      refusals: ['department_unknown'],
    },
    saveDepartment: {
      tag: 'People',
      summary: 'Say what a department is, new or changed',
      description:
        'A department that is not needed any more is closed by `active: false`, never deleted: history, books and reports keep its name. Whoever works in it and open departments below it go elsewhere first. Without `active` it is open, again where it was closed.',
      refusals: [
        'forbidden',
        'employee_unknown',
        'department_cycle',
        'department_in_use',
        'department_closed',
        'field_value',
      ],
    },
  },
} as const satisfies ChapterOf<typeof operations>
