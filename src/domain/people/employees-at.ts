import { mailKey } from '#domain/kernel/mail'
import type { Employee } from '#schemas/people'

/** Whoever works here and has an e-mail address, however it is spelled here and there. */
export function employeesAt(employees: Readonly<Record<string, Employee>>, address: string): readonly Employee[] {
  const key = mailKey(address)
  if (key === '') return []
  return Object.values(employees).filter(({ active, email = '' }) => active && mailKey(email) === key)
}

/** Addresses that several who work here have, as it is spelled at the first of them, and who they are. */
export function sharedAddresses(
  employees: Readonly<Record<string, Employee>>,
): ReadonlyMap<string, readonly Employee[]> {
  const byKey = new Map<string, Employee[]>()
  for (const one of Object.values(employees)) {
    const key = one.active ? mailKey(one.email ?? '') : ''
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  const shared = [...byKey.values()].filter((all) => all.length > 1)
  return new Map(shared.map((all) => [all[0]?.email?.trim() ?? '', all]))
}
