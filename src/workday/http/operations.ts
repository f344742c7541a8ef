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
  operation({
    id: 'startHandover',
    method: 'POST',
    path: '/handovers',
    right: 'deals_edit',
    body: 'StartHandover',
    answer: 'Handover',
    status: 201,
    once: true,
    run: async ({ ports, command, people, body }) =>
      (await import('#workday/usecases/handovers')).startHandover(ports, command, people, body),
  }),
  operation({
    id: 'listHandovers',
    method: 'GET',
    path: '/handovers',
    right: 'signed_in',
    answer: 'HandoverList',
    run: async ({ ports, caller }) => (await import('#workday/usecases/handovers')).listHandovers(ports, caller),
  }),
  operation({
    id: 'readHandover',
    method: 'GET',
    path: '/handovers/{handover}',
    right: 'signed_in',
    answer: 'Handover',
    run: async ({ ports, caller, params }) =>
      (await import('#workday/usecases/handovers')).readHandover(ports, caller, params.handover),
  }),
  operation({
    id: 'returnHandover',
    method: 'POST',
    path: '/handovers/{handover}/return',
    right: 'deals_edit',
    body: 'ReturnHandover',
    answer: 'Handover',
    run: async ({ ports, caller, params }) =>
      (await import('#workday/usecases/handovers')).returnHandover(ports, caller, params.handover),
  }),
] as const
