import type { Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Department } from '#schemas/people'
import type { SaveDepartment } from '#schemas/views'

import { refuseOddId } from '#usecases/wellformed-id'

/** Writes what a department is now, new or changed. Its head and the one above must exist, and it cannot be below itself. */
export async function saveDepartment(
  { people }: Pick<Ports, 'people'>,
  caller: Caller,
  id: string,
  input: SaveDepartment,
): Promise<Department> {
  if (caller.reach.people_edit !== 'all')
    throw new Refusal('forbidden', 'You may not change employees and departments.')
  refuseOddId(id)
  const known = await people.load()
  if (input.head !== null && !Object.hasOwn(known.employees, input.head)) {
    throw new Refusal('employee_unknown', `There is no employee “${input.head}” to lead it.`)
  }
  refuseCycle(id, input.parent, known)
  const department = { id, ...input }
  await people.saveDepartment(department)
  return department
}

function refuseCycle(id: string, parent: string | null, { departments }: People): void {
  const seen: string[] = []
  for (let above = parent; above !== null && !seen.includes(above); above = departments[above]?.parent ?? null) {
    if (above === id) throw new Refusal('department_cycle', `“${parent}” is “${id}” itself or below it already.`)
    if (!Object.hasOwn(departments, above)) {
      throw new Refusal('field_value', `There is no department “${above}” for it to be below.`)
    }
    seen.push(above)
  }
}
