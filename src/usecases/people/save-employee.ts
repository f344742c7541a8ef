import { comesToClosed } from '#domain/departments/department-ties'
import { departmentsRefusal } from '#domain/departments/words/departments-refusal'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { absenceFault } from '#domain/people/absence-fault'
import { mayEditEverybody, otherEditors } from '#domain/people/people-editors'
import { mailText } from '#domain/kernel/mail'
import { employeesAt } from '#domain/people/employees-at'
import type { Caller } from '#domain/kernel/access'
import type { Over } from '#ports/over'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { refuseMeaning, refuseOddId } from '#usecases/wellformed-id'

/**
 * Writes what an employee is now, new or changed. Department, roles, calendar and deputies must exist, absences must be days that
 * can be, an e-mail address is of one person who works here, and somebody active must keep the right to change everybody. With
 * `over`, what was seen is written over and nothing else.
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
  const before = Object.hasOwn(known.employees, id) ? known.employees[id] : undefined
  if (before === undefined) refuseMeaning(id)
  const written = { id, ...input, roles: [...new Set(input.roles)] }
  refuseAbsences(written, before, known)
  const employee = { ...written, ...emailOf(written, before, known) }
  refuseClosed(employee, before, known)
  refuseUnknown('role', input.roles, Object.keys(current.model.roles))
  const calendars = input.calendar === undefined ? [] : [input.calendar]
  refuseUnknown('calendar', calendars, Object.keys(current.model.calendars))
  const losesRight = before !== undefined && mayEditEverybody(before) && !mayEditEverybody(employee)
  if (losesRight) await saveBesideEditor(people, employee, { known, over })
  else if (!(await people.saveEmployee(employee, over))) throw peopleRefusal('precondition_failed.people', { id })
  return employee
}

function refuseClosed(employee: Employee, before: Employee | undefined, known: People): void {
  if (!comesToClosed(employee, before, known)) return
  const { department } = employee
  throw departmentsRefusal('department_closed', { name: known.departments[department ?? '']?.name ?? department ?? '' })
}

function refuseAbsences({ id, absences = [] }: Employee, before: Employee | undefined, { employees }: People): void {
  for (const { deputy } of absences) {
    if (deputy === undefined || Object.hasOwn(employees, deputy)) continue
    throw peopleRefusal('employee_unknown.deputy', { id: deputy })
  }
  const fault = absenceFault(id, absences, before?.absences ?? [])
  switch (fault?.kind) {
    case 'days':
      throw peopleRefusal('field_value.absence_days', { from: fault.absence.from, to: fault.absence.to })
    case 'self':
      throw peopleRefusal('field_value.absence_self')
    case 'overlap':
      throw peopleRefusal('field_value.absence_overlap', { from: fault.other.from, to: fault.other.to })
    case undefined:
  }
}

/**
 * The address as it is kept: without blanks and a name around it. One of two people would let neither of them in. What
 * somebody had already stays, whoever else has it.
 */
function emailOf({ id, email, active }: Employee, before: Employee | undefined, { employees }: People): EmailPart {
  if (email === undefined) return {}
  const isKnown = before?.email === email
  if (email === '' || (isKnown && before.active === active)) return { email }
  const address = mailText(email)
  if (address === undefined && !isKnown) throw peopleRefusal('field_value.email', { email })
  const kept = address !== undefined && /[<>:]/.test(email) ? address : email.trim()
  const other = employeesAt(employees, email).find((one) => one.id !== id)
  if (active && other !== undefined) throw peopleRefusal('field_value.email_taken', { email: kept, name: other.name })
  return { email: kept }
}

type EmailPart = Pick<Employee, 'email'>

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
  throw peopleRefusal('last_people_editor', { name: known.employees[employee.id]?.name ?? employee.name })
}

/** Refuses the first name that is none of those there are, with these. */
export function refuseUnknown(thing: 'role' | 'calendar', named: readonly string[], known: readonly string[]): void {
  const wrong = named.find((id) => !known.includes(id))
  if (wrong === undefined) return
  throw peopleRefusal(`field_value.${thing}`, { id: wrong, known }, { known })
}
