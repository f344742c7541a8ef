import { tiesOf } from '#domain/departments/department-ties'
import {
  departmentsRefusal,
  departmentsRefusalOf,
  departmentsSaying,
} from '#domain/departments/words/departments-refusal'
import { isOpenDepartment } from '#domain/kernel/departments-led'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Over } from '#ports/over'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Department } from '#schemas/people'

import { refuseMeaning, refuseOddId } from '#usecases/wellformed-id'

/**
 * Writes what a department is now, new or changed. Its head and the one above must exist, and it cannot be below itself. It
 * is closed only when nobody works in it and no open one is below it, and open only below an open one. With `over`, only
 * over that.
 */
export async function saveDepartment(
  { people }: Pick<Ports, 'people'>,
  caller: Caller,
  { id, ...input }: Department,
  over?: Over<Department>,
): Promise<Department> {
  if (caller.reach.people_edit !== 'all') throw peopleRefusal('forbidden.people')
  refuseOddId(id)
  const known = await people.load()
  if (!Object.hasOwn(known.departments, id)) refuseMeaning(id)
  if (input.head !== null && !Object.hasOwn(known.employees, input.head)) {
    throw peopleRefusal('employee_unknown.head', { id: input.head })
  }
  refuseCycle(id, input.parent, known)
  const department = { id, ...input }
  if (isOpenDepartment(department)) refuseClosedAbove(department, known)
  else refuseInUse(department, known)
  if (!(await people.saveDepartment(department, over))) throw peopleRefusal('precondition_failed.people', { id })
  return department
}

/** One that lay below a closed one before stays there: it is there by chance, and its name can be mended. */
function refuseClosedAbove({ id, name, parent }: Department, { departments }: People): void {
  const above = parent === null ? undefined : departments[parent]
  if (above === undefined || isOpenDepartment(above)) return
  const before = Object.hasOwn(departments, id) ? departments[id] : undefined
  if (before?.parent === parent && isOpenDepartment(before)) return
  throw departmentsRefusal('department_closed.parent', { name, parent: above.name })
}

/** Everything that keeps it open is told at once. */
function refuseInUse({ id, name }: Department, known: People): void {
  const { people, below } = tiesOf(id, known)
  const namesOf = (all: readonly { readonly name: string }[]) => all.map((one) => one.name)
  const [first, ...others] = [
    ...(people.length === 0 ? [] : [departmentsSaying('department_in_use.people', { name, named: namesOf(people) })]),
    ...(below.length === 0 ? [] : [departmentsSaying('department_in_use.below', { name, named: namesOf(below) })]),
  ]
  if (first === undefined) return
  const ids = (all: readonly { readonly id: string }[]) => all.map((one) => one.id)
  throw departmentsRefusalOf([first, ...others], { people: ids(people), below: ids(below) })
}

function refuseCycle(id: string, parent: string | null, { departments }: People): void {
  if (parent === null) return
  const seen: string[] = []
  for (
    let above: string | null = parent;
    above !== null && !seen.includes(above);
    above = departments[above]?.parent ?? null
  ) {
    if (above === id) {
      const nameOf = (one: string) => departments[one]?.name ?? one
      if (parent === id) throw peopleRefusal('department_cycle.self', { name: nameOf(id) })
      throw peopleRefusal('department_cycle', { parent: nameOf(parent), name: nameOf(id) })
    }
    if (!Object.hasOwn(departments, above)) {
      throw peopleRefusal('field_value.parent', { id: above })
    }
    seen.push(above)
  }
}
