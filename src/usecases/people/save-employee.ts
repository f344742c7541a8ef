import { peopleRefusal } from '#domain/people/words/people-refusal'
import { mayEditEverybody, otherEditors } from '#domain/people/people-editors'
import type { Caller } from '#domain/kernel/access'
import type { Over } from '#ports/over'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { refuseOddId } from '#usecases/wellformed-id'

/**
 * Writes what an employee is now, new or changed. Department, roles, calendar and deputies must exist, and somebody active
 * must keep the right to change everybody. With `over`, what was seen is written over and nothing else.
 */
export async function saveEmployee(
  { people, rules }: Pick<Ports, 'people' | 'rules'>,
  caller: Caller,
  { id, ...input }: Employee,
  over?: Over<Employee>,
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
  const before = Object.hasOwn(known.employees, id) ? known.employees[id] : undefined
  const losesRight = before !== undefined && mayEditEverybody(before) && !mayEditEverybody(employee)
  if (losesRight) await saveBesideEditor(people, employee, { known, over })
  else if (!(await people.saveEmployee(employee, over))) throw peopleRefusal('precondition_failed.people', { id })
  return employee
}

/** Whoever else had the right a moment ago may be losing it too: the store says whether they have it still. */
async function saveBesideEditor(
  people: Ports['people'],
  employee: Employee,
  { known, over }: { readonly known: People; readonly over: Over<Employee> | undefined },
): Promise<void> {
  for (const editor of otherEditors(known.employees, employee.id)) {
    // oxlint-disable-next-line no-await-in-loop -- one who has it is enough
    if (await people.saveEmployeeBeside(employee, editor, over)) return
  }
  const { [employee.id]: there } = (await people.load()).employees
  if (there !== undefined && !mayEditEverybody(there))
    throw peopleRefusal('precondition_failed.people', { id: employee.id })
  throw peopleRefusal('last_people_editor', { id: employee.id })
}

function refuseUnknown(thing: 'role' | 'calendar', named: readonly string[], known: readonly string[]): void {
  const wrong = named.find((id) => !known.includes(id))
  if (wrong === undefined) return
  throw peopleRefusal(`field_value.${thing}`, { id: wrong, known }, { known })
}
