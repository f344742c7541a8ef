import { peopleRefusal } from '#domain/people/words/people-refusal'
import { departmentsLed } from '#domain/kernel/departments-led'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Me } from '#schemas/views'

/** The caller as Norma knows them: who they are, how far each right reaches, what they lead. */
export function readMe(caller: Caller, people: People): Me {
  const employee = caller.employee === null ? undefined : people.employees[caller.employee]
  if (employee === undefined) throw peopleRefusal('employee_unknown.caller', { id: caller.actor.id })
  const leads = departmentsLed(employee.id, people.departments)
  return { employee, reach: caller.reach, leads: leads.map((department) => department.id) }
}
