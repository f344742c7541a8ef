import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'
import type { SaveEmployee } from '#schemas/views'

import { refuseOddId } from '#usecases/wellformed-id'

/** Writes what an employee is now, new or changed. Department, roles, calendar and deputies must exist. */
export async function saveEmployee(
  { people, rules }: Pick<Ports, 'people' | 'rules'>,
  caller: Caller,
  id: string,
  input: SaveEmployee,
): Promise<Employee> {
  if (caller.reach.people_edit !== 'all') throw peopleRefusal('forbidden.people')
  refuseOddId(id)
  const [known, current] = await Promise.all([people.load(), rules.current()])
  if (input.department !== null && !Object.hasOwn(known.departments, input.department)) {
    throw peopleRefusal('department_unknown', { id: input.department })
  }
  for (const { deputy } of input.absences ?? []) {
    if (deputy === undefined || Object.hasOwn(known.employees, deputy)) continue
    throw peopleRefusal('employee_unknown.deputy', { id: deputy })
  }
  refuseUnknown('role', input.roles, Object.keys(current.model.roles))
  const calendars = input.calendar === undefined ? [] : [input.calendar]
  refuseUnknown('calendar', calendars, Object.keys(current.model.calendars))
  const employee = { id, ...input }
  await people.saveEmployee(employee)
  return employee
}

function refuseUnknown(thing: 'role' | 'calendar', named: readonly string[], known: readonly string[]): void {
  const wrong = named.find((id) => !known.includes(id))
  if (wrong === undefined) return
  throw peopleRefusal(`field_value.${thing}`, { id: wrong, known }, { known })
}
