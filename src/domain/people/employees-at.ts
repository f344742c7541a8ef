import { mailKey } from '#domain/kernel/mail'
import type { Employee } from '#schemas/people'

/** Whoever works here and has an e-mail address, however it is spelled here and there. */
export function employeesAt(employees: Readonly<Record<string, Employee>>, address: string): readonly Employee[] {
  const key = mailKey(address)
  if (key === '') return []
  return Object.values(employees).filter(({ active, email = '' }) => active && mailKey(email) === key)
}
