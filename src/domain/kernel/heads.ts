import { ancestors, headOf, type Org } from './access'
import { openDepartments } from './departments-led'

/**
 * Everybody above somebody, the nearest first: who leads their department and those above it, and works here. Where there
 * is nobody, the head of the company; none where that is they themselves.
 */
export function headsOf(employee: string, org: Org): readonly string[] {
  const own = org.employees[employee]?.department ?? null
  const above = (own === null ? [] : [...ancestors(own, org)]).flatMap((id) => headOf(id, org) ?? [])
  const heads = [...new Set(above)].filter((head) => head !== employee && org.employees[head]?.active === true)
  const top = heads.length > 0 ? null : companyHead(org)
  return top === null || top === employee ? heads : [top]
}

/**
 * The head of the company: whoever leads a department with none above it, else somebody who may change people, else anybody
 * who works here; null where nobody does.
 */
export function companyHead({ employees, departments }: Org): string | null {
  const heads = openDepartments(departments).flatMap(({ parent, head }) =>
    parent === null && head !== null ? [head] : [],
  )
  const active = Object.values(employees).filter((one) => one.active)
  const mayEdit = active.filter((one) => one.rights?.people_edit === 'all')
  const found = heads.toSorted().find((head) => employees[head]?.active === true)
  return found ?? [...mayEdit, ...active].map(({ id }) => id)[0] ?? null
}

/** Whether somebody works in the department of another, or leads it or one above it. */
export function isNear(employee: string, other: string, org: Org): boolean {
  const department = org.employees[other]?.department ?? null
  if (department === null) return false
  const leads = [...ancestors(department, org)].some((id) => headOf(id, org) === employee)
  return leads || org.employees[employee]?.department === department
}
