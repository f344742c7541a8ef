import { employeeCaller, systemCaller, type Caller } from '#domain/kernel/access'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Ports } from '#ports/ports'
import type { Actor } from '#schemas/event'

/** Whoever asked for something that is done later, with the rights they have now. Refuses whoever has left. */
export async function callerBehind({ people }: Pick<Ports, 'people'>, actor: Actor): Promise<Caller> {
  if (actor.kind !== 'employee') return systemCaller('import', actor.id)
  const { employees, departments } = await people.load()
  const employee = employees[actor.id]
  if (employee === undefined || !employee.active)
    throw peopleRefusal('employee_inactive', { name: employee?.name ?? actor.id })
  return employeeCaller(employee, departments)
}
