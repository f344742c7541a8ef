import Type from 'typebox'

import { reaches } from './people-names'
import { day, line, nullable, shape, words } from './shape'

const reach = (description: string) => Type.Optional(words(reaches, { description }))

/** Rights that differ from what the employee has by default. */
export type Rights = Type.Static<typeof Rights>
export const Rights = shape('Rights', {
  deals_read: reach('Whose deals and tasks may be seen'),
  deals_edit: reach('Whose deals and tasks may be changed'),
  plan_read: reach('Whose plan and fact may be seen'),
  plan_edit: reach('Whose targets may be set'),
  books_edit: reach('Whether what won deals count for may be corrected (all or none)'),
  people_edit: reach('Whether employees and departments may be changed (all or none)'),
  rules_edit: reach('Whether rules may be published (all or none)'),
  import: reach('Whether history may be imported past the gates (all or none)'),
  clients_read: reach('Whose clients may be seen, with numbers and addresses masked'),
  clients_edit: reach('Whose clients may be changed'),
  clients_contacts: reach('Of whose clients numbers and addresses may be shown'),
  clients_know: reach(
    'Whether somebody with a whole number, address or INN is told whose client that is (all or none)',
  ),
  clients_merge: reach('Whose clients’ cards may be merged with each other, and parted again'),
  export: reach('Whether what somebody may see may be taken out as a file (all or none)'),
  audit_read: reach('Of whom it may be seen what they read and took out, and of whose clients who read them'),
  channels_edit: reach('Whether telephones and forms may be connected (all or none)'),
  recordings_hear: reach('Whose recorded calls may be listened to; who did is kept'),
})

/** Days on which somebody does not work. */
export type Absence = Type.Static<typeof Absence>
export const Absence = shape('Absence', {
  from: day('First day away'),
  to: day('Last day away'),
  deputy: Type.Optional(line({ maxLength: 64, description: 'Employee who stands in' })),
})

export type Employee = Type.Static<typeof Employee>
export const Employee = shape('Employee', {
  id: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,63}$', examples: ['anna.petrova'] }),
  name: line({ maxLength: 200 }),
  email: Type.Optional(line({ maxLength: 254, minLength: 0 })),
  department: nullable(line({ maxLength: 64, description: 'Department id' })),
  roles: Type.Array(line({ maxLength: 64 }), { maxItems: 50, description: 'Role ids of pipelines.yaml' }),
  active: Type.Boolean({ description: 'False for somebody who has left; plan and fact stay' }),
  rights: Type.Optional(Rights),
  calendar: Type.Optional(line({ maxLength: 64, description: 'Id in `calendars`; the company’s where absent' })),
  absences: Type.Optional(Type.Array(Absence, { maxItems: 100 })),
})

export type Department = Type.Static<typeof Department>
export const Department = shape('Department', {
  id: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,63}$' }),
  name: line({ maxLength: 200 }),
  parent: nullable(line({ maxLength: 64, description: 'Department above' })),
  head: nullable(line({ maxLength: 64, description: 'Employee who leads it' })),
  active: Type.Optional(
    Type.Boolean({ description: 'False for one that was closed; open where absent. What was counted under it stays' }),
  ),
})
