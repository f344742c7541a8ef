import { employeeCaller, type Caller } from '#domain/kernel/access'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Ports } from '#ports/ports'
import type { Actor } from '#schemas/event'

/**
 * Whoever asked for something that is done later, with the rights they have now. Refuses whoever has left, and whatever is
 * nobody who works here: what a key of a program reaches is not known later.
 */
export async function callerBehind({ people }: Pick<Ports, 'people'>, actor: Actor): Promise<Caller> {
  const { employees, departments } = await people.load()
  const employee = actor.kind === 'employee' && Object.hasOwn(employees, actor.id) ? employees[actor.id] : undefined
  if (employee === undefined || !employee.active)
    throw peopleRefusal('employee_inactive', { name: employee?.name ?? actor.id })
  return employeeCaller(employee, departments)
}
