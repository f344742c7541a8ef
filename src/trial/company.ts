import { managerOf } from '#domain/kernel/access'
import { membersOf } from '#domain/people/responsible'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'
import type { Department, Employee } from '#schemas/people'
import type { TrialPerson } from './test-file'

/** The people in whose company something is tried. */
export type TrialCompany = { readonly employees: readonly Employee[]; readonly departments: readonly Department[] }

/** Everybody may do everything: what is tried are the rules, not the rights. */
const rights: NonNullable<Employee['rights']> = {
  deals_read: 'all',
  deals_edit: 'all',
  plan_read: 'all',
  plan_edit: 'all',
  import: 'all',
}

/**
 * The company of the people that are named, or one that is invented: an owner, their head, and one person in each role,
 * called as the role is. Owner and head are there in any case.
 */
export function companyOf(model: Model, named?: readonly TrialPerson[]): TrialCompany {
  const inRoles = Object.entries(model.roles).map(([id, { name }]): TrialPerson => ({ id, name, roles: [id] }))
  const people = named ?? inRoles
  const always: readonly TrialPerson[] = [
    { id: 'owner', name: 'The owner', roles: [] },
    { id: 'owner_manager', name: 'The owner’s head', roles: [] },
  ]
  const all = [...people, ...always.filter(({ id }) => people.every((one) => one.id !== id))]
  const managers = new Set(['owner_manager', ...all.flatMap(({ manager }) => manager ?? [])])
  const managerIn = ({ id, manager }: TrialPerson): string | undefined =>
    manager ?? (id === 'owner_manager' ? undefined : 'owner_manager')
  const teamOf = (person: TrialPerson): string | null => {
    const manager = managerIn(person)
    return manager === undefined ? null : `team_${manager}`
  }
  return {
    employees: all.map((person) => employeeOf(person, teamOf(person))),
    departments: [...managers].map((id) => {
      const head = all.find((one) => one.id === id)
      const above = head === undefined ? null : teamOf(head)
      return { id: `team_${id}`, name: `Team of ${id}`, parent: above === `team_${id}` ? null : above, head: id }
    }),
  }
}

function employeeOf({ id, name, roles, calendar, away }: TrialPerson, department: string | null): Employee {
  return {
    id,
    name,
    department,
    roles: [...roles],
    active: true,
    rights,
    ...(calendar === undefined ? {} : { calendar }),
    ...(away === undefined ? {} : { absences: [away] }),
  }
}

/** Whom a name means beside a deal: its owner, the owner’s head, whoever is in a role, or the person of that id. */
export function peopleNamed(name: string, owner: string, on: string, people: People): readonly string[] {
  if (name === 'owner') return [owner]
  if (name === 'owner_manager') return [managerOf(owner, people) ?? owner]
  if (people.employees[name] !== undefined) return [name]
  return membersOf(name, on, people)
}

/** What people call somebody beside a deal: owner, owner_manager, their only role, else their id. */
export function nameFor(person: string, owner: string, people: People): string {
  if (person === owner) return 'owner'
  const roles = people.employees[person]?.roles ?? []
  if (roles.includes(person) || roles.length !== 1) {
    return person === managerOf(owner, people) && roles.length === 0 ? 'owner_manager' : person
  }
  return `${person} (${roles[0]})`
}
