import { doorRefusal } from './words/door-refusal'
import { employeeCaller, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'

import type { Operation } from './operation'
import type { VerifyToken } from './tokens'

/** Who asks, with everybody in the company as it is now. */
export type Asker = { readonly caller: Caller; readonly people: People }

/** Finds out who sent a token and whether they have the right that is needed; the same for the API and for pages. */
export async function whoAsks(
  token: string | undefined,
  right: Operation['right'],
  { ports, verifyToken }: { readonly ports: Pick<Ports, 'people'>; readonly verifyToken: VerifyToken },
): Promise<Asker> {
  if (right === 'public') return { caller: nobody, people: { employees: {}, departments: {} } }
  if (token === undefined) {
    throw doorRefusal('unauthenticated')
  }
  const subject = await verifyToken(token)
  const people = await ports.people.load()
  const employee = Object.hasOwn(people.employees, subject) ? people.employees[subject] : undefined
  if (employee?.active !== true) {
    throw doorRefusal('unauthenticated.nobody', { subject })
  }
  const caller = employeeCaller(employee, people.departments)
  if (right === 'signed_in' || caller.reach[right] !== 'none') return { caller, people }
  throw doorRefusal('forbidden.right', { right })
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/=-]+) *$/i.exec(header ?? '')?.[1]
}

const nobody: Caller = {
  actor: { kind: 'system', id: 'public' },
  employee: null,
  roles: [],
  reach: {
    deals_read: 'none',
    deals_edit: 'none',
    plan_read: 'none',
    plan_edit: 'none',
    books_edit: 'none',
    people_edit: 'none',
    rules_edit: 'none',
    import: 'none',
    clients_read: 'none',
    clients_edit: 'none',
    clients_contacts: 'none',
    clients_know: 'none',
    clients_merge: 'none',
    channels_edit: 'none',
  },
}
