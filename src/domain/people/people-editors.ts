import type { Employee } from '#schemas/people'

/** Whether somebody works here and may change everybody: without one, nobody could ever be hired or given a right. */
export function mayEditEverybody({ active, rights }: Pick<Employee, 'active' | 'rights'>): boolean {
  return active && rights?.people_edit === 'all'
}

/** The ids of everybody who may change everybody, but for one. */
export function otherEditors(employees: Readonly<Record<string, Employee>>, but: string): readonly string[] {
  return Object.values(employees)
    .filter((one) => one.id !== but && mayEditEverybody(one))
    .map(({ id }) => id)
}

/** The same person, working here and with the right to change everybody. */
export function asEditor(employee: Employee): Employee {
  return { ...employee, active: true, rights: { ...employee.rights, people_edit: 'all' } }
}
