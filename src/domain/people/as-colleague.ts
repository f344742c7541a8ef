import type { Caller } from '#domain/kernel/access'
import type { Employee } from '#schemas/people'

/**
 * An employee as somebody may see them: whole for whoever may change people, and for themselves; for colleagues who they
 * are, where they work and in which roles. Addresses, rights and absences are nobody else's business.
 */
export function asColleague(
  { reach, employee: own }: Pick<Caller, 'reach' | 'employee'>,
  employee: Employee,
): Employee {
  if (reach.people_edit === 'all' || own === employee.id) return employee
  const { id, name, department, roles, active } = employee
  return { id, name, department, roles, active }
}
