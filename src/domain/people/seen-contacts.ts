import { isNear, type Caller } from '#domain/kernel/access'
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

function lookerOf({ caller: { employee }, people }: Asker, owner: string): Looker {
  if (employee === null) return 'others'
  if (employee === owner) return 'owner'
  return isNear(employee, owner, people) ? 'department' : 'others'
}
