import { employeesAt } from '#domain/people/employees-at'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Entry } from '#ports/entry'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { readInvitation } from './invite-employee'
import { endSessions } from './sessions'

type Needs = Pick<Ports, 'entry' | 'people' | 'clock'>

/** Who somebody is at the company's provider, as it says; `email` only when the provider has seen that it is theirs. */
export type Account = { readonly issuer: string; readonly subject: string; readonly email: string | undefined }

/**
 * Whose a company account is. The first sign-in binds it, by a link or by the e-mail address of an employee: from then on
 * issuer and subject say who it is, whatever becomes of the address. Nobody is bound to two accounts, and no account to two.
 */
export async function employeeBehind(ports: Needs, account: Account, code?: string): Promise<Employee> {
  const { employees } = await ports.people.load()
  const bound = await ports.entry.boundTo(account.issuer, account.subject)
  if (code !== undefined) return bindInvited(ports, account, { code, bound })
  if (bound !== undefined) {
    const known = Object.hasOwn(employees, bound) ? employees[bound] : undefined
    if (known?.active !== true) throw entryRefusal('unauthenticated.not_invited', { email: account.email ?? bound })
    return known
  }
  const employee = employeeAt(employees, account.email)
  const entry = await ports.entry.find(employee.id)
  if (entry.identity !== undefined) throw entryRefusal('unauthenticated.bound', { name: employee.name })
  await bind(ports, employee, entry, account)
  return employee
}

async function bindInvited(
  ports: Needs,
  account: Account,
  { code, bound }: { readonly code: string; readonly bound: string | undefined },
): Promise<Employee> {
  const employee = await readInvitation(ports, code)
  if (bound !== undefined && bound !== employee.id) {
    const { employees } = await ports.people.load()
    throw entryRefusal('unauthenticated.bound_other', { name: employees[bound]?.name ?? bound })
  }
  const { invitation: _used, ...entry } = await ports.entry.find(employee.id)
  await readInvitation(ports, code)
  await bind(ports, employee, entry, account)
  await endSessions(ports, employee.id)
  return employee
}

function employeeAt(employees: Readonly<Record<string, Employee>>, email: string | undefined): Employee {
  if (email === undefined || email.trim() === '') throw entryRefusal('unauthenticated.no_email')
  const [first, second] = employeesAt(employees, email)
  if (first === undefined) throw entryRefusal('unauthenticated.not_invited', { email })
  if (second !== undefined) throw entryRefusal('unauthenticated.two_invited', { email })
  return first
}

async function bind(
  { entry: store, clock }: Needs,
  { id, name }: Employee,
  entry: Entry,
  { issuer, subject }: Account,
): Promise<void> {
  const { identity: before } = entry
  const identity = { issuer, subject, at: clock.now() }
  const next = { ...entry, identity, rev: entry.rev + 1 }
  const isSame = before?.issuer === issuer && before.subject === subject
  const isBound = isSame ? await store.save(id, next) : await store.bind(id, next, before)
  if (!isBound) throw entryRefusal('unauthenticated.bound', { name })
}
