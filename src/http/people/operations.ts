import { asColleague } from '#domain/people/as-colleague'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about people. Colleagues and departments are known to everybody who is signed in. */
export const operations = [
  operation({
    id: 'readMe',
    method: 'GET',
    path: '/me',
    right: 'signed_in',
    answer: 'Me',
    run: async ({ caller, people }) => (await import('#usecases/people/read-me')).readMe(caller, people),
  }),
  operation({
    id: 'listEmployees',
    method: 'GET',
    path: '/employees',
    right: 'signed_in',
    answer: 'EmployeeList',
    run: ({ people, caller }) =>
      Promise.resolve({ items: Object.values(people.employees).map((one) => asColleague(caller, one)) }),
  }),
  operation({
    id: 'readEmployee',
    method: 'GET',
    path: '/employees/{employee}',
    right: 'signed_in',
    answer: 'Employee',
    tagged: true,
    run: ({ people, caller, params }) =>
      Promise.resolve(asColleague(caller, own(people.employees, params.employee, 'employee'))),
  }),
  operation({
    id: 'saveEmployee',
    method: 'PUT',
    path: '/employees/{employee}',
    right: 'people_edit',
    body: 'SaveEmployee',
    answer: 'Employee',
    tagged: true,
    current: ({ people, params }) => Promise.resolve(found(people.employees, params.employee)),
    run: async ({ ports, caller, params, body, seen = null }) =>
      (await import('#usecases/people/save-employee')).saveEmployee(
        ports,
        caller,
        { ...body, id: params.employee },
        seen,
      ),
  }),
  operation({
    id: 'handOver',
    method: 'POST',
    path: '/employees/{employee}/handover',
    right: 'deals_edit',
    body: 'HandOver',
    answer: 'HandedOver',
    worded: true,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/hand-over')).handOver(ports, command, params.employee, body),
  }),
  operation({
    id: 'listDepartments',
    method: 'GET',
    path: '/departments',
    right: 'signed_in',
    answer: 'DepartmentList',
    run: ({ people }) => Promise.resolve({ items: Object.values(people.departments) }),
  }),
  operation({
    id: 'readDepartment',
    method: 'GET',
    path: '/departments/{department}',
    right: 'signed_in',
    answer: 'Department',
    tagged: true,
    run: ({ people, params }) => Promise.resolve(own(people.departments, params.department, 'department')),
  }),
  operation({
    id: 'saveDepartment',
    method: 'PUT',
    path: '/departments/{department}',
    right: 'people_edit',
    body: 'SaveDepartment',
    answer: 'Department',
    tagged: true,
    current: ({ people, params }) => Promise.resolve(found(people.departments, params.department)),
    run: async ({ ports, caller, params, body, seen = null }) =>
      (await import('#usecases/people/save-department')).saveDepartment(
        ports,
        caller,
        { ...body, id: params.department },
        seen,
      ),
  }),
] as const

function found<T>(known: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(known, id) ? known[id] : undefined
}

function own<T>(known: Readonly<Record<string, T>>, id: string, thing: 'employee' | 'department'): T {
  const one = found(known, id)
  if (one !== undefined) return one
  throw peopleRefusal(`${thing}_unknown`, { id })
}
