import { setTimeout as pause } from 'node:timers/promises'

import type { Ports } from '#ports/ports'

/** The sellers of the company that is measured. */
export const sellers: readonly string[] = Array.from({ length: 12 }, (_, no) => `seller_${no + 1}`)

/** The department they are in. */
export const department = 'sales'

/** Hires twelve sellers, and somebody for every other role, into the company the product has founded. */
export async function hire(ports: Ports): Promise<void> {
  await ports.people.saveDepartment({ id: department, name: 'Sales', parent: 'company', head: 'admin' })
  const person = (id: string, roles: string[]) => ({ id, name: id, department, roles, active: true })
  await Promise.all(sellers.map((id) => ports.people.saveEmployee(person(id, ['b2b_hunters']))))
  const office = ['lawyer', 'accountant', 'logistics', 'quality']
  await Promise.all(office.map((role) => ports.people.saveEmployee(person(role, [role]))))
  // Everything is asked for as the administrator, who writes what the accountant and the sellers of these deals write.
  const { admin } = (await ports.people.load()).employees
  if (admin !== undefined) await ports.people.saveEmployee({ ...admin, roles: ['accountant', 'b2c_team'] })
  // Norma remembers who works here for a second.
  await pause(1_100)
}

/** The seller whose turn it is. */
export function sellerNo(no: number): string {
  return sellers[no % sellers.length] ?? ''
}
