import type { Caller } from '#domain/kernel/access'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { PasskeyRemoved } from '#schemas/entry'

import { changeEntry } from './change-entry'

/** Forgets a passkey: for its owner and for whoever may change people. */
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
    return { ...entry, passkeys: passkeys.filter(({ id }) => id !== passkey) }
  })
  return { removed: passkey }
}
