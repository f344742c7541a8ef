import { employeeCaller, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Rights } from '#schemas/people'
import { reaches, rightKinds, type Reach } from '#schemas/people-names'

import type { Operation } from './operation'
import { doorRefusal } from './words/door-refusal'

/** The right by which a program may ask an operation; undefined where none may. */
export function rightOfKeys({ right, forKeys }: Pick<Operation, 'right' | 'forKeys'>): Operation['forKeys'] {
  return right === 'signed_in' || right === 'public' ? forKeys : right
}

/**
 * Who a program is that shows a key: it acts for whoever answers for the key, in no role of theirs, and each right reaches as
 * far as the key says and not further than theirs does now.
 */
export async function keyAsks(
  shown: string,
  operation: Pick<Operation, 'right' | 'forKeys'>,
  ports: Pick<Ports, 'people' | 'clock' | 'keyholders'>,
): Promise<{ readonly caller: Caller; readonly people: People }> {
  const { id, responsible, scopes, outlives } = await ports.keyholders.behind(shown, ports.clock.now())
  const people = await ports.people.load()
  const employee = Object.hasOwn(people.employees, responsible) ? people.employees[responsible] : undefined
  if (employee === undefined || !(employee.active || outlives)) {
    throw doorRefusal('unauthenticated.nobody', { subject: responsible })
  }
  const { reach } = employeeCaller(employee, people.departments)
  const caller: Caller = {
    actor: { kind: 'integration', id },
    employee: employee.id,
    roles: [],
    reach: least(reach, scopes),
  }
  const right = rightOfKeys(operation)
  if (right === undefined) throw doorRefusal('forbidden.key')
  if (caller.reach[right] === 'none') throw doorRefusal('forbidden.key_right', { right })
  return { caller, people }
}

function least(reach: Caller['reach'], scopes: Rights): Caller['reach'] {
  const nearer = (one: Reach, other: Reach): Reach => (reaches.indexOf(one) < reaches.indexOf(other) ? one : other)
  const pairs = rightKinds.map((kind) => [kind, nearer(reach[kind], scopes[kind] ?? 'none')] as const)
  return Object.fromEntries(pairs) as Caller['reach']
}
