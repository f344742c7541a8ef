import { leastLength, mostLength, passwordFault } from '#entry/domain/password-fault'
import type { Attempts } from '#entry/domain/attempts'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { changeEntry } from './change-entry'
import { readInvitation } from './invite-employee'
import { endSessions } from './sessions'
import { hashPassword, isPassword } from './secrets'
import { slowedDown } from './slow-down'

type Needs = Pick<Ports, 'entry' | 'people' | 'clock'>

/** A password as it was typed, twice. */
export type Typed = { readonly password: string; readonly again: string }

/** Takes a link: its password is theirs from now on, the link is used up, and nobody is signed in as them any more. */
export async function takeInvitation(ports: Needs, code: string, typed: Typed): Promise<Employee> {
  const employee = await readInvitation(ports, code)
  await refuseWeak(ports, employee, typed)
  const password = await hashPassword(typed.password, ports.clock.now())
  await spendInvitation(ports, code, employee, { password })
  return employee
}

/** Uses a link up, together with what somebody comes in with from now on: of two who take it at once one is refused. */
export async function spendInvitation(
  ports: Needs,
  code: string,
  employee: Employee,
  more: Partial<Pick<Awaited<ReturnType<Ports['entry']['find']>>, 'password' | 'passkeys'>>,
): Promise<void> {
  const { invitation: seen } = await ports.entry.find(employee.id)
  await readInvitation(ports, code)
  await changeEntry(ports, employee.id, ({ invitation, ...entry }) => {
    if (invitation === undefined || invitation.hash !== seen?.hash) throw entryRefusal('invitation_unknown')
    return { ...entry, ...more }
  })
  await endSessions(ports, employee.id)
}

type Change = Typed & { readonly present: string; readonly keep: string | undefined }

/** Gives somebody who knows their present password another one, and ends their other sessions; who guesses at it has to wait. */
export async function changePassword(
  ports: Needs,
  attempts: Attempts,
  { employee, present, keep, ...typed }: Change & { readonly employee: Employee },
): Promise<void> {
  const { password: before } = await ports.entry.find(employee.id)
  if (before !== undefined) {
    const name = `password of ${employee.id}`
    const isKnown = await slowedDown(ports, { attempts, name }, async () =>
      (await isPassword(present, before)) ? true : undefined,
    )
    if (isKnown === undefined) throw entryRefusal('field_value.password_wrong')
  }
  await refuseWeak(ports, employee, typed)
  const password = await hashPassword(typed.password, ports.clock.now())
  await changeEntry(ports, employee.id, (entry) => {
    // Changed, or closed because they left, while this was being made.
    if (entry.password?.hash !== before?.hash) throw entryRefusal('field_value.password_wrong')
    return { ...entry, password }
  })
  await endSessions(ports, employee.id, keep)
}

async function refuseWeak(
  { people }: Pick<Ports, 'people'>,
  { id, name, email = '' }: Employee,
  { password, again }: Typed,
): Promise<void> {
  const [{ dictionary }, { departments }] = await Promise.all([import('@zxcvbn-ts/language-common'), people.load()])
  const common = new Set<string | number>(dictionary['passwords-common'])
  const company = Object.values(departments).flatMap((one) => (one.parent === null ? [one.name] : []))
  const fault = passwordFault(password, {
    own: [id, name, email, ...company],
    isCommon: (text) => common.has(text),
  })
  switch (fault) {
    case 'short':
      throw entryRefusal('field_value.password_short', { least: leastLength })
    case 'long':
      throw entryRefusal('field_value.password_long', { most: mostLength })
    case 'common':
      throw entryRefusal('field_value.password_common')
    case 'digits':
      throw entryRefusal('field_value.password_digits')
    case 'simple':
      throw entryRefusal('field_value.password_simple')
    case 'own':
      throw entryRefusal('field_value.password_own')
    case undefined:
      if (password !== again) throw entryRefusal('field_value.password_again')
  }
}
