import type { Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { People } from '#ports/people'
import type { Me } from '#schemas/views'

/** The caller as Norma knows them: who they are, how far each right reaches, what they lead. */
export function readMe(caller: Caller, people: People): Me {
  const employee = caller.employee === null ? undefined : people.employees[caller.employee]
  if (employee === undefined) throw new Refusal('employee_unknown', `“${caller.actor.id}” is no employee.`)
  const leads = Object.values(people.departments).filter((department) => department.head === employee.id)
  return { employee, reach: caller.reach, leads: leads.map((department) => department.id) }
}
