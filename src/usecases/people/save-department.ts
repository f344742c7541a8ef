import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Over } from '#ports/over'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Department } from '#schemas/people'

import { refuseMeaning, refuseOddId } from '#usecases/wellformed-id'

/** Writes what a department is now, new or changed. Its head and the one above must exist, and it cannot be below itself. With `over`, only over that. */
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
  if (!(await people.saveDepartment(department, over))) throw peopleRefusal('precondition_failed.people', { id })
  return department
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
