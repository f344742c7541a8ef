import { doorRefusal } from './words/door-refusal'
import { employeeCaller, everywhere, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'

import type { Operation } from './operation'
import type { VerifyToken } from './tokens'

/** Who asks, with everybody in the company as it is now. */
export type Asker = { readonly caller: Caller; readonly people: People }

/** How the keys of programs begin. */
const keyBegins = 'norma_k'

/**
 * Finds out who sent a token, or a key, and whether they have the right that is needed; the same for the API and for pages.
 */
export async function whoAsks(
  token: string | undefined,
  { right, forKeys }: Pick<Operation, 'right' | 'forKeys'>,
  {
    ports,
    verifyToken,
  }: { readonly ports: Pick<Ports, 'people' | 'clock' | 'keyholders'>; readonly verifyToken: VerifyToken },
): Promise<Asker> {
  if (right === 'public') return { caller: nobody, people: { employees: {}, departments: {} } }
  if (token === undefined) {
    throw doorRefusal('unauthenticated')
  }
  if (token.startsWith(keyBegins)) {
    // People have no keys: what looks at them is loaded for the first program.
    return (await import('./key-asks')).keyAsks(token, { right, ...(forKeys === undefined ? {} : { forKeys }) }, ports)
  }
  const subject = await verifyToken(token)
  const people = await ports.people.load()
  const employee = Object.hasOwn(people.employees, subject) ? people.employees[subject] : undefined
  if (employee?.active !== true) {
    throw doorRefusal('unauthenticated.nobody', { subject })
  }
  const caller = employeeCaller(employee, people.departments)
  if (right === 'signed_in' || caller.reach[right] !== 'none') return { caller, people }
  throw doorRefusal('forbidden.right', { right }, { right })
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/=-]+) *$/i.exec(header ?? '')?.[1]
}

const nobody: Caller = {
  actor: { kind: 'system', id: 'public' },
  employee: null,
  roles: [],
  reach: everywhere('none'),
}
