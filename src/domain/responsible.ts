import { managerOf } from './access'
import type { Department, Employee } from '#schemas/people'

export type Org = {
  readonly employees: Readonly<Record<string, Employee>>
  readonly departments: Readonly<Record<string, Department>>
}

/** Who gets a task. `fallback` is a sentence for the head when nobody was in the role. */
export type Responsible = { readonly employee: string; readonly fallback?: string }

/**
 * Who does what a rule says `by`, on that day. Several people in a role share its tasks evenly by `seed`, the same for
 * whoever computes it. Nobody in the role: the owner's head gets it, and it is said so. Always a person.
 */
export function responsibleFor(
  by: string,
  { owner, seed, on, org }: { owner: string; seed: string; on: string; org: Org },
): Responsible {
  if (by === 'owner') return ownerOrHead(owner, org)
  if (by === 'owner_manager') return { employee: managerOf(owner, org) ?? owner }
  const members = membersOf(by, on, org)
  const member = members[spread(seed) % Math.max(1, members.length)]
  if (member !== undefined) return { employee: standIn(member, on, org) }
  return {
    employee: managerOf(owner, org) ?? owner,
    fallback: `Nobody is in the role “${by}”, so the task went to the owner’s head.`,
  }
}

/** Active people in a role, by id, those who are away on that day only when everybody is. */
export function membersOf(role: string, on: string, org: Org): readonly string[] {
  const members = Object.values(org.employees)
    .filter((employee) => employee.active && employee.roles.includes(role))
    .map((employee) => employee.id)
    .toSorted()
  const present = members.filter((id) => absenceOn(id, on, org) === undefined)
  return present.length > 0 ? present : members
}

function ownerOrHead(owner: string, org: Org): Responsible {
  if (org.employees[owner]?.active === true) return { employee: owner }
  const head = managerOf(owner, org)
  if (head === null) return { employee: owner, fallback: `The owner “${owner}” is not active and has no head.` }
  return { employee: head, fallback: `The owner “${owner}” is not active, so the task went to their head.` }
}

function standIn(employee: string, on: string, org: Org): string {
  const deputy = absenceOn(employee, on, org)?.deputy
  return deputy !== undefined && org.employees[deputy]?.active === true ? deputy : employee
}

function absenceOn(employee: string, on: string, org: Org) {
  return org.employees[employee]?.absences?.find((absence) => absence.from <= on && on <= absence.to)
}

function spread(seed: string): number {
  let sum = 7
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 2_147_483_647
  return sum
}
