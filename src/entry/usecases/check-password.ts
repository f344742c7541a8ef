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
  const asked = name.trim().toLowerCase()
  const employee = await slowedDown({ entry, clock }, { attempts, name: asked }, async () => {
    const found = employeeCalled((await people.load()).employees, asked)
    const { password: kept } = await entry.find(found?.id ?? '')
    return (await isPassword(password, kept)) ? found : undefined
  })
  if (employee === undefined) throw entryRefusal('unauthenticated.password')
  return employee
}

/** Somebody who works here by their id or their e-mail; an e-mail that two share names nobody. */
export function employeeCalled(employees: Readonly<Record<string, Employee>>, asked: string): Employee | undefined {
  const active = Object.values(employees).filter((one) => one.active)
  const byId = active.find(({ id }) => id === asked)
  const byEmail = active.filter(({ email }) => asked.includes('@') && email?.toLowerCase() === asked)
  return byId ?? (byEmail.length === 1 ? byEmail[0] : undefined)
}
