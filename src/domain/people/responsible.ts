import { managerOf } from '#domain/kernel/access'
import type { Fields, FieldValue } from '#schemas/deal'
import { personFieldOf } from './person-field'
import type { Department, Employee } from '#schemas/people'

export type Org = {
  readonly employees: Readonly<Record<string, Employee>>
  readonly departments: Readonly<Record<string, Department>>
}

/**
 * Who gets a task. `fallback` is a sentence for the head when nobody was in the role; `standsInFor` is the person whose
 * task it is and who is away on that day.
 */
export type Responsible = {
  readonly employee: string
  readonly standsInFor?: string
  readonly fallback?: string
}

type Question = {
  readonly owner: string
  readonly seed: string
  readonly on: string
  readonly org: Org
  /** What the deal holds, for rules that ask whoever a field names. */
  readonly fields?: Fields
  /** Set when the rule lets its tasks wait for people who are away. */
  readonly waits?: boolean
}

/**
 * Who does what a rule says `by`, on that day. Several people in a role share its tasks evenly by `seed`, the same for
 * whoever computes it. Nobody in the role: the owner's head gets it, and it is said so. Somebody who is away is stood in
 * for by their deputy, unless the rule says to wait. Always a person.
 */
export function responsibleFor(by: string, question: Question): Responsible {
  const { on, org, waits = false } = question
  const found = personFor(by, question)
  const deputy = waits ? undefined : deputyOf(found.employee, on, org)
  return deputy === undefined ? found : { ...found, employee: deputy, standsInFor: found.employee }
}

/** Who stands in for somebody on a day: the deputy of their absence, if that person works here and is not away too. */
export function deputyOf(employee: string, on: string, org: Org): string | undefined {
  const deputy = absenceOn(employee, on, org)?.deputy
  if (deputy === undefined || deputy === employee || org.employees[deputy]?.active !== true) return undefined
  return absenceOn(deputy, on, org) === undefined ? deputy : undefined
}

/** The people that a rule names by `owner`, `owner_manager` or roles, as of that day; deputies of those who are away. */
export function peopleFor(
  names: readonly string[],
  { owner, on, org }: { owner: string; on: string; org: Org },
): readonly string[] {
  const named = names.flatMap((name) =>
    name === 'owner' || name === 'owner_manager'
      ? [personFor(name, { owner, seed: '', on, org }).employee]
      : membersOf(name, on, org),
  )
  return [...new Set(named.map((person) => deputyOf(person, on, org) ?? person))]
}

function personFor(by: string, { owner, seed, on, org, fields }: Question): Responsible {
  if (by === 'owner') return ownerOrHead(owner, org)
  const field = personFieldOf(by)
  if (field !== undefined) return namedOrHead(field, fields?.[field], { owner, org })
  if (by === 'owner_manager') return { employee: managerOf(owner, org) ?? owner }
  const members = membersOf(by, on, org)
  const member = members[spread(seed) % Math.max(1, members.length)]
  if (member !== undefined) return { employee: member }
  return {
    employee: managerOf(owner, org) ?? owner,
    fallback: `Nobody is in the role “${by}”, so the task went to the owner’s head.`,
  }
}

/** Whoever a field names; as for an empty role the owner's head where it names nobody who works here. */
function namedOrHead(
  field: string,
  named: FieldValue | undefined,
  { owner, org }: { readonly owner: string; readonly org: Org },
): Responsible {
  if (typeof named === 'string' && org.employees[named]?.active === true) return { employee: named }
  const isEmpty = named === undefined || named === null || named === ''
  const why = isEmpty ? `Nobody is named in the field “${field}”` : `“${named}” in the field “${field}” is not active`
  return { employee: managerOf(owner, org) ?? owner, fallback: `${why}, so the task went to the owner’s head.` }
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

/** The absence that covers a day of somebody's, if there is one. */
export function absenceOn(employee: string, on: string, org: Org) {
  return org.employees[employee]?.absences?.find((absence) => absence.from <= on && on <= absence.to)
}

function spread(seed: string): number {
  let sum = 7
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 2_147_483_647
  return sum
}
