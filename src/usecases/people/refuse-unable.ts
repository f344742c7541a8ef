import { lackedRight, type GivenKind } from '#domain/giving/lacked-right'
import type { People } from '#ports/people'

/** Refuses to give a deal or a client to somebody here who could not work with it, with the right that they lack. */
export async function refuseUnable(kind: GivenKind, { employees, departments }: People, id: string): Promise<void> {
  const employee = employees[id]
  const right = employee === undefined ? undefined : lackedRight(kind, employee, departments)
  if (employee === undefined || right === undefined) return
  // What is said is loaded where something is refused: most things are given to whoever works with them.
  const { givingRefusal } = await import('#domain/giving/words/giving-refusal')
  throw givingRefusal(`employee_lacks_right.${kind}`, { name: employee.name, right }, { employee: id, right })
}
