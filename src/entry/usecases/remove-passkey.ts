import type { Caller } from '#domain/kernel/access'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { PasskeyRemoved } from '#schemas/entry'

import { changeEntry } from './change-entry'

/**
 * Forgets a passkey: for its owner and for whoever may change people. Nobody takes their own last way in away from themselves:
 * of a lost device somebody else does, who can make a link.
 */
export async function removePasskey(
  ports: Pick<Ports, 'entry'>,
  caller: Caller,
  { employee, passkey }: { readonly employee: string; readonly passkey: string },
): Promise<PasskeyRemoved> {
  if (caller.employee !== employee && caller.reach.people_edit !== 'all') {
    throw entryRefusal('forbidden.sessions', { employee })
  }
  await changeEntry(ports, employee, ({ passkeys, ...entry }) => {
    if (!passkeys.some(({ id }) => id === passkey)) throw entryRefusal('passkey_unknown')
    const rest = passkeys.filter(({ id }) => id !== passkey)
    const isLast = rest.length === 0 && entry.password === undefined && entry.identity === undefined
    if (isLast && caller.employee === employee) throw entryRefusal('passkey_last')
    return { ...entry, passkeys: rest }
  })
  return { removed: passkey }
}
