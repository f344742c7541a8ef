import { Refusal } from '#domain/kernel/refusal'
import { inLanguage } from '#http/in-language'
import { operation, type Operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about people. Colleagues and departments are known to everybody who is signed in. */
export const peopleOperations: readonly Operation[] = [
  operation({
    id: 'readMe',
    method: 'GET',
    path: '/me',
    tag: 'People',
    summary: 'Who I am and how far my rights reach',
    right: 'signed_in',
    answer: 'Me',
    refusals: ['employee_unknown'],
    run: async ({ caller, people }) => (await import('#usecases/people/read-me')).readMe(caller, people),
  }),
  operation({
    id: 'listEmployees',
    method: 'GET',
    path: '/employees',
    tag: 'People',
    summary: 'Everybody, those who have left too',
    right: 'signed_in',
    answer: 'EmployeeList',
    run: ({ people }) => Promise.resolve({ items: Object.values(people.employees) }),
  }),
  operation({
    id: 'readEmployee',
    method: 'GET',
    path: '/employees/{employee}',
    tag: 'People',
    summary: 'One employee',
    right: 'signed_in',
    answer: 'Employee',
    refusals: ['employee_unknown'],
    run: ({ people, params }) => Promise.resolve(own(people.employees, params.employee, 'employee')),
  }),
  operation({
    id: 'saveEmployee',
    method: 'PUT',
    path: '/employees/{employee}',
    tag: 'People',
    summary: 'Say what an employee is, new or changed',
    description: 'Somebody who leaves is made inactive, never deleted: plan and fact stay.',
    right: 'people_edit',
    body: 'SaveEmployee',
    answer: 'Employee',
    refusals: ['forbidden', 'department_unknown', 'employee_unknown', 'field_value', 'rules_unknown'],
    run: async ({ ports, caller, params, body }) =>
      (await import('#usecases/people/save-employee')).saveEmployee(ports, caller, params.employee, body),
  }),
  operation({
    id: 'handOver',
    method: 'POST',
    path: '/employees/{employee}/handover',
    tag: 'People',
    summary: 'Give everything open of one person to another',
    description:
      'At most 100 deals and 100 tasks at once; `more` says to ask again. What cannot go is told and stays. For a time away, use `absences` with a deputy instead.',
    right: 'deals_edit',
    body: 'HandOver',
    answer: 'HandedOver',
    refusals: ['forbidden', 'employee_unknown', 'employee_inactive', 'rules_unknown'],
    worded: true,
    run: async ({ ports, command, params, body, language }) => {
      const done = await (await import('#usecases/tasks/hand-over')).handOver(ports, command, params.employee, body)
      return { ...done, failed: await inLanguage(done.failed, language) }
    },
  }),
  operation({
    id: 'listDepartments',
    method: 'GET',
    path: '/departments',
    tag: 'People',
    summary: 'All departments',
    right: 'signed_in',
    answer: 'DepartmentList',
    run: ({ people }) => Promise.resolve({ items: Object.values(people.departments) }),
  }),
  operation({
    id: 'readDepartment',
    method: 'GET',
    path: '/departments/{department}',
    tag: 'People',
    summary: 'One department',
    right: 'signed_in',
    answer: 'Department',
    refusals: ['department_unknown'],
    run: ({ people, params }) => Promise.resolve(own(people.departments, params.department, 'department')),
  }),
  operation({
    id: 'saveDepartment',
    method: 'PUT',
    path: '/departments/{department}',
    tag: 'People',
    summary: 'Say what a department is, new or changed',
    right: 'people_edit',
    body: 'SaveDepartment',
    answer: 'Department',
    refusals: ['forbidden', 'employee_unknown', 'department_cycle', 'field_value'],
    run: async ({ ports, caller, params, body }) =>
      (await import('#usecases/people/save-department')).saveDepartment(ports, caller, params.department, body),
  }),
]

function own<T>(known: Readonly<Record<string, T>>, id: string, thing: 'employee' | 'department'): T {
  const found = Object.hasOwn(known, id) ? known[id] : undefined
  if (found !== undefined) return found
  throw new Refusal(`${thing}_unknown`, `There is no ${thing} “${id}”.`)
}
