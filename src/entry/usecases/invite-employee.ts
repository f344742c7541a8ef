import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { Invitation } from '#schemas/entry'
import type { Employee } from '#schemas/people'

import { changeEntry } from './change-entry'
import { isSecret, newSecret, secretHash } from './secrets'

const goodForMs = 7 * 86_400_000

/**
 * A link by which somebody comes in and chooses a password or a passkey; good once, for a week, and only the newest of
 * theirs. Nobody else may hand it out than whoever may change people: who has it is that person.
 */
export async function inviteEmployee(
  ports: Pick<Ports, 'entry' | 'people' | 'clock' | 'ways'>,
  caller: Caller,
  id: string,
): Promise<Invitation> {
  if (caller.reach.people_edit !== 'all') throw entryRefusal('forbidden.invite')
  const { by } = ports.ways
  if (by === 'picker') throw entryRefusal('ways_elsewhere.picker')
  if (by === 'elsewhere') throw entryRefusal('ways_elsewhere.provider')
  const { employees } = await ports.people.load()
  const employee = Object.hasOwn(employees, id) ? employees[id] : undefined
  if (employee === undefined) throw peopleRefusal('employee_unknown', { id })
  if (!employee.active) throw peopleRefusal('employee_inactive', { name: employee.name })
  const secret = newSecret()
  const at = ports.clock.now()
  const expiresAt = new Date(Date.parse(at) + goodForMs).toISOString()
  const invitation = { hash: secretHash(secret), expiresAt, by: caller.actor.id, at }
  await changeEntry(ports, id, (entry) => ({ ...entry, invitation }))
  return { employee: id, path: `/app/invitation/${id}~${secret}`, expiresAt }
}

/** Whom a link invites; refuses with `invitation_unknown` when it is not good (any more). */
export async function readInvitation(
  { entry, people, clock }: Pick<Ports, 'entry' | 'people' | 'clock'>,
  code: string,
): Promise<Employee> {
  const { id, secret } = partsOf(code)
  const { employees } = await people.load()
  const employee = Object.hasOwn(employees, id) ? employees[id] : undefined
  if (employee?.active !== true) throw entryRefusal('invitation_unknown')
  const { invitation } = await entry.find(id)
  const isGood = invitation !== undefined && isSecret(secret, invitation.hash) && invitation.expiresAt > clock.now()
  if (!isGood) throw entryRefusal('invitation_unknown')
  return employee
}

function partsOf(code: string): { readonly id: string; readonly secret: string } {
  const cut = code.lastIndexOf('~')
  return { id: code.slice(0, Math.max(cut, 0)), secret: code.slice(cut + 1) }
}
