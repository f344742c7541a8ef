import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of a company that has just been founded. */
export const operations = [
  operation({
    id: 'setUpCompany',
    method: 'PUT',
    path: '/company/beginning',
    right: 'people_edit',
    body: 'SetUpCompany',
    answer: 'CompanySetUp',
    worded: true,
    run: async ({ ports, command, body }) =>
      (await import('#workday/usecases/set-up-company')).setUpCompany(ports, command, body),
  }),
  operation({
    id: 'addFirstPeople',
    method: 'POST',
    path: '/company/beginning/people',
    right: 'people_edit',
    body: 'FirstPeople',
    answer: 'EmployeeList',
    run: async ({ ports, command, body }) =>
      (await import('#workday/usecases/set-up-company')).addFirstPeople(ports, command, body),
  }),
] as const
