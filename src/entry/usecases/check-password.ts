import { mailKey } from '#domain/kernel/mail'
import { employeesAt } from '#domain/people/employees-at'
import type { Attempts } from '#entry/domain/attempts'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { isPassword } from './secrets'
import { slowedDown } from './slow-down'

/**
 * Who somebody is by a name (id or e-mail) and a password. Says no in the same words and after the same time whether the
 * name, the password or both are wrong; who fails again and again has to wait.
 */
export async function checkPassword(
  { entry, people, clock }: Pick<Ports, 'entry' | 'people' | 'clock'>,
  attempts: Attempts,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Employee> {
  // However an address is spelled, it is one name of one person: each spelling has no attempts of its own.
  const asked = mailKey(name)
  const employee = await slowedDown({ entry, clock }, { attempts, name: asked }, async () => {
    const found = employeeCalled((await people.load()).employees, asked)
    const { password: kept } = await entry.find(found?.id ?? '')
    return (await isPassword(password, kept)) ? found : undefined
  })
  if (employee === undefined) throw entryRefusal('unauthenticated.password')
  return employee
}

/** Somebody who works here by their id, in small letters, or their e-mail; an e-mail that two share names nobody. */
export function employeeCalled(employees: Readonly<Record<string, Employee>>, asked: string): Employee | undefined {
  const byId = Object.hasOwn(employees, asked) ? employees[asked] : undefined
  if (byId?.active === true) return byId
  const byEmail = asked.includes('@') ? employeesAt(employees, asked) : []
  return byEmail.length === 1 ? byEmail[0] : undefined
}
