import { reaches, type Caller } from '#domain/kernel/access'
import { isNear } from '#domain/kernel/heads'
import type { Org } from '#domain/people/responsible'
import type { ContactsSeen, Looker, SeeRules } from '#schemas/clients/client-rules'

type Asker = { readonly caller: Pick<Caller, 'employee'>; readonly people: Org }

/**
 * The most that somebody sees of how to reach an employee’s client, by the rules; rights decide below it. Nobody’s clients
 * are for who reaches everything, whatever is said of others’.
 */
export function contactsSeenBy(see: SeeRules | undefined, asker: Asker, owner: string | null): ContactsSeen {
  if (owner === null) return 'masked'
  const looker = lookerOf(asker, owner)
  return see?.contacts[looker] ?? (looker === 'owner' ? 'always' : 'masked')
}

/**
 * Whether what is personal of a card is open to somebody without their asking for it: to whose client it is alone, by right
 * and by the rules, and to nobody once the card is kept for a contract only.
 */
export function isOpenTo(
  caller: Caller,
  { owner, restrictedUntil }: { readonly owner: string | null; readonly restrictedUntil?: string },
  seen: ContactsSeen,
): boolean {
  const isTheirs = caller.employee !== null && caller.employee === owner
  return isTheirs && seen !== 'no' && restrictedUntil === undefined && caller.reach.clients_contacts !== 'none'
}

/**
 * Whether somebody who owes a client a call or an answer is not told the number with it: without the right to how to reach
 * clients, where the rules let them see none of it, and where the rules mask it and they can have it shown on the card, which
 * is kept. Who can not is told it: what is owed has to be done.
 */
export function isKeptFromWhoOwes(
  see: SeeRules | undefined,
  { caller, people }: { readonly caller: Caller; readonly people: Org },
  owner: string | null,
): boolean {
  if (caller.reach.clients_contacts === 'none') return true
  if (owner === null) return false
  const said = see?.contacts[lookerOf({ caller, people }, owner)]
  const mayReveal = (['clients_read', 'clients_contacts'] as const).every((right) =>
    reaches(caller, right, owner, people),
  )
  return said === 'no' || (said === 'masked' && mayReveal)
}

function lookerOf({ caller: { employee }, people }: Asker, owner: string): Looker {
  if (employee === null) return 'others'
  if (employee === owner) return 'owner'
  return isNear(employee, owner, people) ? 'department' : 'others'
}
