import { employeeCaller, type Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
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
    throw new Refusal('unauthenticated', 'Send a token: Authorization: Bearer, a space and the token.')
  }
  const subject = await verifyToken(token)
  const people = await ports.people.load()
  const employee = Object.hasOwn(people.employees, subject) ? people.employees[subject] : undefined
  if (employee?.active !== true) {
    throw new Refusal('unauthenticated', `“${subject}” does not work here, or does not any more.`)
  }
  const caller = employeeCaller(employee, people.departments)
  if (right === 'signed_in' || caller.reach[right] !== 'none') return { caller, people }
  throw new Refusal(
    'forbidden',
    `You do not have the right ${right}. Somebody who may change employees can give it to you.`,
  )
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
    people_edit: 'none',
    rules_edit: 'none',
    import: 'none',
  },
}
