import type { Actor } from '#schemas/event'
import type { Department, Employee } from '#schemas/people'
import { rightKinds, type Reach, type RightKind } from '#schemas/people-names'

import { departmentsLed, isOpenDepartment } from './departments-led'

/** Who asks and how far each of their rights reaches. */
export type Caller = {
  readonly actor: Actor
  /** Null for an integration, a rule or the system. */
  readonly employee: string | null
  readonly roles: readonly string[]
  readonly reach: Readonly<Record<RightKind, Reach>>
  /** Does what any of the people might whom the rules name: for whoever tries rules, not rights. */
  readonly asAnybody?: true
}

/** Who works here, and in which departments. */
export type Org = {
  readonly employees: Readonly<Record<string, Employee>>
  readonly departments: Readonly<Record<string, Department>>
}

/** Every right, as far as this. */
export function everywhere(reach: Reach): Caller['reach'] {
  return Object.fromEntries(rightKinds.map((kind) => [kind, reach])) as Caller['reach']
}

const everything = everywhere('all')

/** The caller an employee is: own things by default, the department and those below for its head, plus explicit rights. */
export function employeeCaller(employee: Employee, departments: Org['departments']): Caller {
  const leads = departmentsLed(employee.id, departments).length > 0
  const reach: Reach = leads ? 'department_below' : 'own'
  const isAdministrator = employee.rights?.people_edit === 'all'
  return {
    actor: { kind: 'employee', id: employee.id },
    employee: employee.id,
    roles: employee.roles,
    reach: {
      deals_read: reach,
      deals_edit: reach,
      plan_read: reach,
      plan_edit: leads ? 'department_below' : 'none',
      books_edit: 'none',
      people_edit: 'none',
      rules_edit: 'none',
      import: 'none',
      clients_read: reach,
      clients_edit: reach,
      clients_contacts: reach,
      clients_know: 'all',
      clients_merge: reach,
      export: leads || isAdministrator ? 'all' : 'none',
      audit_read: isAdministrator ? 'all' : reach,
      channels_edit: 'none',
      recordings_hear: leads ? 'department_below' : 'own',
      ...employee.rights,
    },
  }
}

/** The system as it founds a company, before anybody is there. */
export const firstStart = 'first start'

/**
 * The system itself, a rule of the file or an import: reaches everything, passes the same gates. What won deals count for is
 * nothing that a rule corrects.
 */
export function systemCaller(kind: 'automation' | 'import' | 'system', id: string): Caller {
  const reach: Caller['reach'] = kind === 'automation' ? { ...everything, books_edit: 'none' } : everything
  return { actor: { kind, id }, employee: null, roles: [], reach }
}

/** Whether somebody may take out as a file what they may see. */
export function mayExport({ reach }: Pick<Caller, 'reach'>): boolean {
  return reach.export === 'all'
}

/** Whether a right reaches something that belongs to `owner`. Deny by default. */
export function reaches(caller: Caller, right: RightKind, owner: string, org: Org): boolean {
  return (
    reachesDepartment(caller, right, org.employees[owner]?.department ?? null, org) || ownThing(caller, right, owner)
  )
}

/** Whether a right reaches everything of a department. */
export function reachesDepartment(caller: Caller, right: RightKind, department: string | null, org: Org): boolean {
  const reach = caller.reach[right]
  if (reach === 'all') return true
  if (reach === 'none' || reach === 'own' || caller.employee === null || department === null) return false
  const roots = departmentsOf(caller.employee, org)
  if (reach === 'department') return roots.has(department)
  return [...ancestors(department, org)].some((id) => roots.has(id))
}

/** The department above somebody: the head of the nearest department, upwards, that is led by another active person. */
export function managerOf(employee: string, org: Org): string | null {
  const own = org.employees[employee]?.department ?? null
  for (const id of own === null ? [] : ancestors(own, org)) {
    const head = headOf(id, org)
    if (head !== null && head !== employee && org.employees[head]?.active === true) return head
  }
  return null
}

/** Whether a caller is who the rules name for a deal of `owner`: that owner, the head above them, or somebody in the role. */
export function isNamed({ employee, roles }: Caller, name: string, owner: string, org: Org): boolean {
  if (name === 'owner') return employee === owner
  if (name === 'owner_manager') return employee !== null && employee === managerOf(owner, org)
  return roles.includes(name)
}

function ownThing(caller: Caller, right: RightKind, owner: string): boolean {
  return caller.employee === owner && caller.reach[right] !== 'none'
}

function departmentsOf(employee: string, org: Org): ReadonlySet<string> {
  const led = departmentsLed(employee, org.departments)
  const own = org.employees[employee]?.department ?? null
  return new Set([...led.map((department) => department.id), ...(own === null ? [] : [own])])
}

/** Who leads a department: nobody where it was closed. */
export function headOf(department: string, { departments }: Org): string | null {
  const one = departments[department]
  return isOpenDepartment(one) ? (one?.head ?? null) : null
}

/** A department with all above it, the nearest first. */
export function ancestors(department: string, org: Org): ReadonlySet<string> {
  const seen = new Set<string>()
  for (let id: string | null = department; id !== null && !seen.has(id); id = org.departments[id]?.parent ?? null) {
    seen.add(id)
  }
  return seen
}
