import type { Org } from '#domain/kernel/access'
import { isOpenDepartment, openDepartments } from '#domain/kernel/departments-led'
import type { Department, Employee } from '#schemas/people'

/** What keeps a department from being closed: who works in it, and which open departments are right below it. */
export type DepartmentTies = { readonly people: readonly Employee[]; readonly below: readonly Department[] }

/** Who works in a department and which open ones are right below it, by name; it can be closed when there are neither. */
export function tiesOf(id: string, { employees, departments }: Org): DepartmentTies {
  return {
    people: Object.values(employees)
      .filter(({ active, department }) => active && department === id)
      .toSorted(byName),
    below: openDepartments(departments)
      .filter(({ parent }) => parent === id)
      .toSorted(byName),
  }
}

/**
 * Whether somebody is put into a department that is closed: they come to it, or come back to it. Whoever was left in one
 * stays until they are moved.
 */
export function comesToClosed(employee: Employee, before: Employee | undefined, { departments }: Org): boolean {
  const { department, active } = employee
  if (department === null || isOpenDepartment(departments[department])) return false
  return department !== before?.department || (active && !before.active)
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name)
}
