import { employeeCaller, type Caller } from '#domain/kernel/access'
import { departmentsLed, isOpenDepartment } from '#domain/kernel/departments-led'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { departmentTree, type Branch } from '#entry/domain/department-tree'
import { roleNeeds, type RoleNeeds } from '#entry/domain/role-needs'
import type { Entry } from '#ports/entry'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Department, Employee } from '#schemas/people'
import type { Task } from '#schemas/task'

/** Somebody as the People page shows them. */
export type Member = {
  readonly employee: Employee
  readonly reach: Caller['reach']
  readonly entry: Entry
  readonly leads: readonly string[]
}

/** A role of the file, who is in it, and what waits for somebody who is. */
export type RoleOfFile = {
  readonly id: string
  readonly name: string
  readonly people: readonly Employee[]
  readonly needs: RoleNeeds
}

export type Staff = {
  readonly tree: readonly Branch[]
  /** Departments that were closed and in which nobody works, by name. */
  readonly closed: readonly Department[]
  readonly members: readonly Member[]
  readonly roles: readonly RoleOfFile[]
}

/** Everybody, the departments as a tree, and the roles of the file, for whoever may change people. */
export async function readStaff(
  { rules, entry }: Pick<Ports, 'rules' | 'entry'>,
  caller: Caller,
  people: People,
): Promise<Staff> {
  if (caller.reach.people_edit !== 'all') throw peopleRefusal('forbidden.people')
  const employees = Object.values(people.employees)
  const [{ model }, entries] = await Promise.all([rules.current(), entry.findMany(employees.map(({ id }) => id))])
  const roles = Object.entries(model.roles).map(([id, { name }]) => ({
    id,
    name,
    people: employees.filter((one) => one.active && one.roles.includes(id)),
    needs: roleNeeds(model, id),
  }))
  const members = employees.map((employee) => memberOf(employee, entries[employee.id], people))
  return { ...departmentsOf(people), members: members.toSorted(byName), roles }
}

/** Whoever was left in a closed department is not hidden with it. */
function departmentsOf({ employees, departments }: People): Pick<Staff, 'tree' | 'closed'> {
  const inUse = new Set(
    Object.values(employees).flatMap(({ active, department }) => (active ? (department ?? []) : [])),
  )
  const isShown = (one: Department): boolean => isOpenDepartment(one) || inUse.has(one.id)
  const all = Object.values(departments)
  return {
    tree: departmentTree(Object.fromEntries(all.filter(isShown).map((one) => [one.id, one]))),
    closed: all.filter((one) => !isShown(one)).toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

/** Somebody, and what is open of theirs: so much of it as is given over at once. */
export async function readMember(
  { entry, deals, clients }: Pick<Ports, 'entry' | 'deals' | 'clients'>,
  caller: Caller,
  { people, id }: { readonly people: People; readonly id: string },
): Promise<
  Member & {
    readonly deals: readonly Deal[]
    readonly tasks: readonly Task[]
    readonly clients: number
    readonly more: boolean
  }
> {
  if (caller.reach.people_edit !== 'all') throw peopleRefusal('forbidden.people')
  const employee = Object.hasOwn(people.employees, id) ? people.employees[id] : undefined
  if (employee === undefined) throw peopleRefusal('employee_unknown', { id })
  const [its, owned, open, cards] = await Promise.all([
    entry.find(id),
    deals.byOwner({ owner: id, limit: atOnce }),
    deals.openTasks({ responsible: id, limit: atOnce }),
    clients.listOf({ owner: id, limit: atOnce + 1 }),
  ])
  return {
    ...memberOf(employee, its, people),
    deals: owned.items,
    // What somebody has as the owner of its deal goes with the deal.
    tasks: open.items.filter(({ role }) => role !== 'owner'),
    clients: Math.min(cards.length, atOnce),
    more: cards.length > atOnce || owned.cursor !== undefined || open.cursor !== undefined,
  }
}

const atOnce = 100

function memberOf(employee: Employee, entry: Entry | undefined, { departments }: People): Member {
  return {
    employee,
    reach: employeeCaller(employee, departments).reach,
    entry: entry ?? { rev: 0, passkeys: [] },
    leads: departmentsLed(employee.id, departments).map(({ name }) => name),
  }
}

function byName(one: Member, other: Member): number {
  return one.employee.name.localeCompare(other.employee.name)
}
